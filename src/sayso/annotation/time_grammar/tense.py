"""Does the clause around words of time look back or ahead?"""

from collections.abc import Sequence
from typing import Final

from sayso.annotation.time_grammar.scene import Tense
from sayso.annotation.time_grammar.words import Word
from sayso.lexicon.time_words import beside

_STOPS: Final = frozenset((";", "(", ")", ":", "“", "”", '"'))
_REACH: Final = 10  # words on either side: about a clause of news


def tense_at(words: Sequence[Word], first: int, last: int) -> Tense:
    """The tense around words [first, last): of the nearest verb before them, else after them."""
    back = words[max(0, first - _REACH) : first]
    for k in range(len(back) - 1, -1, -1):
        told = _tense(back, k)
        if back[k].lower in _STOPS:
            break
        if told is not None:
            return told
    ahead = words[last : last + _REACH]
    for k in range(len(ahead)):
        told = _tense(ahead, k)
        if ahead[k].lower in _STOPS:
            break
        if told is not None:
            return told
    return Tense.OPEN


def _tense(words: Sequence[Word], k: int) -> Tense | None:
    """What one word says; a participle after "to" or "will" looks ahead with it."""
    lower = words[k].lower
    opened = any(word.lower in beside("opens") for word in words[max(0, k - 3) : k])
    if lower == "set" and not (words[k + 1 : k + 2] and words[k + 1].lower == "to"):
        return None  # "set up", but "set to meet"
    if lower in beside("ahead"):
        return Tense.FUTURE
    participle = lower.endswith("ed") and len(lower) > 4 and lower not in beside("not-verb")
    if lower in beside("back") or participle:
        if opened and lower not in ("was", "were", "had", "did", "has", "said", "told"):
            return Tense.FUTURE
        return Tense.PAST
    return None
