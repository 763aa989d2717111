"""What does the head of a page state: title, outlet, address, section, language?"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from sayso.ingest.html.jsonld import Linked, first, strings
from sayso.ingest.html.parse import text_of

_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}$")
_SECTION = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "section",
    "sailthru.section",
    "cxenseparse:section",
)
_SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_PARTS = re.compile(r"\s+[|–—»·:-]+\s+|:\s+|\s*[|»]\s*")  # of a page's title: "Morning Post: World"
_BRANDS = 200  # links and pictures from the top; the logo stands among the first
_SEPARATORS = re.compile(r"\s+[|–—»·:-]+\s+")


def metas_of(tree: HtmlElement) -> dict[str, str]:
    """All <meta> of a page by name in lower case; of several the first with content."""
    out: dict[str, str] = {}
    for node in tree.iter("meta"):
        content = " ".join((node.get("content") or "").split())
        if not content:
            continue
        for name in (node.get("property"), node.get("name"), node.get("itemprop")):
            key = (name or "").strip().lower()
            if key == "article:author" and key in out:
                out[key] = f"{out[key]}; {content}"
            elif key:
                out.setdefault(key, content)
    return out


def titles(tree: HtmlElement, known: Linked, metas: dict[str, str]) -> list[str]:
    """What the page calls the article, best witness first; the last may end in the outlet's name."""
    page = next((text_of(node) for node in tree.iter("title")), "")
    found = [
        first(known.article, "headline", "name"),
        *strings(known.article.get("alternativeHeadline"))[:1],
        metas.get("og:title"),
        metas.get("twitter:title"),
        metas.get("parsely-title"),
        page,
        _SEPARATORS.split(page)[0] if page else None,
    ]
    return list(dict.fromkeys(title for title in found if title))


def outlet_of(tree: HtmlElement, known: Linked, metas: dict[str, str], url: str | None) -> str | None:
    """The outlet by its own name: of publisher and site, the one that the address bears out, else the first.

    A page that ran an agency's story may name the agency as its publisher. Where the head names none, a part
    of the page's title that is also the name of its logo or of the way home.
    """
    names = [*_publishers(known), *(metas[key] for key in _SITE if key in metas)]
    names = [
        cut
        for name in names
        if not name.startswith("http") and (cut := _SEPARATORS.split(name.lstrip("@"))[0].strip())
    ]
    host = _squashed(urlsplit(url or "").netloc)
    best = next((name for name in names if host and _squashed(name) in host), next(iter(names), None))
    return best or _branded(tree)


def _branded(tree: HtmlElement) -> str | None:
    """A part of the page's title that a picture or a link to the first page bears as its name, too."""
    page = next((text_of(node) for node in tree.iter("title")), "")
    parts = {_squashed(part): part.strip() for part in _PARTS.split(page) if part.strip()}
    for node in islice(tree.iter("img", "a"), _BRANDS):
        named = node.get("alt") if node.tag == "img" else text_of(node) if _leads_home(node) else None
        if named and (part := parts.get(_squashed(named))):
            return part
    return None


def _leads_home(node: HtmlElement) -> bool:
    href = node.get("href") or "#"
    try:
        return not href.startswith("#") and urlsplit(href).path in ("", "/")
    except ValueError:
        return False


def _squashed(name: str) -> str:
    return re.sub(r"[\W_]+|^the\b", "", name.lower())


def _publishers(known: Linked) -> Iterator[str]:
    for thing in (known.article, known.page):
        for item in _items(thing.get("publisher")):
            if isinstance(item, str) and not item.startswith(("http", "#")):
                yield item
            if isinstance(item, dict):
                named = item if "name" in item else known.by_id.get(str(item.get("@id")), {})
                if name := first(named, "name"):
                    yield name


def _items(value: object) -> Iterator[object]:
    if isinstance(value, list):
        yield from value
    elif value:
        yield value


def canonical(tree: HtmlElement, metas: dict[str, str], url: str | None) -> str | None:
    """The address by which the page wants to be known; a relative one counts from `url`."""
    linked = (n.get("href") for n in tree.iter("link") if "canonical" in (n.get("rel") or "").lower().split())
    for candidate in (*linked, metas.get("og:url")):
        if not candidate:
            continue
        try:
            full = urljoin(url or "", candidate.strip())
            parts = urlsplit(full)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and "." in parts.netloc:
            return str(full)
    return None


def section_of(known: Linked, metas: dict[str, str]) -> str | None:
    """The section of the outlet that the article stands in."""
    for name in _SECTION:
        if value := metas.get(name):
            return value
    return first(known.article, "articleSection")


def language_of(tree: HtmlElement, known: Linked, metas: dict[str, str]) -> str | None:
    """The language as declared: "en-GB"."""
    declared = (
        tree.get("lang"),
        tree.get("xml:lang"),
        first(known.article, "inLanguage"),
        metas.get("og:locale"),
        metas.get("language"),
    )
    for value in declared:
        if value and _LANGUAGE.match(value.strip()):
            return str(value).strip().replace("_", "-")
    return None


def truncated(known: Linked, metas: dict[str, str]) -> bool:
    """Whether the page says that it shows only a part to those who have not paid."""
    free = known.article.get("isAccessibleForFree", known.page.get("isAccessibleForFree"))
    if str(free).strip().lower() in ("false", "no", "0"):
        return True
    return metas.get("article:content_tier", metas.get("og:article:content_tier", "")).lower() in (
        "locked",
        "metered",
    )
