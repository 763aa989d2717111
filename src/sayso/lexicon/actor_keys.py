"""By which form of a name are two spellings of it told to be one?"""

import re
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

_PLAIN: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "ß": "ss", "œ": "oe"})
_QUOTES: Final = re.compile(r"[’‘'`´ʿʾʻʼ“”\"]")
_POSSESSIVE: Final = re.compile(r"(?:[’']s|(?<=s)[’'])$", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_DOTTED: Final = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_INITIAL: Final = re.compile(r"(?<=\w\s)[A-Z]\.\s")  # "Donald J. Trump"
_ARTICLES: Final = frozenset({"the", "a", "an"})
_SIGN: Final = 3  # letters up to which capitals are all that tells a sign from a word: "US", "WHO"
_CACHED: Final = 1 << 16  # names and phrases of some hundred documents


@lru_cache(maxsize=_CACHED)
def name_key(words: str) -> str:
    """The name without case, accents, apostrophes, hyphens, full stops, article and possessive.

    Words of two or three capitals keep them, so that "US" is not "us": "the U.S.'s" and "US" are one.
    """
    words = _DOTTED.sub(lambda found: found[0].replace(".", ""), words)
    words = _POSSESSIVE.sub("", words.strip(' .,;:-–—()[]“”"‘'))
    words = _INITIAL.sub("", words)
    words = _QUOTES.sub("", words)
    told = [_folded(word) for word in _WORD.findall(words.replace("_", " "))]
    while len(told) > 1 and told[0] in _ARTICLES:
        told.pop(0)
    return " ".join(told)


def _folded(word: str) -> str:
    if 1 < len(word) <= _SIGN and word.isupper():
        return word
    if not word.isascii():
        word = "".join(c for c in normalize("NFKD", word) if not combining(c)).lower().translate(_PLAIN)
    return word.casefold()
