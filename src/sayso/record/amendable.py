"""Which fields may a ruling amend, and how is its value read and moved?"""

from collections.abc import Hashable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from sayso.errors import RecordError
from sayso.model.document import Document
from sayso.model.mention import Mention
from sayso.model.ruling import TargetKind
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.record.codec import decoded

NOUNS: dict[TargetKind, type[Document] | type[Statement] | type[Mention]] = {
    TargetKind.REPORT: Document,
    TargetKind.STATEMENT: Statement,
    TargetKind.MENTION: Mention,
}
FIXED = frozenset({"id", "made", "report", "name", "page", "text", "blocks"})  # what a thing is known by


T = TypeVar("T", Document, Statement, Mention)


@cache
def _hints(noun: Any) -> dict[str, Any]:
    return get_type_hints(noun)


def amendable(target: TargetKind) -> tuple[str, ...]:
    """The fields that may be amended."""
    noun = NOUNS.get(target)
    return tuple(f.name for f in fields(noun) if f.name not in FIXED) if noun else ()


def field_value(target: TargetKind, field: str | None, value: str | None) -> object:
    """The value that an AMEND sets, read by the type of its field. RecordError where it has none or is of
    another type."""
    names = amendable(target)
    if field not in names:
        told = f"there are: {', '.join(names)}" if names else "amend one of its mentions instead"
        raise RecordError(f"{target.value} has no field {field!r} that can be amended; {told}")
    if value is None:
        raise RecordError(f"to amend {field!r} takes a value, as JSON: null empties the field")
    hint = _hints(cast(Hashable, NOUNS[target]))[field]
    return decoded(hint, value)


def amended(item: T, field: str, value: object) -> T:
    """The item with one field at another value; ValueError where the noun refuses it."""
    change: dict[str, Any] = {field: value}
    return replace(item, **change)


def item_value(target: TargetKind, value: str | None) -> Statement | Mention:
    """The whole item that an ADD adds."""
    if target is TargetKind.STATEMENT and value is not None:
        return decoded(Statement, value)
    if target is TargetKind.MENTION and value is not None:
        return decoded(Mention, value)
    raise RecordError("only a statement or a mention can be added, as JSON of the whole noun")


def moved(value: object, *, by: int, window: Span) -> object:
    """The value with its spans moved `by` code points into another text. Only within `window` (in the old
    text) are the words known to be the same: a span outside it becomes None or leaves its tuple; where a
    value cannot do without it, the value itself is None."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by) if window.holds(value) else None
    if isinstance(value, tuple):
        kept = (moved(part, by=by, window=window) for part in value)
        return tuple(part for part in kept if part is not None)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for f in fields(value):
        old = getattr(value, f.name)
        new = moved(old, by=by, window=window)
        if new is None and old is not None and type(None) not in get_args(_hints(type(value))[f.name]):
            return None
        changes[f.name] = new
    try:
        return replace(value, **changes)
    except ValueError:  # a statement whose content is all gone
        return None


def quotes(value: object, text: str) -> bool:
    """Whether every span of a value lies in the text."""
    if isinstance(value, Span):
        return value.end <= len(text)
    if isinstance(value, tuple):
        return all(quotes(part, text) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return all(quotes(getattr(value, f.name), text) for f in fields(value))
    return True
