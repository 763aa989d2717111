"""How do two columns stand side by side, without white space at the ends of lines?"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

GAP = 2  # columns between left and right
LEAST = 20  # columns: a right column is never narrower, and the terminal cuts it where it must


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of a column: its text, its indent, and that of its second and further lines."""

    text: Text
    indent: int = 0
    hang: int = 0


def wrapped(console: Console, line: Line, width: int) -> list[Text]:
    """The lines of a paragraph in a column of that width."""
    room = max(LEAST // 2, width - line.indent)
    # Most lines need no wrapping, which took half the time of a chronology.
    if line.text.cell_len <= room and "\n" not in line.text.plain:
        only = line.text.copy()
        only.rstrip()
        return [Text(" " * line.indent).append_text(only)]
    first = line.text.wrap(console, room)[:1]
    rest = line.text[len(first[0].plain) :] if first else Text()
    rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :] if rest.plain.strip() else Text()
    out: list[Text] = []
    for number, part in enumerate([*first, *(rest.wrap(console, room - line.hang) if rest else [])]):
        part.rstrip()
        out.append(Text(" " * (line.indent + (line.hang if number else 0))).append_text(part))
    return out


def beside(console: Console, left: Sequence[Line], right: Sequence[Line], *, left_width: int) -> Text:
    """Both columns as one text; the left one is `left_width` wide."""
    right_width = max(LEAST, console.width - left_width - GAP)
    lefts = [text for line in left for text in wrapped(console, line, left_width)]
    rights = [text for line in right for text in wrapped(console, line, right_width)]
    rows = []
    for number in range(max(len(lefts), len(rights))):
        row = lefts[number] if number < len(lefts) else Text()
        if number < len(rights):
            row.append(" " * (left_width + GAP - row.cell_len)).append_text(rights[number])
        rows.append(row)
    return Text("\n").join(rows)
