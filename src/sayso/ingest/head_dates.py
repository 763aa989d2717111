"""Which day of publication do the lines around the headline of a plain text state?"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.ingest.html.clock import worded
from sayso.model.document import Block, BlockKind, Moment

LONGEST: Final = 90  # code points: "Published" with weekday, day, clock and zone has about 60
ABOVE: Final = 3  # blocks above the headline; further up stand menus, whose dates are those of other stories
BELOW: Final = 25  # blocks below it, if no paragraph comes before

_PUBLISHED: Final = re.compile(r"^\W{0,3}(?:first\s)?(?:published|posted|issued|released)\b", re.IGNORECASE)
_UPDATED: Final = re.compile(r"^\W{0,3}(?:last\s)?(?:updated|modified|edited)\b", re.IGNORECASE)
_WORDS_OF_TIME: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:on|at|a\.?m|p\.?m|[a-z]{2,4}t|utc|bst|local\stime|st|nd|rd|th)\b|\d(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)


def head_dates(text: str, blocks: Sequence[Block]) -> tuple[Moment | None, Moment | None]:
    """Published and updated as lines of the head say; a date without such a word counts only where it is all
    that a line below the headline, or a byline, says besides names. None where nothing is said."""
    published: str | None = None
    updated: str | None = None
    place = next((nth for nth, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE), 0)
    for nth, block in enumerate(blocks[max(0, place - ABOVE) : place + BELOW], max(0, place - ABOVE)):
        line = block.span.of(text)
        if block.kind is BlockKind.PARAGRAPH and nth > place and len(line) > LONGEST:
            break
        if block.kind in {BlockKind.HEADLINE, BlockKind.CAPTION} or len(line) > LONGEST:
            continue
        if _UPDATED.match(line):
            updated = updated or worded(line)
        elif _PUBLISHED.match(line) or (
            nth > place and _is_date(line, byline=block.kind is BlockKind.BYLINE)
        ):
            published = published or worded(line)
    return _moment(published), _moment(updated)


def _is_date(line: str, *, byline: bool) -> bool:
    """Whether a line has a date and no words of its own; a byline may name people."""
    if byline:
        return True
    return not re.search(r"[^\W\d_]{2,}", _WORDS_OF_TIME.sub(" ", line))


def _moment(value: str | None) -> Moment | None:
    return Moment(value=value, source="text") if value else None
