"""Who does what a verb says, or suffers it in the passive?"""

from sayso.lexicon.grammar import words_of
from sayso.lexicon.triggers import word_class
from sayso.reading.rules.groups import REACH, Words, owner_in, phrase_after, phrase_before
from sayso.reading.rules.syntax import NOMINAL, VERBS, Clause


def group_start(clause: Clause, i: int) -> int:
    """The first word of the verb group that ends with the verb at word i: "had not been attacked"."""
    j = i
    while j > 0 and i - j < REACH and clause.tags[j - 1] in "amxbTt":
        j -= 1
    while j < i and clause.tags[j] in "bT":
        j += 1
    return j


def has_be(clause: Clause, i: int) -> bool:
    """Whether a form of "be" or "get" stands in the verb group of word i."""
    return any(clause.lower[k] in word_class("be-or-get") for k in range(group_start(clause, i), i))


def is_passive(clause: Clause, i: int) -> bool:
    """Whether the participle at word i stands in the passive."""
    if clause.tags[i] != "P":
        return False
    first = group_start(clause, i)
    if has_be(clause, i):
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
    if clause.lower[k : k + 1] and clause.lower[k] in word_class("about") and "#" in clause.tags[k : k + 4]:
        return False  # "killed at least five"
    if "s" in clause.tags[k : k + 4] and "that" in clause.lower[k : k + 4]:
        return False  # "warned on Tuesday that"
    t = k
    while t < len(clause.tags) and clause.tags[t] == "T":
        t += 1
    if t > k and clause.tags[t : t + 1] in ("h", "n", "N"):
        return False  # "condemned Tuesday's attack"
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
    while j > 0 and (clause.tags[j] in "bT" or clause.tags[j : j + 2] == "pT"):
        j -= 1
    if j < 0:
        return _after_comma(clause, i) if clause.tags[i] in "GP" else None
    tag = clause.tags[j]
    if tag in NOMINAL or tag == "o":
        return _head(clause, first, depth)
    if tag == "r":
        return _antecedent(clause, j)
    if tag == "." and clause.lower[j] in (",", ")", "—", "–"):
        return _across_comma(clause, i, first, j, depth)
    if tag == "c":
        return _shared(clause, i, j, depth)
    if tag == "p" and clause.tags[i] == "G":
        told = phrase_before(clause, j)
        verb = verb_before(clause, told[0] if told else j)
        if told and verb is not None and verb + 1 >= told[0] - 1 and clause.lower[j] in ("of", "for", "from"):
            return told
        return subject_of(clause, verb, depth + 1) if verb is not None else told
    if tag in "PV" and clause.lower[j] in word_class("parenthesis"):
        told = phrase_before(clause, j)
        return phrase_before(clause, told[0]) if told else None  # "the [men] he says bombed a depot"
    verb = verb_before(clause, first)
    if verb is not None and verb < i:
        return subject_of(clause, verb, depth + 1)
    return None


def _antecedent(clause: Clause, relative: int) -> Words | None:
    """Whom "who" at that word means: the phrase before it, beyond a comma and an acronym in brackets."""
    j = relative
    if j and clause.lower[j - 1] == ",":
        j -= 1
    if j > 3 and clause.lower[j - 1] == ")" and clause.lower[j - 3] == "(":
        j -= 3
    told = phrase_before(clause, j)
    if told and clause.lower[relative] == "who":
        for k in range(told[1] - 2, told[0], -1):
            tail = clause.lower[told[1] - 1]
            if clause.lower[k] == "for" and tail in word_class("people"):
                return k + 1, told[1]  # "a collection point for [extremists] who"
    return told


def _head(clause: Clause, i: int, depth: int) -> Words | None:
    """The phrase before word i, or the one that it is part of: "[forces] fighting the militants attacked"."""
    told = phrase_before(clause, i)
    if told is None or depth > 4:
        return told
    k = told[0] - 1
    if k >= 0 and clause.lower[k] in word_class("begins-clause"):
        return told  # "six died after [rebels] stormed"
    if k > 0 and clause.tags[k] == "p" and clause.tags[k - 1] in "PG":
        k -= 1  # "fighters backed by Turkey"
        return _head(clause, k, depth + 1) or told
    if k > 1 and clause.tags[k] == "G" and clause.tags[k - 1] in "nN":
        return _head(clause, k, depth + 1) or told
    if k > 1 and clause.tags[k] == "B" and clause.tags[k - 1] == "t" and clause.tags[i] in "aVm":
        verb = clause.tags[k - 2] in "GP"
        return _head(clause, k - 2 if verb else k - 1, depth + 1) or told
    if k > 1 and clause.tags[k] in "PV" and clause.tags[i] in "aVmP":
        relative = group_start(clause, k) - 1
        if relative > 0 and clause.tags[relative] == "r":
            return _head(clause, relative, depth + 1) or told
    return told


def _controller(clause: Clause, to: int, depth: int) -> Words | None:
    """Who is to do what an infinitive says: "urged [militias] to attack", "[Iran] plans to attack"."""
    told = phrase_before(clause, to)
    if told:
        before = clause.lower[told[0] - 1] if told[0] else ""
        if before in word_class("makes-another-act"):
            return told
        owner = owner_in(clause, told[0], told[1])
        if owner:
            return owner
    verb = verb_before(clause, told[0] if told else to)
    if verb is None:
        return told
    return subject_of(clause, verb, depth + 1)


def verb_before(clause: Clause, i: int) -> int | None:
    """The nearest verb before word i; None where none stands near."""
    for k in range(i - 1, max(-1, i - 1 - REACH), -1):
        if clause.tags[k] in VERBS or (clause.tags[k] == "a" and clause.lower[k] in words_of("copula")):
            return k
        if clause.lower[k] in (";", ":"):
            return None
    return None


def _shared(clause: Clause, i: int, conjunction: int, depth: int) -> Words | None:
    """The subject of the verb that "and" joins to the one at word i: finite joins finite."""
    finite = clause.tags[i] in "PV"
    verb = verb_before(clause, conjunction)
    while verb is not None and finite and not _is_finite(clause, verb):
        verb = verb_before(clause, verb)
    return subject_of(clause, verb, depth + 1) if verb is not None else None


def _is_finite(clause: Clause, i: int) -> bool:
    if clause.tags[i] in "aV":
        return True
    first = group_start(clause, i)
    if any(tag in "am" for tag in clause.tags[first:i]):
        return "t" not in clause.tags[first:i]
    return clause.tags[i] == "P" and not is_reduced(clause, i)


def _across_comma(clause: Clause, i: int, first: int, comma: int, depth: int) -> Words | None:
    """The subject before an insertion between commas, or of the main clause for ", accusing ..."."""
    if clause.tags[i] == "G" and first == i:
        verb = verb_before(clause, comma)
        return subject_of(clause, verb, depth + 1) if verb is not None else None
    for k in range(comma - 1, max(-1, comma - REACH), -1):
        if clause.lower[k] in (",", "(", "—", "–"):
            told, name = phrase_before(clause, k), phrase_after(clause, k + 1)
            if told and name and name[1] == comma and clause.tags[comma - 1] == "N" and told[1] == k:
                return told[0], comma  # "the president, [Ada Orvik]," is one phrase
            if told:
                return told
    return phrase_before(clause, comma)


def _after_comma(clause: Clause, i: int) -> Words | None:
    """The subject of the main clause that follows: "Visiting Baghdad, [a commander] urged"."""
    for k in range(i + 1, min(len(clause.tags), i + REACH)):
        if clause.lower[k] == ",":
            return phrase_after(clause, k + 1)
    return None
