"""Where does the name of a person begin that stands right behind his office: "Secretary of State Ann Lee"?"""

from collections.abc import Sequence

from sayso.lexicon.countries import demonyms, names
from sayso.lexicon.grammar import words_of
from sayso.lexicon.roles import role_of

_OF = frozenset({"of", "for"})
_PERSONAL = 2  # words of a person's name where the words of the office are in no table


def person_after_office(told: Sequence[str], first: int, last: int) -> int:
    """The word at which the person's name begins in the capitals [first, last); `first` where none does.

    "Secretary of State Ann Lee", "Minister for the Middle East Ann Lee": the capitals after "of" or "for"
    belong to the office as far as they name what is governed.
    """
    before = first - 1
    if before > 0 and told[before].lower() == "the":
        before -= 1
    if before < 1 or told[before].lower() not in _OF or not _is_office(told[before - 1]):
        return first
    governed = [k for k in range(first, last) if _is_governed(told[k])]
    plain = last - _PERSONAL if last - first >= 2 * _PERSONAL else first
    begin = governed[-1] + 1 if governed else plain
    return first if begin >= last or role_of(told[last - 1]) else begin


def _is_office(word: str) -> bool:
    role = role_of(word)
    return word[:1].isupper() and role is not None and role.title


def _is_governed(word: str) -> bool:
    lower = word.lower()
    return lower in words_of("portfolio") or lower in names() or lower in demonyms()
