"""Who does an act and who suffers it, as the words around its trigger tell?"""

from dataclasses import dataclass

from sayso.lexicon.countries import actor_country, demonyms, names
from sayso.lexicon.grammar import words_of
from sayso.lexicon.triggers import TriggerRow, word_class
from sayso.model.mention import EventType
from sayso.reading.rules.syntax import NOMINAL, VERBS, Clause, phrase_after, phrase_before

_BY_WORDS = frozenset(
    {
        *(EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.REQUEST),
        *(EventType.THREATEN, EventType.AGREE, EventType.CONCEDE),
    }
)
_SHARED = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.ACCUSE})
Words = tuple[int, int]  # the first word and the one after the last

_REACH = 24  # words that a search goes to either side: longer clauses of news are rare, and time stays linear


@dataclass(frozen=True, slots=True)
class Parties:
    """Phrases of one act, as words of its clause."""

    actors: tuple[Words, ...] = ()
    recipients: tuple[Words, ...] = ()


def group_start(clause: Clause, i: int) -> int:
    """The first word of the verb group that ends with the verb at word i: "had not been attacked"."""
    j = i
    while j > 0 and i - j < _REACH and clause.tags[j - 1] in "amxbTt":
        j -= 1
    while j < i and clause.tags[j] in "bT":
        j += 1
    return j


def is_passive(clause: Clause, i: int) -> bool:
    """Whether the participle at word i stands in the passive."""
    if clause.tags[i] != "P":
        return False
    first = group_start(clause, i)
    if any(clause.lower[k] in word_class("be-or-get") for k in range(first, i)):
        return True
    return first == i and is_reduced(clause, i)


def is_reduced(clause: Clause, i: int) -> bool:
    """Whether the participle stands without an auxiliary and suffers: "civilians killed in", "held by"."""
    if i == 0:
        return True
    if clause.tags[i - 1] == "o" or (clause.tags[i - 1] == "r" and clause.lower[i - 1] != "whom"):
        return clause.lower[i + 1 : i + 2] == ("by",)
    told = phrase_before(clause, i)
    if (
        told
        and told[0]
        and clause.lower[told[0] - 1] in ("whom", "when", "as", "after", "before", "said", "says")
    ):
        return False
    k = i + 1
    while k < len(clause.tags) and clause.tags[k] == "b":
        k += 1
    after = clause.tags[k] if k < len(clause.tags) else "."
    return after in "p.TtV"


def subject_of(clause: Clause, i: int, depth: int = 0) -> Words | None:
    """The phrase whose referent does what the verb at word i says (in the passive: suffers it)."""
    if depth > 4:
        return None
    first = group_start(clause, i)
    if "t" in clause.tags[first:i]:
        return _controller(clause, first + clause.tags[first:i].index("t"), depth)
    j = first - 1
    if j < 0:
        return _after_comma(clause, i) if clause.tags[i] in "GP" else None
    tag = clause.tags[j]
    if tag in NOMINAL or tag == "o":
        return _head(clause, first, depth)
    if tag == "r":
        return phrase_before(clause, j - 1 if j and clause.lower[j - 1] == "," else j)
    if tag == "." and clause.lower[j] in (",", ")", "—", "–"):
        return _across_comma(clause, i, j, depth)
    if tag == "p" and clause.tags[i] == "G":
        told = phrase_before(clause, j)
        verb = _verb_before(clause, told[0] if told else j)
        if told and verb is not None and verb + 1 >= told[0] - 1 and clause.lower[j] in ("of", "for", "from"):
            return told
        return subject_of(clause, verb, depth + 1) if verb is not None else told
    verb = _verb_before(clause, first)
    if verb is not None and verb < i:
        return subject_of(clause, verb, depth + 1)
    return None


def _head(clause: Clause, i: int, depth: int) -> Words | None:
    """The phrase before word i, or the one that it is part of: "[forces] fighting the militants attacked"."""
    told = phrase_before(clause, i)
    if told is None or depth > 4:
        return told
    k = told[0] - 1
    if k > 0 and clause.tags[k] == "p" and clause.tags[k - 1] in "PG":
        k -= 1  # "fighters backed by Turkey"
        return _head(clause, k, depth + 1) or told
    if k > 1 and clause.tags[k] == "G" and clause.tags[k - 1] in "nN":
        return _head(clause, k, depth + 1) or told
    if k > 1 and clause.tags[k] == "B" and clause.tags[k - 1] == "t" and clause.tags[i] in "aVm":
        verb = clause.tags[k - 2] in "GP"
        return _head(clause, k - 2 if verb else k - 1, depth + 1) or told
    if k > 1 and clause.tags[k] in "PV" and clause.tags[k - 1] == "r" and clause.tags[i] in "aVmP":
        return _head(clause, k - 1, depth + 1) or told
    return told


def _controller(clause: Clause, to: int, depth: int) -> Words | None:
    """Who is to do what an infinitive says: "urged [militias] to attack", "[Iran] plans to attack"."""
    told = phrase_before(clause, to)
    if told:
        before = clause.lower[told[0] - 1] if told[0] else ""
        if before in word_class("makes-another-act"):
            return told
        owner = _owner(clause, told[0], told[1])
        if owner:
            return owner
    verb = _verb_before(clause, told[0] if told else to)
    if verb is None:
        return told
    return subject_of(clause, verb, depth + 1)


def _verb_before(clause: Clause, i: int) -> int | None:
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if clause.tags[k] in VERBS or (clause.tags[k] == "a" and clause.lower[k] in words_of("copula")):
            return k
        if clause.lower[k] in (";", ":"):
            return None
    return None


def _across_comma(clause: Clause, i: int, comma: int, depth: int) -> Words | None:
    """The subject before an insertion between commas, or of the main clause for ", accusing ..."."""
    if clause.tags[i] in "G":
        verb = _verb_before(clause, comma)
        return subject_of(clause, verb, depth + 1) if verb is not None else None
    for k in range(comma - 1, max(-1, comma - _REACH), -1):
        if clause.lower[k] in (",", "(", "—", "–"):
            told = phrase_before(clause, k)
            if told:
                return told
    return phrase_before(clause, comma)


def _after_comma(clause: Clause, i: int) -> Words | None:
    """The subject of the main clause that follows: "Visiting Baghdad, [a commander] urged"."""
    for k in range(i + 1, min(len(clause.tags), i + _REACH)):
        if clause.lower[k] == ",":
            return phrase_after(clause, k + 1)
    return None


def _owner(clause: Clause, first: int, last: int) -> Words | None:
    """Whose it is within the noun phrase [first, last): "[Turkey]'s offensive", "[their] attacks"."""
    for k in range(last - 1, first - 1, -1):
        if clause.tags[k] == "h":
            if clause.lower[k] == "whose":
                return phrase_before(clause, k - 1 if k and clause.lower[k - 1] == "," else k)
            if clause.lower[k] in words_of("possessive"):
                return k, k + 1
            return phrase_before(clause, k)
    return None


def _scope(clause: Clause, i: int) -> int:
    """Where what hangs on word i ends at the latest: before the next clause."""
    k = i
    while k < len(clause.tags) and k - i < _REACH:
        if clause.tags[k] in "sr" or clause.lower[k] in (";", ":", ".", "”", '"') or clause.tags[k] in "V":
            return k
        if clause.tags[k] == "P" and k > i and clause.tags[k - 1] in "amoN":
            return k
        k += 1
    return k


def after_preposition(clause: Clause, i: int, preps: frozenset[str], *, near: int = _REACH) -> Words | None:
    """The first phrase after one of the prepositions, right of word i and in its clause."""
    for k in range(i, min(_scope(clause, i), i + near)):
        if clause.lower[k] in preps:
            told = phrase_after(clause, k + 1)
            if told and clause.tags[told[0] : told[1]] != "T":
                return told
    return None


def split_pair(clause: Clause, told: Words) -> tuple[Words, ...]:
    """ "A and B" as two phrases where both are names or the conjunction is plain; else the phrase itself."""
    for k in range(told[0] + 1, told[1] - 1):
        if clause.lower[k] == "and":
            return (told[0], k), (k + 1, told[1])
    return (told,)


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
    if is_passive(clause, first):
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
    """Whom an object names: of words alone ("condemned Iran's plan") its owner; force is done to things too."""
    if row.type not in _BY_WORDS or is_party(clause, told):
        return told
    return _owner(clause, *told) or _attribute(clause, *told)


def is_party(clause: Clause, told: Words) -> bool:
    """Whether a phrase seems to name somebody: a name, a pronoun, people, a group, a state."""
    head = told[1] - 1
    for k in range(told[0] + 1, told[1]):
        if clause.lower[k] == "of":
            head = k - 1
            break
    if clause.tags[head] in "No":
        return True
    return any(
        clause.lower[head] in word_class(name) for name in ("people", "state", "force", "person", "org")
    )


def _prep(clause: Clause, last: int, row: TriggerRow) -> tuple[Words, ...]:
    return _some(after_preposition(clause, last, row.to)) if row.to else ()


def _of_noun(clause: Clause, first: int, last: int, row: TriggerRow) -> Parties:
    actor = after_preposition(clause, last, frozenset({"by"}))
    recipient: Words | None = None
    between = after_preposition(clause, last, frozenset({"between"}), near=4)
    if between:
        return Parties(actors=split_pair(clause, between))
    if row.to:
        recipient = after_preposition(clause, last, row.to - {"between", "in"}, near=8)
    if clause.lower[last : last + 1] == ("of",) and row.of:
        told = phrase_after(clause, last + 1)
        actor, recipient = (actor or told, recipient) if row.of == "a" else (actor, recipient or told)
    start = first
    while start > 0 and clause.tags[start - 1] in NOMINAL:
        start -= 1
    owner = _owner(clause, start, first)
    if owner:
        suffers = row.of == "r" and (row.count is not None or actor is not None)
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
    verb = _verb_before(clause, start)
    if verb is None:
        return None, recipient
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
