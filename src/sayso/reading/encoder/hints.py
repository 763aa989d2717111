"""What do the rules make of each word piece with respect to one cue or one trigger?

One row a piece of the window: which pieces the rules take for the source, content and addressee of that cue,
or for the actors, recipients, places and times of that trigger; nothing where the rules saw no such cue.
"""

from bisect import bisect_left
from typing import Final

import numpy as np
import numpy.typing as npt

from sayso.model.readout import CueFound, Readout, TriggerFound
from sayso.model.span import Span
from sayso.reading.encoder.pieces import Pieces

Hints = npt.NDArray[np.uint8]
WIDTH: Final = 6  # four roles, whether the rules saw it at all, whether piece and cue share a sentence
_REACH: Final = 12  # cues or triggers looked at around a place
_LONG: Final = 200  # code points: no cue is longer


class Known:
    """What the rules found in one document, to be looked up by place."""

    def __init__(self, rules: Readout, pieces: Pieces) -> None:
        self.pieces = pieces
        self.cues = sorted(
            ((cue.span, cue) for cue in rules.cues if cue.span is not None), key=lambda one: one[0]
        )
        self.acts = sorted(((act.span, act) for act in rules.triggers), key=lambda one: one[0])

    def cue(self, span: Span) -> CueFound | None:
        """The cue of the rules that stands on these words."""
        at = bisect_left(self.cues, span.start - _LONG, key=lambda one: one[0].start)
        near = (cue for place, cue in self.cues[at : at + _REACH * 4] if place.meets(span))
        return max(near, key=lambda cue: cue.span.shared(span) if cue.span else 0.0, default=None)

    def act(self, span: Span) -> TriggerFound | None:
        """The trigger of the rules that stands on these words."""
        at = bisect_left(self.acts, span.start - _LONG, key=lambda one: one[0].start)
        near = (act for place, act in self.acts[at : at + _REACH * 4] if place.meets(span))
        return max(near, key=lambda act: act.span.shared(span), default=None)

    def cue_hints(self, span: Span, window: tuple[int, int]) -> Hints:
        """Zeros and ones, [pieces of the window, WIDTH]: source, content, addressee, carrier, ..."""
        found = self.cue(span)
        if found is None:
            return self._rows(span, window, None)
        one = (found.source, found.addressee, found.carrier)
        source, addressee, carrier = ((each,) if each else () for each in one)
        return self._rows(span, window, (source, found.content, addressee, carrier))

    def act_hints(self, span: Span, window: tuple[int, int]) -> Hints:
        """Zeros and ones, [pieces of the window, WIDTH]: actor, recipient, place, time, ..."""
        found = self.act(span)
        told = (found.actors, found.recipients, found.places, found.times) if found else None
        return self._rows(span, window, told)

    def _rows(self, span: Span, window: tuple[int, int], told: tuple[tuple[Span, ...], ...] | None) -> Hints:
        low, high = window
        out = np.zeros((high - low, WIDTH), dtype=np.uint8)
        for column, spans in enumerate(told or ()):
            for each in spans:
                first, last = self.pieces.range_of(each)
                out[max(0, first - low) : max(0, last - low), column] = 1
        out[:, WIDTH - 2] = told is not None
        begins = self.pieces.sentences
        number = int(np.searchsorted(begins, self.pieces.range_of(span)[0], side="right"))
        begin = int(begins[number - 1]) if number else 0
        end = int(begins[number]) if number < len(begins) else len(self.pieces.ids)
        out[max(0, begin - low) : max(0, end - low), WIDTH - 1] = 1
        return out
