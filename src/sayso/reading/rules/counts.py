"""How many were killed, injured or detained in an act, as its clause tells?"""

from sayso.lexicon.countries import actor_country
from sayso.lexicon.triggers import word_class
from sayso.model.marks import Quantity
from sayso.model.mention import EventType
from sayso.model.readout import CountFound
from sayso.reading.rules.actors import may_act
from sayso.reading.rules.doers import is_passive, subject_of
from sayso.reading.rules.groups import Words, phrase_after, phrase_before
from sayso.reading.rules.merged import Draft, is_compared
from sayso.reading.rules.syntax import Clause

_REACH = 14


def counts_of(
    clause: Clause, draft: Draft, acts: list[Draft], told: tuple[Quantity, ...]
) -> tuple[CountFound, ...]:
    """The counts of an act; `acts`: all of its sentence, `told`: the quantities in it. A number goes with the
    act whose words tell it, else with the nearest attack: never with two."""
    out: list[CountFound] = []
    if draft.row.count:
        _add(out, clause, draft.parties.recipients[:1], draft.row.count, told)
    for harm in draft.harms:
        if harm.count:
            _add(out, clause, harm.sufferers[:1], harm.count, told)
    if draft.row.type is EventType.ASSAULT and not is_compared(clause, draft, acts):
        _beside(out, clause, draft, acts, told)
        _toll(out, clause, draft, acts, told)
    return tuple(out)


def _add(
    out: list[CountFound],
    clause: Clause,
    sufferers: tuple[Words, ...],
    of: str,
    told: tuple[Quantity, ...],
) -> None:
    if any(count.of == of for count in out):
        return
    for words in sufferers:
        count = _count(clause, words, of, told)
        if count:
            out.append(count)


def _count(clause: Clause, words: Words, of: str, told: tuple[Quantity, ...]) -> CountFound | None:
    span = clause.at(*words)
    for quantity in told:
        if quantity.span.end <= span.end and quantity.span.meets(span):
            return CountFound(of=of, low=quantity.low, high=quantity.high, span=quantity.span)
    opening, head = clause.lower[words[0]], clause.lower[words[1] - 1]
    name = clause.tags[words[1] - 1] == "N" and actor_country(head) is None
    human = head in word_class("people") and head not in word_class("many-people")
    person = (name or human) and not head.endswith("s")
    if clause.tags[words[1] : words[1] + 1] == "a" and clause.lower[words[1]] in ("was", "is"):
        person = person or (may_act(clause, words) and head not in word_class("many-people"))
    if "number" in clause.lower[words[0] : words[0] + 2]:
        return None  # "a number of prisoners"
    if opening in word_class("one-person") or (person and "and" not in clause.lower[words[0] : words[1]]):
        return CountFound(of=of, low=1, high=1, span=span)
    return None


def _beside(
    out: list[CountFound], clause: Clause, draft: Draft, acts: list[Draft], told: tuple[Quantity, ...]
) -> None:
    """Counts that words beside the act tell: "12 died in a raid", "a strike leaves nine dead"."""
    for k in range(max(0, draft.last - _REACH), min(len(clause.tags), draft.last + _REACH)):
        of = _harm(clause.lower[k])
        taken = any(act.first <= k < act.last for act in acts)
        if of is None or taken or _nearest(clause, k, acts) is not draft:
            continue
        before = phrase_before(clause, k)
        counted = before is not None and "#" in clause.tags[before[0] : before[1]]
        words = before if counted else None
        if not counted:
            words = subject_of(clause, k) if is_passive(clause, k) else phrase_after(clause, k + 1)
        _add(out, clause, (words,) if words else (), of, told)


def _toll(
    out: list[CountFound], clause: Clause, draft: Draft, acts: list[Draft], told: tuple[Quantity, ...]
) -> None:
    """The number to which a toll rose: "the death toll from the attack rose to 14"."""
    for k in range(max(0, draft.last - _REACH), min(len(clause.tags), draft.last + _REACH)):
        if clause.lower[k] != "toll" or _nearest(clause, k, acts) is not draft:
            continue
        for j in range(k + 1, min(len(clause.tags) - 1, k + 2 * _REACH)):
            if clause.lower[j] in ("to", "at", "of", "reached", "reaches"):
                start = clause.words[j + 1].start
                for quantity in told:
                    if quantity.span.start == start and not any(count.of == "killed" for count in out):
                        out.append(
                            CountFound(of="killed", low=quantity.low, high=quantity.high, span=quantity.span)
                        )
                        return


def _nearest(clause: Clause, k: int, acts: list[Draft]) -> Draft | None:
    """The attack that stands nearest to the word of harm; one that is only measured does not count."""
    attacks = [a for a in acts if a.row.type is EventType.ASSAULT and not is_compared(clause, a, acts)]
    return min(attacks, key=lambda act: abs(act.first - k), default=None)


def _harm(word: str) -> str | None:
    if word in word_class("killing"):
        return "killed"
    return "injured" if word in word_class("hurting") else None
