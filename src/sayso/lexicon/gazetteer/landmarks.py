"""Which town does a famous building, square or quarter stand in?"""

import re
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Landmark:
    """A building, square or quarter that news names instead of its town."""

    name: str
    town: str
    iso3: str


@cache
def _landmarks() -> dict[str, Landmark]:
    listed = (Landmark(row["name"], row["town"], row["iso3"]) for row in rows("landmarks"))
    return {landmark.name.lower(): landmark for landmark in listed}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_landmarks(), key=lambda name: -len(name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


def landmark_in(words: str) -> Landmark | None:
    """The first landmark that the words name, in capitals: "at the White House"."""
    found = _pattern().search(words)
    return _landmarks()[found.group().lower()] if found and found.group()[:1].isupper() else None


def landmark(name: str) -> Landmark | None:
    """The landmark of this name."""
    return _landmarks().get(name.lower().removeprefix("the "))
