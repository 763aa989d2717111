"""May a phrase act, or is it a claim, a time, a verb, a weapon whose user nobody names?"""

from sayso.lexicon.countries import actor_country, demonyms
from sayso.lexicon.grammar import verb_forms, words_of
from sayso.lexicon.roles import role_of
from sayso.lexicon.triggers import trigger_forms, word_class
from sayso.model.statement import VoiceKind
from sayso.reading.rules.groups import LOYAL, Words, owner_in, split_pair
from sayso.reading.rules.syntax import Clause

_PEOPLE = ("people", "state", "force", "person", "org", "party")
# Endings of nouns for people: of the actors that annotators name by a common noun all but 1 in 20 end so or
# stand in a class.
_ENDINGS = ("ers", "ors", "ists", "ians", "ees", "men", "women", "man", "woman", "ants", "eers", "folk")
_ONE = ("er", "or", "ist", "ian")
_NOT_PEOPLE = frozenset({"matters", "numbers", "others'", "powers'", "errors", "papers", "quarters"})


def acting(clause: Clause, told: Words) -> Words | None:
    """The phrase where it names somebody; of a thing or an act its owner ("a [US] statement"), if told."""
    first, last = told
    while last - first > 1 and (
        clause.lower[last - 1] in (",", "(", '"', "“", "”", "and") or clause.tags[last - 1] == "T"
    ):
        last -= 1
    if may_act(clause, (first, last)):
        return first, last
    owner = owner_in(clause, first, last)
    if owner and may_act(clause, owner):
        return owner
    for part in split_pair(clause, (first, last)):
        if part != (first, last) and may_act(clause, part):
            return part
    head = _head(clause, first, last)
    for k in range(head - 1, first - 1, -1):
        if clause.lower[k] in demonyms() or (clause.tags[k] == "N" and actor_country(clause.lower[k])):
            return k, k + 1
    return None


def _head(clause: Clause, first: int, last: int) -> int:
    """The last word of the phrase before what hangs on it."""
    if clause.lower[first] == "law" and clause.lower[last - 1] == "enforcement":
        return last - 1
    for k in range(first + 1, last):
        if clause.lower[k] in words_of("name-particle") and clause.tags[k - 1] == "N":
            continue
        if clause.lower[k] == "of" and clause.lower[k - 1] in word_class("part-of"):
            continue
        if clause.tags[k] in "pt." and clause.tags[k - 1] not in "d#p":
            loyal = clause.lower[k - 1] in LOYAL and k - 2 >= first
            return k - 2 if loyal else k - 1
    return last - 1


def may_act(clause: Clause, told: Words) -> bool:
    """Whether the head of a phrase is a name, a pronoun, people, a group, a body or a state."""
    first, last = told
    head = _head(clause, first, last)
    word = clause.lower[head]
    if word in word_class("weapon") and not _is_crewed(word):
        return False
    if clause.tags[head] in "N" or word in words_of("subject") or word in words_of("object"):
        return word not in word_class("no-party")
    if word in words_of("possessive"):
        return True
    if any(word in word_class(name) for name in _PEOPLE) or word in demonyms():
        return True
    if word.startswith(("al-", "el-")) or actor_country(word) is not None:
        return True
    role = role_of(word)
    if clause.shouted and role is None and word not in trigger_forms() and word not in verb_forms():
        return True  # in capitals a name looks like any other word
    if role is not None and role.kind is not VoiceKind.DOCUMENT:
        return True
    if clause.tags[head] == "#" or word in ("others", "those"):
        return True
    if word.endswith(_ENDINGS):
        return word not in _NOT_PEOPLE
    opening = clause.lower[first] in words_of("article")
    return word.endswith(_ONE) and opening and len(word) > 5 and word not in word_class("no-party")


def _is_crewed(word: str) -> bool:
    """Whether a weapon has its crew aboard and stands for it: "coalition jets"."""
    return word in word_class("crewed")
