"""How well do told times agree with annotated ones?

Strict F1 asks for the same extents, relaxed F1 for any overlap, paired one to one, larger overlaps first;
value F1 also for the same TIMEX3 value. Given accuracy is the share of annotated extents whose value is right
when the extent is given; what is unanswered is wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Words of time from `start` to `end` with the TIMEX3 value; None where there is none."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesTold:
    """The times told of one text, and the values told for the extents given."""

    found: tuple[Timed, ...] = ()
    given: tuple[Timed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesScore:
    """The figures over all texts."""

    documents: int
    gold: int
    pred: int
    strict_f1: float
    relaxed_f1: float
    value_f1: float
    given_accuracy: float


def score_times(golds: Mapping[str, Sequence[Timed]], told: Mapping[str, TimesTold]) -> TimesScore:
    """The figures; a text that was not read counts as one where nothing was told."""
    pred = strict = relaxed = value = given = 0
    total = sum(len(times) for times in golds.values())
    for key, times in golds.items():
        one = told.get(key, TimesTold())
        pred += len(one.found)
        strict += len({(t.start, t.end) for t in times} & {(t.start, t.end) for t in one.found})
        pairs = _paired(times, one.found)
        relaxed += len(pairs)
        value += sum(times[i].value == one.found[j].value for i, j in pairs)
        answers = {(t.start, t.end): t.value for t in one.given}
        given += sum(answers.get((t.start, t.end)) == t.value for t in times)
    return TimesScore(
        documents=len(golds),
        gold=total,
        pred=pred,
        strict_f1=_f1(strict, pred, total),
        relaxed_f1=_f1(relaxed, pred, total),
        value_f1=_f1(value, pred, total),
        given_accuracy=given / max(1, total),
    )


def _paired(golds: Sequence[Timed], preds: Sequence[Timed]) -> list[tuple[int, int]]:
    """Pairs that overlap, one to one, larger overlap first, then by position."""
    shared = [
        (min(g.end, p.end) - max(g.start, p.start), i, j)
        for i, g in enumerate(golds)
        for j, p in enumerate(preds)
    ]
    out: list[tuple[int, int]] = []
    used_g: set[int] = set()
    used_p: set[int] = set()
    for size, i, j in sorted(shared, key=lambda one: (-one[0], one[1], one[2])):
        if size > 0 and i not in used_g and j not in used_p:
            used_g.add(i)
            used_p.add(j)
            out.append((i, j))
    return out


def _f1(right: int, pred: int, gold: int) -> float:
    return 2 * right / (pred + gold) if pred + gold else 1.0
