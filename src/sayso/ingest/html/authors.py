"""Who signs an article: persons and agencies, by metadata and byline?"""

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

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
_SPLIT = re.compile(r"\s*(?:;|\||\n|•|·|\s/\s|,\s*and\s|\sand\s|\s&\s|,)\s*")
_SPLIT_FIRM = re.compile(r"\s*(?:;|\||\n|•|·)\s*")
_ROLE = re.compile(
    r"^(?:(?:[\w'’-]+\s){0,4}(?:reporter|editor|correspondent|writer|columnist|journalist|contributor"
    r"|producer|author"
    r"|anchor|chief|fellow|professor|analyst|director|staff|specialist|researcher|intern|lecturer|bureau"
    r"|desk chief)s?"
    r"(?:\s(?:at|for|of|in|on)\s.*)?|ph\.?d|m\.?d|esq|jr|sr|[A-Z]{2,4}|updated.*|published.*|posted.*|\d.*)$",
    re.IGNORECASE,
)
_TAIL_ROLE = re.compile(
    r"\s+(?:[-–—|(]|,)\s*(?:[\w'’&. -]{0,60})$|\s+(?:senior |chief |staff |political |world |news )?"
    r"(?:reporter|correspondent|editor|columnist|staff writer)s?$",
    re.IGNORECASE,
)
_JUNK = re.compile(
    r"https?:|www\.|[@#<>{}\[\]_=]|^(?:admin|administrator|editor|none|null|undefined|unknown|guest|user"
    r"|author|by|staff"
    r"|and|the|share|follow|read more|view profile|about|contact|email|n/?a|web ?desk|webmaster|subscribe"
    r"|twitter)$"
    r"|\d{2,}|^[a-z0-9.-]+$",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"^[a-z0-9]+(?:[-.][a-z0-9]+)+$")
_MANY = 8  # more names than this in one byline is a list of something else
_WORDS = 7  # in one name: "The Associated Press and Local News Staff"


def cleaned(raw: str, *, firm: bool = False) -> Iterator[str]:
    """The names in one author field or byline; `firm` keeps "Smith, Jones and Partners" whole."""
    text = _BY.sub("", " ".join(raw.split()), count=1).strip(" ,.-–—|")
    if len(text) > 300:
        return
    for part in (_SPLIT_FIRM if firm else _SPLIT).split(text):
        name = _BY.sub("", part.strip(" ,-–—|:()"), count=1).strip(" ,-–—|:")
        if (
            not name
            or _CAMEL.match(name)
            or (_JUNK.search(name) and " " not in name)
            or "http" in name
            or "@" in name
        ):
            continue
        if _ROLE.match(name) or not 1 <= len(name.split()) <= _WORDS or not any(c.isalpha() for c in name):
            continue
        yield name.title() if name.isupper() and " " in name else name


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
            organisation = "Person" not in types_of(thing)
            for name in strings(thing.get("name")):
                yield name, organisation


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Names once each, in order; a name that another one contains whole is dropped."""
    out: list[str] = []
    for name in names:
        own = words_of(name)
        if not own or any(words_of(other) == own for other in out):
            continue
        out.append(name)
    return tuple(out)


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


def authors(known: Linked, metas: dict[str, str], bylines: list[Segment]) -> tuple[str, ...]:
    """Who signs: by JSON-LD, else metadata, else the byline in view; the outlet itself only where alone."""
    outlet = publisher_names(known, metas)
    linked = [
        *_of_linked(known.article.get("author"), known),
        *_of_linked(known.article.get("creator"), known),
    ]
    persons = unique(n for raw, organisation in linked for n in cleaned(raw, firm=organisation))
    own = tuple(n for n in persons if tuple(words_of(n)) not in outlet)
    if own:
        return own
    in_metas = unique(n for key in METAS if (raw := metas.get(key)) for n in cleaned(raw))
    own = tuple(n for n in in_metas if tuple(words_of(n)) not in outlet)
    if own:
        return own
    seen = unique(in_bylines(bylines))[:_MANY]
    return tuple(n for n in seen if tuple(words_of(n)) not in outlet) or persons or in_metas
