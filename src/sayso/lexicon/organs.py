"""Which organ of a state do words name, where no table lists it: "Iraqi police", "the army of Chad"?"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.lexicon import countries
from sayso.lexicon.actor_states import states
from sayso.lexicon.actor_words import actor_words
from sayso.lexicon.tables import rows
from sayso.model.actor import Actor, ActorKind

WORD: Final = re.compile(r"\w+(?:[-.’']\w+)*\.?")
_LONGEST_NATION: Final = 5  # words: "the Democratic Republic of the Congo"
_LONGEST_HEAD: Final = 5  # words: "office of the prime minister"
_SIGN: Final = 3  # letters of "US", "UK"
_LED: Final = re.compile(
    r"\w+-\w*(?:backed|led|allied|held|controlled|born|based|made|trained|funded)$", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """A country named within a phrase."""

    iso3: str
    start: int  # in words
    end: int
    adjective: bool  # "Iraqi", "Iraq's", "US": something is said to be this country's


@cache
def heads() -> dict[str, str]:
    """Organs by the nouns that head their names, in small letters."""
    return {head: row["organ"] for row in rows("organs") for head in row["heads"].split("|")}


def plain(words: str) -> list[str]:
    """The words of a phrase in small letters, with straight apostrophes and no full stop behind the last."""
    told = [word.replace("’", "'") for word in WORD.findall(words)]
    return [word if word.count(".") > 1 else word.rstrip(".") for word in told]


def nation_at(told: list[str], at: int) -> Nation | None:
    """The longest name or adjective of a country that begins at a word."""
    for size in range(min(_LONGEST_NATION, len(told) - at), 0, -1):
        last = told[at + size - 1]
        owned = last.endswith(("'s", "s'"))
        last = last.removesuffix("'s").removesuffix("'")
        if size == 1 and not last[:1].isupper():
            return None
        words = " ".join((*told[at : at + size - 1], last)).lower()
        for table, adjective in ((countries.demonyms(), True), (countries.names(), owned)):
            found = table.get(words)
            if found is not None:
                return Nation(iso3=found.iso3, start=at, end=at + size, adjective=adjective or owned)
    return None


def organ_in(rest: list[str]) -> str | None:
    """The organ that the words behind a country name: "senior military officials" gives "mil"; "" for the
    state itself ("targets")."""
    told = [word.lower() for word in rest]
    while len(told) > 1 and told[-1] in actor_words("member") and not _heads(told):
        told.pop()
    if len(told) > 1 and told[-1] in actor_words("member"):
        inner = _heads(told[:-1])
        if inner is not None and inner != "gov":
            return inner
    if len(told) == 1 and told[0] in actor_words("itself"):
        return ""
    return _heads(told)


def _heads(told: list[str]) -> str | None:
    """The organ whose noun ends the words; only plain adjectives may stand before it."""
    for size in range(min(_LONGEST_HEAD, len(told)), 0, -1):
        organ = heads().get(" ".join(told[-size:]))
        if organ is not None:
            before = told[:-size]
            return organ if len(before) <= 3 and not any(map(_is_barrier, before)) else None
    return None


def _is_barrier(word: str) -> bool:
    return word in actor_words("barrier") or bool(_LED.match(word))


def organ_id(iso3: str, organ: str) -> str:
    """The id of a state's organ: "usa-mil"; of the state itself where the organ is empty."""
    return f"{iso3.lower()}-{organ}" if organ else iso3.lower()


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["organ"]: row for row in rows("organs")}


@cache
def _states() -> dict[str, Actor]:
    return {state.id: state for state in states()}


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return {
        row["iso3"].lower(): tuple(form for form in (*row["demonyms"].split("|"), row["name"]) if form)
        for row in rows("countries")
    }


def _short(forms: tuple[str, ...]) -> str:
    """The adjective that news uses: "US" rather than "American"."""
    return next((form for form in forms if form.isupper() and len(form) <= _SIGN), forms[0])


@cache
def organ_of(name_id: str) -> Actor | None:
    """The organ that such an id means: "usa-mil" is "American armed forces"; None for any other id."""
    code, _, organ = name_id.partition("-")
    row, state = _rows().get(organ), _states().get(code)
    if row is None or state is None:
        return None
    forms = tuple(dict.fromkeys((*_adjectives()[code], *state.aliases)))
    named = tuple(f"{form} {head}" for form in forms for head in (row["name"], *row["heads"].split("|")))
    return Actor(
        id=name_id,
        name=f"{_short(forms)} {row['name']}",
        kind=ActorKind.ORGAN,
        country=state.country,
        plover=f"{state.country} {row['plover']}",
        aliases=tuple(dict.fromkeys(named)),
        part_of=organ_id(code, row["part_of"]),
        source="organs.tsv",
    )
