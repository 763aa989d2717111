"""What do dates mean that name a day, a month or a feast?"""

import re
from datetime import date, timedelta
from typing import Final

from sayso.annotation.time_grammar.meanings import (
    Meaning,
    before_christ,
    counted,
    day,
    days,
    month,
    recurring,
    unresolved,
)
from sayso.annotation.time_grammar.rule import PART, Found, rule
from sayso.annotation.time_grammar.scene import Scene, Tense
from sayso.annotation.time_grammar.words import Word
from sayso.annotation.time_grammar.years import is_bc
from sayso.lexicon.calendar import WEEKDAYS
from sayso.lexicon.holidays import feast_in
from sayso.model.marks import Grain

ANNOUNCED: Final = timedelta(days=45)  # so far ahead a date without year is one to come: dividends, votes
_LEADS: Final = frozenset("IOTBFGAlxievfkRz-(")
_AMBIGUOUS: Final = frozenset(("march", "may", "april", "june", "august"))  # also verbs, names
_SECOND: Final = re.compile(r",?[-ATI]t?(?:e-?)?(?:0p?O?)?(?P<m>M)\.?(?:0p?,?)?O?(?P<y>Y)")
_TIDE: Final = 8  # months back from which a month is of the next year: best of 7 to 10 on half of WikiWars


def _on(year_: int, month_: int, day_: int) -> Meaning | None:
    """The day, where the calendar has it."""
    try:
        return day(date(year_, month_, day_))
    except ValueError:
        return None


def _full(found: Found, scene: Scene) -> Meaning | None:
    """ "January 25, 2018", "25th of January 2018", "January 24 of the same year"."""
    told = found.number("d")
    if told is None:
        return None
    which = found.number("y")
    if which is None:
        return None
    if found.has("c") and found.value("c") == "BC":
        return before_christ(int(which), f"-{int(found.value('m')):02d}-{int(told):02d}")
    return _on(int(which), int(found.value("m")), int(told))


def _iso(found: Found, scene: Scene) -> Meaning | None:
    told = [found.number(name) for name in "ymd"]
    if not found.joined() or None in told:
        return None
    return _on(*(int(part or 0) for part in told))


def _slashed(found: Found, scene: Scene) -> Meaning | None:
    """ "25/1/2018", "1/25/2018": where only one order makes a date."""
    a, b, y = (int(found.number(name) or 0) for name in ("a", "b", "y"))
    if not found.joined():
        return None
    return _on(y, b, a) if a > 12 else (_on(y, a, b) if b > 12 or a == b else None)


def _month_year(found: Found, scene: Scene) -> Meaning | None:
    told = found.number("y")
    if told is None:
        return None
    number = int(found.value("m"))
    return before_christ(int(told), f"-{number:02d}") if is_bc(found) else month(int(told), number)


def year_meant(found: Found, scene: Scene) -> int | None:
    """The year of "this year", "that year", "the previous year"; None where nothing tells."""
    letters = found.letters("yr")
    step = -1 if "v" in letters or "l" in letters else 1 if "x" in letters or "f" in letters else 0
    if any(letter in letters for letter in "khvf"):
        start = scene.last.earliest if scene.last else None
        if start is None and "h" not in letters and "k" not in letters:
            start = scene.here
    else:
        start = scene.here
    return start.year + step if start is not None and 1 <= start.year + step <= 9999 else None


def _of_year(found: Found, scene: Scene) -> Meaning | None:
    """ "June last year", "August of that year", "January 24 of the same year"."""
    told = year_meant(found, scene)
    if told is None:
        return unresolved()
    number, d = int(found.value("m")), found.number("d")
    made = _on(told, number, int(d)) if d else month(told, number)
    return counted(made, _anchor(found, scene)) if made else None


def _anchor(found: Found, scene: Scene) -> str:
    letters = found.letters("yr")
    return "neighbour" if any(letter in letters for letter in "khvf") else scene.anchor


def year_near(found: Found, scene: Scene, month_: int, day_: int | None) -> tuple[int, str] | None:
    """The year of a month or day that says none, and what it was counted from."""
    told = _year_ahead(found, month_)
    if told is not None:
        return told, "itself"
    if scene.history and scene.story is not None:
        back = 0 if scene.story_year else scene.story.month - month_
        return scene.story.year + (back >= _TIDE), "neighbour"
    last = scene.last
    if day_ is None and scene.now and last and last.latest and last.earliest and last.anchor == "itself":
        fine = last.grain in (Grain.MONTH, Grain.DAY)
        if fine and last.latest < scene.now:
            return last.earliest.year + (month_ < last.earliest.month), "neighbour"
    now = scene.now
    if now is None:
        return None
    first = (month_, day_ or 1)
    here = (now.month, now.day if day_ else 1)
    past, ahead = now.year - (first > here), now.year + (first < here)
    if scene.tense is Tense.FUTURE:
        return ahead, "publication"
    if scene.tense is Tense.OPEN and day_ is not None:
        try:
            near = date(ahead, month_, min(day_, 28)) - now <= ANNOUNCED
        except (ValueError, OverflowError):
            near = False
        return (ahead if near else past), "publication"
    return past, "publication"


def _year_ahead(found: Found, month_: int) -> int | None:
    """The year told after a second date: "February-March 1794", "26 June to 4 August 1952"."""
    ahead = _SECOND.match(found.line.letters, found.match.end())
    if ahead is None:
        return None
    words = found.line.words
    other, told = int(words[ahead.start("m")].value), int(words[ahead.start("y")].value)
    return told - (month_ > other)


def _day_month(found: Found, scene: Scene) -> Meaning | None:
    number, told = int(found.value("m")), found.number("d")
    if told is None or not 1 <= told <= 31 or _on(2000, number, int(told)) is None:
        return None
    near = year_near(found, scene, number, int(told))
    if near is None:
        return unresolved()
    for step in (0, -1, -2, -3, -4):  # 29 February comes every fourth year
        made = _on(near[0] + step, number, int(told))
        if made is not None:
            return counted(made, near[1])
    return unresolved()


def _is_noun(after: tuple[Word, ...]) -> bool:
    """Whether a word with a small letter follows, that is no little word: "the May [bombing]"."""
    return bool(after) and after[0].letter == "_" and len(after[0].lower) > 3 and after[0].lower.isalpha()


def _month_alone(found: Found, scene: Scene) -> Meaning | None:
    words = found.words("m")
    lead = found.before[-1:]
    bare = not found.has("e") and not found.has("which")
    led = bool(lead) and (lead[0].letter in _LEADS or (lead[0].letter == "t" and _is_noun(found.after)))
    if words[0].lower in _AMBIGUOUS and bare and not scene.apart and not led:
        return None
    if bare and words[0].lower in WEEKDAYS and not scene.apart:
        return None
    if found.line.letters[found.match.end() : found.match.end() + 1] == "0" and not scene.apart:
        return None  # "May 40": no day of the calendar, and no month
    number = int(found.value("m"))
    near = year_near(found, scene, number, None)
    if near is None:
        return unresolved()
    year_, anchor = near
    which = found.value("which")
    here = scene.here
    if which and here is not None:
        anchor = scene.anchor
        if which == "-1":
            year_ = here.year - (number >= here.month)
        elif which == "1":
            year_ = here.year + (number <= here.month)
        else:
            year_ = here.year
    return counted(month(year_, number), anchor) if 1 <= year_ <= 9999 else unresolved()


def _other_day(found: Found, scene: Scene) -> Meaning | None:
    """The second day of "June 27 and 28", "5-7 May": of the month told just before."""
    last, told = scene.last, found.number("d")
    if last is None or last.earliest is None or told is None or last.grain is not Grain.DAY:
        return None
    made = _on(last.earliest.year, last.earliest.month, int(told))
    return counted(made, last.anchor) if made and told > last.earliest.day else None


def _first_day(found: Found, scene: Scene) -> Meaning | None:
    """The first day of "27 and 28 June", "the 6th to 15th of October 1952"."""
    number, told = int(found.value("m")), found.number("d")
    second = found.number("d2")
    if told is None or second is None or not 1 <= told < second <= 31:
        return None
    if found.has("y"):
        return _on(int(found.number("y") or 0), number, int(told))
    near = year_near(found, scene, number, int(second))
    if near is None:
        return unresolved()
    made = _on(near[0], number, int(told))
    return counted(made, near[1]) if made else None


def _nth_of(found: Found, scene: Scene) -> Meaning | None:
    """A day of the month told last: "on the 20th"."""
    last, told = scene.last, found.number("d")
    if last is None or last.earliest is None or told is None or last.grain not in (Grain.DAY, Grain.MONTH):
        return None
    lead, following = found.before[-1:], found.after[:1]
    if not scene.apart and not (lead and lead[0].lower in ("on", "until", "by", "from") and scene.history):
        return None
    if not scene.apart and following and following[0].letter not in ",.":
        return None
    made = _on(last.earliest.year, last.earliest.month, int(told))
    return counted(made, "neighbour") if made else None


def _feast(found: Found, scene: Scene) -> Meaning | None:
    name = found.value("h")
    told = found.number("y")
    year_ = int(told) if told else None
    anchor = "itself"
    if year_ is None:
        here = scene.here
        if here is None:
            return unresolved()
        anchor = scene.anchor
        which = found.value("which")
        near = [feast for y in (here.year - 1, here.year, here.year + 1) if (feast := feast_in(y, name))]
        past = [feast for feast in near if feast.first <= here]
        ahead = [feast for feast in near if feast.last >= here]
        soon = ahead[:1] and ahead[0].first - here <= ANNOUNCED
        forward = which == "1" or (which != "-1" and (scene.tense is Tense.FUTURE or soon))
        if which == "-1":
            past = [feast for feast in past if feast.last < here]
        chosen = ahead[0] if forward and ahead else past[-1] if past else None
    else:
        chosen = feast_in(year_, name)
    if chosen is None:
        return unresolved()
    made = days(chosen.first, chosen.last)
    return Meaning(
        timex=made.timex,
        value=made.value,
        earliest=chosen.first,
        latest=chosen.last,
        grain=made.grain,
        anchor=anchor,
        approximate=chosen.approximate,
    )


def _each_month(found: Found, scene: Scene) -> Meaning | None:
    return recurring(f"XXXX-{int(found.value('m')):02d}")


def _spoken_month(found: Found, scene: Scene) -> Meaning | None:
    told = [int(word.value) for word in found.words("y") if word.letter == "n"]
    return month(told[0] * 100 + sum(told[1:]), int(found.value("m"))) if told[0] in (19, 20) else None


def _ordinal_day(found: Found, scene: Scene) -> Meaning | None:
    """ "the first of May", "March eighth"."""
    words = [word for word in (*found.words("d1"), *found.words("d")) if word.letter == "o"]
    if not words:
        return None
    told = sum(int(word.value) for word in words)
    number = int(found.value("m"))
    near = year_near(found, scene, number, told)
    if near is None:
        return unresolved()
    made = _on(near[0], number, told)
    return counted(made, near[1]) if made else None


_W: Final = r"(?:W,?)?"
_C: Final = r"(?P<c>C)?"
_YEAR_OF: Final = r"(?P<yr>i|l|x|h|t?k|tv|tf|tx|tl)U"
DATES: Final = (
    rule(rf"{_W}(?P<m>M)\.?(?P<d>0)p?,?O?(?P<y>Y){_C}", _full),
    rule(rf"{_W}t?(?P<d>0)p?[-O]?(?P<m>M)\.?[,-]?O?(?P<y>Y){_C}", _full),
    rule(r"(?P<y>Y)-(?P<m>0)-(?P<d>0)", _iso),
    rule(r"(?P<a>0)/(?P<b>0)/(?P<y>Y)", _slashed),
    rule(rf"{PART}(?P<m>M)\.?,?O?(?P<y>Y){_C}", _month_year),
    rule(rf"{PART}(?P<m>M)O?(?P<y>3)(?P<c>C)", _month_year),
    rule(rf"{PART}(?P<m>M)\.?(?P<y>nn-?n)", _spoken_month),
    rule(rf"(?P<m>M)\.?(?P<d>0)?p?,?O?{_YEAR_OF}", _of_year),
    rule(rf"{_W}(?P<m>M)\.?(?P<d>0)p?(?![:%])", _day_month),
    rule(rf"{_W}t?(?P<d>0)p?O?(?P<m>M)", _day_month),
    rule(rf"{_W}(?:t?(?P<d1>o)O)?(?P<m>M)(?P<d>o-?o?)?", _ordinal_day),
    rule(rf"(?P<e>{PART})(?:t?(?P<which>[lxvi]))?(?P<m>M)", _month_alone),
    rule(r"(?:(?<=M0[-AT])|(?<=M\.0[-AT])|(?<=M0p[-AT]))t?(?P<d>0)p?(?![:%/UuMn_])", _other_day),
    rule(r"t?(?P<d>0)p?(?=[-AT]t?(?P<d2>0)p?O?(?P<m>M)\.?,?O?(?P<y>Y)?)", _first_day),
    rule(r"t(?P<d>0)p?(?![UuPMO])", _nth_of),
    rule(r"E(?P<m>M)", _each_month),
    rule(r"(?:t?(?P<which>[lxiv]))?(?P<h>H)(?:,?O?(?P<y>Y))?", _feast),
)
