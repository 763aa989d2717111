"""Whom is a word of harm about: those before it, after it, or who hang on it?"""

from collections.abc import Iterator

from sayso.coding.figure_phrases import Scene
from sayso.lexicon.harms import Harm, Use, harms
from sayso.lexicon.triggers import word_class
from sayso.reading.rules.doers import group_start, has_be, is_passive, subject_of, verb_before
from sayso.reading.rules.groups import Words, owner_in, phrase_after, phrase_before
from sayso.reading.rules.syntax import VERBS, Clause

_NEAR = 7  # words between a number and the word of harm that it stands before: "12 more civilian deaths"
_LOST = frozenset(
    [
        "lost",
        "losing",
        "lose",
        "claimed",
        "claiming",
        "cost",
        "costing",
        "taken",
        "taking",
        "took",
        "take",
        "takes",
    ]
)


def sufferers(scene: Scene, k: int, harm: Harm) -> Iterator[tuple[Words, bool]]:
    """The phrases of those whom the word may be about, the likeliest first; whether they stand before it."""
    clause = scene.clause
    if harm.use is Use.CUSTODY:
        yield from _of_custody(scene, k)
    elif harm.use in (Use.SUFFERED, Use.VIOLENCE) and (clause.tags[k] in VERBS or _is_verb(clause, k)):
        yield from _of_verb(scene, k)
    elif harm.use is Use.SUFFERED and clause.tags[k] == "n" and (before := _number_before(scene, k)):
        yield before, True  # "13 [killed] in"
    elif harm.use is Use.DONE and clause.tags[k] in VERBS:
        yield from ((told, True) for told in _subject(scene, k))
    elif harm.use is Use.LOST:
        around = clause.lower[max(0, k - 5) : k + 4]
        if any(word in _LOST for word in around) and (before := _number_before(scene, k)):
            yield (before[0], k + 1), True
        elif clause.lower[k - 1 : k] == ("their",) and (subject := subject_of(clause, k - 2)):
            yield subject, True
    elif harm.use in (Use.OF, Use.VIOLENT):
        yield from _of_noun(scene, k)
    elif harm.use in (Use.STATE, Use.COUNTED) and clause.tags[k] not in "d":
        yield from _of_state(scene, k, harm)


def _of_verb(scene: Scene, k: int) -> Iterator[tuple[Words, bool]]:
    clause = scene.clause
    after = _object(scene, k)
    if clause.tags[k] == "P" and is_passive(clause, k):
        before = _number_before(scene, k)
        if group_start(clause, k) == k and before:
            yield before, True
        yield from ((told, True) for told in _subject(scene, k))
        if before:
            yield before, True
        return
    if after:
        yield after, False
    if clause.tags[k] == "P" and (not after or after[0] > k + 4):
        if before := _number_before(scene, k) or _number_before(scene, _relative(clause, k)):
            yield before, True
        if not after and (told := phrase_before(clause, k)):
            yield told, True  # "the first sailor killed while on leave"


def _relative(clause: Clause, k: int) -> int:
    """Where a clause such as "that we captured" begins; the verb itself where none does."""
    j = group_start(clause, k) - 1
    if j > 0 and clause.tags[j] in "oN" and clause.tags[j - 1] in "rs":
        return j - 1
    return k


def _whole_list(scene: Scene, told: Words) -> Words:
    """The phrase with the members of its list before it: "[nine men, three women] and 14 children"."""
    clause, first = scene.clause, told[0]
    joined = "and" in clause.lower[told[0] : told[1]]
    while first > 1:
        j = first
        if clause.lower[j - 1] == "and" and not joined:
            joined, j = True, j - 1
        if clause.lower[j - 1] == ",":
            j -= 1
        other = phrase_before(clause, j) if j < first and joined else None
        if other is None or other[1] != j or not (scene.number_in(*other) or other[1] - 1 in scene.persons):
            break
        first = other[0]
    return (first, told[1])


def _is_verb(clause: Clause, k: int) -> bool:
    """Whether a word taken for a noun has an object: "police [arrest] a protester"."""
    before = clause.tags[k - 1] if k else "."
    return clause.tags[k] == "n" and before in "nN" and clause.tags[k + 1 : k + 2] in ("d", "#")


def _of_custody(scene: Scene, k: int) -> Iterator[tuple[Words, bool]]:
    """Who was "taken into custody"."""
    clause = scene.clause
    verb = verb_before(clause, k)
    if clause.lower[k - 1 : k] != ("into",) or verb is None or clause.lower[verb] not in _LOST:
        return
    if has_be(clause, verb):
        yield from ((told, True) for told in _subject(scene, verb))
    elif told := phrase_after(clause, verb + 1):
        yield told, False


def _object(scene: Scene, k: int) -> Words | None:
    """The phrase after a verb, beyond adverbs."""
    clause, j = scene.clause, k + 1
    while j < len(clause.tags) and clause.tags[j] == "b" and not any(n[0] == j for n in scene.numbers):
        j += 1
    if clause.tags[j : j + 2] == "oc" and (told := phrase_at(scene, j + 2)):
        return j, told[1]  # "himself and six guards"
    return phrase_at(scene, j)


def phrase_at(scene: Scene, j: int) -> Words | None:
    """The phrase that begins at word j; a number begins one, whatever the tagger makes of it."""
    for first, last, _ in scene.numbers:
        if first == j:
            told = phrase_after(scene.clause, last - 1) if last - 1 >= j else None
            return (first, max(last, told[1])) if told else (first, last)
    return phrase_after(scene.clause, j)


def _subject(scene: Scene, k: int) -> Iterator[Words]:
    """Who a passive or an intransitive verb is about."""
    clause = scene.clause
    first = group_start(clause, k)
    if first > 1 and clause.tags[first - 2 : first] == "oh":
        yield first - 2, first - 1  # "he's been arrested"
        return
    if told := subject_of(clause, k):
        yield _whole_list(scene, told)
    opening = phrase_after(clause, 0)
    if not opening or not first or clause.lower[first - 1] != ",":
        return
    if clause.lower[opening[1]] == "," and not set(clause.tags[opening[1] : first]) & set("VBa"):
        yield opening  # "Lee Marsh, 42, of Orsk, [died]"


def _number_before(scene: Scene, k: int) -> Words | None:
    """A number with its noun right before word k: "[12 people] killed", "[30] wounded"."""
    clause = scene.clause
    for first, last, _ in reversed(scene.numbers):
        if last > k:
            continue
        gap = range(last, k)
        if len(gap) > _NEAR or any(_parts(clause, j) for j in gap):
            return None
        return (first, k) if scene.number_in(first, k) else None
    return None


def _parts(clause: Clause, j: int) -> bool:
    """Whether word j cannot stand between a number and the word of harm that it counts."""
    return clause.lower[j] in harms() or (clause.tags[j] not in "nNbdhT" and clause.lower[j] != "of")


def _of_noun(scene: Scene, k: int) -> Iterator[tuple[Words, bool]]:
    clause = scene.clause
    if clause.lower[k + 1 : k + 2] == ("of",):
        if told := phrase_at(scene, k + 2):
            yield told, False
        return
    first = k
    while first and clause.tags[first - 1] in "nNh" and k - first < 6:
        first -= 1
    if (owner := owner_in(clause, first, k)) and owner[1] <= k:
        yield owner, True


def _of_state(scene: Scene, k: int, harm: Harm) -> Iterator[tuple[Words, bool]]:
    clause = scene.clause
    if before := _number_before(scene, k):
        yield (before[0], k + 1) if harm.use is Use.COUNTED else before, True
        return
    ahead = clause.lower[max(0, k - 3) : k]
    if harm.use is Use.COUNTED:
        if "no" in ahead and clause.tags[k] in "nN":
            yield (k - len(ahead) + ahead.index("no"), k + 1), True
        return
    be = any(word in word_class("be-or-get") for word in ahead[-2:])
    told = subject_of(clause, k) if be else phrase_before(clause, k)
    if told and clause.lower[told[0]] not in ("the", "how"):
        yield told, True
