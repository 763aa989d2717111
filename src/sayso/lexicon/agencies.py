"""Which news agency do these words name?"""

import re
from functools import cache
from typing import Final, NamedTuple

from sayso.lexicon.tables import rows


class Agency(NamedTuple):
    """One row of `agencies.tsv`."""

    name: str
    country: str  # ISO 3166 alpha-3
    kind: str  # "wire", "state", "photo", "syndicate"


@cache
def agencies() -> dict[str, Agency]:
    """Every agency by its name."""
    return {row["name"]: Agency(row["name"], row["country"], row["kind"]) for row in rows("agencies")}


def agency_of(words: str, *, short: bool = False) -> str | None:
    """The agency that the words name, and nothing besides; `short` lets in what means an agency only in a
    dateline, a sign-off or a credit ("MNA", "PA"). Signs in capitals count only in capitals."""
    plain = " ".join(words.replace("’", "'").split()).strip(" .,;:-–—/()[]")
    names = _short_names() if short else {}
    return _names().get(plain) or _names().get(plain.casefold()) or names.get(plain)


def find_agencies(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where the text names agencies: start, end, name; the longest name at each place, in order."""
    found: list[tuple[int, int, str]] = []
    known, behind = _by_first_word(), 0
    for word in _WORD.finditer(text):
        start = word.start()
        aliases = known.get(word[0].casefold())
        if not aliases or start < behind or text[start - 1 : start] in _NOT_BEFORE:
            continue
        for alias in aliases:
            piece = text[start : start + len(alias)]
            same = piece == alias or (not _is_sign(alias) and piece.casefold() == alias.casefold())
            name = agency_of(piece) if same and not _GOES_ON.match(text, start + len(alias)) else None
            if name:
                behind = start + len(alias)
                found.append((start, behind, name))
                break
    return tuple(found)


_WORD: Final = re.compile(r"[^\W\d_]\w*")
_NOT_BEFORE: Final = frozenset("@/.-_")  # within an address or a compound
_GOES_ON: Final = re.compile(r"[\w@]|-\w|\.\w")


def _is_sign(alias: str) -> bool:
    """Whether capitals are all that tells the alias from a word: "AP", "EFE", "A.P."."""
    return len(alias) <= 5 and alias.replace(".", "").isupper()


@cache
def _names() -> dict[str, str]:
    names = {}
    for row in rows("agencies"):
        for alias in row["aliases"].split("|"):
            plain = alias.replace("’", "'").strip(" .")
            names[plain] = row["name"]
            if not _is_sign(alias):
                names[plain.casefold()] = row["name"]
    return names


@cache
def _short_names() -> dict[str, str]:
    return {sign: row["name"] for row in rows("agencies") for sign in row["short"].split("|") if sign}


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Names by their first word, folded; the longest first."""
    aliases = {alias for row in rows("agencies") for alias in row["aliases"].split("|")}
    known: dict[str, list[str]] = {}
    for alias in sorted(aliases, key=lambda alias: (-len(alias), alias)):
        first = _WORD.match(alias)
        if first:
            known.setdefault(first[0].casefold(), []).append(alias)
    return {word: tuple(names) for word, names in known.items()}
