"""When does a page say that its article was published and updated?"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from lxml.html import HtmlElement

from sayso.ingest.html.clock import coded, worded
from sayso.ingest.html.jsonld import Linked, first
from sayso.ingest.html.segments import Segment
from sayso.ingest.html.zones import FOREIGN, OUTSIDE, Zone
from sayso.model.document import Moment

# Names of <meta> in the order of trust: what is written for machines to share, then for archives.
PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "published_at",
    "publish-date", "publishdate", "publish_date", "publication_date", "pubdate", "dc.date.issued",
    "dcterms.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "article_date_original",
    "originalpublicationdate",
    "cse_date", "citation_publication_date", "ptime", "rnews:datepublished", "displaydate", "date",
    "last-published",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "article:modified", "og:article:modified_time", "og:updated_time",
    "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article.updated", "modified_at",
    "utime",
)  # fmt: skip
_BEFORE = 12  # segments before the headline and after it that may carry the time in view
_AFTER = 25


def _precise(value: str) -> int:
    """0 for a day, 1 with a clock, 2 with a zone."""
    clock = value[11:]
    return 0 if not clock else 2 if "+" in clock or "-" in clock else 1


def _same_time(plain: str, fuller: str) -> bool:
    """Whether two values can be one time, the second told with more."""
    if _precise(plain) == 0:
        return plain[:10] == fuller[:10]
    apart = abs(datetime.fromisoformat(plain) - datetime.fromisoformat(fuller).replace(tzinfo=None))
    return (
        apart <= timedelta(hours=14) and apart.seconds // 60 % 15 == 0
    )  # zones differ by quarters of an hour


def chosen(candidates: Iterable[Moment]) -> Moment | None:
    """The first candidate; or a later one that tells the same day with more of the clock and zone."""
    best: Moment | None = None
    for one in candidates:
        if best is None or (_precise(one.value) > _precise(best.value) and _same_time(best.value, one.value)):
            best = one
        if _precise(best.value) == 2:
            break
    return best


def _moments(values: Iterable[str | None], source: str, *, words: bool = False) -> Iterator[Moment]:
    for value in values:
        told = value and (coded(value) or (worded(value) if words else None))
        if told:
            yield Moment(value=told, source=source)


def _in_linked(known: Linked, key: str) -> Iterator[Moment]:
    yield from _moments((first(known.article, key), first(known.page, key)), "json-ld")


def _in_elements(near: list[Segment], tree: HtmlElement, prop: str) -> Iterator[Moment]:
    """Machine-readable times of elements that stand near the headline, not on cards of other articles."""
    for node in tree.xpath("//*[@itemprop]"):
        if prop in (node.get("itemprop") or "").lower().split():
            yield from _moments((node.get("content"), node.get("datetime")), "time-element")
    if prop != "datepublished":
        return
    seen: set[HtmlElement] = set()
    for segment in near:
        for node in segment.node.iter("time"):
            if node not in seen:
                seen.add(node)
                yield from _moments((node.get("datetime"),), "time-element", words=True)


def near_headline(segments: Sequence[Segment], headline: int, body: int) -> list[Segment]:
    """Segments around the headline that may say when and by whom: none of cards, asides and comments."""
    end = max(headline + _AFTER, body)
    return [
        s
        for s in segments[max(0, headline - _BEFORE) : min(end, headline + 3 * _AFTER) + 1]
        if not s.zones & (OUTSIDE | FOREIGN) or s.order == headline
    ]


def _in_view(near: list[Segment], headline: int) -> Iterator[Moment]:
    """Times told in words: first where the class says that a time stands there, after the headline first."""
    short = [s for s in near if len(s.text) < 160]
    ordered = sorted(short, key=lambda s: (not s.zones & Zone.TIME, s.order < headline, s.order))
    for segment in ordered:
        if segment.zones & (Zone.TIME | Zone.BYLINE) or len(segment.text.split()) <= 14:
            text = segment.text
            lower = text.lower()
            if lower.startswith(("updated", "last updated", "modified")) and "publish" not in lower:
                continue
            yield from _moments((text,), "text", words=True)


def published(
    known: Linked, metas: dict[str, str], tree: HtmlElement, near: list[Segment], headline: int
) -> Moment | None:
    """The time of publication by the best witness; None where the page states none. Never guessed."""

    def witnesses() -> Iterator[Moment]:
        yield from _in_linked(known, "datePublished")
        yield from _moments((metas.get(name) for name in PUBLISHED), "meta")
        yield from _in_elements(near, tree, "datepublished")
        yield from _in_view(near, headline)

    return chosen(witnesses())


def updated(known: Linked, metas: dict[str, str], tree: HtmlElement) -> Moment | None:
    """The time of the last change, where the page states one."""

    def witnesses() -> Iterator[Moment]:
        yield from _in_linked(known, "dateModified")
        yield from _moments((metas.get(name) for name in UPDATED), "meta")
        yield from _in_elements([], tree, "datemodified")

    return chosen(witnesses())
