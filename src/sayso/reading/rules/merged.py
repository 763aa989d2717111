"""Which words of one sentence name one act: "an [attack] that killed five", "killed in an [airstrike]"?"""

from dataclasses import dataclass, replace

from sayso.lexicon.triggers import TriggerRow, word_class
from sayso.model.mention import EventType
from sayso.reading.rules.doers import is_passive
from sayso.reading.rules.parties import Parties
from sayso.reading.rules.syntax import NOMINAL, Clause

_NEAR = 9  # words between the harm and the attack that did it


@dataclass(frozen=True, slots=True)
class Draft:
    """An act as its own words tell it."""

    first: int
    last: int
    row: TriggerRow
    parties: Parties
    count: str | None = None  # what a number of its sufferers counts


def merged(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Without the verbs of harm that only tell what an attack did; it takes over whom they harmed."""
    nouns = [d for d in drafts if d.row.type is EventType.ASSAULT and d.row.part != "v"]
    if not nouns:
        return drafts
    gained: dict[int, Draft] = {}
    out = []
    for draft in drafts:
        noun = _doer(clause, draft, nouns) if _is_harm(clause, draft) else None
        if noun is None:
            out.append(draft)
        else:
            gained.setdefault(noun.first, draft)
    return [_with(draft, gained[draft.first]) if draft.first in gained else draft for draft in out]


def _is_harm(clause: Clause, draft: Draft) -> bool:
    harm = clause.lower[draft.first] in word_class("harm")
    return draft.row.part == "v" and draft.row.type is EventType.ASSAULT and harm


def _doer(clause: Clause, draft: Draft, nouns: list[Draft]) -> Draft | None:
    """The attack that does the harm: the verb's subject, or brought in by "in", "by", "during"."""
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
    return None


def _with(draft: Draft, harm: Draft) -> Draft:
    """The attack with those whom the verb of harm tells, and with what a number of them counts."""
    recipients = harm.parties.recipients
    if draft.parties.recipients or not recipients:
        return draft
    return replace(draft, parties=replace(draft.parties, recipients=recipients), count=harm.row.count)
