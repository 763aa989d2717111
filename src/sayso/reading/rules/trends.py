"""Which words claim that acts of a kind have become more or fewer?"""

from sayso.lexicon.triggers import TriggerRow, trigger_forms, word_class
from sayso.model.document import Document
from sayso.model.marks import Marks
from sayso.model.mention import Direction
from sayso.model.readout import TrendFound
from sayso.reading.rules.parties import parties_of
from sayso.reading.rules.syntax import Clause, clauses

_REACH = 6  # words between the claim and the act: "an increase in the number of cross-border attacks"


def find_trends(document: Document, marks: Marks) -> tuple[TrendFound, ...]:
    """Claims of more or less of something, in order; the act stands within six words of the claim."""
    found: list[TrendFound] = []
    for clause in clauses(document, marks):
        for k, word in enumerate(clause.lower):
            if k > 1 and clause.tags[k - 1] == "t" and not clause.lower[k - 2].startswith("continu"):
                continue  # "to reduce the violence" claims nothing
            direction = _direction(clause, k, word)
            trend = _trend(clause, k, direction) if direction else None
            if trend and not any(trend.span.meets(other.span) for other in found[-3:]):
                found.append(trend)
    return tuple(found)


def _direction(clause: Clause, k: int, word: str) -> Direction | None:
    if word in word_class("trend-up"):
        return Direction.UP
    if word in word_class("trend-down"):
        return Direction.DOWN
    if word not in ("stepped", "step", "stepping", "scaled", "scaling"):
        return None
    after = clause.lower[k + 1] if k + 1 < len(clause.lower) else ""
    return {"up": Direction.UP, "back": Direction.DOWN, "down": Direction.DOWN}.get(after)


def _trend(clause: Clause, k: int, direction: Direction) -> TrendFound | None:
    """The claim at word k with the act it is about, where one stands near."""
    row, at = _act(clause, k)
    if row is None:
        return None
    first, last = min(k, at), max(k, at) + 1
    while first > 0 and clause.tags[first - 1] in "dh":
        first -= 1
    parties = parties_of(clause, at, at + 1, row)
    since = next((span for span in clause.times if _opens(clause, span.start)), None)
    return TrendFound(
        span=clause.at(first, last),
        type=row.type,
        direction=direction,
        actor=clause.at(*parties.actors[0]) if parties.actors else None,
        recipient=clause.at(*parties.recipients[0]) if parties.recipients else None,
        since=since,
    )


def _opens(clause: Clause, start: int) -> bool:
    """Whether the words of time begin with, or come after, "since"."""
    for k, span in enumerate(clause.words):
        if span.start >= start:
            return clause.lower[k] == "since" or (k > 0 and clause.lower[k - 1] == "since")
    return False


def _parted(clause: Clause, first: int, last: int) -> bool:
    """Whether something between claim and act shows that they do not belong together."""
    if any(tag in ".srVB" for tag in clause.tags[first:last]):
        return True
    return any(word in word_class("parts-trend") for word in clause.lower[first:last])


def _act(clause: Clause, k: int) -> tuple[TriggerRow | None, int]:
    near = sorted(range(max(0, k - _REACH), min(len(clause.tags), k + _REACH + 1)), key=lambda j: abs(j - k))
    for j in near:
        if j == k or clause.tags[j] not in "nNG":
            continue
        if _parted(clause, min(j, k) + 1, max(j, k)):
            continue
        for form in trigger_forms().get(clause.lower[j], ()):
            claims = clause.lower[j] in word_class("trend-up") or clause.lower[j] in word_class("trend-down")
            if form.tag == "N" and len(form.words) == 1 and not claims:
                return form.row, j
    return None, k
