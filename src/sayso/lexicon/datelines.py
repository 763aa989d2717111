"""Which place, day and agency stand at the head of a story?"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sayso.lexicon.agencies import agency_of
from sayso.lexicon.calendar import day_months, explicit_dates, iso_day
from sayso.lexicon.countries import country_of

LONGEST: Final = 110  # code points; the longest of 49 datelines in 605 gold articles has about 60
STALE: Final = 31  # days; a dateline without its year was written within a month before publication

_WORD: Final = r"[^\W\d_][\w'’.-]{0,24}"
_CAPS: Final = r"[A-ZÀ-ÞŁŚŞĞİ][A-ZÀ-ÞŁŚŞĞİ'’.-]{1,24}"
_DASH: Final = r"(?:\s?[—–]\s?|\s?--+\s?|\s-\s?|(?<=[)\w.])-\s|(?<=[)\]])[:.]?-{1,2}\s?)"
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER"
    r"|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\.?"
)
_DATE: Final = rf"(?:{_MONTH}\s?\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?)"
_PLACE: Final = (
    rf"(?P<place>(?:(?:the|The)\s)?{_WORD}(?:[ /]{_WORD}){{0,4}}"
    rf"(?:\s\[[^\[\]]{{2,40}}\])?(?:,\s[A-ZÀ-Þ][\w'’.]{{0,24}}(?:\s[A-ZÀ-Þ][\w'’.]{{0,24}}){{0,3}}){{0,2}})"
)
_AGENCY: Final = r"(?P<agency>[^()/\[\]]{2,40})"

# With an agency, in brackets or between strokes: "NEW YORK (Reuters) - ", "CLEAR LAKE, Iowa, Dec 23 (AP) —",
# "MOSCOW, January 21. /TASS/. ", "Damascus [Syria], June 9 (ANI): ", "Mumbai, Dec 9 (PTI) ", "(KUNA) -- ".
_SIGNED: Final = re.compile(
    rf"(?:{_PLACE}(?:[,.]\s(?={_DATE}))?[,.]?\s?)?(?P<date>{_DATE})?[,.]?\s?"
    rf"(?:\({_AGENCY}\)|/(?P<stroked>[A-Z][\w. -]{{1,30}})/)(?P<end>{_DASH}|\s?[:.]-?\s|\s|$)"
)
# No brackets: "Tehran, IRNA – ", "Hong Kong CNN — ", "MOSCOW, 3 Oct - RIA Novosti. ", "NNA - ".
_BARE: Final = re.compile(
    rf"(?:{_PLACE}?[,.]?\s)?(?:(?P<date>{_DATE})\s?[-–—]\s)?"
    rf"(?P<agency>[A-Z][\w/-]{{1,15}}(?:\s[A-Z][\w-]{{1,15}})?)(?P<end>{_DASH}|\.\s)"
)
# Without an agency: "JEDDAH, Saudi Arabia --", "WASHINGTON—", "KYIV, July 3 -", "United Nations – ".
_UNSIGNED: Final = re.compile(rf"{_PLACE}(?:,\s(?P<date>{_DATE}))?(?P<end>\s?[—–]\s?|\s?--+\s?|\s-\s)")
_ALL_CAPS: Final = re.compile(rf"(?:{_CAPS}|DC|D\.C\.)(?:[ /]{_CAPS}){{0,4}}(?:\s\[|,|$)")
_NO_PLACE: Final = frozenset(
    {
        *(
            "ANALYSIS",
            "BREAKING",
            "CAPTION",
            "CLARIFICATION",
            "COMMENT",
            "CORRECTION",
            "DEVELOPING",
            "EDITORIAL",
        ),
        *(
            "EXCLUSIVE",
            "EXPLAINED",
            "EXPLAINER",
            "FACTBOX",
            "FEATURE",
            "FILE",
            "INTERVIEW",
            "JUST IN",
            "LATEST",
        ),
        *(
            "LISTEN",
            "LIVE",
            "NEW",
            "NEWS",
            "NOTE",
            "OPINION",
            "PHOTO",
            "PHOTOS",
            "PODCAST",
            "PROFILE",
            "QUIZ",
        ),
        *("READ", "READ MORE", "RELATED", "REVEALED", "REVIEW", "SEE ALSO", "SPORT", "SUMMARY", "TIMELINE"),
        *("TODAY", "UPDATE", "UPDATED", "URGENT", "VIDEO", "VIEW", "WATCH", "WHY", "WEATHER"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineParts:
    """A dateline at the start of words; offsets in code points from their start."""

    end: int  # behind the dash
    place: str | None = None
    date: str | None = None  # ISO day where the words or the day of publication tell the year
    agency: str | None = None
    agency_at: tuple[int, int] | None = None


def parse_dateline(text: str, *, published: date | None = None) -> DatelineParts | None:
    """The dateline that the words begin with.

    On good evidence only: an agency, a place in capitals, or a known place before a long dash.
    """
    head = text[:LONGEST]
    for form in (_SIGNED, _BARE):
        match = form.match(head)
        if match:
            parts = _signed(match, text, published)
            if parts:
                return parts
    match = _UNSIGNED.match(head)
    if match and _is_place(match["place"], dash=match["end"]):
        return DatelineParts(
            end=_end(match), place=_place(match["place"]), date=_day(match["date"], published=published)
        )
    return None


def _signed(match: re.Match[str], text: str, published: date | None) -> DatelineParts | None:
    group = "stroked" if "stroked" in match.groupdict() and match["stroked"] else "agency"
    sign = match[group]
    named = agency_of(sign.split("/")[0], short=True)
    place = match["place"]
    if place and (not place[:1].isupper() or place in _NO_PLACE or len(place.split()) > 7):
        return None
    caps = bool(place and _ALL_CAPS.match(place))
    dashed = bool(match["end"].strip(" ."))
    if match.re is _BARE:
        if not named or (place and agency_of(place)):
            return None
        if match["end"].startswith(".") and not match["date"]:
            return None  # "Tehran, IRNA." ends a sentence
        if place and not caps and not _known(place):
            return None  # "Speaking to CNN —"
        if not place and not caps and match["end"].strip() in {"-", "–", "—"} and not sign.isupper():
            return None  # "Reuters – which saw the letter – said"
    elif not named:
        if not (caps and dashed and match["end"].strip() not in {":", "."} and _is_house(sign)):
            return None
    elif not dashed and not match["date"] and not (caps or _known(place or "")):
        return None  # "The agency (AP) reported"
    elif place and not caps and not _known(place) and not (dashed or match["date"]):
        return None
    words = match["date"]
    return DatelineParts(
        end=_end(match),
        place=_place(place) if place else None,
        date=_day(words, published=published),
        agency=named,
        agency_at=match.span(group) if named else None,
    )


def _is_house(sign: str) -> bool:
    """Whether words in brackets can be an outlet's own sign: "(Axios)", "(CNN Business)"."""
    return len(sign.split()) <= 3 and sign[:1].isupper() and not any(mark.isdigit() for mark in sign)


def _is_place(place: str, *, dash: str) -> bool:
    """Whether words before a dash, with no agency, are a place: in capitals, or known before a long dash."""
    first = place.split(",")[0].strip()
    if first.upper() in _NO_PLACE or first.split()[0].upper() in _NO_PLACE:
        return False
    if dash.strip() == "-" and not _known(place):
        return False  # "JO VANE - a life"
    if _ALL_CAPS.match(place):
        return len(first) > 2 and (len(first) > 4 or _known(place) or "," in place)
    return dash.strip() not in {"-", ""} and _known(place)


def _known(place: str) -> bool:
    pieces = [piece.strip() for piece in re.split(r"[,\[\]]", place) if piece.strip()]
    return any(country_of(piece) for piece in pieces) or pieces[:1] == ["United Nations"]


def _place(words: str) -> str:
    words = words.strip(" ,").replace(" [", ", ").rstrip("]")
    return words if "," in words else words.rstrip(".")  # "HAYWARD, Calif." but "MOSCOW. Oct 3"


def _end(match: re.Match[str]) -> int:
    """Behind the dash, before white space."""
    return match.start() + len(match[0].rstrip())


def _day(words: str | None, *, published: date | None) -> str | None:
    """The day, where its year is written or the day of publication tells it."""
    if not words:
        return None
    full = explicit_dates(words)
    if full:
        return full[0].value if full[0].grain == "day" else None
    part = day_months(words)
    if not part or not published:
        return None
    for year in (published.year, published.year - 1, published.year + 1):
        day = iso_day(year, part[0].month, part[0].day) if 1 <= year <= 9999 else None
        if day and timedelta(days=-1) <= published - date.fromisoformat(day) <= timedelta(days=STALE):
            return day
    return None
