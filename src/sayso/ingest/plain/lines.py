"""What are the lines of a plain text, and which of them are one paragraph that somebody wrapped?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model.span import Span, trimmed

BREAKS = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")  # where str.splitlines breaks, too
WIDEST = 100  # code points; mail and old terminals wrap at 65 to 80, nobody wraps by hand beyond 100
NARROWEST = 50  # below, "wrapped" lines are columns, verse or menus
WRAPPED = 0.6  # share of inner line ends that a wrapping programme explains; menus reach about .1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without the white space at its ends; several where a paragraph was wrapped by hand."""

    span: Span
    text: str
    gap: bool  # a blank line stands before it, or nothing does


def split(text: str) -> tuple[Line, ...]:
    """All lines that are not blank, in order; wrapped ones are joined to paragraphs."""
    out: list[Line] = []
    end = 0
    for match in BREAKS.finditer(text):
        span = trimmed(text, match.start(), match.end())
        if span is None:
            continue
        between = text[end : match.start()].replace("\r\n", "\n")
        out.append(Line(span=span, text=span.of(text), gap=not out or len(between.strip(" \t\x00")) > 1))
        end = match.end()
    return unwrapped(out, text)


def unwrapped(lines: Sequence[Line], text: str) -> tuple[Line, ...]:
    """Joins lines where each ends because the next word would not have fitted the width of the whole text."""
    width = max((len(line.text) for line in lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return tuple(lines)
    inner = [i for i in range(1, len(lines)) if not lines[i].gap]
    full = {i for i in inner if _is_full(lines[i - 1].text, lines[i].text, width)}
    if len(full) < 2 or len(full) < WRAPPED * len(inner):
        return tuple(lines)
    out: list[Line] = []
    for i, line in enumerate(lines):
        if i in full:
            span = out[-1].span.to(line.span)
            out[-1] = replace(out[-1], span=span, text=span.of(text))
        else:
            out.append(line)
    return tuple(out)


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
