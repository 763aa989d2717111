"""How is a heard/1 line read from bytes and written to them?"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

import msgspec

from sayso.errors import InputError
from sayso.exchange.heard1_types import HeardLine

SPAN_KEYS = frozenset({"m", "cue", "trigger"})
SPAN_LIST_KEYS = frozenset({"content", "hedges", "sentences"})


def encode(line: HeardLine) -> bytes:
    """The line as UTF-8 JSON, without a line break; keys in the order of the types."""
    return msgspec.json.encode(line)


def decode(raw: bytes | str, number: int | None = None, name: str = "heard/1") -> HeardLine:
    """The line that the bytes hold; keys unknown to heard/1 are passed over.

    Raises InputError, which names the file, the line (where `number` is given) and the place in it, where the
    bytes are no JSON, a value is not what heard/1 asks for, or a span is empty, reversed or outside the text.
    """
    where = name if number is None else f"{name}, line {number}"
    try:
        line = msgspec.json.decode(raw, type=HeardLine)
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not UTF-8 ({error.reason} at byte {error.start})") from error
    except RecursionError as error:
        raise InputError(f"{where}: nested too deep for a heard/1 line") from error
    except msgspec.DecodeError as error:
        raise InputError(f"{where}: {str(error).replace('`', '')}") from error
    if complaint := next(bad_spans(line), None):
        raise InputError(f"{where}: {complaint}")
    return line


def decode_lines(lines: Iterable[bytes | str], name: str = "heard/1") -> Iterator[HeardLine]:
    """Every line of a file, in order; empty ones are passed over."""
    for number, raw in enumerate(lines, 1):
        if raw.strip():
            yield decode(raw, number, name)


def bad_spans(line: HeardLine) -> Iterator[str]:
    """A complaint for each span that is empty, reversed or reaches beyond the text, with its place."""
    size = len(line.text)
    for place, span in spans(line):
        if span[0] >= span[1]:
            yield f"the span [{span[0]}, {span[1]}) is empty or reversed - at {place}"
        elif span[1] > size:
            yield f"the span [{span[0]}, {span[1]}) ends beyond the text, which has {size} - at {place}"


def spans(line: HeardLine) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every span of the line with its place: `$.statements[0].content[1]`."""
    for kind, held in (line.blocks or {}).items():
        yield from ((f"$.blocks.{kind}[{i}]", span) for i, span in enumerate(held))
    yield from _spans(line, "$")


def _spans(value: object, place: str) -> Iterator[tuple[str, tuple[int, int]]]:
    if isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _spans(item, f"{place}[{i}]")
    elif is_dataclass(value):
        for field in fields(value):
            inner, here = getattr(value, field.name), f"{place}.{field.name}"
            if field.name in SPAN_KEYS and inner is not None:
                yield here, inner
            elif field.name in SPAN_LIST_KEYS and isinstance(inner, tuple):
                yield from ((f"{here}[{i}]", span) for i, span in enumerate(inner))
            else:
                yield from _spans(inner, here)
