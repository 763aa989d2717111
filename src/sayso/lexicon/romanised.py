"""By which key are two romanisations of one Arabic or Persian name told to be one?"""

import re
from functools import lru_cache
from typing import Final

from sayso.lexicon.actor_keys import name_key

_ARTICLE: Final = re.compile(r"^(?:al|el|ul|ad|ar|as|at|az|an|ash|ush|as|ez|es)$")
_WHOLE: Final = {
    **dict.fromkeys(
        ("mohammed", "mohammad", "mohamed", "mohamad", "muhammed", "mohamud", "mahomed"), "muhammad"
    ),
    **dict.fromkeys(("abd", "abdel", "abdul", "abdal"), "abd"),
    **dict.fromkeys(("bin", "ibn", "ben"), "bin"),
}
_SOUNDS: Final = (
    (re.compile(r"ck|q|k(?!h)"), "k"),
    (re.compile(r"kh"), "x"),
    (re.compile(r"gh|g"), "g"),
    (re.compile(r"dh|dj"), "d"),
    (re.compile(r"sch|sh|ch"), "s"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ou|oo|o|u|w"), "u"),
    (re.compile(r"ai|ay|ei|ey|ee|ie|e|i|y"), "i"),
    (re.compile(r"aa"), "a"),
    (re.compile(r"z"), "s"),
    (re.compile(r"h$"), ""),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=1 << 14)
def romanised_key(name: str) -> str:
    """The sounds of a name: "Muqtada al-Sadr" and "Moqtada Sadr" share one; Khamenei and Khomeini do not,
    nor Hossein and Hassan: vowels count, by their classes."""
    told = [word for word in name_key(name).split() if not _ARTICLE.match(word)]
    return " ".join(_sound(word) for word in told)


def _sound(word: str) -> str:
    word = _WHOLE.get(word, word).lower()
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word
