"""Which news agency do these words name?"""

import re
from functools import cache
from typing import NamedTuple

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
    found = []
    for match in _pattern().finditer(text):
        name = agency_of(match[0])
        if name:
            found.append((match.start(), match.end(), name))
    return tuple(found)


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
def _pattern() -> re.Pattern[str]:
    """One alternation over all names, longest first; a sign in capitals is matched as written."""
    aliases = {alias for row in rows("agencies") for alias in row["aliases"].split("|")}
    forms = [
        re.escape(alias) if _is_sign(alias) else f"(?i:{re.escape(alias)})"
        for alias in sorted(aliases, key=lambda alias: (-len(alias), alias))
    ]
    return re.compile(rf"(?<![\w@/.-])(?:{'|'.join(forms)})(?![\w@]|-\w|\.\w)")
