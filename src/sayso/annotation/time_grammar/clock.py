"""What do times of the day mean, and what when a day stands beside them?"""

from dataclasses import replace
from typing import Final

from sayso.annotation.time_grammar.meanings import Meaning, at_clock, counted, unresolved
from sayso.annotation.time_grammar.relative import unit_from
from sayso.annotation.time_grammar.rule import Found, rule
from sayso.annotation.time_grammar.scene import Scene
from sayso.model.marks import Grain, TimeKind


def _clock(found: Found, scene: Scene) -> Meaning | None:
    """ "10 p.m.", "5:34 am", "14:05 GMT"."""
    hour, minute = int(found.number("h") or 0), int(found.number("m") or 0)
    if found.has("m") and not _tight(found):
        return None
    half = found.value("c")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "PM" else 0)
    elif not found.has("z") and len(found.words("m")[0].lower) < 2:
        return None
    if hour > 24 or minute > 59:
        return None
    return _of_day(scene, f"T{hour:02d}:{minute:02d}")


def _tight(found: Found) -> bool:
    """Whether no white space stands in "14:05"."""
    return found.words("h")[0].end + 1 == found.words("m")[0].start


def _of_day(scene: Scene, clock: str) -> Meaning:
    """A time of the day told last, where that is a day; else of an unknown day."""
    last = scene.last
    if last is not None and last.grain is Grain.DAY and last.timex and last.earliest:
        told = last.earliest.isoformat()
        made = Meaning(
            timex=told, value=told, earliest=last.earliest, latest=last.latest, grain=Grain.DAY, anchor=None
        )
        return at_clock(counted(made, "neighbour"), clock)
    return Meaning(kind=TimeKind.TIME, timex=f"XXXX-XX-XX{clock}", anchor=None)


def _part(found: Found, scene: Scene) -> Meaning | None:
    """ "this morning", "last night", "that afternoon", "the next evening", "mid-afternoon", "the night"."""
    told = found.value("p")
    clock = f"T{told}"
    which = found.words("which")
    letters = "".join(word.letter for word in which)
    if not letters and not found.has("e") and not scene.apart and ":" not in clock:
        lead = found.before[-1:]
        at_day = bool(lead) and lead[0].letter in "WdM0pH" and found.match.group() == "P"
        if not at_day and (not found.has("t") or (lead and lead[0].letter not in "I")):
            return None
    led = bool(found.before) and found.before[-1].letter in "ITFBGA"
    if not which and ":" in clock and not scene.apart and not led:
        return None
    if letters in ("i", "l") and not scene.history:
        if scene.now is None:
            return unresolved(TimeKind.TIME)
        made = unit_from(scene.now, "D", -1 if letters == "l" else 0)
        return counted(at_clock(made, clock), "publication") if made else None
    step = 1 if "x" in letters or "f" in letters else -1 if "v" in letters or "l" in letters else 0
    last = scene.last
    if last is None or last.grain is not Grain.DAY or last.earliest is None:
        return Meaning(kind=TimeKind.TIME, timex=f"XXXX-XX-XX{clock}", anchor=None)
    made = unit_from(last.earliest, "D", step)
    return counted(at_clock(made, clock), "neighbour") if made else None


def beside(time: Meaning, told: Meaning) -> Meaning | None:
    """A time of the day with the day that stands beside it; None where that is no day."""
    if time.kind is not TimeKind.TIME or told.kind is not TimeKind.DATE:
        return None
    if told.grain not in (Grain.DAY, None):
        return None
    clock = (time.timex or "").partition("T")[2]
    if not clock or (told.timex is None and told.anchor is not None):
        return None
    return replace(at_clock(told, f"T{clock}"), anchor=told.anchor)


CLOCK: Final = (
    rule(r"(?P<h>0)(?::(?P<m>0))?(?P<c>c)(?P<z>Z)?", _clock),
    rule(r"(?P<h>0):(?P<m>0)(?P<c>)(?P<z>Z)?(?![:0])", _clock),
    rule(r"(?P<e>e)?-?(?:[OI])?(?P<t>t)?(?P<which>[ilhk]|t[kvfx]|[vfx])?(?:e)?(?P<p>P)", _part),
)
