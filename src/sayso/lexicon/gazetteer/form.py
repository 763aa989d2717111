"""How are the places laid out in the one file that is shipped?

The file is read where it lies, through a memory map: nothing is unpacked, written or parsed when it is
opened. It holds, little-endian: a head; the index, sorted numbers of 8 bytes, each a key's hash, how the key
belongs to the place, and the place's row; the rows, of one size; the names, in UTF-8, each behind its length.
Countries have the first rows, in order of their codes, then divisions: a row points at both by number.
"""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct
from typing import Final

from sayso.model.spot import SpotKind

MAGIC: Final = b"sayso-gazetteer1"
HEAD: Final = Struct("<16sIIII")  # magic; numbers in the index, rows, bytes of names, bytes of codes
ROW: Final = Struct(
    "<iiIIHBBBB"
)  # lat, lon (1e-5 degrees), GeoNames id, name, division, country, kind, size, -
NOWHERE: Final = -(2**31)  # in place of a latitude: no source tells where
NO_ROW: Final = 255
NO_DIVISION: Final = 65535
ROW_BITS: Final = 20
LEVEL_BITS: Final = 4
KINDS: Final = tuple(SpotKind)


class Level(IntEnum):
    """How a key belongs to a place, the closest first."""

    NAME = 0
    OTHER_NAME = 1  # an alternate name, in Latin script; an abbreviation
    SHORT = 2  # a name without its article, "County" or "Air Base"
    DEMONYM = 3
    SOUND = 4  # the consonants agree


@dataclass(frozen=True, slots=True)
class Head:
    """Where the parts lie."""

    entries: int
    rows: int
    names: int
    codes: int

    @property
    def rows_at(self) -> int:
        """The first byte of the rows."""
        return HEAD.size + 8 * self.entries

    @property
    def names_at(self) -> int:
        """The first byte of the names."""
        return self.rows_at + ROW.size * self.rows

    @property
    def codes_at(self) -> int:
        """The first byte of the countries' codes, three letters each."""
        return self.names_at + self.names


def entry_of(hashed: int, level: Level, row: int) -> int:
    """One number of the index."""
    return (hashed << (ROW_BITS + LEVEL_BITS)) | (level << ROW_BITS) | row


def size_code(inhabitants: int) -> int:
    """Inhabitants on a scale of 255 steps: eight to each doubling."""
    return min(255, round(8 * inhabitants.bit_length() + 8 * _rest(inhabitants))) if inhabitants > 0 else 0


def _rest(number: int) -> float:
    return (number / (1 << (number.bit_length() - 1)) - 1) if number else 0.0


def size_told(code: int) -> int:
    """About as many inhabitants as the code stands for."""
    if code < 8:
        return 0
    bits, part = divmod(code, 8)
    return round((1 << (bits - 1)) * (1 + part / 8))
