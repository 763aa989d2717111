"""What does a photo's caption say of the photo: its day, whose it is, whether it is an old one?"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.lexicon.agencies import agency_of, find_agencies
from sayso.lexicon.calendar import DateWords, bare_years, explicit_dates

LONGEST: Final = 1200  # code points; the longest of 1,143 captions in two page corpora had about 900

_PICTURE: Final = r"(?:photo(?:graph)?|image|picture|frame\sgrab|screen\s?grab|video|still|handout|footage)s?"
_IN_THIS: Final = re.compile(
    rf"\b(?:in\s)?(?:this|these|an?|undated)\b[^.;()]{{0,60}}?\b{_PICTURE}\b", re.IGNORECASE
)  # "In this January 25, 2018 photo", "This March 28, 2017, file photo"
_ARCHIVE: Final = re.compile(
    rf"^\W{{0,3}}FILE(?:\s(?:PHOTO|IMAGE|PICTURE|PIC))?\b|^\W{{0,3}}File(?:\s\w+)?\s?[:–—-]|^\W{{0,3}}Illustrative\b"
    rf"|\b(?:file|archiv\w{{1,3}}|library|stock)\s{_PICTURE}\b|[,/]\s?file\s?(?:photo|image|picture)?\s?(?:[)\]]|\W{{0,3}}$)"
    rf"|[(\[]file[)\]]|/\s?(?:file|archives?)\b|\breuters\sfile\b|\bIllustrative\s{_PICTURE}",
    re.IGNORECASE,
)
_OF_A_THING: Final = re.compile(
    r"(?:\bthe|['’]s)\s$"
)  # "after the February 2021 coup": not when the photo was taken
_FILE_WORD: Final = re.compile(r"^\W{0,3}(?:FILE|File|Illustrative)\b")

_TRAILER: Final = re.compile(
    r"\s*(?:Purchase\sLicensing\sRights|Acquire\sLicensing\sRights|Licensing\sRights)[^.]{0,40}$"
    r"|(?<=[)\]])\s*[A-Z][\w\s.]{1,40}$"
)  # what pages glue behind a credit: "(AP Photo/X, File)The Associated Press"
_BRACKETED: Final = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]][\s.”\"]{0,3}$")
_PREFIX: Final = (
    r"(?:(?:photo(?:graph)?s?|images?|pictures?|pic|video|illustration|graphic)"
    r"(?:(?:\s?(?:credits?|copyright|source|courtesy(?:\sof)?|by|from))?\s?:|\s(?:copyright|credit|source),)|credits?\s?(?::|\.\.\.|…)"
    r"|(?:photo(?:graph)?s?|images?|pictures?|illustration)\s(?:copyright|credits?|source|by|courtesy(?:\sof)?)\s|©)"
)
_AFTER_PREFIX: Final = re.compile(rf"(?:^|(?<=[.!?\s”\")\]|]))(?<!file\s)(?:{_PREFIX})\s*", re.IGNORECASE)
_HEAD_PREFIX: Final = re.compile(
    r"^(?:image|media|photo)\s(?:copyright|source|credit),?\s?:?\s*(?P<who>[^\n]{2,80}?)"
    r"(?=\s*(?:\n|(?:image|media|photo)\scaption\b|$))",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(
    r"(?:REUTERS\s?/\s?|AP\sPhoto\s?/\s?|AFP\s?/\s?|EPA\s?/\s?)[^.()\[\]]{2,80}$"
)  # "… on Monday. REUTERS/Name/File Photo"
_LAST_BIT: Final = re.compile(r"(?:^|(?<=[.!?”\"|\n])\s?|\s[|–—]\s)(?P<who>[^.!?|\n]{2,90}?)\.?$")
_BIT_SIGNS: Final = re.compile(
    r"\s?/\s?|\bvia\b|\bGetty\b|\bcourtesy\b|\b(?:handout|screenshot|screengrab)\b|,\s(?=[A-Z][A-Z ]+$)",
    re.IGNORECASE,
)
_SAYS_PHOTO: Final = re.compile(
    r"\b(?:photo|image|picture|pool|handout|courtesy|screen\s?(?:shot|grab|capture)|via|file|getty|credit)\b",
    re.I,
)
_NOT_CREDIT: Final = re.compile(
    r"^(?:L|R|C|left|right|center|centre|see|pictured|reporting|editing|from)\b", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionParts:
    """What a caption states; offsets in code points of the caption's own text."""

    date: str | None = None  # the photo's, ISO day, month or year
    date_at: tuple[int, int] | None = None
    credit: str | None = None  # as worded, without brackets and "Photo:"
    credit_at: tuple[int, int] | None = None
    archive: bool = False


@lru_cache(maxsize=256)  # each caption is asked about by up to four steps
def parse_caption(text: str) -> CaptionParts:
    """The parts of words that are known for a caption. A day without its year is no date."""
    text = text[:LONGEST]
    credit_at = _credit(text)
    date = _date(text[: credit_at[0]] if credit_at and credit_at[0] > 20 else text)
    return CaptionParts(
        date=date.value if date else None,
        date_at=(date.start, date.end) if date else None,
        credit=text[slice(*credit_at)] if credit_at else None,
        credit_at=credit_at,
        archive=_ARCHIVE.search(text) is not None,
    )


def looks_like_caption(text: str) -> bool:
    """Whether words of unknown kind are a caption, on strong evidence alone: a photo credit at the end, or an
    opening that only captions have ("FILE -", "Illustrative:", "In this … photo", "Image caption")."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return False
    return _OPENING.match(text) is not None or _strong_credit(text)


_OPENING: Final = re.compile(
    rf"FILE\s?[:–—-]|FILE\s(?:PHOTO|IMAGE|PICTURE)\b|File\s{_PICTURE}\s?[:–—-]|Illustrative(?:\s{_PICTURE})?\s?[:–—-]"
    rf"|Illustrative\s{_PICTURE}\b|(?:Image|Media|Photo)\s(?:caption|copyright|source)\b"
    rf"|(?:Photo(?:graph)?|Picture|Image)(?:\s(?:credit|by))?\s?:\s?\S"
    rf"|(?:In\s)?[Tt]his\s[^.;()]{{0,50}}\b(?:file|handout|undated|combination|satellite|aerial)\s{_PICTURE}\b"
    r"|In\s[Tt]his\s[^.;()]{0,50}\b(?:photo|image|picture|frame\sgrab)\b[^.]{0,60},"
    rf"|(?:A|An)\s(?:handout|undated|file|screengrab)\s{_PICTURE}\b[^.]{{0,80}}\b(?:shows?|of|from)\b"
)


def _strong_credit(text: str) -> bool:
    """Whether the text ends in a credit that can be nothing but a photo's."""
    if _SLASHED.search(_TRAILER.sub("", text)):
        return True
    bracket = _BRACKETED.search(_TRAILER.sub("", text))
    if not bracket or _NOT_CREDIT.match(bracket[1].strip()):
        return False
    words = bracket[1].strip()
    if re.search(
        r"\bphoto(?:\s(?:by|credit|courtesy)|/|\s?:)|\bvia\s|\bGetty\b|,\s?file$|/\s?file\b", words, re.I
    ):
        return True
    pieces = [piece.strip() for piece in words.split("/")]
    return len(pieces) > 1 and any(agency_of(piece, short=True) for piece in pieces)


def _credit(text: str) -> tuple[int, int] | None:
    """Where the credit stands, without brackets and prefix."""
    head = _HEAD_PREFIX.match(text)
    if head:
        return _bounds(text, *head.span("who"))
    end = _TRAILER.search(text)
    whole, text = text, text[: end.start()] if end else text
    bracket = _BRACKETED.search(text)
    if bracket and _is_credit(bracket[1]):
        start, stop = bracket.span(1)
        prefix = re.match(rf"\s*(?:{_PREFIX}|by\s)\s*", bracket[1], re.IGNORECASE)
        return _bounds(whole, start + (prefix.end() if prefix else 0), stop)
    prefixed = [match for match in _AFTER_PREFIX.finditer(text) if 1 < len(text) - match.end() <= 120]
    if (
        prefixed and len(text[prefixed[-1].end() :].split()) <= 10
    ):  # more is a credit with a caption behind it
        return _bounds(whole, prefixed[-1].end(), len(text))
    slashed = _SLASHED.search(text)
    if slashed:
        return _bounds(whole, slashed.start(), len(text))
    bit = _LAST_BIT.search(text, max(0, len(text) - 120))
    if bit and len(bit["who"].split()) <= 10 and _is_last_bit(bit["who"]):
        return _bounds(whole, *bit.span("who"))
    return None


def _is_credit(words: str) -> bool:
    """Whether words in brackets at the end of a caption are its credit, not a remark or a direction."""
    words = words.strip()
    if _NOT_CREDIT.match(words) or explicit_dates(words):
        return False
    if _SAYS_PHOTO.search(words) or "/" in words or agency_of(words, short=True) or find_agencies(words):
        return True
    return len(words.split()) <= 6 and words[:1].isupper() and not words.endswith((".", "?", "!"))


def _is_last_bit(words: str) -> bool:
    """Whether the last bit of a caption, outside brackets, is a credit: short, with a sign and names."""
    words = words.strip()
    if agency_of(words, short=True):
        return True
    if not _BIT_SIGNS.search(words) or not words[:1].isupper():
        return False
    pieces = [piece for piece in re.split(r"[/,]|\bvia\b", words) if piece.strip()]
    return any(
        agency_of(re.sub(r"(?i)\s*\bfile(?:\sphoto)?$", "", piece), short=True) for piece in pieces
    ) or (bool(find_agencies(words)) and len(words.split()) <= 8)


def _bounds(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without white space and stray marks at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \t\r\n:,.-–—|"))
    end = start + len(text[start:end].rstrip(" \t\r\n:,.|;"))
    return (start, end) if start < end else None


def _date(text: str) -> DateWords | None:
    """The photo's date: in "this … photo" if there is one there, else the last of the first sentence that has
    any: agencies write what is seen first and when it was taken last."""
    days = [day for day in explicit_dates(text) if not _OF_A_THING.search(text[: day.start][-6:])]
    this = _IN_THIS.search(text)
    if this:
        inside = [day for day in (*days, *bare_years(text)) if this.start() <= day.start < this.end()]
        if inside:
            return inside[0]
    if days:
        stop = re.search(r"[a-z\d)”\"]?\.\s+[A-Z]", text[days[0].end :])
        limit = days[0].end + stop.start() if stop else len(text)
        return [day for day in days if day.start < limit][-1]
    if _FILE_WORD.match(text):
        years = [
            year for year in bare_years(text) if re.search(r"\bin\s(?:early\s|late\s)?$", text[: year.start])
        ]
        return years[-1] if years else None
    return None
