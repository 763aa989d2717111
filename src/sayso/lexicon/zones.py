"""How many hours from UTC is a zone that pages name?"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Names that mean several zones are read as English-language news prints them.
ZONES: Final[Mapping[str, float]] = MappingProxyType(
    {
        **dict.fromkeys(("gmt", "utc", "z", "wet"), 0.0),
        **dict.fromkeys(("bst", "wat", "cet", "west"), 1.0),
        **dict.fromkeys(("cest", "cat", "sast", "eet"), 2.0),
        **dict.fromkeys(("eest", "eat", "msk", "trt", "idt"), 3.0),
        **dict.fromkeys(("amt", "gst", "azt"), 4.0),
        "pkt": 5.0,
        "ist": 5.5,
        "npt": 5.75,
        **dict.fromkeys(("wib", "ict"), 7.0),
        **dict.fromkeys(("sgt", "hkt", "pht", "awst"), 8.0),
        **dict.fromkeys(("jst", "kst"), 9.0),
        "acst": 9.5,
        "aest": 10.0,
        "aedt": 11.0,
        "nzst": 12.0,
        "nzdt": 13.0,
        "edt": -4.0,
        "est": -5.0,
        "cdt": -5.0,
        "cst": -6.0,
        "mdt": -6.0,
        "mst": -7.0,
        "pdt": -7.0,
        "pst": -8.0,
    }
)  # hours by name in lower case
AMERICAN: Final[Mapping[str, float]] = MappingProxyType({"et": -5.0, "ct": -6.0, "mt": -7.0, "pt": -8.0})
# ^ standard or summer time by the day; the hours are those of winter
UNSURE: Final = frozenset({"ast", "ist", "cst"})  # each names two or more zones far apart


def offset_of(hours: float) -> str:
    """As ISO 8601 writes it: "+05:30"."""
    minutes = round(abs(hours) * 60)
    return f"{'-' if hours < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
