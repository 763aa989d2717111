"""Did an act happen, or is it planned, threatened, attempted, denied, feared?"""

from itertools import pairwise

from sayso.lexicon.triggers import TriggerRow, word_class
from sayso.model.mention import Realis
from sayso.reading.rules.doers import group_start, verb_before
from sayso.reading.rules.syntax import NOMINAL, VERBS, Clause

_PREPARES = frozenset(
    (verb, "for") for verb in ("prepare", "prepares", "preparing", "prepared", "preparation")
)


def realis_of(clause: Clause, first: int, last: int, row: TriggerRow) -> Realis | None:
    """The realis of the act that words [first, last) name; None where it names no act at all."""
    if row.realis:
        return row.realis
    return _of_verb(clause, first) if row.part == "v" else _of_noun(clause, first)


def _of_verb(clause: Clause, i: int) -> Realis | None:
    first = group_start(clause, i)
    group, tags = clause.lower[first:i], clause.tags[first:i]
    if clause.tags[i] == "B" and first == i and i > 1 and clause.lower[i - 1] in ("and", "or"):
        verb = verb_before(clause, i - 1)
        if verb is not None and clause.tags[verb] == "B":
            return _of_verb(clause, verb)  # "would gather and [open] fire"
    if "t" in tags and "x" in tags[: tags.index("t") + 2]:
        return Realis.HYPOTHETICAL  # "urged them not to leave"
    if "x" in tags or (
        first and clause.lower[first - 1] in ("nor", "without", "denied", "denies", "denying")
    ):
        return Realis.DENIED
    after = clause.lower[i + 1 : i + 3]
    if after[:1] in (("nobody",), ("none",)) or after == ("no", "one"):
        return Realis.DENIED  # "has summoned nobody"
    if "t" in tags and "have" in group:
        return Realis.ACTUAL  # "is reported to have ordered"
    if "t" in tags:
        return _of_infinitive(clause, first + tags.index("t"))
    if any(word in word_class("will") for word in group):
        return Realis.PLANNED
    if "m" in tags:
        return Realis.HYPOTHETICAL
    if clause.tags[i] == "G" and any(word in ("is", "are") for word in group):
        return Realis.ACTUAL
    if _conditional(clause, first):
        return Realis.HYPOTHETICAL
    return Realis.ACTUAL


def _conditional(clause: Clause, i: int) -> bool:
    """Whether the clause is an "if" clause: "if" stands before, with no comma between."""
    for k in range(i - 1, max(-1, i - 10), -1):
        if clause.lower[k] in ("if", "unless"):
            return True
        if clause.tags[k] == ".":
            return False
    return False


def _of_infinitive(clause: Clause, to: int) -> Realis | None:
    if to and clause.lower[to - 1] in ("is", "are"):
        return Realis.PLANNED  # "the council is to meet on Sunday"
    if to and clause.lower[to - 1] in word_class("purpose"):
        return None  # "a campaign to defeat them" tells no defeat
    window = clause.lower[max(0, to - 7) : to]
    for word in reversed(window):
        if word in word_class("tries"):
            return Realis.ATTEMPTED
        if word in word_class("threatens"):
            return Realis.THREATENED
        if word in word_class("refuses"):
            return Realis.DENIED
        if word in word_class("plans"):
            return Realis.PLANNED
        if word in word_class("goes-on"):
            return Realis.ACTUAL
    return Realis.HYPOTHETICAL


def _of_noun(clause: Clause, i: int) -> Realis | None:
    first = i
    while first > 0 and i - first < 8 and clause.tags[first - 1] in NOMINAL:
        first -= 1
    inside = clause.lower[first:i]
    if any(word in word_class("failed") for word in inside):
        return Realis.ATTEMPTED
    if any(word in word_class("future") for word in inside):
        return Realis.PLANNED
    before = clause.lower[max(0, first - 3) : first]
    if clause.lower[first - 2 : first] in _PREPARES:
        return Realis.PLANNED
    if any(word in word_class("denies") for word in (*inside, *before)):
        return Realis.DENIED
    if any(word in ("possible", "potential", "future", "any", "would-be") for word in inside):
        return Realis.HYPOTHETICAL
    if any(word in word_class("not-yet") for word in before[-2:]):
        return Realis.HYPOTHETICAL
    return _by_verbs(clause, first, i) or Realis.ACTUAL


def _by_verbs(clause: Clause, first: int, i: int) -> Realis | None:
    """What the verb tells that has the noun as object or subject: "will hold [talks]", "[talks] may fail"."""
    last = i
    while last < len(clause.tags) and clause.tags[last] in NOMINAL:
        last += 1
    if clause.tags[last : last + 1] == "m":
        return Realis.PLANNED if clause.lower[last] in word_class("will") else Realis.HYPOTHETICAL
    window = clause.lower[last : last + 8]
    if ("to", "be") in pairwise(window) or "will" in window[:6]:
        return Realis.PLANNED
    k = first - 1
    while k > 0 and clause.tags[k] in "bT":
        k -= 1
    if k < 0 or clause.tags[k] not in VERBS or clause.lower[first] in ("the", "this", "these"):
        return None
    if clause.lower[k] in word_class("announces"):
        return Realis.PLANNED
    told = _of_verb(clause, k)
    return None if told is Realis.ACTUAL else told
