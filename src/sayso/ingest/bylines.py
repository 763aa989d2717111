"""Who signs, and where in the text does the name stand?"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.lexicon.agencies import agency_of
from sayso.lexicon.outlets import outlet_of
from sayso.model.document import Block, BlockKind, Byline
from sayso.model.span import Span

HEAD: Final = 6  # blocks among which a byline is looked for when no block is marked as one
MOST: Final = 12  # names; more is a list of contributors, or something else

_OPENING: Final = re.compile(
    r"^\W{0,3}(?:(?:written|reported|posted|published|story|words|analysis|opinion|comment|exclusive|report)\s)?"
    r"(?:by|from)\b:?\s*|^\W{0,3}authors?:\s*",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"\s*(?:,|;|\||/|•|·|\n|\s[–—-]\s|\band\b|&|\bwith\b)\s*", re.IGNORECASE)
_HOUSE: Final = re.compile(r"[A-Z][\w ]{1,20}['’]s\s(?=[A-Z])")  # "CNN's Jo Vane"
_WHERE: Final = re.compile(r"\s(?:in|at|from|for)\s", re.IGNORECASE)
_NAME: Final = re.compile(
    r"(?:(?:Dr|Prof|Sir|Dame)\.?\s)?[A-ZÀ-ÞŁŚŞĞİČŠŽ][\w'’.-]*(?:\s(?:(?:de|da|di|van|von|der|den|al|el|bin|ibn|la|le|du|dos|ter)\s){0,2}"
    r"(?:al-|el-|d[’'])?[A-ZÀ-ÞŁŚŞĞİČŠŽ][\w'’.-]*){1,4}$"
)
_NOT_NAMES: Final = re.compile(
    r"\b(?:updated|published|posted|min(?:ute)?s?\sread|correspondent|editor|reporter|writer|staff|news|political|diplomatic"
    r"|senior|chief|bureau|desk|agencies|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april"
    r"|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|am|pm|gmt|bst|est|edt|utc|et|associated\spress|contributor|special\sto|follow|share)\b|\d|@",
    re.IGNORECASE,
)


_DESK: Final = re.compile(
    r"(?:(?i:by|from)\s+)?(?:(?:our|Our|a|A|the|The|[A-Z][\w’'.-]+)\s+){0,3}"
    r"(?:(?i:staff|special|own|foreign|local|political|diplomatic|defen[cs]e|news|web|online|digital|wire|agency"
    r"|agencies|editorial|features|correspondents?)"
    r"(?:\s+(?i:and|staff|reporters?|correspondents?|writers?|desk|team|agencies|services?|wires?|room|board))+"
    r"|(?<=\s)(?:[Ss]taff|[Nn]ewsroom|[Bb]ureau|[Cc]orrespondents?)|(?i:agencies|news\s?desk|newsroom|web\s?desk))$"
)  # "Staff reporter", "Our Diplomatic Correspondent", "Staff and agencies", "Tribune Staff"
_LONG: Final = 48  # code points of such a byline


def is_desk(words: str) -> bool:
    """Whether a whole byline names a desk and no person: "Staff reporter", "News Agencies"."""
    return len(words) <= _LONG and _DESK.match(words.title() if words.isupper() else words) is not None


_TOLD: Final = re.compile(r"(?:[A-ZÀ-Þ]\S*\s){1,4}[a-z]{4,}\s[a-z]{4,}$")


def tells(piece: str) -> bool:
    """Whether a piece of a byline is words and no name: "Northern defence ministries"."""
    return _TOLD.match(piece) is not None and not _NOT_NAMES.search(piece)


def bylines(text: str, blocks: Sequence[Block], authors: Sequence[str]) -> tuple[Byline, ...]:
    """Who signs: the authors that the page states, each where the text names them, else the byline's."""
    marked = [block.span for block in blocks if block.kind is BlockKind.BYLINE]
    stated = [" ".join(author.split()) for author in authors if author.strip()][:MOST]
    if stated:
        places = marked or [block.span for block in blocks[:HEAD] if block.kind is not BlockKind.FURNITURE]
        return tuple(Byline(who=who, span=_find(text, places, who)) for who in dict.fromkeys(stated))
    return tuple(byline for span in marked for byline in _names(text, span))[:MOST]


def _find(text: str, places: Sequence[Span], who: str) -> Span | None:
    """Where a name stands; capitals and white space may differ ("By JO VANE")."""
    form = re.compile(
        r"(?<!\w)" + r"\s+".join(re.escape(word) for word in who.split()) + r"(?!\w)", re.IGNORECASE
    )
    for place in places:
        match = form.search(text, place.start, place.end)
        if match:
            return Span(match.start(), match.end())
    return None


def _names(text: str, span: Span) -> list[Byline]:
    """Names in a byline that the page's metadata does not state."""
    words = span.of(text)
    opening = _OPENING.match(words)
    start = opening.end() if opening else 0
    out: list[Byline] = []
    pieces = _pieces(words, start)
    if any(tells(words[slice(*piece)]) for piece in pieces):
        return []  # "The northern and southern defence ministries" sign nothing
    for piece_start, piece_end in pieces:
        piece = _WHERE.split(words[piece_start:piece_end], maxsplit=1)[0]
        house = _HOUSE.match(piece)
        piece_start += house.end() if house else 0
        piece = without_house(piece[house.end() :] if house else piece)
        if (_NAME.match(piece) and not _NOT_NAMES.search(piece)) or is_desk(piece):
            at = span.start + piece_start
            out.append(Byline(who=_cased(piece), span=Span(at, at + len(piece))))
    return out


def without_house(piece: str) -> str:
    """The name without the outlet or agency behind it: "Jo Vane Associated Press"; empty where it is one."""
    words = list(re.finditer(r"\S+", piece))
    for word in words[-4:]:  # no name of a house in the tables has more than four words but a few
        tail = piece[word.start() :]
        if agency_of(tail) or outlet_of(tail):
            return piece[: word.start()].rstrip()
    return piece


def _pieces(words: str, start: int) -> list[tuple[int, int]]:
    """Stretches between commas, "and" and strokes, without the white space around them."""
    out = []
    for match in (*_BREAK.finditer(words, start), None):
        end = match.start() if match else len(words)
        piece = words[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip(" \t\r\n."))
        if left < right:
            out.append((left, right))
        start = match.end() if match else end
    return out


def _cased(name: str) -> str:
    """ "JO VANE" as "Jo Vane"; names with small letters as they are."""
    name = " ".join(name.split())
    return name.title() if name.isupper() and len(name) > 4 else name
