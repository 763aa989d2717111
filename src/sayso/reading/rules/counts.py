"""How many were killed, injured or detained in an act, as its clause tells?"""

from sayso.lexicon.countries import actor_country
from sayso.lexicon.triggers import word_class
from sayso.model.marks import Quantity
from sayso.model.mention import EventType
from sayso.model.readout import CountFound
from sayso.reading.rules.doers import is_passive, subject_of
from sayso.reading.rules.groups import Words, phrase_after, phrase_before
from sayso.reading.rules.merged import Draft
from sayso.reading.rules.syntax import Clause

_REACH = 14


def counts_of(clause: Clause, draft: Draft, told: tuple[Quantity, ...]) -> tuple[CountFound, ...]:
    """The counts of an act; `told`: the quantities of its sentence."""
    out: list[CountFound] = []
    if draft.count:
        for words in draft.parties.recipients[:1]:
            count = _count(clause, words, draft.count, told)
            if count:
                out.append(count)
    if draft.row.type is EventType.ASSAULT and draft.row.part != "v":
        out += [c for c in _beside(clause, draft.last, told) if c.of not in {other.of for other in out}]
    return tuple(out)


def _count(clause: Clause, words: Words, of: str, told: tuple[Quantity, ...]) -> CountFound | None:
    span = clause.at(*words)
    for quantity in told:
        if span.start - 12 <= quantity.span.start <= span.end and quantity.span.end <= span.end:
            return CountFound(of=of, low=quantity.low, high=quantity.high, span=quantity.span)
    opening, head = clause.lower[words[0]], clause.lower[words[1] - 1]
    name = clause.tags[words[1] - 1] == "N" and actor_country(head) is None
    human = head in word_class("people") and head not in word_class("many-people")
    person = (name or human) and not head.endswith("s")
    if "number" in clause.lower[words[0] : words[0] + 2]:
        return None  # "a number of prisoners"
    if opening in word_class("one-person") or (person and "and" not in clause.lower[words[0] : words[1]]):
        return CountFound(of=of, low=1, high=1, span=span)
    return None


def _beside(clause: Clause, last: int, told: tuple[Quantity, ...]) -> list[CountFound]:
    """Counts that a verb beside the noun tells: "an attack that killed 31 people", "12 killed in a raid"."""
    out: list[CountFound] = []
    for k in range(max(0, last - _REACH), min(len(clause.tags), last + _REACH)):
        of = _harm(clause.lower[k])
        if of is None or any(count.of == of for count in out):
            continue
        before = phrase_before(clause, k)
        counted = before is not None and "#" in clause.tags[before[0] : before[1]]
        words = before if counted else None
        if not counted:
            words = subject_of(clause, k) if is_passive(clause, k) else phrase_after(clause, k + 1)
        count = _count(clause, words, of, told) if words else None
        if count:
            out.append(count)
    return out


def _harm(word: str) -> str | None:
    if word in word_class("killing"):
        return "killed"
    return "injured" if word in word_class("hurting") else None
