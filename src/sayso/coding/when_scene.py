"""What of one document is looked at to tell which of its times belongs to which act?"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from sayso.model.document import BlockKind, Document
from sayso.model.marks import Marks, TimeExpression
from sayso.model.readout import Readout, TriggerFound
from sayso.model.span import Span

_BACK, _ON = 3, 1  # sentences before and after an act: few times that annotators linked lie beyond
_OPENING = 4  # sentences below a headline in which its time is told
HEADS = (BlockKind.HEADLINE, BlockKind.STANDFIRST)


@dataclass(frozen=True, slots=True)
class TimeScene:
    """What of one document the signs look at, in order of position."""

    document: Document
    times: tuple[TimeExpression, ...]
    starts: tuple[int, ...]  # of the sentences
    at: tuple[int, ...]  # of the times
    sentence_of: tuple[int, ...]  # of each time
    acts: tuple[int, ...]  # where the acts begin
    cues: tuple[Span, ...]
    body: int  # the first sentence below the headline
    published: date | None

    def sentence(self, position: int) -> int:
        """The number of the sentence that a position lies in."""
        return bisect_right(self.starts, position) - 1


def scene_of_times(document: Document, marks: Marks, readout: Readout) -> TimeScene:
    """The sentences, times, acts and cues of one document."""
    starts = (0, *(span.start for span in marks.sentences if span.start))  # what stands before is a sentence
    last = max((block.span.end for block in document.blocks[:6] if block.kind in HEADS), default=0)
    return TimeScene(
        document=document,
        times=marks.times,
        starts=starts,
        at=tuple(words.span.start for words in marks.times),
        sentence_of=tuple(bisect_right(starts, words.span.start) - 1 for words in marks.times),
        acts=tuple(sorted({act.span.start for act in readout.triggers})),
        cues=tuple(sorted({cue.span for cue in readout.cues if cue.span})),
        body=bisect_left(starts, last),
        published=document.published.day if document.published else None,
    )


def near_times(scene: TimeScene, act: TriggerFound) -> list[int]:
    """The numbers of the times that may be an act's own."""
    here = scene.sentence(act.span.start)
    first, last = here - _BACK, here + _ON
    if here <= scene.body:
        first, last = 0, max(last, scene.body + _OPENING)
    low = bisect_left(scene.sentence_of, first)
    return list(range(low, bisect_right(scene.sentence_of, last)))
