"""By which of its names does a text call a party most fully?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.lexicon.actor_words import actor_words
from sayso.lexicon.actors import listed
from sayso.lexicon.countries import Country, capitals, demonyms, names
from sayso.model.actor import ActorKind
from sayso.model.marks import Marks

_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.UMBRELLA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """How one text calls countries and armed groups."""

    groups: Mapping[str, str] = field(default_factory=dict)  # by id: the longest name in the text
    states: Mapping[str, str] = field(default_factory=dict)  # by ISO 3166-1 alpha-3: the most frequent

    def group(self, who: str) -> str:
        """The fullest name of an armed group, also for "[Isis] fighters"; else the name itself."""
        name, _, last = who.rpartition(" ")
        for told in (who, name) if last in actor_words("follower") else (who,):
            actors = listed().named(told) if told else ()
            if len(actors) == 1 and actors[0].kind in _GROUPS:
                return self.groups.get(actors[0].id, told)
        return who

    def state(self, country: Country) -> str:
        """The name by which the text calls a country."""
        return self.states.get(country.iso3, country.name)

    def state_of(self, iso3: str) -> str | None:
        """The name of the country with that code; None where no country has it."""
        state = listed().by_id.get(iso3.lower())
        return self.states.get(iso3, state.name) if state else None


def called_in(marks: Marks) -> Called:
    """Reads the names of a text once."""
    groups: dict[str, str] = {}
    states: dict[str, Counter[str]] = {}
    for full in (name.full for name in marks.names):
        country = names().get(full.lower())
        if country is not None:
            states.setdefault(country.iso3, Counter())[full] += 1
            continue
        actors = listed().named(full)
        if len(actors) == 1 and actors[0].kind in _GROUPS:
            before = groups.get(actors[0].id, "")
            groups[actors[0].id] = max(before, full, key=len)
    return Called(
        groups=groups,
        states={iso3: max(count, key=lambda one: (count[one], one)) for iso3, count in states.items()},
    )


def nation_meant(words: str, *, literal: bool) -> Country | None:
    """The country that a lone adjective ("[Turkish] airstrikes") or the name of its capital stands for."""
    low = words.lower()
    if low in names():
        return None
    if low in demonyms() and not low.endswith("s"):
        return demonyms()[low]
    return None if literal else capitals().get(low)
