"""What does a page say of its article in JSON-LD?"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

Thing = Mapping[str, object]

_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_PAGE = frozenset(("WebPage", "NewsPage", "ItemPage"))
# What hangs on these keys is another article.
_AWAY = frozenset(
    {
        "itemListElement", "hasPart", "isPartOf", "mentions", "relatedLink", "citation", "comment",
        "review", "workExample", "about", "isBasedOn", "associatedMedia", "video", "liveBlogUpdate",
        "mainEntityOfPage", "significantLink"
    }
)  # fmt: skip
_DEEP = 12  # levels that are looked into; schema.org needs five
_TRAILING = re.compile(r",(?=\s*[}\]])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The article and the page around it, as JSON-LD; empty mappings where it has none."""

    article: Thing
    page: Thing
    by_id: Mapping[str, Thing]  # "@id" → thing: authors are often given by reference


def _load(text: str) -> object:
    text = (
        text.strip()
        .removeprefix("<![CDATA[")
        .removesuffix("]]>")
        .strip()
        .removeprefix("<!--")
        .removesuffix("-->")
    )
    for attempt in (text, _TRAILING.sub("", text), html.unescape(text)):
        try:
            return json.loads(attempt.rstrip("; \n"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: object, depth: int = 0) -> Iterator[Thing]:
    if depth > _DEEP:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key not in _AWAY and isinstance(inner, dict | list):
                yield from _things(inner, depth + 1)
        main = value.get("mainEntity")
        if isinstance(main, dict):
            yield from _things(main, depth + 1)


def types_of(thing: Thing) -> list[str]:
    """The types of a thing, without their vocabulary."""
    return [name.rsplit("/", 1)[-1] for name in strings(thing.get("@type"))]


def strings(value: object) -> list[str]:
    """The strings in a value that may be one, a list of them, or something else."""
    if isinstance(value, str):
        return [" ".join(html.unescape(value).split())] if value.strip() else []
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return []


def first(thing: Thing, *keys: str) -> str | None:
    """The first string that stands under one of these keys."""
    for key in keys:
        if found := strings(thing.get(key)):
            return found[0]
    return None


def _weight(thing: Thing) -> tuple[bool, bool, int]:
    told = sum(key in thing for key in ("headline", "datePublished", "author", "articleBody", "description"))
    return ("headline" in thing or "name" in thing, "datePublished" in thing, told)


def linked(tree: HtmlElement) -> Linked:
    """Read all JSON-LD of a page; of several articles the one that says most of itself."""
    things: list[Thing] = []
    for node in tree.iter("script"):
        kind = (node.get("type") or "").lower()
        if "ld+json" in kind and node.text:
            things.extend(_things(_load(node.text)))
    articles = [t for t in things if any(_ARTICLE.search(name) for name in types_of(t))]
    pages = [t for t in things if _PAGE & set(types_of(t))]
    empty: Thing = {}
    return Linked(
        article=max(articles, key=_weight, default=empty),
        page=max(pages, key=_weight, default=empty),
        by_id={str(t["@id"]): t for t in things if isinstance(t.get("@id"), str) and len(t) > 1},
    )
