"""How many people does a noun phrase tell of, and which?"""

from bisect import bisect_left
from dataclasses import dataclass

from sayso.lexicon.counted import humans, is_crowd, is_human, is_measure, is_thing
from sayso.lexicon.numbers import NumberWords, find_numbers
from sayso.lexicon.triggers import word_class
from sayso.model.mention import FigureKind
from sayso.model.span import Span
from sayso.reading.rules.groups import Words
from sayso.reading.rules.syntax import Clause

_ONE = frozenset({"he", "she", "him", "her", "i", "me", "himself", "herself"})
_JOINS = frozenset({"and", "&", "plus", ","})
_PARTS = frozenset({"including", "among", "mostly", "mainly"})
_REMAINS = frozenset(
    {"body", "bodies", "coffin", "coffins", "remains", "corpse", "corpses", "victim", "murder", "death"}
)
_ANY = frozenset(
    {"people", "persons", "person", "others", "other", "individuals", "lives", "victims", "more"}
)
Number = tuple[int, int, NumberWords]  # the words that it takes up, what it means


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many, of whom; the words that say so."""

    low: int | None
    high: int | None
    kind: FigureKind
    span: Span
    population: str | None = None
    further: bool = False
    parts: tuple["Tally", ...] = ()  # of a sum: "two soldiers and three policemen"


class Scene:
    """A sentence with its numbers and with the words that are names of persons."""

    def __init__(self, text: str, clause: Clause, persons: frozenset[int]) -> None:
        self.text = text
        self.clause = clause
        self.persons = persons
        starts = [word.start for word in clause.words]
        self.numbers: tuple[Number, ...] = tuple(
            (first, bisect_left(starts, found.end), found)
            for found in find_numbers(text, clause.span.start, clause.span.end)
            if (first := bisect_left(starts, found.start)) < len(starts)
            and not any(time.start < found.end and found.start < time.end for time in clause.times)
        )

    def number_in(self, first: int, last: int) -> Number | None:
        """The first number that counts things and lies in words [first, last), its bounds perhaps before."""
        for number in self.numbers:
            if number[0] < last and first < number[1] <= last and not self._measures(number):
                return number
        return None

    def _measures(self, number: Number) -> bool:
        """Whether it counts no people: an age, hours, miles, a year, a share."""
        after = self.clause.lower[number[1]] if number[1] < len(self.clause.lower) else ""
        words = self.text[number[2].start : number[2].end]
        year = len(words) == 4 and words.isdecimal() and 1900 <= int(words) <= 2099
        glued = self.text[number[2].end : number[2].end + 1] in ("-", "‑")
        before = self.clause.lower[number[0] - 1] if number[0] else ""
        aged = before == "," and after in (",", ")", "") and words.isdecimal()
        return is_measure(after) or year or glued or aged or before in ("#", "no.", "aged")


def tally_of(scene: Scene, told: Words) -> Tally | None:
    """What the phrase tells; of "two soldiers and three policemen" the sum, with its parts."""
    parts = _conjuncts(scene.clause, told)
    found = [
        one
        for place, part in enumerate(parts)
        if (one := _one(scene, part)) and not (place and _is_bare(scene, part))
    ]
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    low = sum(one.low or 0 for one in found)
    high = None if any(one.high is None for one in found) else sum(one.high or 0 for one in found)
    kinds = {one.kind for one in found}
    return Tally(
        low=low,
        high=high,
        kind=kinds.pop() if len(kinds) == 1 else FigureKind.RANGE,
        span=found[0].span.to(found[-1].span),
        parts=tuple(found),
    )


def _is_bare(scene: Scene, told: Words) -> bool:
    """Whether a later member of a list has neither number, name nor article, so that it names none anew."""
    clause = scene.clause
    named = any(k in scene.persons for k in range(*told))
    return not (named or scene.number_in(*told) or clause.tags[told[0]] in "dho")


def _conjuncts(clause: Clause, told: Words) -> list[Words]:
    """The members of a list; what stands beside a noun is no other: "her son, [Lee Marsh]"."""
    out: list[Words] = []
    first = told[0]
    lists = any(clause.lower[k] in ("and", "&", "plus") for k in range(*told))
    for k in range(told[0], told[1]):
        if clause.lower[k] == "," and not lists:
            return [(first, k)]
        if clause.lower[k] in _PARTS:
            return [*out, (first, k)] if k > first else out
        if clause.lower[k] in _JOINS:
            if k > first:
                out.append((first, k))
            first = k + 1
    return [*out, (first, told[1])] if first < told[1] else out


def _one(scene: Scene, told: Words) -> Tally | None:
    clause, (first, last) = scene.clause, told
    for k in range(first, last - 2):
        if clause.lower[k] in _REMAINS and clause.lower[k + 1] == "of":
            first, told = k + 2, (k + 2, last)  # "the body of [a sailor]"
    number = scene.number_in(first, last)
    head = head_of(clause, told)
    if number:
        if is_thing(clause.lower[head]) and head >= number[1]:
            return None
        if number[2].high == 1 and clause.lower[last - 1] not in humans() and last - number[1] > 2:
            return None  # "one of the worst nights"
        found = number[2]
        start = min(found.start, clause.words[first].start) if number[0] < first else found.start
        end = max(found.end, clause.words[last - 1].end)
        return Tally(
            low=found.low,
            high=found.high,
            kind=found.kind,
            span=Span(start, end),
            population=_population(scene.text, clause, number[1], last),
            further=found.further,
        )
    if clause.lower[first] == "no" and first + 1 < last:
        return Tally(low=0, high=0, kind=FigureKind.NONE, span=clause.at(first, last))
    if is_one(scene, told):
        return Tally(
            low=1,
            high=1,
            kind=FigureKind.EXACT,
            span=clause.at(first, last),
            population=None if head in scene.persons or clause.tags[head] == "o" else clause.lower[head],
        )
    return None


def head_of(clause: Clause, told: Words) -> int:
    """The word that the phrase is about: the last before a preposition."""
    for k in range(told[0] + 1, told[1]):
        if clause.tags[k] in "pt.sr":
            return k - 1
    return told[1] - 1


def is_one(scene: Scene, told: Words) -> bool:
    """Whether the phrase tells of one person: "a teenager", "him", "Lee Marsh"."""
    clause, (first, last) = scene.clause, told
    head = head_of(clause, told)
    word, opening = clause.lower[head], clause.lower[first]
    if clause.tags[first] == "o":
        return last - first == 1 and opening in _ONE
    if head in scene.persons:
        return True
    if is_crowd(word) or clause.lower[first : first + 2] == ("a", "number"):
        return False
    if opening in ("a", "an"):
        return not is_thing(word) and clause.tags[head] in "nN#PG" and not word.endswith("ss")
    return is_human(word) and word not in word_class("many-people") and opening != "all"


def _population(text: str, clause: Clause, first: int, last: int) -> str | None:
    """Whom a number counts, as told; None for people, no matter who."""
    plain = ("of", "the", "other", "more")
    while first < last and (clause.lower[first] in plain or clause.tags[first] in "bdT"):
        first += 1
    k = first
    while k < last and clause.tags[k] not in "pts.r":
        k += 1
    if k == first or clause.lower[k - 1] in _ANY:
        return None
    return " ".join(text[word.start : word.end] for word in clause.words[first:k])
