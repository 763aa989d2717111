"""How well do events of single sentences agree with annotated ones: trigger, type, roles?

Micro-averaged F1 over sentences. trigger: the same span; typed: and the same type; role: an argument of an
event of the same type, in the same role, with a token in common; role exact: with the same span.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.scoring.sides import Sides
from sayso.scoring.tally import Found

KEYS = ("trigger", "typed", "role", "role exact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """What takes part, by its tokens from `start` to before `end`."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceEvent:
    """One event of a sentence; offsets count tokens."""

    type: str
    start: int
    end: int
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerScore:
    """All figures over a corpus."""

    sentences: int
    f1: Mapping[str, Found]


def score_triggers(
    golds: Iterable[tuple[str, Sequence[SentenceEvent]]], told: Mapping[str, Sequence[SentenceEvent]]
) -> TriggerScore:
    """The figures of `told`, by id of the sentence; one that it lacks counts as empty."""
    sides, count = Sides(), 0
    for name, events in golds:
        count += 1
        _score_sentence(events, told.get(name, ()), sides)
    return TriggerScore(sentences=count, f1={key: sides.found(key) for key in KEYS})


def _score_sentence(golds: Sequence[SentenceEvent], preds: Sequence[SentenceEvent], sides: Sides) -> None:
    for key, typed in (("trigger", False), ("typed", True)):
        want, got = ({(e.start, e.end, e.type if typed else "") for e in events} for events in (golds, preds))
        sides.same(key, gold=len(want), pred=len(got), hits=len(want & got))
    wanted, found = _arguments(golds), _arguments(preds)
    hits = len(wanted & found)
    sides.same("role exact", gold=len(wanted), pred=len(found), hits=hits)
    right, told = (sum(any(_meet(a, b) for b in two) for a in one)
                   for one, two in ((found, wanted), (wanted, found)))  # fmt: skip
    sides.add("role", right=right, pred=len(found), found=told, gold=len(wanted))


def _arguments(events: Sequence[SentenceEvent]) -> set[tuple[str, str, int, int]]:
    return {(event.type, a.role, a.start, a.end) for event in events for a in event.arguments}


def _meet(one: tuple[str, str, int, int], other: tuple[str, str, int, int]) -> bool:
    return one[:2] == other[:2] and one[2] < other[3] and other[2] < one[3]
