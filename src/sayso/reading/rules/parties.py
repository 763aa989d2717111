"""Who does an act and who suffers it, as the words around its trigger tell?"""

from dataclasses import dataclass

from sayso.lexicon.countries import actor_country, demonyms, names
from sayso.lexicon.triggers import TriggerRow, trigger_forms, word_class
from sayso.model.mention import EventType
from sayso.reading.rules.actors import may_act
from sayso.reading.rules.doers import has_be, is_passive, subject_of, verb_before
from sayso.reading.rules.groups import Words, after_preposition, owner_in, phrase_after, split_pair
from sayso.reading.rules.syntax import NOMINAL, Clause

_BY_WORDS = frozenset(
    {
        *(EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.REQUEST),
        *(EventType.THREATEN, EventType.AGREE, EventType.CONCEDE),
    }
)
_SHARED = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.ACCUSE})


@dataclass(frozen=True, slots=True)
class Parties:
    """Phrases of one act, as words of its clause."""

    actors: tuple[Words, ...] = ()
    recipients: tuple[Words, ...] = ()


def parties_of(clause: Clause, first: int, last: int, row: TriggerRow) -> Parties:
    """Actors and recipients of the act that words [first, last) name."""
    if row.frame == "ag":
        return Parties(actors=((first, last),))
    if row.part == "v":
        return _of_verb(clause, first, last, row)
    return _of_noun(clause, first, last, row)


def _some(*told: Words | None) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words for words in told if words))


def _of_verb(clause: Clause, first: int, last: int, row: TriggerRow) -> Parties:
    subject = subject_of(clause, first)
    by = after_preposition(clause, last, frozenset({"by"}))
    bare = row.frame != "tr" and not has_be(clause, first) and by is None  # "met with" is no passive
    if is_passive(clause, first) and not bare:
        if row.frame in ("tr", "un"):
            return Parties(actors=_some(by), recipients=_some(subject))
        return Parties(actors=_some(by or subject), recipients=_prep(clause, last, row))
    if row.frame == "un":
        return Parties(actors=_some(by), recipients=_some(subject))
    told = phrase_after(clause, last)
    if row.frame == "mu":
        if told is None or not is_party(clause, told):
            told = after_preposition(clause, last, row.to, near=8)
        return Parties(actors=_some(subject, told))
    if row.frame == "tr" and told:
        return Parties(actors=_some(subject), recipients=_some(_sufferer(clause, told, row)))
    return Parties(actors=_some(subject), recipients=_prep(clause, last, row))


def _sufferer(clause: Clause, told: Words, row: TriggerRow) -> Words | None:
    """Whom an object names: of acts of words ("condemned Iran's plan") its owner."""
    if row.type not in _BY_WORDS or is_party(clause, told):
        return told
    return owner_in(clause, *told) or _attribute(clause, *told)


def is_party(clause: Clause, told: Words) -> bool:
    """Whether a phrase seems to name somebody: a name, a pronoun, people, a group, a state."""
    return may_act(clause, told)


def _prep(clause: Clause, last: int, row: TriggerRow) -> tuple[Words, ...]:
    return _some(after_preposition(clause, last, row.to)) if row.to else ()


def _of_noun(clause: Clause, first: int, last: int, row: TriggerRow) -> Parties:
    actor = after_preposition(clause, last, frozenset({"by"}))
    recipient: Words | None = None
    between = after_preposition(clause, last, frozenset({"between"}), near=4)
    if between:
        second = clause.lower[between[1] : between[1] + 1] == ("and",)
        other = phrase_after(clause, between[1] + 1) if second else None
        return Parties(actors=(*split_pair(clause, between), *_some(other)))
    if row.to:
        recipient = after_preposition(clause, last, row.to - {"between", "in"}, near=8)
    if clause.lower[last : last + 1] == ("of",) and row.of:
        told = phrase_after(clause, last + 1)
        actor, recipient = (actor or told, recipient) if row.of == "a" else (actor, recipient or told)
    start = first
    while start > 0 and clause.tags[start - 1] in NOMINAL:
        start -= 1
    owner = owner_in(clause, start, first)
    if owner:
        suffers = row.of == "r" and (row.count is not None or actor is not None)
        suffers = suffers or clause.lower[last - 1] in word_class("suffered")  # "his release", "Cole's trial"
        actor, recipient = (actor, recipient or owner) if suffers else (actor or owner, recipient)
    actor = actor or _attribute(clause, start, first)
    if not actor:
        actor, recipient = _by_verb(clause, start, row, recipient)
    if row.frame == "mu":
        return Parties(actors=_some(actor, recipient))
    return Parties(actors=_some(actor), recipients=_some(recipient))


def _by_verb(
    clause: Clause, start: int, row: TriggerRow, recipient: Words | None
) -> tuple[Words | None, Words | None]:
    """The actor that the verb tells which governs the noun: "[rebels] launched an attack"."""
    verb = verb_before(clause, start)
    if verb is None:
        return None, recipient
    if clause.lower[verb] in word_class("blames"):
        accused = _accused(clause, verb, start)
        return accused, None if accused == recipient else recipient
    told = clause.lower[verb]
    tells = _is_of_words(told) or told in word_class("speech") - {"claimed"}
    if tells and row.type not in _SHARED and told not in word_class("light-verb"):
        return None, recipient  # who condemns an attack, or reports it, did not attack
    near = start - verb <= 3
    if near and clause.lower[verb] in word_class("suffers"):
        return None, recipient or subject_of(clause, verb)
    if is_passive(clause, verb):
        return None, recipient
    subject = subject_of(clause, verb)
    light = near and clause.lower[verb] in word_class("light-verb")
    if light or row.type in _SHARED or (subject and start - verb <= 6 and _may_act(clause, subject)):
        return subject, recipient
    return None, recipient


def _accused(clause: Clause, verb: int, noun: int) -> Words | None:
    """Who is blamed for the act of a noun: "blamed [the group] for the attack", "it on [the group]"."""
    told = phrase_after(clause, verb + 1)
    if told and told[0] <= noun < told[1]:
        return after_preposition(clause, told[1], frozenset({"on"}), near=4)
    return told if told and may_act(clause, told) else None


def _is_of_words(verb: str) -> bool:
    """Whether a verb names an act of words: "condemned", "urged"."""
    forms = trigger_forms().get(verb, ())
    return bool(forms) and all(form.row.type in _BY_WORDS for form in forms if form.row.part == "v")


def _may_act(clause: Clause, told: Words) -> bool:
    """Whether a subject is one that attacks, arrests or sends: an armed group, a state."""
    inside = clause.lower[told[0] : told[1]]
    if any(word in word_class("force") or word in word_class("state") for word in inside):
        return True
    return actor_country(" ".join(inside)) is not None


def _attribute(clause: Clause, start: int, first: int) -> Words | None:
    """An adjective of nation or a group's name before the noun: "[US] airstrikes", "[Isis] attacks"."""
    for k in range(first - 1, start - 1, -1):
        word = clause.lower[k]
        group = word in word_class("force") and word not in word_class("no-actor")
        if word in demonyms() or group or word in ("un", "eu", "nato") or word.endswith("-led"):
            begin = k
            while begin > start and clause.tags[begin - 1] == "N":
                begin -= 1
            return begin, k + 1
        if word in names():
            return None
    return None
