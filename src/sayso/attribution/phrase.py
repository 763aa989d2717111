"""Which words of a phrase that names a voice are its head, and which only say more about it?"""

import re

from sayso.lexicon.roles import Role, role_of

_WORD = re.compile(r"[\w.’'&-]*\w")
_TAIL = re.compile(
    r"\s(?:of|for|in|at|from|with|on|to|who|near|inside|by|close|familiar|briefed|speaking|citing|saying|seen"
    r"|due|than|across|into"
    r"|that|which|whose)\s|[,(—]"
)
_ACRONYM = re.compile(r"\s\([A-Z][\w.-]{0,9}\)(?=\s+[\w’'-])")
_PARTICIPLE = re.compile(r"\w{2,}(?:ed|ing)")
_LEFT = 2  # words at the end of a head that may be participles: "officials briefly detained"


def head_of(words: str) -> str:
    """The phrase without what hangs on its noun: "data compiled", of "data compiled by the bank"; the
    letters that explain a name do not end it: "the Lund Rescue Board (LRB) report"."""
    for cut in _TAIL.finditer(words):
        if cut.start() and not _ACRONYM.match(words, cut.start() - 1):
            return words[: cut.start()].rstrip()
    return words


def role_in(head: str) -> Role | None:
    """The role of the head noun: of the last two words, else the last; a participle behind it aside."""
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(head)]
    for _ in range(_LEFT + 1):
        if not words:
            return None
        role = (role_of(" ".join(words[-2:])) if len(words) > 1 else None) or role_of(words[-1])
        if role is not None or len(words) == 1 or not _PARTICIPLE.fullmatch(words[-1]):
            return role
        words.pop()
    return None
