"""Which words of one sentence name one act: "an [attack] that killed five", "[struck] a depot, killing nine"?"""

from dataclasses import dataclass, replace

from sayso.lexicon.triggers import TriggerRow, word_class
from sayso.model.mention import EventType
from sayso.reading.rules.doers import is_passive
from sayso.reading.rules.groups import Words
from sayso.reading.rules.parties import Parties
from sayso.reading.rules.syntax import NOMINAL, Clause

_NEAR = 9  # words between the harm and the attack that did it
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
    nouns = [d for d in drafts if d.row.type is EventType.ASSAULT and d.row.part != "v"]
    for draft in drafts:
        doer = _doer(clause, draft, nouns, kept) if _is_harm(clause, draft) else None
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


def _doer(clause: Clause, draft: Draft, nouns: list[Draft], kept: list[Draft]) -> Draft | None:
    """The attack that does the harm: the verb's subject, brought in by "in", "by", or told just before."""
    suffers = draft.row.frame == "un" or is_passive(clause, draft.first)
    for noun in nouns:
        if suffers and draft.last <= noun.first <= draft.last + _NEAR:
            start = noun.first
            while start > draft.last and clause.tags[start - 1] in NOMINAL:
                start -= 1
            if clause.lower[start - 1] in ("in", "by", "during", "from", "after"):
                return noun
        if not suffers and any(a <= noun.first < b for a, b in draft.parties.actors):
            return noun
        between = clause.tags[noun.last : draft.first]
        if not suffers and noun.last <= draft.first <= noun.last + _NEAR and "r" in between:
            return noun
    return _just_told(clause, draft, kept)


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
    return near[-1] if joined and near[-1].last == i - 1 and near[-1].row.part == "v" else None


def _with(draft: Draft, harms: tuple[Harm, ...]) -> Draft:
    """The attack with those whom the verbs of harm tell beside what it struck."""
    if not harms:
        return draft
    told = (*draft.parties.recipients, *(words for harm in harms for words in harm.sufferers))
    return replace(
        draft, harms=harms, parties=replace(draft.parties, recipients=tuple(dict.fromkeys(told)))
    )
