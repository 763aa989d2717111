"""Which day of publication do the lines around the headline of a plain text state?"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.ingest.html.clock import worded
from sayso.model.document import Block, BlockKind, Moment

LONGEST: Final = 90  # code points: "Published" with weekday, day, clock and zone has about 60
ABOVE: Final = 3  # blocks above the headline; further up stand menus, whose dates are those of other stories
TOLD: Final = 2  # paragraphs: a summary may stand above "Posted: …", the story does not
BELOW: Final = 25  # blocks below it, if no paragraph comes before

_PUBLISHED: Final = re.compile(
    r"(?:^\W{0,3}|[·•|]\s*)(?:first\s)?(?:published|posted|issued|released)\b", re.IGNORECASE
)  # also behind names: "Mara Quill · Harbour News · Posted: Feb 03, 2024"
_UPDATED: Final = re.compile(r"^\W{0,3}(?:last\s)?(?:updated|modified|edited)\b", re.IGNORECASE)
_WORDS_OF_TIME: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:on|at|a\.?m|p\.?m|[a-z]{2,4}t|utc|bst|local\stime|st|nd|rd|th|updated)\b|\d(?:st|nd|rd|th|am|pm)\b",
    re.IGNORECASE,
)


def head_dates(text: str, blocks: Sequence[Block]) -> tuple[Moment | None, Moment | None]:
    """Published and updated as lines of the head say; a date without such a word counts only where it is all
    that a line below the headline, or a byline, says besides names. None where nothing is said."""
    published: str | None = None
    updated: str | None = None
    place = next((nth for nth, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE), 0)
    told = 0  # paragraphs so far
    for nth, block in enumerate(blocks[max(0, place - ABOVE) : place + BELOW], max(0, place - ABOVE)):
        line = block.span.of(text)
        if block.kind is BlockKind.PARAGRAPH and nth > place and len(line) > LONGEST:
            told += 1
            if told >= TOLD:
                break
            continue
        if block.kind in {BlockKind.HEADLINE, BlockKind.CAPTION} or len(line) > LONGEST:
            continue
        if _UPDATED.match(line):
            updated = updated or worded(line)
        elif told and _PUBLISHED.match(line):
            continue  # another story's: behind the first paragraph only "Mara Quill · Posted: …" is its
        elif _PUBLISHED.search(line) or (
            nth > place and not told and (block.kind is BlockKind.BYLINE or says_only_when(line))
        ):
            published = published or worded(line)
    return _moment(published), _moment(updated)


def says_only_when(line: str) -> bool:
    """Whether a line has no words of its own beside those of a date."""
    return not re.search(r"[^\W\d_]{2,}", _WORDS_OF_TIME.sub(" ", line))


def _moment(value: str | None) -> Moment | None:
    return Moment(value=value, source="text") if value else None
