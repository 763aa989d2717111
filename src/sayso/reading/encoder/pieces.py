"""Into which word pieces and windows does a document fall?

A window holds whole sentences, as many as fit; one that is too long alone is cut. Consecutive windows share
up to `overlap` pieces of whole sentences, so that every cue is seen with what stands before it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from sayso.model.span import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = npt.NDArray[np.int32]
BEGIN: Final = 101  # [CLS] of the vocabulary
END: Final = 102  # [SEP]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of all sentences, in order, with their places in code points."""

    ids: Ints
    starts: Ints
    ends: Ints
    sentences: Ints  # the piece with which each sentence begins

    def range_of(self, span: Span) -> tuple[int, int]:
        """The pieces [first, last) that share a code point with the span."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        last = int(np.searchsorted(self.starts, span.end, side="left"))
        return first, max(first, last)

    def span_of(self, first: int, last: int) -> Span:
        """The code points from the first piece to the end of the one before `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def pieces_of(text: str, sentences: tuple[Span, ...], tokenizer: "Tokenizer") -> Pieces:
    """The pieces of every sentence. The tokenizer's places are code points of what it is handed."""
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    begins: list[int] = []
    told = tokenizer.encode_batch([span.of(text) for span in sentences], add_special_tokens=False)
    for span, coded in zip(sentences, told, strict=True):
        if not coded.ids:
            continue
        begins.append(len(ids))
        ids += coded.ids
        starts += [span.start + start for start, _ in coded.offsets]
        ends += [span.start + end for _, end in coded.offsets]
    return Pieces(*(np.array(each, dtype=np.int32) for each in (ids, starts, ends, begins)))


def windows_of(pieces: Pieces, *, size: int, overlap: int, first: int | None = None) -> list[tuple[int, int]]:
    """Ranges of pieces that together cover all; `first` makes the first window shorter."""
    total = len(pieces.ids)
    cuts = [0]
    for cut in [*pieces.sentences[1:].tolist(), total]:
        while cut - cuts[-1] > size:
            cuts.append(cuts[-1] + size)
        if cut > cuts[-1]:
            cuts.append(cut)
    out: list[tuple[int, int]] = []
    i, room = 0, first or size
    while i < len(cuts) - 1:
        j = i + 1
        while j + 1 < len(cuts) and cuts[j + 1] - cuts[i] <= room:
            j += 1
        out.append((cuts[i], cuts[j]))
        if j == len(cuts) - 1:
            break
        back = j
        while back - 1 > i and cuts[j] - cuts[back - 1] <= overlap and cuts[j + 1] - cuts[back - 1] <= size:
            back -= 1
        i, room = back, size
    return out
