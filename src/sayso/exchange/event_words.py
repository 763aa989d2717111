"""How are an act, those who do and suffer it, and its figures told in words?"""

from collections.abc import Sequence
from functools import cache

from sayso.lexicon.tables import rows
from sayso.model.mention import Count, EventType, Mention, Party

SOMEBODY = "somebody"
TO = " → "
NOBODY, UNKNOWN = "nobody", "an unknown number"
COUNTED = ("killed", "injured", "detained")


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(row["type"], row["mode"]): row["words"] for row in rows("event_words")}


@cache
def _vague() -> dict[tuple[int, int | None], str]:
    """The words of a vague number by what they mean: "dozens" is 24-99; "a pair of" is plainly 2."""
    pairs = ((row["words"], row["value"].partition("-")) for row in rows("numbers") if row["kind"] == "vague")
    return {(int(low), int(high)): words for words, (low, _, high) in pairs if high and low != high}


def act_in_words(type: EventType, mode: str | None) -> str:  # noqa: A002 - the field's name
    """A type and its mode in plain words; a mode that the table lacks stands in brackets."""
    plain = _words().get((type.value, mode or ""))
    return plain or f"{_words()[type.value, '']} ({mode})"


def parties_in_words(actors: Sequence[str], recipients: Sequence[str]) -> str:
    """Who → whom; empty where nobody is told."""
    if not recipients:
        return _list(actors)
    return f"{_list(actors) or SOMEBODY}{TO}{_list(recipients)}"


def names_of(parties: Sequence[Party]) -> tuple[str, ...]:
    """The names, each once, in one line each."""
    return tuple(dict.fromkeys(" ".join(party.who.split()) for party in parties))


def _list(names: Sequence[str]) -> str:
    return ", ".join(names)


def count_in_words(count: Count) -> str:
    """A count: "5", "5–9", "at least 5", "up to 9", "nobody"; the vague ones as they are told: "dozens"."""
    if count.high == 0:
        return NOBODY
    if not count.low:
        return UNKNOWN if count.high is None else f"up to {count.high:,}"
    if vague := _vague().get((count.low, count.high)):
        return vague
    if count.high is None:
        return f"at least {count.low:,}"
    return f"{count.low:,}" if count.low == count.high else f"{count.low:,}–{count.high:,}"


def figures_in_words(mention: Mention) -> tuple[str, ...]:
    """The figures of a mention: "at least 5 killed"."""
    counts = [(of, getattr(mention, of)) for of in COUNTED]
    told = [f"{count_in_words(count)} {of}" for of, count in counts if count is not None]
    told += [f"{count_in_words(f.count)} {f.of}" for f in mention.figures if f.of not in COUNTED]
    return tuple(dict.fromkeys(told))
