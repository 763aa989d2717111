"""Which words of a sentence name one act: "an [attack] that killed five", "[struck] it, killing nine"?"""

from dataclasses import dataclass, replace

from sayso.lexicon.triggers import TriggerRow, word_class
from sayso.model.mention import EventType
from sayso.reading.rules.doers import is_passive
from sayso.reading.rules.groups import Words
from sayso.reading.rules.parties import Parties
from sayso.reading.rules.syntax import NOMINAL, Clause

_NEAR = 9  # words between the harm and the attack that did it
_CLAUSE = 14  # and where a clause of its own tells it
_FAR = 30  # words before ", killing nine" in which the attack stands; longer sentences of news are rare


@dataclass(frozen=True, slots=True)
class Harm:
    """Whom an act harmed, and what a number of them counts: killed, injured."""

    sufferers: tuple[Words, ...]
    count: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """An act as its own words tell it."""

    first: int
    last: int
    row: TriggerRow
    parties: Parties
    harms: tuple[Harm, ...] = ()  # told by other verbs of the sentence: "killing", "and wounding"


def merged(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Without the verbs of harm that only tell what an attack did; it takes over whom they harmed.

    Annotators of the training texts give the attack and its harm one mention in 31 of 37 such sentences.
    """
    kept: list[Draft] = []
    taken: dict[int, int] = {}  # first word of a harm: of the act that did it
    gained: dict[int, tuple[Harm, ...]] = {}
    for draft in drafts:
        doer = _doer(clause, draft, drafts, kept) if _is_harm(clause, draft) else None
        if doer is None:
            kept.append(draft)
            continue
        first = taken.get(doer.first, doer.first)
        taken[draft.first] = first
        gained[first] = (*gained.get(first, ()), Harm(draft.parties.recipients, draft.row.count))
    return [_with(draft, gained.get(draft.first, ())) for draft in kept]


def _is_harm(clause: Clause, draft: Draft) -> bool:
    harm = clause.lower[draft.first] in word_class("harm")
    return draft.row.part == "v" and draft.row.type is EventType.ASSAULT and harm


def _doer(clause: Clause, draft: Draft, drafts: list[Draft], kept: list[Draft]) -> Draft | None:
    """The attack that does the harm: the verb's subject, brought in by "in", "by", or told just before."""
    suffers = draft.row.frame == "un" or is_passive(clause, draft.first)
    suffers = suffers or clause.tags[max(0, draft.first - 1)] == "#"  # "and [27] wounded when"
    for noun in (d for d in drafts if d.row.type is EventType.ASSAULT and d.row.part != "v"):
        if suffers and draft.last <= noun.first <= draft.last + _NEAR:
            start = noun.first
            while start > draft.last and (clause.tags[start - 1] in NOMINAL or clause.tags[start - 1] == "T"):
                start -= 1
            if clause.lower[start - 1] in ("in", "by", "during", "from", "after"):
                return noun
        if not suffers and any(a <= noun.first < b for a, b in draft.parties.actors):
            return noun
        near = noun.last <= draft.first <= noun.last + _CLAUSE
        if near and _tells_of(clause, noun.last, draft.first, suffers):
            return noun
    if suffers:
        for act in drafts:
            if draft.last <= act.first <= draft.last + _CLAUSE and act.row.type is EventType.ASSAULT:
                joins = clause.lower[draft.last : act.first]
                if any(word in ("when", "as") for word in joins) and act.row.count is None:
                    return act
    return _just_told(clause, draft, kept)


def _tells_of(clause: Clause, noun: int, harm: int, suffers: bool) -> bool:
    """Whether a relative clause tells the harm: "an attack that killed", "a raid in which nine died"."""
    relative = clause.tags.find("r", noun, harm)
    if relative < 0 or any(tag in "VB" for tag in clause.tags[noun:relative]):
        return False
    told_in = clause.lower[relative - 1] in ("in", "by", "during") or clause.lower[relative] == "where"
    return told_in or not suffers


def _just_told(clause: Clause, draft: Draft, kept: list[Draft]) -> Draft | None:
    """The attack before ", killing nine" and "and wounding 27", or before "and killed"."""
    near = [d for d in kept if d.row.type is EventType.ASSAULT and 0 <= draft.first - d.last <= _FAR]
    if not near:
        return None
    i = draft.first
    joined = i > 1 and clause.lower[i - 1] in ("and", "&")
    if clause.tags[i] == "G":
        follows = i > 1 and clause.lower[i - 1] == ","
        return near[-1] if follows or joined else None
    if is_passive(clause, i) and draft.parties.recipients:
        start = draft.parties.recipients[0][0]
        if start and clause.lower[start - 1] == "and" and near[-1].row.part == "v":
            return near[-1]  # "two were shot dead and three others wounded"
    return near[-1] if joined and near[-1].last == i - 1 and near[-1].row.part == "v" else None


def _with(draft: Draft, harms: tuple[Harm, ...]) -> Draft:
    """The attack with those whom the verbs of harm tell beside what it struck."""
    if not harms:
        return draft
    told = (*draft.parties.recipients, *(words for harm in harms for words in harm.sufferers))
    return replace(draft, harms=harms, parties=replace(draft.parties, recipients=tuple(dict.fromkeys(told))))


def is_compared(clause: Clause, draft: Draft, acts: list[Draft]) -> bool:
    """Whether a noun only measures an act told before: "the [deadliest] attack this year"."""
    if draft.row.part == "v" or not any(
        (clause.lower[k].endswith("est") and len(clause.lower[k]) > 5) or clause.lower[k] in ("most", "worst")
        for k in range(max(0, draft.first - 3), draft.first)
    ):
        return False
    told = any(act.first < draft.first and act.row.type is draft.row.type for act in acts)
    return told or clause.lower[:2] in (("it", "was"), ("this", "was"), ("it", "is"))
