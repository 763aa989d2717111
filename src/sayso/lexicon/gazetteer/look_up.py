"""Which places does a name mean?

The file is mapped into memory and searched where it lies: opening it takes no time, and all processes share
one copy. From a package that is no folder (a zip) it is read into memory instead; nothing is ever written.
"""

import mmap
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from sayso.errors import LexiconError
from sayso.lexicon.gazetteer.form import (
    HEAD,
    KINDS,
    LEVEL_BITS,
    MAGIC,
    NO_DIVISION,
    NO_ROW,
    NOWHERE,
    ROW,
    ROW_BITS,
    Head,
    Level,
    size_told,
)
from sayso.lexicon.gazetteer.keys import bare_key, full_key, key_hash, skeleton, words_of_name
from sayso.lexicon.gazetteer.supplement import supplement
from sayso.model.spot import Spot

LONGEST: Final = 80  # code points; the longest name of the gazetteer has 79
MOST: Final = (
    60  # namesakes, the largest first; 200 placed no more of the first half of LGL, 30 placed .001 less
)
_SHIFT: Final = ROW_BITS + LEVEL_BITS


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean, and how the name belongs to it."""

    spot: Spot
    level: Level


class Gazetteer:
    """Places by name, from one file and the supplement."""

    def __init__(self, content: memoryview) -> None:
        """LexiconError where the content is not of this form or is cut off."""
        if len(content) < HEAD.size or bytes(content[:16]) != MAGIC:
            raise LexiconError("the gazetteer's file is of another form: install the package again")
        self._head = Head(*HEAD.unpack_from(content)[1:])
        if len(content) != self._head.codes_at + self._head.codes:
            raise LexiconError("the gazetteer's file is cut off: install the package again")
        self._content = content
        index = content[HEAD.size : self._head.rows_at]
        self._index: memoryview | array[int] = index.cast("Q")
        if sys.byteorder == "big":
            self._index = array("Q", index.tobytes())
            self._index.byteswap()

    def named(self, name: str) -> tuple[Match, ...]:
        """The places that bear the name, in no order; where none does, those that it sounds like.

        Of very many the largest. Articles, marks, hyphens and spaces do not matter. Empty for what is longer
        than any name.
        """
        if len(name) > LONGEST:
            return ()
        words = words_of_name(name)
        full, bare = full_key(words), bare_key(words)
        if len(full) < 2:
            return ()
        found = self._at(full)
        if bare != full:
            found |= {
                row: max(level, Level.SHORT) for row, level in self._at(bare).items() if row not in found
            }
        ours = supplement().get(full, ()) or supplement().get(bare, ())
        if not found and not ours and (sound := skeleton(bare)):
            found = {row: level for row, level in self._at(sound).items() if level is Level.SOUND}
        else:
            found = {row: level for row, level in found.items() if level is not Level.SOUND}
        if len(found) > MOST:
            found = dict(
                sorted(found.items(), key=lambda one: (one[1] is Level.SOUND, -self._row(one[0])[7]))[:MOST]
            )
        out = [Match(self.spot(row), level) for row, level in found.items()]
        return (*(Match(spot, Level.NAME) for spot in ours), *out)

    def spot(self, row: int) -> Spot:
        """The place in a row of the file."""
        lat, lon, geonames, name, division, country, kind, size, _ = self._row(row)
        return Spot(
            name=self._name(name),
            kind=KINDS[kind],
            countries=() if country == NO_ROW else (self._code(country),),
            division=None if division == NO_DIVISION else self._name(self._row(division)[3]),
            lat=None if lat == NOWHERE else lat / 1e5,
            lon=None if lat == NOWHERE else lon / 1e5,
            geonames=geonames or None,
            size=size_told(size),
        )

    def __len__(self) -> int:
        """How many places the file has."""
        return self._head.rows

    def _at(self, key: str) -> dict[int, Level]:
        hashed = key_hash(key)
        out: dict[int, Level] = {}
        at, index = bisect_left(self._index, hashed << _SHIFT), self._index
        while at < len(index) and index[at] >> _SHIFT == hashed:
            row = index[at] & ((1 << ROW_BITS) - 1)
            out.setdefault(row, Level((index[at] >> ROW_BITS) & ((1 << LEVEL_BITS) - 1)))
            at += 1
        return out

    def _row(self, row: int) -> tuple[int, ...]:
        return ROW.unpack_from(self._content, self._head.rows_at + ROW.size * row)

    def _name(self, offset: int) -> str:
        start = self._head.names_at + offset + 1
        return bytes(self._content[start : start + self._content[start - 1]]).decode()

    def _code(self, country: int) -> str:
        start = self._head.codes_at + 3 * country
        return bytes(self._content[start : start + 3]).decode()


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that is shipped."""
    told = files("sayso.lexicon.gazetteer") / "places.bin"
    if not isinstance(told, Path):
        return Gazetteer(memoryview(told.read_bytes()))
    try:
        with told.open("rb") as stream:
            return Gazetteer(memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)))
    except (OSError, ValueError) as error:
        raise LexiconError(f"the gazetteer cannot be opened ({error}): install the package again") from error
