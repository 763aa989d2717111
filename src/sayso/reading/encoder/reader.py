"""What does the learned reader see in a document?"""

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.readout import Readout
from sayso.reading.encoder.combine import Combined
from sayso.reading.encoder.features import columns_of
from sayso.reading.encoder.heads import Heads
from sayso.reading.encoder.hints import Known
from sayso.reading.encoder.pieces import pieces_of
from sayso.reading.encoder.seen import Bars, Look, see
from sayso.reading.encoder.sure import Sure
from sayso.reading.encoder.threads import one_thread
from sayso.reading.rules.reader import RulesReader

if TYPE_CHECKING:
    from tokenizers import Tokenizer


class EncoderReader:
    """One pass of a small encoder over windows of whole sentences; it is told what the rules found."""

    name = "encoder"
    languages = frozenset({"en"})

    def __init__(
        self,
        *,
        version: str,
        tokenizer: "Tokenizer",
        look: Look,
        heads: Heads,
        bars: Bars,
        sure: Sure | None = None,
        polnear: bool = False,
    ) -> None:
        self.version = version
        self.tokenizer = tokenizer
        self.look = look
        self.heads = heads
        self.bars = replace(bars, least_cue=0.0) if polnear else bars  # calibrated for our own convention
        self.sure = sure or Sure()
        self.polnear = polnear
        self.rules = RulesReader()

    def read(self, document: Document, marks: Marks) -> Readout:
        """Cues, triggers and trends. Spans lie in what is read, never in furniture or repeats."""
        told = self.look_through(document, marks)
        if told is None:
            return Readout(step=self.name, version=self.version)
        return Readout(
            step=self.name,
            version=self.version,
            cues=told.cues(),
            triggers=told.triggers(),
            trends=told.trends(),
        )

    def look_through(self, document: Document, marks: Marks) -> Combined | None:
        """What the encoder sees beside what the rules know; None where there is not a word."""
        rules = self.rules.read(document, marks)
        pieces = pieces_of(document.text, marks.sentences, self.tokenizer)
        if not len(pieces.ids):
            return None
        columns = columns_of(document, marks, rules, pieces, polnear=self.polnear)
        known = Known(rules, pieces)
        with one_thread():
            seen = see(pieces, columns, known, self.look, self.heads, self.bars)
        return Combined(document, marks, known, seen, self.sure, self.bars)
