"""What did the encoder see in one document: cues, triggers and claims with what hangs on each?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from sayso.model.span import Span
from sayso.reading.encoder.features import Columns
from sayso.reading.encoder.heads import Floats, Heads, Places, softmax
from sayso.reading.encoder.hints import WIDTH, Hints, Known
from sayso.reading.encoder.labels import ACT_ROLES, CUE_ROLES, TREND_TAGS, TYPES
from sayso.reading.encoder.paths import NEVER, best_paths_of, runs_of, spans_of
from sayso.reading.encoder.pieces import Ints, Pieces, windows_of

_Found = tuple[int, int, int, float, float]  # first, last, tag, whether it is one, of this tag if it is
# ids [pieces], columns [pieces, names] to [1 + pieces + 1, hidden], with the marks of beginning and end
Look = Callable[[Ints, Columns], Floats]
SIZE: Final = 190  # pieces, with the marks of beginning and end 192
OVERLAP: Final = 80
TOGETHER: Final = 16  # windows decoded in one go: more cost memory and save nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """From which probability on something is told, and how ragged a span may be."""

    cue: float = 0.4
    trigger: float = 0.4
    trend: float = 0.4
    role: float = 0.0  # added to the logarithm of "none" for parties, places and times
    switch: float = 0.3  # logarithm lost where one label gives way to another
    least_cue: float = 0.4  # calibrated: less sure statements are not told
    least_act: float = 0.4  # nor are mentions


@dataclass(frozen=True, slots=True)
class CueSeen:
    """A cue; places are code points, probabilities those of the heads."""

    span: Span
    p: float
    sources: tuple[Span, ...]
    content: tuple[Span, ...]
    addressees: tuple[Span, ...]
    p_source: float
    p_content: float
    stance: Floats


@dataclass(frozen=True, slots=True)
class ActSeen:
    """A trigger, or a claim where `up` is told."""

    span: Span
    p: float  # that it is a trigger
    p_type: float  # of this type, if it is one
    type: int
    roles: tuple[tuple[Span, ...], ...]  # actors, recipients, places, times
    realis: Floats
    mode: Floats
    background: float
    up: bool | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """All of one document, in order."""

    cues: tuple[CueSeen, ...]
    acts: tuple[ActSeen, ...]
    claims: tuple[ActSeen, ...]


def see(pieces: Pieces, columns: Columns, known: Known, look: Look, heads: Heads, bars: Bars) -> Seen:
    """Looks through every window once; what two share is told by the one that shows more around it."""
    windows = windows_of(pieces, size=SIZE, overlap=OVERLAP)
    edges = [0, *((b + c) // 2 for (_, b), (c, _) in pairwise(windows)), len(pieces.ids)]
    cues: list[CueSeen] = []
    acts: list[ActSeen] = []
    claims: list[ActSeen] = []
    looked = list(zip(windows, pairwise(edges), strict=True))
    for start in range(0, len(looked), TOGETHER):
        views = [
            _View(pieces, known, heads, bars, window, own, look(pieces.ids[low:high], columns[low:high]))
            for window, own in looked[start : start + TOGETHER]
            for low, high in (window,)
        ]
        cues += _decoded([view.cues() for view in views], _cue_steps(bars.switch), _CUE_BEGIN)
        acts += _decoded([view.acts() for view in views], _act_steps(bars.switch), _ACT_BEGIN)
        claims += _decoded([view.claims() for view in views], _act_steps(bars.switch), _ACT_BEGIN)
    return Seen(tuple(cues), tuple(acts), tuple(claims))


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[T]):
    """What was found in one window, until it is known which pieces hang on it."""

    scores: Floats  # [items, pieces, roles], logarithms
    told: Callable[[Places], Iterator[T]]  # from the role of every piece [items, pieces]


def _decoded(waiting: list[_Waiting[T] | None], steps: Floats, begin: Floats) -> Iterator[T]:
    those = [one for one in waiting if one is not None]
    for one, paths in zip(those, best_paths_of([one.scores for one in those], steps, begin), strict=True):
        yield from one.told(paths)


@dataclass(frozen=True, slots=True)
class _View:
    """One window."""

    pieces: Pieces
    known: Known
    heads: Heads
    bars: Bars
    window: tuple[int, int]
    own: tuple[int, int]
    seen: Floats  # [1 + pieces + 1, hidden]

    def _found(self, tags: Floats, bar: float, begins: tuple[int, ...]) -> Iterator[_Found]:
        """Spans [first, last) in the window with the tag of their beginning and its probability."""
        inside = [tag + 1 for tag in begins]
        three = np.stack([tags[:, 0], tags[:, begins].sum(axis=1), tags[:, inside].sum(axis=1)], axis=1)
        for first, last in spans_of(three, bar):
            if not self.own[0] <= first + self.window[0] < self.own[1]:
                continue
            of = [float(tags[first, tag] + tags[first + 1 : last, tag + 1].sum()) for tag in begins]
            best = max(range(len(begins)), key=of.__getitem__)
            p = float(1 - tags[first:last, 0].min())
            yield first, last, begins[best], p, of[best] / max(sum(of), 1e-9)

    def _items(
        self, found: list[_Found], hints: Callable[[Span, tuple[int, int]], Hints]
    ) -> tuple[list[Span], Places, Places, Floats]:
        low = self.window[0]
        spans = [self.pieces.span_of(low + first, low + last) for first, last, *_ in found]
        first = np.array([one[0] + 1 for one in found], dtype=np.int64)
        last = np.array([one[1] for one in found], dtype=np.int64)
        rows = np.zeros((len(found), len(self.seen), WIDTH), dtype=np.float32)
        for row, span in zip(rows, spans, strict=True):
            row[1:-1] = hints(span, self.window)
        return spans, first, last, rows

    def _span(self, run: tuple[int, int]) -> Span:
        return self.pieces.span_of(self.window[0] + run[0], self.window[0] + run[1])

    def cues(self) -> _Waiting[CueSeen] | None:
        """The cues whose first piece is this window's own."""
        found = list(self._found(softmax(self.heads.cue(self.seen[1:-1])), self.bars.cue, (1,)))
        if not found:
            return None
        spans, first, last, hints = self._items(found, self.known.cue_hints)
        roles = softmax(self.heads.cue_roles(self.seen, first, last, hints)[:, 1:-1])
        stance = self.heads.stance(self.seen, first, last)
        scores = np.log(roles + 1e-6)
        for k in range(len(found)):
            scores[k, first[k] - 1 : last[k], 1:] = NEVER  # the cue itself is nothing else
        return _Waiting(scores, partial(self._cues_told, found, spans, roles, stance))

    def _cues_told(
        self,
        found: list[_Found],
        spans: list[Span],
        roles: Floats,
        stance: Floats,
        paths: Places,
    ) -> Iterator[CueSeen]:
        for k, path in enumerate(paths):
            runs = [runs_of(path, wanted, begins) for wanted, begins in _CUE_RUNS]
            source = _surest(runs[0], roles[k, :, 1])
            content = roles[k, :, 2] + roles[k, :, 3]
            yield CueSeen(
                span=spans[k],
                p=found[k][3],
                sources=tuple(self._span(run) for run in source),
                content=tuple(self._span(run) for run in runs[1]),
                addressees=tuple(self._span(run) for run in _surest(runs[2], roles[k, :, 4])),
                p_source=_mean(roles[k, :, 1], source) if source else float(1 - roles[k, :, 1].max()),
                p_content=_mean(content, runs[1]),
                stance=stance[k],
            )

    def acts(self) -> _Waiting[ActSeen] | None:
        """The triggers whose first piece is this window's own."""
        tags = softmax(self.heads.trigger(self.seen[1:-1]))
        begins = tuple(range(1, 1 + 2 * len(TYPES), 2))
        return self._acts(list(self._found(tags, self.bars.trigger, begins)), None)

    def claims(self) -> _Waiting[ActSeen] | None:
        """The claims of more or less whose first piece is this window's own."""
        tags = softmax(self.heads.trend(self.seen[1:-1]))
        begins = (TREND_TAGS.index("B-up"), TREND_TAGS.index("B-down"))
        return self._acts(list(self._found(tags, self.bars.trend, begins)), begins[0])

    def _acts(self, found: list[_Found], up: int | None) -> _Waiting[ActSeen] | None:
        if not found:
            return None
        spans, first, last, hints = self._items(found, self.known.act_hints)
        roles = softmax(self.heads.act_roles(self.seen, first, last, hints)[:, 1:-1])
        scores = np.log(roles + 1e-6)
        scores[:, :, 0] += self.bars.role
        for k in range(len(found)):
            if up is None:
                scores[k, first[k] - 1 : last[k], 1:] = NEVER
        labels = (
            self.heads.realis(self.seen, first, last),
            self.heads.mode(self.seen, first, last),
            self.heads.background(self.seen, first, last),
            self.heads.claim_type(self.seen, first, last),
        )
        return _Waiting(scores, partial(self._acts_told, found, up, spans, roles, labels))

    def _acts_told(
        self,
        found: list[_Found],
        up: int | None,
        spans: list[Span],
        roles: Floats,
        labels: tuple[Floats, Floats, Floats, Floats],
        paths: Places,
    ) -> Iterator[ActSeen]:
        realis, mode, background, kinds = labels
        for k, path in enumerate(paths):
            runs = [runs_of(path, frozenset({role})) for role in range(1, len(ACT_ROLES))]
            yield ActSeen(
                span=spans[k],
                p=found[k][3],
                p_type=found[k][4] if up is None else float(kinds[k].max()),
                type=(found[k][2] - 1) // 2 if up is None else int(kinds[k].argmax()),
                roles=tuple(tuple(self._span(run) for run in each) for each in runs),
                realis=realis[k],
                mode=mode[k],
                background=float(background[k, 1]),
                up=None if up is None else found[k][2] == up,
            )


def _cue_steps(switch: float) -> Floats:
    size = len(CUE_ROLES)
    steps = np.full((size, size), -switch, dtype=np.float32)
    np.fill_diagonal(steps, 0.0)
    steps[:, _INSIDE] = NEVER
    steps[[_BEGINS, _INSIDE], _INSIDE] = 0.0
    steps[_BEGINS, _BEGINS] = -switch
    return steps


def _act_steps(switch: float) -> Floats:
    size = len(ACT_ROLES)
    steps = np.full((size, size), -switch, dtype=np.float32)
    np.fill_diagonal(steps, 0.0)
    return steps


_BEGINS: Final = CUE_ROLES.index("content-begins")
_INSIDE: Final = CUE_ROLES.index("content")
_CUE_BEGIN: Final = np.array([0.0, 0.0, 0.0, -2.0, 0.0], dtype=np.float32)
_ACT_BEGIN: Final = np.zeros(len(ACT_ROLES), dtype=np.float32)
_CUE_RUNS: Final = (
    (frozenset({CUE_ROLES.index("source")}), None),
    (frozenset({_BEGINS, _INSIDE}), _BEGINS),
    (frozenset({CUE_ROLES.index("addressee")}), None),
)


def _surest(runs: list[tuple[int, int]], chances: npt.NDArray[np.float32]) -> list[tuple[int, int]]:
    """The one run of the greatest summed probability."""
    return [max(runs, key=lambda run: float(chances[run[0] : run[1]].sum()))] if runs else []


def _mean(chances: npt.NDArray[np.float32], runs: list[tuple[int, int]]) -> float:
    told = [float(chances[a:b].sum()) for a, b in runs]
    size = sum(b - a for a, b in runs)
    return sum(told) / size if size else 0.0
