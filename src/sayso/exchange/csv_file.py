"""How are event mentions written as a table that any spreadsheet opens, and none executes?"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import Enum
from io import StringIO

from sayso.exchange.mention_rows import MentionRow

COLUMNS = tuple(field.name for field in fields(MentionRow))
# What spreadsheets take for a formula (OWASP, "CSV injection"), also in full width, and what hides one.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"
MARK = "\ufeff"  # at the head of a file: without it Excel takes UTF-8 for something else


def csv_lines(rows: Iterable[MentionRow]) -> Iterator[str]:
    """The header and a line for each row, with line breaks as in RFC 4180; quoted where needed."""
    yield _line(list(COLUMNS))
    for row in rows:
        yield _line([cell(getattr(row, column)) for column in COLUMNS])


def cell(value: object) -> str:
    """A value as a cell: nothing for None; an apostrophe before words that a spreadsheet would compute."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    words = (str(value.value) if isinstance(value, Enum) else str(value)).replace("\0", "")
    return GUARD + words if words.startswith(FORMULA) or words.lstrip().startswith(FORMULA) else words


def _line(cells: list[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
