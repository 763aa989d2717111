"""What do words mean that name a year, a decade or a century?"""

from typing import Final

from sayso.annotation.time_grammar.meanings import Meaning, before_christ, century, decade, year
from sayso.annotation.time_grammar.rule import PART, Found, rule
from sayso.annotation.time_grammar.scene import Scene


def is_bc(found: Found) -> bool:
    """Whether the words say that it was before Christ."""
    return found.has("c") and found.value("c") == "BC"


def _year_alone(found: Found, scene: Scene) -> Meaning | None:
    told = int(found.number("y") or 0)
    if is_bc(found):
        return before_christ(told)
    lead = found.before[-1:]
    led = (bool(lead) and lead[0].letter in "IGFTBOARe-(") or found.has("e") or found.has("f")
    least = 1500 if (led and (scene.history or (lead and lead[0].letter in "IG"))) or scene.apart else 1900
    if not least <= told <= 2199 and not scene.apart:
        return None
    following = found.line.letters[found.match.end() : found.match.end() + 1]
    if following in ("0", "3", "/", ":") and not led and not scene.apart:
        return None
    return year(told)


def _digits_bc(found: Found, scene: Scene) -> Meaning | None:
    return before_christ(int(found.number("y") or 0)) if found.value("c") == "BC" else None


def _year_end(found: Found, scene: Scene) -> Meaning | None:
    """The second year of "1941-45"."""
    first = next((w for w in reversed(found.before) if w.letter == "Y"), None)
    told = found.number("d")
    if first is None or told is None or not found.joined():
        return None
    number = int(first.value[:2] + f"{int(told):02d}")
    return year(number) if number > int(first.value) else None


def _short_year(found: Found, scene: Scene) -> Meaning | None:
    """ "'99"."""
    words = found.line.words[found.match.start() : found.match.end()]
    if words[0].end != words[1].start or len(words[1].lower) != 2:
        return None
    if found.before and found.before[-1].end == words[0].start:
        return None  # "the A's 14"
    here = scene.here
    number = (here.year if here else 2000) // 100 * 100 + int(words[1].value)
    return year(number - 100 if here and number > here.year + 20 else number)


def _spoken_year(found: Found, scene: Scene) -> Meaning | None:
    """ "nineteen ninety-seven", "two thousand four"."""
    told = [int(word.value) for word in found.words("n") if word.letter == "n"]
    if told[0] in (18, 19, 20) and all(n < 100 for n in told[1:]):
        rest = sum(told[1:])
        ok = 10 <= rest <= 99 and (len(told) == 2 or (len(told) == 3 and told[1] >= 20 and told[2] < 10))
        return year(told[0] * 100 + rest) if ok else None
    if told[:2] == [2, 1000] and len(told) <= 4 and (found.has("w") or len(told) > 2):
        rest = sum(told[2:])
        return year(2000 + rest) if rest < 100 else None
    return None


def _decade(found: Found, scene: Scene) -> Meaning | None:
    words = found.words("y")
    told = found.number("y")
    if told is None or told != int(told) or int(told) % 10 or (100 <= told < 1000 and not is_bc(found)):
        return None
    if words[-1].end != found.words("s")[0].start and not found.has("q"):
        return None
    if told < 100:
        at = found.match.start("y")
        if found.line.letters[at - 1 : at] not in ("'", "t", "-", "I", "e"):
            return None
        here = scene.here
        told += (here.year if here else 1999) // 100 * 100
        if here and told > here.year:
            told -= 100
    if is_bc(found):
        return Meaning(timex=f"BC{int(told) // 10:03d}")
    return decade(int(told)) if 1000 <= told <= 2190 else None


def _decade_word(found: Found, scene: Scene) -> Meaning | None:
    here = scene.here
    if found.line.letters[found.match.start() - 1 : found.match.start()] == "s":  # "in his thirties"
        return None
    told = (here.year if here else 1999) // 100 * 100 + int(found.value("k")) * 10
    return decade(told - 100 if here and told > here.year else told)


def _century(found: Found, scene: Scene) -> Meaning | None:
    told = found.number("d") if found.has("d") else float(found.value("o") or 0)
    words = found.words("u")
    if words[0].lower not in ("century", "centuries") or not told or not 1 <= told <= 22:
        return None
    if found.has("c") and found.value("c") == "BC":
        return Meaning(timex=f"BC{int(told) - 1:02d}")
    return century(int(told))


_C: Final = r"(?P<c>C)?"
YEARS: Final = (
    rule(rf"(?P<e>{PART})(?P<f>t?U?)(?P<y>Y){_C}(?!s)", _year_alone),
    rule(rf"{PART}(?P<y>[30])(?P<c>C)", _digits_bc),
    rule(r"(?P<y>3)(?=(?:-|T|A)3(?P<c>C))", _digits_bc),
    rule(r"(?<=Y[-/])(?P<d>0)(?![-/:0Yps])", _year_end),
    rule(r"'0(?![-:s])", _short_year),
    rule(r"(?P<w>tU)?(?P<n>nn-?n?-?n?)", _spoken_year),
    rule(rf"{PART}t?(?:e-?)?(?P<k>K)", _decade_word),
    rule(rf"{PART}t?(?:e-?O?t?)?(?P<q>')?(?P<y>[Y03])'?(?P<s>s){_C}", _decade),
    rule(rf"{PART}t?(?:e-?)?(?:(?P<d>0)p|(?P<o>o))-?(?P<u>[Uu]){_C}", _century),
)
