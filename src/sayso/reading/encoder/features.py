"""What is known of each word piece before the encoder looks: its shape, its marks, what the rules make of it?

The vocabulary knows no capitals, and cannot know tables, resolved times and quotation marks far away: these
come as columns of zeros and ones, which a learned matrix adds to the pieces' embeddings.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.lexicon.agencies import find_agencies
from sayso.model.document import BlockKind, Document
from sayso.model.marks import Marks, NameKind
from sayso.model.mention import Direction
from sayso.model.readout import CueKind, Readout
from sayso.model.span import Span
from sayso.reading.encoder.labels import REALIS, STANCES, TYPES
from sayso.reading.encoder.pieces import Pieces
from sayso.reading.rules.quotes import find_quotations

Columns = npt.NDArray[np.uint8]

SHAPES: Final = ("capital", "capitals", "digit", "sentence", "paragraph")
PLACES: Final = ("quoted", "headline", "standfirst", "caption", "list-item")
MARKS: Final = (*(f"name-{kind}" for kind in NameKind), "agency", "time", "time-old", "time-new", "quantity")
RULES: Final = (
    *("cue-begins", "cue", "source", "content-begins", "content", "addressee", "carrier", "hedge"),
    *(f"cue-{kind}" for kind in CueKind),
    *(f"stance-{stance}" for stance in STANCES),
    *("act-begins", "act", "actor", "recipient", "place", "when", "count"),
    *(f"act-{kind}" for kind in TYPES),
    *(f"realis-{realis}" for realis in REALIS),
    *("trend-up", "trend-down"),
)
CONVENTION: Final = "polnear"  # whether PolNeAR's rules say what counts
NAMES: Final = (CONVENTION, *SHAPES, *PLACES, *MARKS, *RULES)
_AT: Final = {name: number for number, name in enumerate(NAMES)}
FROM_RULES: Final = _AT[RULES[0]]  # the columns from here on say what the rules found
_OLD: Final = timedelta(days=10)  # as `coding.background` has it
_KINDS: Final = {
    BlockKind.HEADLINE: "headline",
    BlockKind.STANDFIRST: "standfirst",
    BlockKind.CAPTION: "caption",
    BlockKind.LIST_ITEM: "list-item",
}


class _Sheet:
    """The columns of one document while they are filled."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.columns = np.zeros((len(pieces.ids), len(NAMES)), dtype=np.uint8)

    def mark(self, span: Span | None, *names: str) -> None:
        """Ones in these columns wherever the span stands."""
        if span is None:
            return
        first, last = self.pieces.range_of(span)
        for name in names:
            self.columns[first:last, _AT[name]] = 1

    def begin(self, span: Span | None, name: str) -> None:
        """A one where the span begins."""
        if span is not None:
            first, last = self.pieces.range_of(span)
            self.columns[first : min(first + 1, last), _AT[name]] = 1

    def all(self, spans: Iterable[Span], name: str) -> None:
        """Ones wherever one of the spans stands."""
        for span in spans:
            self.mark(span, name)


def columns_of(
    document: Document, marks: Marks, rules: Readout, pieces: Pieces, *, polnear: bool = False
) -> Columns:
    """Zeros and ones, [pieces, NAMES]."""
    sheet = _Sheet(pieces)
    sheet.columns[:, _AT[CONVENTION]] = polnear
    _shapes(sheet, document.text)
    _places(sheet, document, marks)
    _marks(sheet, document, marks)
    _cues(sheet, rules)
    _acts(sheet, rules)
    return sheet.columns


def _shapes(sheet: _Sheet, text: str) -> None:
    pieces, columns = sheet.pieces, sheet.columns
    for k, (start, end) in enumerate(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)):
        word = text[start:end]
        columns[k, _AT["capital"]] = word[:1].isupper()
        columns[k, _AT["capitals"]] = len(word) > 1 and word.isupper()
        columns[k, _AT["digit"]] = word[:1].isdigit()
    for first in pieces.sentences.tolist():
        columns[first, _AT["sentence"]] = 1
        begin = int(pieces.starts[first])
        columns[first, _AT["paragraph"]] = begin == 0 or "\n" in text[max(0, begin - 3) : begin]


def _places(sheet: _Sheet, document: Document, marks: Marks) -> None:
    sheet.all(find_quotations(document.text, marks.sentences), "quoted")
    for block in document.blocks:
        if block.kind in _KINDS:
            sheet.mark(block.span, _KINDS[block.kind])


def _marks(sheet: _Sheet, document: Document, marks: Marks) -> None:
    published = document.published.day if document.published else None
    for name in marks.names:
        sheet.mark(name.span, f"name-{name.kind}")
    for start, end, _ in find_agencies(document.text):
        sheet.mark(Span(start, end), "agency")
    for words in marks.times:
        sheet.mark(words.span, "time")
        if published is not None and words.latest is not None:
            sheet.mark(words.span, "time-old" if words.latest < published - _OLD else "time-new")
    sheet.all((quantity.span for quantity in marks.quantities), "quantity")


def _cues(sheet: _Sheet, rules: Readout) -> None:
    for cue in rules.cues:
        sheet.begin(cue.span, "cue-begins")
        sheet.mark(cue.span, "cue", f"cue-{cue.kind}", f"stance-{cue.stance}")
        sheet.mark(cue.source, "source")
        sheet.mark(cue.addressee, "addressee")
        sheet.mark(cue.carrier, "carrier")
        for fragment in cue.content:
            sheet.begin(fragment, "content-begins")
            sheet.mark(fragment, "content")
        sheet.all(cue.hedges, "hedge")


def _acts(sheet: _Sheet, rules: Readout) -> None:
    for act in rules.triggers:
        sheet.begin(act.span, "act-begins")
        sheet.mark(act.span, "act", f"act-{act.type}", f"realis-{act.realis}")
        sheet.all(act.actors, "actor")
        sheet.all(act.recipients, "recipient")
        sheet.all(act.places, "place")
        sheet.all(act.times, "when")
        sheet.all((count.span for count in act.counts), "count")
    for trend in rules.trends:
        sheet.mark(trend.span, "trend-up" if trend.direction is Direction.UP else "trend-down")
