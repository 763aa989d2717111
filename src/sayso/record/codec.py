"""How is a noun written as JSON, and read back?"""

from collections.abc import Hashable
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from sayso.errors import RecordError

T = TypeVar("T")


@cache
def _decoder(noun: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(noun)


def encoded(value: object) -> str:
    """The JSON of a noun. A lone surrogate raises UnicodeEncodeError: it has no UTF-8."""
    return msgspec.json.encode(value).decode()


def decoded(noun: type[T], body: str) -> T:
    """The noun that a body holds; RecordError, naming the place, where it is not one."""
    try:
        value: T = _decoder(cast(Hashable, noun)).decode(body)
    except msgspec.DecodeError as error:
        told = getattr(noun, "__name__", str(noun))
        raise RecordError(f"this is no {told} that can be understood: {error}") from error
    return value


def clock(moment: datetime) -> str:
    """A point in time as the record keeps it: UTC, always of one width."""
    if moment.tzinfo is None:
        raise RecordError(f"{moment} has no time zone: give it one (datetime.now(UTC))")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
