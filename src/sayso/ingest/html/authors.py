"""Who signs an article: persons and agencies, by metadata and byline?"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from sayso.ingest.bylines import is_desk, tells, without_house
from sayso.ingest.html.jsonld import Linked, Thing, first, strings, types_of
from sayso.ingest.html.parse import attribute, text_of, words_of
from sayso.ingest.html.segments import Segment
from sayso.ingest.html.zones import Zone

METAS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator",
    "byl", "citation_author", "article.author", "article_author", "rnews:author", "cxenseparse:author",
    "authors",
    "twitter:data1_author",
)  # fmt: skip
_BY = re.compile(
    r"^(?:(?:written|reported|words|story|text|posted|published|article|analysis|opinion|reporting"
    r"|compiled|edited)\s)?"
    r"by\b[:\s]*|^(?:author|authors|from|reporter|writer)\s*:\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:;|\||\n|•|·|\s/\s|,\s*and\s|\sand\s|\s&\s|,|(?<=[a-z]{3})\.\s(?=[A-Z]))\s*"
)  # "Ann Lee. Harbour News" are two; "J. K. Lee" is one
_SPLIT_FIRM = re.compile(r"\s*(?:;|\||\n|•|·)\s*")
_ROLE = re.compile(
    r"^(?:(?:[\w'’.-]+\s){0,5}(?:reporter|editor|editor-at-large|correspondent|writer|columnist|journalist"
    r"|contributor|producer|author|anchor|chief|fellow|professor|analyst|director|staff|specialist|researcher"
    r"|intern|lecturer|bureau)s?(?:\s(?:at|for|of|in|on)\s.*)?|ph\.?d|m\.?d|esq|jr|sr|updated.*|published.*"
    r"|posted.*|\d.*)$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\s*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d.*)$",
    re.IGNORECASE,
)  # bylines run into the date
_WHERE = re.compile(
    r"\s(?:in|at)\s[A-ZÀ-Þ][\w.'’-]*(?:,?\s[A-ZÀ-Þ][\w.'’-]*){0,2}$"
)  # "Mara Quill in Harbour Town"

_MARKS = re.compile(r"https?:|www\.|[@#<>{}\[\]_=]|\d{3,}")
_JUNK = re.compile(
    r"^(?:admin|administrator|editor|none|null|undefined|unknown|guest|user|author|by|staff|and|the|share|follow"
    r"|read more|view profile|about|contact|email|n/?a|web ?desk|webmaster|subscribe|twitter)$",
    re.IGNORECASE,
)
_SLUG = re.compile(r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")  # "mara-quill": the name in an address
_MOST = 60  # names that are looked at: papers have many authors, hostile pages a million
_FIELD = 300  # characters of an author field; longer ones are texts
_SIGNED = 3  # names behind rel="author"; of more they belong to cards of other articles
_MANY = 8  # more names than this in one byline is a list of something else
_PERSON = 3  # words of a name; of more the last may be a house: "Fadi Mourtada Associated Press"
_WORDS = 7  # in one name: "The Associated Press and Local News Staff"


def cleaned(raw: str, *, firm: bool = False) -> Iterator[str]:
    """The names in one author field or byline; `firm` keeps "Quill, Weir and Partners" whole."""
    text = _BY.sub("", " ".join(raw.split()), count=1).strip(" ,.-–—|")
    if len(text) > _FIELD:
        return
    parts = _SPLIT.split(_WHERE.sub("", text))
    if any(tells(part) and not _ROLE.match(part) and not is_desk(part) for part in parts):
        return
    if firm and not any(_ROLE.match(part) for part in parts[1:]):  # "Ann Lee, Sports Writer" is no firm
        parts = _SPLIT_FIRM.split(text)
    for part in parts:
        name = _BY.sub("", part.strip(" ,-–—|:()"), count=1)
        name = _DAY.sub("", name).strip(" ,-–—|:")
        if len(name.split()) > _PERSON:
            name = without_house(name) or name
        if not _is_name(name) and not (len(parts) == 1 and is_desk(name)):
            continue
        yield name.title() if name.isupper() and " " in name else name


def _is_name(name: str) -> bool:
    if not 1 <= len(name.split()) <= _WORDS or not any(c.isalpha() for c in name):
        return False
    return not (_MARKS.search(name) or _JUNK.match(name) or _SLUG.match(name) or _ROLE.match(name))


def _of_linked(value: object, known: Linked) -> Iterator[tuple[str, bool]]:
    """Names under an author key, each with whether it is an organisation's."""
    items = value if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, str):
            yield item, False
        elif isinstance(item, list):
            yield from _of_linked(item, known)
        elif isinstance(item, dict):
            thing: Thing = item
            if "name" not in thing and isinstance(thing.get("@id"), str):
                thing = known.by_id.get(str(thing["@id"]), thing)
            organisation = "Organization" in " ".join(types_of(thing))
            for name in strings(thing.get("name")):
                yield name, organisation


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Names once each, in order."""
    out: dict[tuple[str, ...], str] = {}
    for name in islice(names, _MOST):
        if own := tuple(words_of(name)):
            out.setdefault(own, name)
    return tuple(out.values())


def publisher_names(known: Linked, metas: dict[str, str]) -> set[tuple[str, ...]]:
    """What the page calls its outlet, as words: an author of that name is the outlet itself."""
    publisher = known.article.get("publisher")
    items = publisher if isinstance(publisher, list) else [publisher]
    things = [
        t if "name" in t else known.by_id.get(str(t.get("@id")), {}) for t in items if isinstance(t, dict)
    ]
    names = [first(thing, "name") for thing in things]
    names += [metas.get("og:site_name"), metas.get("application-name"), metas.get("twitter:site")]
    return {tuple(words_of(name.lstrip("@"))) for name in names if name}


def in_bylines(bylines: Iterable[Segment]) -> Iterator[str]:
    """Names in the byline elements of a page: links to authors, else the words after "By"."""
    for segment in bylines:
        linked = [text_of(a) for a in segment.node.iter("a") if "author" in author_marks(a)]
        if linked:
            yield from (name for text in linked for name in cleaned(text))
        elif _BY.match(segment.text) or segment.zones & Zone.BYLINE:
            yield from cleaned(segment.text)


def author_marks(node: HtmlElement) -> str:
    """What a link says of itself, in lower case: rel, class, itemprop and the path of its address."""
    return " ".join(
        (
            attribute(node, "rel"),
            attribute(node, "class"),
            attribute(node, "itemprop"),
            attribute(node, "href"),
        )
    )


def in_links(tree: HtmlElement) -> tuple[str, ...]:
    """Names that links call the author of this page; none where they name many, as lists of articles do."""
    found = (
        name
        for link in tree.iter("a")
        if "author" in attribute(link, "rel").split()
        for name in cleaned(text_of(link))
    )
    names = unique(found)
    return names if len(names) <= _SIGNED else ()


def authors(
    known: Linked, metas: dict[str, str], bylines: list[Segment], tree: HtmlElement
) -> tuple[str, ...]:
    """Who signs: by JSON-LD, else metadata, else the byline in view, else links that name the author.

    The outlet itself only where it is printed.
    """
    outlet = publisher_names(known, metas)
    linked = [
        *_of_linked(known.article.get("author"), known),
        *_of_linked(known.article.get("creator"), known),
    ]
    in_linked = unique(n for raw, organisation in linked for n in cleaned(raw, firm=organisation))
    in_metas = unique(n for key in METAS if (raw := metas.get(key)) for n in cleaned(raw))
    in_view = unique(in_bylines(bylines))[:_MANY]
    for names in (in_linked, in_metas, in_view, in_links(tree)):
        own = tuple(_alone(n, outlet) for n in names if not _is_outlet(tuple(words_of(n)), outlet))
        if own:
            return own
    printed = [f" {' '.join(words_of(segment.text))} " for segment in bylines]
    alone = in_linked or in_metas
    return tuple(n for n in alone if any(f" {' '.join(words_of(n))} " in line for line in printed))


def _is_outlet(name: tuple[str, ...], outlet: set[tuple[str, ...]]) -> bool:
    """Whether a name is the outlet's, or begins or is begun by it: "CNN Business", "Harbour Post Staff"."""
    return any(
        own and (name[: len(own)] == own or (len(name) > 1 and own[: len(name)] == name)) for own in outlet
    )


def _alone(name: str, outlet: set[tuple[str, ...]]) -> str:
    """A name without the outlet's that a byline runs into it: "Mara Quill The Harbour Post"."""
    words = tuple(words_of(name))
    for own in outlet:
        if (
            own
            and len(words) >= len(own) + 2
            and words[-len(own) :] == own
            and len(name.split()) == len(words)
        ):
            return " ".join(name.split()[: -len(own)])
    return name
