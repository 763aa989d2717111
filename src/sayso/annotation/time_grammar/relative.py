"""What do "Tuesday", "last week", "two days ago", "the third quarter", "the following year" mean?"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from sayso.annotation.time_grammar.meanings import (
    Meaning,
    at_clock,
    century,
    counted,
    day,
    days,
    decade,
    half,
    month,
    month_after,
    quarter,
    reference,
    season,
    unresolved,
    week,
    weekend,
    year,
)
from sayso.annotation.time_grammar.rule import MANY, NEAR, NUMBER, PART, Found, rule
from sayso.annotation.time_grammar.scene import Scene, Tense
from sayso.annotation.time_grammar.stretch import stretch
from sayso.model.marks import Grain, TimeKind

_LONG: Final = {"W": 7, "2W": 14}
_FINE: Final = {"D": (Grain.DAY,), "W": (Grain.DAY, Grain.WEEK), "M": (Grain.DAY, Grain.MONTH)}
_COARSE: Final = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.INTERVAL)


def unit_from(here: date, unit: str, step: int) -> Meaning | None:
    """The day, week, month, quarter, year, decade or century of `here`, or one before or after it."""
    try:
        match unit:
            case "D":
                return day(here + timedelta(days=step))
            case "W":
                return week(here + timedelta(weeks=step))
            case "WE":
                return weekend(here + timedelta(weeks=step))
            case "M":
                return month(*month_after(here.year, here.month, step))
            case "Q":
                y, m = month_after(here.year, here.month, 3 * step)
                return quarter(y, (m + 2) // 3)
            case "Y":
                return year(here.year + step)
            case "10Y":
                return decade(here.year // 10 * 10 + 10 * step)
            case "100Y":
                return century((here.year - 1) // 100 + 1 + step)
    except (ValueError, OverflowError):
        return None
    return None


def _weekday(found: Found, scene: Scene) -> Meaning | None:
    """The last such day up to publication; of what is to come the first not before it."""
    here, number, which = scene.here, int(found.value("w")), found.value("which")
    if here is None:
        return unresolved()
    if found.letters("which") == "v":
        if scene.last and scene.last.grain is Grain.DAY and scene.last.earliest:
            here = scene.last.earliest
        which = "-1"
    if scene.history and scene.last is not None and scene.last.grain is not Grain.DAY:
        return Meaning(timex=f"XXXX-WXX-{number + 1}", anchor=None)
    back = (here.weekday() - number) % 7
    ahead = (number - here.weekday()) % 7
    coming = found.has("to") or which == "1"
    if coming:
        told = here + timedelta(days=ahead or 7)
    elif which == "-1":
        told = here - timedelta(days=back or 7)
    elif (which == "0" and scene.tense is not Tense.PAST) or (
        (scene.tense is Tense.FUTURE) != scene.history and back
    ):
        told = here + timedelta(days=ahead)
    else:
        told = here - timedelta(days=back)
    return counted(day(told), scene.anchor)


def _deictic(found: Found, scene: Scene) -> Meaning | None:
    """ "today", "yesterday", "tomorrow", "tonight", "overnight"."""
    if scene.history:
        return reference("PRESENT_REF")
    word = found.words("d")[0].lower
    if word == "overnight" and found.after and found.after[0].lower.endswith(("ing", "s")):
        return None  # "overnight raids": how, as often as when
    if scene.now is None:
        return unresolved(TimeKind.TIME if word in ("tonight", "overnight") else TimeKind.DATE)
    told = scene.now + timedelta(days=int(found.value("d")))
    if word == "overnight":
        made = replace(days(told, scene.now), timex=f"{told.isoformat()}TNI", kind=TimeKind.TIME)
        return counted(made, "publication")
    made = day(told)
    return counted(at_clock(made, "TNI") if word == "tonight" else made, "publication")


def _beside_today(found: Found, scene: Scene) -> Meaning | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    step = int(found.value("d"))
    if scene.now is None or found.words("d")[0].lower not in ("yesterday", "tomorrow"):
        return unresolved()
    return counted(day(scene.now + timedelta(days=step + int(found.value("r")))), "publication")


def _unit(found: Found, scene: Scene) -> Meaning | None:
    """ "last week", "earlier this month", "next year", "this past weekend", "the current quarter"."""
    which = found.words("which")[-1]
    unit = found.value("u")
    step = {"i": 0, "x": 1, "l": -1}[which.letter]
    if which.lower == "past" and not found.has("this"):
        return None
    if scene.history and which.lower == "this" and unit in ("D", "W", "M"):
        return _neighbour(found, scene, 0)
    if unit == "D" and step == 0:
        return counted(day(scene.now), "publication") if scene.now else unresolved()
    if unit == "D" and not found.has("this"):
        return _neighbour(found, scene, step)
    here = scene.here
    if here is None:
        return unresolved()
    made = unit_from(here, unit, step)
    if made is None:
        return None if not scene.apart else unresolved()
    if unit == "WE" and step == -1 and here.weekday() == 6:
        made = unit_from(here, unit, -1)
    if unit == "WE" and step == 0 and scene.tense is Tense.PAST and here.weekday() < 5:
        made = unit_from(here, unit, -1)
    if unit == "W" and step == 0 and made is not None and made.earliest and made.latest:
        ahead = found.value("e") == "END" or scene.tense is Tense.FUTURE
        told = days(here, made.latest) if ahead else days(made.earliest, here)
        made = replace(made, value=told.value, earliest=told.earliest, latest=told.latest)
    if made and step == -1 and found.letters("this") == "t" and not scene.history:
        back = stretch(here, unit, 1, back=True)  # "over the past year" is no calendar year
        if back is not None:
            made = replace(back, timex=made.timex)
    return counted(made, scene.anchor) if made else unresolved()


def _neighbour(found: Found, scene: Scene, step: int) -> Meaning:
    """A day, week, month or year beside the date told last."""
    last, unit = scene.last, found.value("u")
    if last is None or last.earliest is None or last.grain not in _FINE.get(unit, _COARSE):
        return unresolved()
    start = last.latest if step > 0 and last.latest else last.earliest
    made = unit_from(start, unit, step)
    return counted(made, "neighbour") if made else unresolved()


def _beside(found: Found, scene: Scene) -> Meaning | None:
    """ "that year", "the same day", "the following month", "the previous week", "the day after"."""
    letters = found.letters("which")
    step = 1 if "f" in letters or "x" in letters else -1 if "v" in letters else 0
    if found.has("r"):
        step = int(found.value("r"))
    unit = found.value("u")
    if unit.startswith("T") or unit == "X":
        return unresolved() if scene.apart else None
    if letters.endswith("h") and not scene.apart and found.before and found.before[-1].lower == "said":
        return None
    return _neighbour(found, scene, step)


def _ago(found: Found, scene: Scene) -> Meaning | None:
    """ "two weeks ago", "a year ago", "several years ago"."""
    count, unit = found.number("n"), found.value("u")
    if count is None:
        return reference("PAST_REF")
    here = scene.here
    if here is None:
        return unresolved()
    if unit.startswith("T"):
        made: Meaning | None = day(here) if count < 12 else unit_from(here, "D", -max(1, round(count / 24)))
        made = made if unit == "TH" else day(here)
    elif unit == "Y" and count == 1 and scene.period is not None:
        made = unit_from(scene.period, "Q", -4)
    elif unit in ("10Y", "100Y"):
        made = unit_from(here, "Y", -int(count * int(unit[:-1])))
    elif unit == "2W":
        made = unit_from(here, "W", -int(count * 2))
    else:
        made = unit_from(here, unit, -int(count))
    if made is None:
        return unresolved()
    return replace(made, anchor=scene.anchor, approximate=found.has("z"))


def _later(found: Found, scene: Scene) -> Meaning | None:
    """ "two days later", "a year earlier", "three weeks before": from the date told last, else unresolved."""
    count, unit = found.number("n"), found.value("u")
    word = found.words("r")[0]
    step = {"END": 1, "START": -1}.get(word.value) or (int(word.value) if word.value in ("1", "-1") else 0)
    if not step:
        return None
    if count is None:
        return reference("FUTURE_REF" if step > 0 else "PAST_REF")
    last = scene.last
    if unit == "Y" and scene.period is not None:
        last = None  # figures of a quarter are compared with those of the same quarter
    size = {"10Y": 10, "100Y": 100, "2W": 2}.get(unit, 1)
    base = {"10Y": "Y", "100Y": "Y", "2W": "W"}.get(unit, unit)
    if last is None or last.earliest is None or last.grain not in _FINE.get(base, _COARSE):
        if base == "Y" and count == 1 and scene.period is not None and step < 0:
            return counted(unit_from(scene.period, "Q", -4) or unresolved(), "neighbour")
        if base == "Y" and scene.now and not scene.history and word.letter == "e":
            return Meaning(timex=f"{scene.now.year + step * int(count):04d}", anchor=None)
        return unresolved()
    if base == "W" and last.grain is Grain.DAY:
        made = unit_from(last.earliest, "D", step * int(count * 7 * size))
    else:
        made = unit_from(last.earliest, base, step * int(count * size))
    return replace(made, anchor="neighbour", approximate=found.has("z")) if made else unresolved()


def _season(found: Found, scene: Scene) -> Meaning | None:
    """ "the summer of 2016", "last autumn", "this spring", "next winter", "in the fall"."""
    name, which, told = found.value("s"), found.value("which"), found.number("y")
    word = found.words("s")[0].lower
    if found.has("y3"):
        return Meaning(timex=f"BC{int(found.number('y3') or 0):04d}-{name}")
    if told is not None:
        return before_season(int(told), name, found) or season(int(told), name)
    if found.has("yr"):
        here, step = scene.here, {"x": 1, "l": -1}.get(found.words("yr")[0].letter, 0)
        return counted(season(here.year + step, name), scene.anchor) if here else unresolved()
    lead = found.before[-1:]
    if not which and not scene.apart:
        if not found.has("the") and not (lead and lead[0].letter in "IGTBF"):
            return None
        following = found.line.letters[found.match.end() : found.match.end() + 1]
        if following == "O" or (word in ("fall", "spring") and not (lead and lead[0].letter in "IGTBF")):
            return None
    here = scene.here
    if here is None:
        return unresolved()
    made = season(here.year, name)
    if which == "-1" or (not which and not scene.history and scene.tense is not Tense.FUTURE):
        over = made.latest if which == "-1" else made.earliest
        if over is not None and over >= here:
            made = season(here.year - 1, name)
    elif which == "1" and made.earliest is not None and made.earliest <= here:
        made = season(here.year + 1, name)
    return counted(made, scene.anchor)


def before_season(told: int, name: str, found: Found) -> Meaning | None:
    """A season of a year before Christ."""
    if found.has("c") and found.value("c") == "BC":
        return Meaning(timex=f"BC{told:04d}-{name}")
    return None


def _quarter(found: Found, scene: Scene) -> Meaning | None:
    """ "the third quarter of 1984", "last year's first half", "Q3 2019", "the fiscal second quarter"."""
    number = int(found.value("o") or found.value("n") or 0)
    if found.letters("o") == "l" and found.has("half"):
        number = 2
    unit = "H" if found.value("u") in ("2", "H") else found.value("u")
    if unit not in ("Q", "H") or not 1 <= number <= (4 if unit == "Q" else 2):
        return None
    if found.has("n") and found.words("n")[0].start != found.words("u")[0].end:
        return None
    told = found.number("yb") or found.number("ya")
    anchor: str | None = "itself"
    if told is None:
        here = scene.here
        if here is None:
            return unresolved()
        anchor = scene.anchor
        whose = found.words("yr") or found.words("yr2")
        if whose:
            letters = "".join(word.letter for word in whose)
            told = here.year + (1 if "x" in letters or "f" in letters else 0)
            told -= "l" in letters or "v" in letters
        elif unit == "H" and not found.has("half"):
            return None
        else:
            first = number * 3 - 2 if unit == "Q" else number * 6 - 5
            past = first > here.month and scene.tense is not Tense.FUTURE and not scene.history
            told = here.year - past
    made = quarter(int(told), number) if unit == "Q" else half(int(told), number)
    return counted(made, anchor)


def _quarter_beside(found: Found, scene: Scene) -> Meaning | None:
    """ "the quarter", "the latest quarter", "the year-earlier quarter": by the quarter told last."""
    unit, which = found.value("u"), found.has("back") or found.has("latest")
    if unit == "WE" and not which:
        return _weekend(scene)
    if unit not in ("Q", "X") or (unit == "X" and not (which and scene.period)):
        return None
    here = scene.here
    if here is None:
        return unresolved()
    if scene.period is not None:
        told = scene.period
    elif found.value("u") == "Q":
        y, m = month_after(here.year, here.month, -3)
        told = date(y, m, 1)
    else:
        return unresolved()
    y, m = month_after(told.year, told.month, -12 if found.has("back") else 0)
    return counted(quarter(y, (m + 2) // 3), scene.anchor)


def _weekend(scene: Scene) -> Meaning:
    """ "the weekend": the last up to publication, or of what is to come the next."""
    here = scene.here
    if here is None:
        return unresolved()
    step = 0 if scene.tense is Tense.FUTURE or here.weekday() >= 5 else -1
    return counted(unit_from(here, "WE", step) or unresolved(), scene.anchor)


def _year_back(found: Found, scene: Scene) -> Meaning | None:
    """ "year-earlier", "year-ago period": the same quarter of the year before, else the year before."""
    if found.words("back")[0].value != "Y" or (found.has("u") and found.value("u") not in ("Q", "X")):
        return None
    if scene.period is not None:
        return counted(unit_from(scene.period, "Q", -4) or unresolved(), scene.anchor)
    here = scene.here
    return counted(unit_from(here, "Y", -1) or unresolved(), scene.anchor) if here else unresolved()


def _end_of(found: Found, scene: Scene) -> Meaning | None:
    """ "the end of the year", "the beginning of the month", "later in the year", "year-end"."""
    unit, here = found.value("u"), scene.here
    if here is None or unit not in ("W", "M", "Q", "Y", "10Y", "100Y"):
        return unresolved() if unit in ("D", "W", "M", "Q", "Y") and here is None else None
    made = unit_from(here, unit, 0)
    if made is None:
        return None
    if unit == "Y" and found.value("e") in ("START", "END"):
        edge = month(here.year, 12 if found.value("e") == "END" else 1)
        made = replace(edge, timex=made.timex)
    return counted(made, scene.anchor)


def _fiscal(found: Found, scene: Scene) -> Meaning | None:
    """ "fiscal 1989", "the current fiscal year": taken for the calendar year of its name."""
    told = found.number("y")
    if told is not None:
        return replace(year(int(told)), approximate=True)
    here = scene.here
    if here is None:
        return unresolved()
    step = {"l": -1, "v": -1, "x": 1, "f": 1}.get(found.letters("which"), 0)
    return replace(year(here.year + step), anchor=scene.anchor, approximate=True)


_COUNT: Final = rf"(?P<n>{NUMBER}|an?|{MANY})"
RELATIVE: Final = (
    rule(r"(?:e-?)?(?:t)?(?P<which>[lxivf])?(?P<to>x)?(?P<w>W)", _weekday),
    rule(r"(?:e-?)?(?P<d>d)", _deictic),
    rule(r"tU(?P<r>R)(?P<d>d)", _beside_today),
    rule(r"(?P<e>e)?(?:[OI])?(?:(?P<this>i|t)(?=[lx]|i))?(?P<which>[ilx])y?-?(?P<u>U)", _unit),
    rule(rf"{PART}(?P<which>h|t?kk?|hk|tv|tf|tx|v|f)(?P<u>U)", _beside),
    rule(r"t(?P<u>U)(?P<r>R|f|v)(?P<which>)(?![Oat_UuMWhij])", _beside),
    rule(rf"(?P<z>{NEAR}){_COUNT}-?(?P<u>[Uu])-?g", _ago),
    rule(rf"(?P<n>)(?P<z>{NEAR})(?P<u>[Uu])-?g", _ago),
    rule(rf"(?P<z>{NEAR}){_COUNT}(?P<u>[Uu])(?P<r>[eR])(?![tOaihkWMYn_])", _later),
    rule(rf"(?P<z>{NEAR}){_COUNT}(?P<u>[Uu])(?P<r>e)", _later),
    rule(r"(?P<n>)(?P<z>)(?P<u>u)(?P<r>e)", _later),
    rule(
        rf"{PART}(?P<the>t)?(?:(?P<which>[lxi])l?)?(?P<s>S)(?:,?O?(?P<y>Y)(?P<c>C)?|,?O?(?P<y3>3)(?P<c3>C)|O(?P<yr>[ilxt])U)?",
        _season,
    ),
    rule(
        rf"{PART}t?(?:(?P<yb>Y)|(?P<yr>[ilx])U'?s?)?y?-?(?P<o>o|l|x)-?(?P<u>U|(?P<half>Q))(?P<n>)"
        r"(?:,?[OI]?t?(?P<ya>Y)|[OI]?t?(?P<yr2>[ilxvft])y?U)?",
        _quarter,
    ),
    rule(r"(?P<o>)(?P<yb>)(?P<yr>)(?P<yr2>)(?P<half>)(?P<u>J)(?P<n>0)(?:,?O?(?P<ya>Y))?", _quarter),
    rule(r"t(?P<latest>L)?(?P<back>U-?(?:g|e))?-?o?-?(?P<u>U)", _quarter_beside),
    rule(r"(?P<back>U-(?:g|e))-?o?-?(?P<u>U)?", _year_back),
    rule(r"t?(?P<e>e)-?[OI](?:t|h)(?P<u>U)", _end_of),
    rule(r"(?P<u>U)(?:'s|-)?(?P<e>e)", _end_of),
    rule(r"t?(?P<which>[lxivfL])?(?:y(?P<y>Y)|y-?U)", _fiscal),
)
