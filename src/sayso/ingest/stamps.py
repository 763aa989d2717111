"""At which times were the posts of a live blog made?"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.lexicon.calendar import explicit_dates
from sayso.lexicon.zones import AMERICAN, UNSURE, ZONES, offset_of
from sayso.model.document import Block, BlockKind, Stamp

TOLD: Final = 8  # words of a post; the lines of a page's head (names, "5 min read") have fewer
POSTS: Final = 3  # lines of clock and name; fewer may be a timetable's
LONGEST: Final = 60  # code points of a line that is a stamp and nothing else

_CLOCK: Final = re.compile(
    r"(?<![\d:.,/-])(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])\s?"
    r"(?P<half>[ap]\.?m\.?(?![a-z]))?(?:\s?\(?(?P<zone>[A-Z]{2,4})(?![A-Za-z])\)?)?",
    re.IGNORECASE,
)
# "Published", "Posted" and "Updated" are not among these: such a line tells of the page, not of a post.
_REST: Final = re.compile(
    r"\b(?:at|on|local\stime|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|key\sevent|entry|post)\b",
    re.IGNORECASE,
)


_SIGNED: Final = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|BST|CET|CEST|EST|EDT))?)\s(?:[–—|·-]\s)?"
    r"(?:[A-Z][\w'’-]+\s?){2,4}$"
)  # "20:24 Mara Quill": who wrote the post


def stamps(text: str, blocks: Sequence[Block]) -> tuple[tuple[Stamp, ...], frozenset[int]]:
    """The stamps, and the places of blocks that are nothing but one; none where no two frame a post."""
    found: list[tuple[int, Stamp]] = []
    signed: list[tuple[int, Stamp]] = []
    for place, block in enumerate(blocks):
        if block.kind in {BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.STANDFIRST}:
            continue
        line = block.span.of(text) if block.span.end - block.span.start <= LONGEST else ""
        if value := _value(line):
            found.append((place, Stamp(span=block.span, value=value)))
        elif (name := _SIGNED.match(line)) and (value := _value(name["clock"])):
            signed.append((place, Stamp(span=block.span, value=value)))
    if len(signed) >= POSTS:
        found = sorted(found + signed)
    if not found or not _told_between(text, blocks, found[0][0], found[-1][0]):
        return (), frozenset()
    return tuple(stamp for _, stamp in found), frozenset(place for place, _ in found)


def _told_between(text: str, blocks: Sequence[Block], first: int, last: int) -> bool:
    """Whether something is told between the first stamp and the last: times side by side are the page's."""
    return any(
        block.kind is BlockKind.PARAGRAPH and len(block.span.of(text).split()) >= TOLD
        for block in blocks[first + 1 : last]
    )


def _value(line: str) -> str | None:
    """ISO time with its day where the line states one, else the clock, with its zone where that is stated."""
    clock = _CLOCK.search(line)
    if not clock:
        return None
    hour = int(clock["hour"])
    half = (clock["half"] or "").lower()
    if hour > 23 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone_words = clock["zone"] or ""
    zone = _zone(zone_words) if zone_words.isupper() else None
    if not half and zone is None and ("." in clock[0] or len(clock["hour"]) < 2):
        return None  # "2.15" alone is a number, "1:27" the length of a film
    days = [day for day in explicit_dates(line) if day.grain == "day"]
    end = clock.start("zone") if zone_words and zone is None else clock.end()
    rest = line[: clock.start()] + " " + line[end:]
    for day in days:
        rest = rest.replace(line[day.start : day.end], " ")
    if re.search(r"\w", _REST.sub(" ", rest)):
        return None  # words of its own: no stamp
    value = f"{hour:02d}:{int(clock['minute']):02d}{zone or ''}"
    return f"{days[0].value}T{value}" if days else value


def _zone(words: str) -> str | None:
    """The offset; "" where the name leaves it open, None where it names no zone."""
    name = words.lower()
    if name in UNSURE or name in AMERICAN:
        return ""
    hours = ZONES.get(name)
    return None if hours is None else offset_of(hours)
