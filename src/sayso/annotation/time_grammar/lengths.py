"""What do words mean that tell how long, how often, or only past, present and future?"""

from dataclasses import replace
from typing import Final

from sayso.annotation.time_grammar.meanings import (
    Meaning,
    length,
    number_words,
    recurring,
    reference,
    unresolved,
)
from sayso.annotation.time_grammar.rule import MANY, NEAR, NUMBER, Found, rule
from sayso.annotation.time_grammar.scene import Scene
from sayso.annotation.time_grammar.stretch import stretch
from sayso.model.marks import TimeKind


def _length(found: Found, scene: Scene) -> Meaning | None:
    """ "two weeks", "the 10-year", "several months", "more than four hours"."""
    unit = found.value("u")
    if unit in ("X", "WE") or (unit == "Q" and found.letters("n") == "a"):
        return None
    if found.letters("n") == "a" and unit == "TS":
        return None
    if found.has("age") and found.words("age")[-1].lower == "old" and not scene.apart:
        return None  # how old, not how long
    if found.letters("n") == "Y" and unit in ("Q", "X", "10Y"):
        return None  # "the 1988 quarter"
    count = found.number("n")
    if found.has("half"):
        count = (count or 0) + 0.5 if found.letters("n") != "a" else 0.5
    if count == 0:
        return None
    if found.letters("n") == "Y" and unit == "Y" and not found.has("z"):
        return None  # "the 1988 year"
    return length("X" if count is None else number_words(count), unit, approximate=found.has("z"))


def _stretch(found: Found, scene: Scene) -> Meaning | None:
    """ "the past three days", "the next two years": up to publication or from it on, and a length."""
    unit = found.value("u")
    if unit == "X":
        return None
    many = found.has("n")
    count = found.number("n") if many else 1.0
    which = found.words("which")[-1]
    back = which.letter in "lv"
    if count is None:
        return replace(length("X", unit), anchor=None)
    made = length(number_words(count), unit, approximate=found.has("z"))
    here = scene.here
    if here is None or scene.history or which.letter in "fv":
        return made
    told = stretch(here, unit, count, back=back)
    if told is None:
        return made
    return replace(
        made,
        value=told.value,
        earliest=told.earliest,
        latest=told.latest,
        grain=told.grain,
        anchor="publication",
    )


def _ordinal_length(found: Found, scene: Scene) -> Meaning | None:
    """ "the first nine months", "the early years", "the last days": a length of something."""
    unit = found.value("u")
    if unit in ("X", "WE"):
        return None
    count = found.number("n") if found.has("n") else None
    return length("X" if count is None else number_words(count), unit)


def _bare(found: Found, scene: Scene) -> Meaning | None:
    """ "for weeks", "hours"."""
    unit = found.value("u")
    if unit in ("X", "WE", "Q", "TS", "TM"):
        return None
    before = found.before[-1:]
    if before and before[0].letter in ("'", "n", "0", "3", "Y", "o") and not scene.apart:
        return None
    return length("X", unit)


def _lone_unit(found: Found, scene: Scene) -> Meaning | None:
    """ "week", "the year", where the words are known to tell a time."""
    unit = found.value("u")
    return length("1", unit) if scene.apart and unit not in ("X", "WE") else None


def _set(found: Found, scene: Scene) -> Meaning | None:
    """ "every day", "each year", "every two weeks", "per month"."""
    unit = found.value("u")
    if unit in ("X",):
        return None
    count = found.number("n") if found.has("n") else 1.0
    if unit == "WE":
        return recurring("XXXX-WXX-WE")
    return replace(length(number_words(count or 1.0), unit), kind=TimeKind.SET, anchor=None)


def _weekdays(found: Found, scene: Scene) -> Meaning | None:
    return recurring(f"XXXX-WXX-{int(found.value('w')) + 1}")


def _often(found: Found, scene: Scene) -> Meaning | None:
    return recurring(found.value("x"))


def _reference(found: Found, scene: Scene) -> Meaning | None:
    """ "now", "recently", "soon"."""
    word = found.words("n")[0].lower
    if word == "soon" and found.after and found.after[0].lower in ("as", "after"):
        return None
    if word == "shortly" and found.after and found.after[0].letter in "Re":
        return None
    return reference(found.value("n"))


def _vague(found: Found, scene: Scene) -> Meaning | None:
    """ "recent weeks", "these days", "coming months", "the past", "the near future"."""
    letters = found.match.group()
    if found.has("u") and found.value("u") in ("X", "WE", "TS", "TM"):
        return None
    if letters.startswith("j"):
        return reference("PRESENT_REF")
    if "x" in letters:
        return length("X", found.value("u")) if found.has("u") else None
    words = found.line.words[found.match.start() : found.match.end()]
    unit = next((word.value for word in words if word.letter == "u"), "")
    return length("X", unit) if unit in ("W", "M", "Y", "Q") else reference("PAST_REF")


def _future(found: Found, scene: Scene) -> Meaning | None:
    """ "the future", "the near future", and with "the" before it "the past"."""
    word = found.line.words[found.match.end() - 1].lower
    following = found.after[:1]
    if word == "past" and following and following[0].letter not in ",.)_" and not scene.apart:
        return None
    if word not in ("future", "past", "present"):
        return None
    if following and following[0].letter == "_" and following[0].lower.isalpha() and word != "future":
        return None
    return reference({"future": "FUTURE_REF", "past": "PAST_REF"}.get(word, "PRESENT_REF"))


def _at_time(found: Found, scene: Scene) -> Meaning | None:
    """ "at the time", "at that time", "at this time"."""
    lead = found.before[-1:]
    if not (scene.apart or (lead and lead[0].lower == "at")):
        return None
    following = found.after[:1]
    if following and following[0].letter == "O" and not scene.apart:
        return None
    return reference("PRESENT_REF" if found.has("this") else "PAST_REF")


def _loose(found: Found, scene: Scene) -> Meaning | None:
    """ "former", "then", "once": only where the words are known to tell a time."""
    return reference(found.value("v")) if scene.apart else None


def _lone(found: Found, scene: Scene) -> Meaning | None:
    """ "current", "recent", where the words are known to tell a time."""
    word = found.line.words[found.match.start()].lower
    told = {"current": "PRESENT_REF", "recent": "PAST_REF"}.get(word)
    return reference(told) if told and scene.apart else None


def _since_then(found: Found, scene: Scene) -> Meaning | None:
    return unresolved() if found.line.words[found.match.end() - 1].lower == "then" else None


def _vague_unit(found: Found, scene: Scene) -> Meaning | None:
    if found.has("u2"):
        letters = found.match.group()
        unit = found.value("u2")
        if unit in ("X", "WE", "TS", "TM"):
            return None
        return length("X", unit) if letters[0] == "x" else reference("PAST_REF")
    return _vague(found, scene)


LENGTHS: Final = (
    rule(rf"t?(?P<z>{NEAR})(?P<n>{NUMBER}|an?|{MANY})-?(?P<half>)z?(?P<u>[Uu])(?P<age>-?b)?", _length),
    rule(r"(?P<z>z*)(?P<n>a)?(?P<half>Q)-?(?:a|t)?-?(?P<u>U)", _length),
    rule(r"(?P<z>z*)(?P<n>a|n)(?P<u>U)Aa(?P<half>Q)", _length),
    rule(rf"(?P<z>{NEAR})(?P<n>{NUMBER})(?P<half>)(?:T|A|-|AT)(?:{NUMBER})-?(?P<u>[Uu])", _length),
    rule(rf"t(?P<which>[lxvfL]|il)(?P<z>{NEAR})(?P<n>{NUMBER}|{MANY})?-?(?P<u>[Uu])", _stretch),
    rule(rf"t(?:o|e|i)-?(?P<n>{NUMBER}|{MANY})?-?(?P<u>u)", _ordinal_length),
    rule(r"(?P<u>u)", _bare),
    rule(r"t?(?P<u>U)", _lone_unit),
    rule(rf"E(?:q|o)?(?P<n>{NUMBER})?(?P<u>[Uu])", _set),
    rule(r"E?(?P<w>w)", _weekdays),
    rule(r"E(?P<w>W)", _weekdays),
    rule(r"(?P<x>X)", _often),
    rule(r"(?P<n>N)", _reference),
    rule(r"(?:j(?P<u>u)|t?z*L(?:u|UAu|uAu)|[lx](?P<u2>u))", _vague_unit),
    rule(r"t(?:L|_)?[Vl]", _future),
    rule(r"(?:t|h|(?P<this>i))m", _at_time),
    rule(r"(?P<v>V)", _loose),
    rule(r"[iL]", _lone),
    rule(r"GV", _since_then),
)
