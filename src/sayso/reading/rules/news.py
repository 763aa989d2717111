"""Does a word that may name an act name none here: a game, a greeting, talks that came to nothing?"""

from sayso.lexicon.triggers import TriggerRow, word_class
from sayso.model.mention import EventType
from sayso.reading.rules.doers import group_start
from sayso.reading.rules.syntax import NOMINAL, Clause

_FORCE = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE, EventType.RETREAT})
_MEETS = frozenset({EventType.CONSULT, EventType.AGREE})


def is_no_news(clause: Clause, first: int, last: int, row: TriggerRow) -> bool:
    """Whether the words [first, last) tell no happening that a chronology keeps."""
    if row.type in _FORCE and (_is_game(clause, first, last) or _is_of_screen(clause, first)):
        return True
    after = clause.lower[last] if last < len(clause.lower) else ""
    bare = row.part != "v" or clause.tags[first] == "B"
    if row.type is EventType.ASSAULT and bare and after in word_class("weapon"):
        return True  # "attack drones" are drones
    if row.part == "v":
        return _is_call(clause, first)
    return row.type in _MEETS and _fails(clause, last)


def _is_game(clause: Clause, first: int, last: int) -> bool:
    """Whether the sentence tells of sport, and nothing else in it of violence."""
    if not any(word in word_class("sport") for word in clause.lower):
        return False
    grave = word_class("violence") - word_class("sporting")
    return not any(word in grave for k, word in enumerate(clause.lower) if not first <= k < last)


def _is_of_screen(clause: Clause, first: int) -> bool:
    """Whether the noun before the word makes it a picture: "a [screen] capture", "a video shot"."""
    return first > 0 and clause.lower[first - 1] in ("screen", "frame", "video")


def _is_call(clause: Clause, i: int) -> bool:
    """Whether a bare verb opens the sentence: "Thank you for reading"."""
    opens = all(tag in ".b" for tag in clause.tags[: group_start(clause, i)])
    return opens and clause.tags[i] == "B" and not clause.shouted and clause.lower[i + 1 : i + 2] == ("you",)


def _fails(clause: Clause, last: int) -> bool:
    """Whether the verb after the noun says that nothing came of it: "talks [collapsed]"."""
    k = last
    while k < len(clause.tags) and (clause.tags[k] in NOMINAL or clause.tags[k] in "abT"):
        k += 1
    pair = clause.lower[k : k + 2]
    return bool(pair) and (pair[0] in word_class("comes-to-nothing") or pair == ("broke", "down"))
