"""Which spellings of a place's name are taken for one?"""

import re
import unicodedata
from hashlib import blake2b
from typing import Final

HASH_BITS: Final = 40  # of 700 thousand keys one in 1.5 million unknown names would meet one by chance
LEAST_SKELETON: Final = 3  # consonants; with two, every third short word has a namesake

_LETTERS: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "ħ": "h",
    }
    | dict.fromkeys("'’‘ʻʼʾʿ`´ʹʺ.", "")
)
_WORD: Final = re.compile(r"[a-z0-9]+")
_LONG: Final = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_ARTICLES: Final = frozenset(
    {
        "the",
        "al",
        "el",
        "ad",
        "adh",
        "an",
        "ar",
        "as",
        "ash",
        "at",
        "ath",
        "az",
        "ed",
        "en",
        "er",
        "es",
        "ech",
        "et",
        "ez",
    }
)
# Sounds that romanisations write in several ways; two letters before one.
_SOUNDS: Final = (
    *(
        ("tch", "c"),
        ("dzh", "j"),
        ("dj", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
    ),
    *(("ck", "k"), ("ou", "u"), ("q", "k"), ("c", "k"), ("x", "ks"), ("v", "w"), ("ts", "z")),
)
_VOWELS: Final = str.maketrans("", "", "aeiouyw")
_DOUBLED: Final = re.compile(r"(.)\1+")


def words_of_name(name: str) -> list[str]:
    """The words of a name: lower case, plain Latin letters, no marks; "St." is "saint"."""
    low = name.lower().translate(_LETTERS)
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low)
        low = "".join(letter for letter in low if not unicodedata.combining(letter))
    return [_LONG.get(word, word) for word in _WORD.findall(low)]


def full_key(words: list[str]) -> str:
    """All words as one: "Deir ez-Zor" and "Deir-ez-Zor" are the same."""
    return "".join(words)


def bare_key(words: list[str]) -> str:
    """Without articles, Arabic ones in all their forms: "Al-Qa'im", "Qaim". All of it if none is left."""
    return "".join(word for word in words if word not in _ARTICLES) or "".join(words)


def skeleton(bare: str) -> str:
    """The consonants of a bare key, by their sound: "Dayr az Zawr" and "Deir ez-Zor" are both "drzr".

    Empty where too few are left to tell names apart.
    """
    first = bare[:1]
    for spelled, sound in _SOUNDS:
        bare = bare.replace(spelled, sound)
    bare = bare[:1] + bare[1:].translate(_VOWELS)
    bare = _DOUBLED.sub(r"\1", bare)
    if len(bare) > 1 and bare.endswith("h"):
        bare = bare[:-1]  # "Hasakah", "Hasaka"
    if first in "aeiou" and bare[:1] in "aeiou":
        bare = "a" + bare[1:]
    return bare if len(bare) >= LEAST_SKELETON else ""


def key_hash(key: str) -> int:
    """The number that stands for a key in the index."""
    return int.from_bytes(blake2b(key.encode("ascii"), digest_size=HASH_BITS // 8).digest(), "big")
