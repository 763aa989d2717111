"""Which segments are captions of the article's own pictures, and what is their credit?"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.ingest.html.parse import text_of, words_of
from sayso.ingest.html.segments import MEDIA, Segment
from sayso.ingest.html.zones import OUTSIDE, Zone

_UP = 5  # levels from a caption to what holds its picture; deeper, the two have nothing to do with each other
_LONGEST = 160  # words; the longest true caption of the typed pages has 90
_AGAIN = 3  # words of what is no mere credit
_CREDIT_WORDS = 20
_DATA = ("data-caption", "data-image-caption", "data-img-caption", "data-full-caption", "data-media-caption")
_DATA_CREDIT = ("data-credit", "data-copyright", "data-image-credit", "data-credits", "data-source")
_CREDIT_HEAD = re.compile(
    r"^\W{0,3}(?:(?:image|photo|picture|video|photograph|illustration|graphic)s?\s?(?:credits?|copyright|source|courtesy)?\s?"
    r"(?::|by\b|courtesy\b)|credits?\s?:|source\s?:|©|copyright\b|courtesy\b|getty\b|reuters\b|\(?(?:ap|afp|pa)\b)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_TAIL = re.compile(r"\s*(?:[/|–—-]|via\b|for\b)\s*[^\s.]+(?:\s+[^\s.]+){0,5}\.?$")
_RAW = 4000  # characters of an attribute that are looked at
_BACK = 3  # elements before a segment that are searched for pictures
_PHOTO_CAPTION = re.compile(r"(?:photo|image|img|picture|wp|figure)[-_]{0,2}caption", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,300}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A caption as it stands on the page."""

    order: int  # of its first segment, or of the segment before it
    orders: frozenset[int]  # segments that it takes up; empty where it stands in an attribute
    text: str  # with its credit
    credit: str | None = (
        None  # where the credit has an element of its own; `text` ends in it, or begins with it
    )


def _holds_media(node: HtmlElement) -> bool:
    return any(
        isinstance(inner.tag, str) and (inner.tag in MEDIA or "-img" in inner.tag) for inner in node.iter()
    )


def _frame(segment: Segment, bodied: Mapping[HtmlElement, int]) -> HtmlElement | None:
    """The element around a caption that holds its picture too, and nothing of the body."""
    at: HtmlElement | None = segment.node
    holder: HtmlElement | None = None
    for _ in range(_UP):
        if at is None or bodied.get(at):
            break
        if at.tag == "figure":
            return at
        if holder is None and _holds_media(at):
            holder = at
        at = at.getparent()
    if holder is not None:
        return holder
    named = _PHOTO_CAPTION.search(
        segment.node.get("class") or ""
    )  # its picture is a style, or comes by script
    return segment.node if named else None


def _groups(segments: Sequence[Segment], bodied: Mapping[HtmlElement, int]) -> list[list[Segment]]:
    """Segments of captions and credits, together where they belong to one picture."""
    frames: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        speaks = segment.zones & (Zone.CAPTION | Zone.CREDIT)
        if (
            not speaks
            or segment.zones & (OUTSIDE | Zone.RELATED | Zone.HIDDEN)
            or segment.tag in ("h1", "h2")
        ):
            continue
        frame = _frame(segment, bodied)
        if frame is not None:
            frames.setdefault(frame, []).append(segment)
    return list(frames.values())


def _is_credit(segment: Segment, opened: Mapping[HtmlElement, int]) -> bool:
    """Whether the innermost name around a segment says credit; where it says both, its words decide."""
    for node in reversed(segment.path):
        zone = opened.get(node, Zone.NONE) & (Zone.CREDIT | Zone.CAPTION)
        if zone:
            both = zone == Zone.CREDIT | Zone.CAPTION
            return bool(_CREDIT_HEAD.match(segment.text)) if both else zone == Zone.CREDIT
    return False


def _inner_credit(segment: Segment, opened: Mapping[HtmlElement, int]) -> tuple[str, str] | None:
    """A caption without its credit, and the credit, where an element inside marks it off."""
    for inner in segment.node.iter():
        if inner is segment.node or not opened.get(inner, Zone.NONE) & Zone.CREDIT:
            continue
        words = words_of(text_of(inner))
        if not words or len(words) > _CREDIT_WORDS:
            continue
        pattern = r"[(\[|©]{0,2}\s?" + r"\W{0,6}".join(map(re.escape, words)) + r"[\])]?"
        found = list(re.finditer(pattern, segment.text, re.IGNORECASE))
        if found and (found[-1].start() or found[-1].end() < len(segment.text)):
            start, end = found[-1].span()
            if _TAIL.match(segment.text, end):  # "Photo by Ivo Tarn /Harbour Watch": the house stands outside
                end = len(segment.text)
            return f"{segment.text[:start].rstrip()} {segment.text[end:].lstrip()}".strip(), segment.text[
                start:end
            ]
    return None


def _worded(text: str, credit: str) -> str:
    """One line for both, "A street in Basra (Ali Noor/Reuters)", that can be told apart again."""
    credit = credit.strip(" ()[]|")
    if text and credit:
        text = text.rstrip(" ([|")
        told = _CREDIT_HEAD.match(credit) and (_ENDED.search(text) or ":" in credit or credit.startswith("©"))
        credit = credit if told else f"({credit})"
    return f"{text} {credit}".strip()


def captions_of(
    segments: Sequence[Segment], bodied: Mapping[HtmlElement, int], opened: Mapping[HtmlElement, int]
) -> list[Found]:
    """Captions in order. `segments` are those from the title to the last paragraph."""
    out: list[Found] = []
    for group in (part for whole in _groups(segments, bodied) for part in _each_once(whole)):
        texts: list[str] = []
        credited: list[str] = []
        for segment in group:
            credit = _is_credit(segment, opened)
            inner = None if credit else _inner_credit(segment, opened)
            if inner:
                texts.append(inner[0])
                credited.append(inner[1])
            else:
                (credited if credit else texts).append(segment.text)
        whole = _worded(" ".join(filter(None, texts)), " ".join(credited))
        if whole and len(whole.split()) <= _LONGEST:
            out.append(Found(order=group[0].order, orders=frozenset(s.order for s in group), text=whole))
    return out


def _each_once(group: Sequence[Segment]) -> list[list[Segment]]:
    """The group, cut where it says the same again: a caption for the screen and one for the printer."""
    told: set[tuple[str, ...]] = set()
    out: list[list[Segment]] = [[]]
    for segment in group:
        words = tuple(words_of(segment.text))
        if words in told and len(words) > _AGAIN:
            out.append([])
        told.add(words)
        out[-1].append(segment)
    return out


def in_attributes(segments: Sequence[Segment], found: Sequence[Found]) -> list[Found]:
    """Captions that stand only in data attributes of pictures; each after the segment that it follows."""
    shown = {tuple(words_of(f.text)) for f in found}
    out: list[Found] = []
    seen: set[HtmlElement] = set()
    for segment in segments:
        for node in _pictures_before(segment, seen):
            raw = next((value for name in _DATA if (value := node.get(name))), "")
            text = " ".join(html.unescape(_TAGS.sub(" ", raw[:_RAW])).split())
            credit = next((value for name in _DATA_CREDIT if (value := node.get(name))), "")
            words = tuple(words_of(text))
            if 2 < len(words) <= _LONGEST and not any(_inside(words, other) for other in shown):
                shown.add(words)
                out.append(Found(order=segment.order - 1, orders=frozenset(), text=_worded(text, credit)))
    return out


def _inside(words: Sequence[str], other: Sequence[str]) -> bool:
    return len(set(words) & set(other)) >= 0.8 * len(set(words))


def _pictures_before(segment: Segment, seen: set[HtmlElement]) -> Iterator[HtmlElement]:
    """Elements with a caption in an attribute that stand right before a segment."""
    at: HtmlElement | None = segment.node
    for _ in range(_BACK):
        at = at.getprevious() if at is not None else None
        if at is None or not isinstance(at.tag, str):
            return
        for node in at.iter():
            if node not in seen and any(node.get(name) for name in _DATA):
                seen.add(node)
                yield node
        if (at.text or "").strip():
            return
