"""Which words of a document tell a time, each by itself, in order?"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.annotation.time_grammar.clock import CLOCK, beside
from sayso.annotation.time_grammar.dates import DATES
from sayso.annotation.time_grammar.lengths import LENGTHS
from sayso.annotation.time_grammar.meanings import Meaning
from sayso.annotation.time_grammar.relative import RELATIVE
from sayso.annotation.time_grammar.rule import Found, Rule
from sayso.annotation.time_grammar.scene import Scene
from sayso.annotation.time_grammar.tense import tense_at
from sayso.annotation.time_grammar.thread import Thread, Told
from sayso.annotation.time_grammar.words import Line, line_of
from sayso.annotation.time_grammar.years import YEARS
from sayso.model.span import Span

_RULES: Final = (*DATES, *YEARS, *RELATIVE, *LENGTHS, *CLOCK)
_BETWEEN: Final = frozenset(("on", "of", "the", ",", "", "at", "in", "late", "early"))


def tell(text: str, sentences: Iterable[Span], now: date | None) -> Iterator[Told]:
    """The words of time of a text, counted from `now` or, in a history, from the date told last."""
    lines = [(line_of(text, span.start, span.end)) for span in sentences]
    lines = [line for line in lines if line.may_tell]
    thread = Thread(now=now, history=is_history(lines, now))
    for line in lines:
        found = []
        for told in _of_line(line, thread):
            thread = thread.after(told)
            found.append(told)
        yield from merged(text, found)


def _of_line(line: Line, thread: Thread) -> Iterator[Told]:
    """The words of time of one sentence: where two begin alike the longer, else the earlier."""
    matches = [
        (match.start(), -match.end(), number, rule, match)
        for number, rule in enumerate(_RULES)
        for match in rule.pattern.finditer(line.letters)
        if match.end() > match.start()
    ]
    matches.sort(key=lambda one: one[:3])
    taken = 0
    for start, end, _, rule, match in matches:
        if start < taken:
            continue
        first, last = line.words[start], line.words[-end - 1]
        told = meant(rule, Found(line, match), thread.scene(first.start))
        if told is not None:
            taken = -end
            made = Told(Span(_start(line, start, -end), last.end), told)
            thread = thread.after(made)
            yield made


def _start(line: Line, first: int, last: int) -> int:
    """Where words of time begin: not with a preposition that a pattern took along."""
    while first < last - 1 and line.letters[first] in "IO,-":
        first += 1
    return line.words[first].start


def meant(rule: Rule, found: Found, scene: Scene) -> Meaning | None:
    """What the words of one rule mean; None where they tell no time, or one that no calendar has."""
    tense = tense_at(found.line.words, found.match.start(), found.match.end())
    try:
        return rule.resolve(found, replace(scene, tense=tense))
    except (ValueError, OverflowError):
        return None


def merged(text: str, found: list[Told]) -> Iterator[Told]:
    """Times of the day joined with the day beside them: "10 p.m. Wednesday", "the night of 20 June"."""
    k = 0
    while k < len(found):
        one = found[k]
        if k + 1 < len(found):
            other = found[k + 1]
            gap = text[one.span.end : other.span.start].lower().split()
            if len(gap) <= 2 and _BETWEEN.issuperset(word.strip(",") for word in gap):
                joined = beside(one.meaning, other.meaning)
                joined = joined or (None if gap and gap != [","] else beside(other.meaning, one.meaning))
                if joined is not None:
                    yield Told(one.span.to(other.span), joined)
                    k += 2
                    continue
        yield one
        k += 1


_HISTORY_YEARS: Final = 6  # years told in a text from which it may be a history
_HISTORY_SHARE: Final = 0.12  # of news days ("Tuesday", "yesterday") to years, above which it is news


def is_history(lines: list[Line], now: date | None) -> bool:
    """Whether a text tells of years long past, so that its bare dates are counted from one another.

    By this 21 of WikiWars' 22 texts are histories, and none of the 256 of TimeBank and AQUAINT.
    """
    letters = "".join(line.letters for line in lines)
    news = sum(letters.count(letter) for letter in "Wd")
    every = [int(word.value) for line in lines for word in line.words if word.letter == "Y"]
    told = [n for n in every if 1400 <= n < 2100]
    past = told if now is None else [n for n in told if n < now.year - 1]
    if now is None and news:
        return False
    ancient = letters.count("YC") + letters.count("3C")
    return ancient >= _HISTORY_YEARS or (
        len(past) >= _HISTORY_YEARS and len(past) >= 0.6 * len(told) and news <= _HISTORY_SHARE * len(past)
    )


def given(text: str, extents: Iterable[Span], sentences: Iterable[Span], now: date | None) -> list[Told]:
    """What the words of given spans mean, which are known to tell a time."""
    whole = list(sentences)
    lines = [line_of(text, span.start, span.end) for span in whole]
    thread = Thread(now=now, history=is_history(lines, now))
    out = []
    for extent in sorted(extents):
        here = next((line for s, line in zip(whole, lines, strict=True) if s.holds(extent)), None)
        told = Told(extent, _given(here or line_of(text, extent.start, extent.end), extent, thread))
        thread = thread.after(told)
        out.append(told)
    return out


def _given(line: Line, extent: Span, thread: Thread) -> Meaning:
    """The longest reading of the words of one span."""
    best: list[tuple[int, int, int, Meaning, Span]] = []
    scene = replace(thread.scene(extent.start), apart=True)
    for number, rule in enumerate(_RULES):
        for first, word in enumerate(line.words):
            if word.end <= extent.start or word.start >= extent.end:
                continue
            match = rule.pattern.match(line.letters, first)
            while match and match.end() > first and line.words[match.end() - 1].end > extent.end:
                match = rule.pattern.match(line.letters, first, match.end() - 1)
            if match and match.end() > first:
                told = meant(rule, Found(line, match), scene)
                if told is not None:
                    span = Span(word.start, line.words[match.end() - 1].end)
                    size = match.end() - first
                    best.append((-size, first, number, told, span))
    best.sort(key=lambda one: one[:3])
    if not best:
        return Meaning(anchor=None)
    chosen = best[0]
    for other in best[1:]:  # "10 p.m. Wednesday": the day and the clock
        if not other[4].meets(chosen[4]):
            one, two = (chosen, other) if chosen[1] < other[1] else (other, chosen)
            joined = beside(one[3], two[3]) or beside(two[3], one[3])
            if joined is not None:
                return joined
    return chosen[3]
