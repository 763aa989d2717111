"""What stretches of text does a page show, in order, and where does each stand?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.html import HtmlElement

from sayso.ingest.html.zones import Zone, zone_of

BLOCK = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
        "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
        "video", "audio", "picture", "amp-img"
    }
)  # fmt: skip
SILENT = frozenset(
    {
        "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed",
        "canvas", "select", "textarea", "button", "input", "option", "audio", "video", "map", "title"
    }
)  # fmt: skip
MEDIA = frozenset(["img", "picture", "video", "amp-img", "amp-video", "source", "iframe", "object", "embed"])
_SPACED = (
    Zone.CAPTION | Zone.CREDIT | Zone.BYLINE | Zone.TIME
)  # inline elements stand apart here without a space
_BREAK = "\ufdd0"  # stands for <br> while a segment is gathered; `parse` takes it out of pages
_PARAGRAPH_END = re.compile(r"(?:^|\s)(?:br|line-?break|paragraph-?break)(?:\s|$)")  # of an empty element
_ENDED = re.compile(r"[.!?…:][\"'”’)\]]*$")
_WORD = re.compile(r"\w")
_LONG = 12  # words on either side of a single <br> that make it a paragraph break; fewer: verse, an address
_ALL = 0.8  # of a segment's letters in an inline element: then the element speaks for the segment
_NEAR = 3  # bits of text looked back at for a break
_ROW = 60  # words of a table row at most; more is a page laid out by tables


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Segment:
    """One stretch of text between two block boundaries."""

    order: int
    text: str  # white space collapsed
    path: tuple[HtmlElement, ...] = field(
        repr=False
    )  # block elements from the root, then inline ones around all
    node: HtmlElement = field(repr=False)  # the nearest block element
    zones: int = Zone.NONE  # of all elements of the path, taken together
    link_share: float = 0.0  # how much of the text is link, 0 to 1
    bold: bool = False  # all of it stands in <b> or <strong>

    @property
    def tag(self) -> str:
        """The tag of the nearest block element."""
        return str(self.node.tag)


@dataclass(slots=True)
class _Gathering:
    """The text between two boundaries while it grows."""

    parts: list[str] = field(default_factory=list)
    total: int = 0
    linked: int = 0
    bold: int = 0
    inline: dict[HtmlElement, int] = field(default_factory=dict)
    size: str = ""  # of the type, as <font> sets it

    def add(self, text: str, inline: list[HtmlElement], *, linked: bool, bold: bool) -> None:
        self.parts.append(text)
        size = len(text.strip())
        self.total += size
        self.linked += size if linked else 0
        self.bold += size if bold else 0
        for node in inline:
            self.inline[node] = self.inline.get(node, 0) + size

    def pieces(self) -> list[str]:
        """The text cut at double breaks, and at single ones between long sentences."""
        out: list[str] = []
        joined: list[str] = []
        words = 0
        for line in (" ".join(line.split()) for line in "".join(self.parts).split(_BREAK)):
            size = len(line.split())
            if joined and (not line or (words >= _LONG <= size and _ENDED.search(joined[-1][-8:]))):
                out.append(" ".join(joined))
                joined, words = [], 0
            if line:
                joined.append(line)
                words += size
        out.append(" ".join(joined))
        return [piece for piece in out if _WORD.search(piece)]


@dataclass(slots=True)
class _Walk:
    """Where the walk through the tree stands."""

    out: list[Segment] = field(default_factory=list)
    opened: dict[HtmlElement, int] = field(default_factory=dict)
    blocks: list[HtmlElement] = field(default_factory=list)
    inline: list[HtmlElement] = field(default_factory=list)  # open inline elements that open a zone
    zones: list[int] = field(default_factory=lambda: [Zone.NONE])
    links: int = 0
    bolds: int = 0
    silent: int = 0
    now: _Gathering = field(default_factory=_Gathering)
    sizes: list[str] = field(default_factory=lambda: [""])  # of type, by <font>

    def close(self) -> None:
        """A block begins or ends: what was gathered becomes segments."""
        now, self.now = self.now, _Gathering()
        if not now.total or not self.blocks:
            return
        around = [node for node, size in now.inline.items() if size >= _ALL * now.total]
        if not around and len(now.inline) > 1:  # caption and credit side by side
            beside = [node for node in now.inline if self.opened[node] & (Zone.CAPTION | Zone.CREDIT)]
            if sum(now.inline[node] for node in beside) >= _ALL * now.total:
                around = sorted(beside, key=lambda node: bool(self.opened[node] & Zone.CAPTION))
        for piece in now.pieces():
            self.out.append(
                Segment(
                    order=len(self.out),
                    text=piece,
                    node=self.blocks[-1],
                    path=(*self.blocks, *around),
                    link_share=now.linked / now.total,
                    bold=now.bold >= 0.95 * now.total,
                )
            )

    def text(self, text: str | None) -> None:
        if text and not self.silent and self.blocks:
            if self.sizes[-1] != self.now.size and text.strip():
                self.resize(self.sizes[-1])
            self.now.add(text, self.inline, linked=self.links > 0, bold=self.bolds > 0)

    def resize(self, size: str) -> None:
        """Old pages tell headline and text apart by the size of type: behind a break it begins anew."""
        if "".join(self.now.parts[-_NEAR:]).rstrip().endswith(_BREAK):
            self.close()
        self.now.size = size

    def space(self) -> None:
        if self.now.parts:
            self.now.parts.append(" ")

    def _mutes(self, node: HtmlElement, tag: str) -> bool:
        """Whether an element's words are no part of the page's text; a button may open a picture, though."""
        return tag in SILENT and not (
            tag == "button" and next(node.iter("figcaption", "figure"), None) is not None
        )

    def enter(self, node: HtmlElement, tag: str) -> None:
        self.silent += self._mutes(node, tag)
        own = zone_of(node)
        if own:
            self.opened[node] = own
        if tag in BLOCK or "-" in tag:
            self.close()
            self.blocks.append(node)
        else:
            if own & _SPACED or self.zones[-1] & Zone.CAPTION:
                self.space()
            if own:
                self.inline.append(node)
        self.zones.append(self.zones[-1] | own)
        self.links += tag == "a"
        self.bolds += tag in ("b", "strong")
        if tag == "br":
            self.now.parts.append(_BREAK)
        elif not len(node) and not node.text and _PARAGRAPH_END.search(node.get("class") or ""):
            self.now.parts.append(_BREAK * 2)
        elif tag == "font":
            self.sizes.append(node.get("size") or self.sizes[-1])
        self.text(node.text)

    def leave(self, node: HtmlElement, tag: str) -> None:
        self.silent -= self._mutes(node, tag)
        if tag in BLOCK or "-" in tag:
            self.close()
            self.blocks.pop()
        else:
            if self.zones[-1] & _SPACED:
                self.space()
            if self.inline and self.inline[-1] is node:
                self.inline.pop()
            if tag == "font":
                self.sizes.pop()
        self.zones.pop()
        self.links -= tag == "a"
        self.bolds -= tag in ("b", "strong")
        self.text(node.tail)


def segments_of(tree: HtmlElement) -> tuple[list[Segment], dict[HtmlElement, int]]:
    """All segments in reading order, and the zones that elements open by themselves."""
    walk = _Walk()
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            walk.enter(node, tag)
        else:
            walk.leave(node, tag)
    return rows_joined(walk.out), walk.opened


def rows_joined(segments: list[Segment]) -> list[Segment]:
    """Cells of one table row become one segment: "Pos | Player | Plays"."""
    if not any(segment.tag in ("td", "th") for segment in segments):
        return segments
    out: list[Segment] = []
    words = 0  # of the row so far
    for segment in segments:
        size = len(segment.text.split())
        row = segment.node.getparent() if segment.tag in ("td", "th") else None
        before = out[-1] if out and row is not None else None
        beside = before is not None and before.tag in ("td", "th") and before.node.getparent() is row
        if before is not None and beside and words + size <= _ROW:
            text = f"{before.text} | {segment.text}"
            out[-1] = replace(before, text=text, link_share=max(before.link_share, segment.link_share))
            words += size
        else:
            out.append(replace(segment, order=len(out)))
            words = size
    return out


def zoned(segments: Sequence[Segment], opened: Mapping[HtmlElement, int]) -> list[Segment]:
    """The segments with the zones of all elements above them."""
    known: dict[tuple[HtmlElement, ...], int] = {}
    out: list[Segment] = []
    for segment in segments:
        zone = known.get(segment.path)
        if zone is None:
            zone = Zone.NONE
            for node in segment.path:
                zone |= opened.get(node, Zone.NONE)
            known[segment.path] = zone
        out.append(segment if zone == segment.zones else replace(segment, zones=zone))
    return out
