"""Where was it, as a gazetteer would list the place?"""

import re
from dataclasses import dataclass, replace

from sayso.coding.nearby import meeting
from sayso.lexicon.countries import country_of, divisions, names
from sayso.model.marks import Marks
from sayso.model.mention import EventType, Mention, PlaceTold, Realis
from sayso.model.span import Span

_DIVISION = re.compile(r",\s((?:[A-Z]\.){2,3}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\.?)")
_MOST = 0.5  # from here a place that the tables do not know lay in that country in 20 of 24 cases
_ALMOST_ALL = 0.75
_SHORTLY = 1  # mention back; three give .02 more right countries and as many invented ones
_TAKING = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.RETREAT})
_PLAYING = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})
_CARRYING = _TAKING | {EventType.COERCE, EventType.MOBILIZE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The country that most of a document's place names lie in, and their share of all."""

    country: str | None = None
    share: float = 0.0


def scene_of(marks: Marks) -> Scene:
    """Where a document plays."""
    count: dict[str, int] = {}
    for name in marks.names:
        country = country_of(name.full)
        if country is not None:
            count[country.name] = count.get(country.name, 0) + 1
    if not count:
        return Scene()
    most = max(count, key=lambda name: count[name])
    return Scene(country=most, share=count[most] / sum(count.values()))


def place_of(text: str, marks: Marks, spans: tuple[Span, ...], scene: Scene) -> PlaceTold | None:
    """The places as told, each with its country: "Baghdad, Iraq". A place that the tables do not know lies in
    the country that the document is about, where it is about one."""
    if not spans:
        return None
    told = tuple(dict.fromkeys(_full(text, marks, span) for span in spans))
    if scene.country is not None and scene.share >= _MOST:
        told = tuple(name if country_of(_last(name)) else f"{name}, {scene.country}" for name in told)
    return PlaceTold(name="; ".join(told), mention=spans[0])


def _full(text: str, marks: Marks, span: Span) -> str:
    """The place with its country; a state or province that follows tells it: "Birmingham, Ala."."""
    name = _name(text, marks, span)
    behind = _DIVISION.match(text, span.end)
    told = behind.group(1) if behind else ""
    country = divisions().get(told) or divisions().get(told.rstrip("."))
    return f"{name}, {country.name}" if country else full_place(name)


def _last(name: str) -> str:
    return name.rpartition(", ")[2]


def _name(text: str, marks: Marks, span: Span) -> str:
    full = next((name.full for name in meeting(marks.names, span) if name.span == span), span.of(text))
    return " ".join(full.split())


def full_place(name: str) -> str:
    """A place's name with its country, which stands alone where it is the place."""
    plain = name.removeprefix("the ").removeprefix("The ")
    last = plain.rpartition(", ")[2]
    country = country_of(plain) or country_of(last)
    if country is None:
        return plain
    key = last.lower().strip(" .,")
    if key in names() or f"{key}." in names():
        plain = plain.removesuffix(last).removesuffix(", ")
    return f"{plain}, {country.name}" if plain else country.name


def carried(mentions: tuple[Mention, ...], scene: Scene) -> tuple[Mention, ...]:
    """Acts of force and protest without a place take the country that the document is about, without words,
    else the place of such an act told shortly before.

    In the training texts the country of the first was right in 68 of 90 cases, and in 16 there was no place
    to be told; of the second in 87 of 135 and 19.
    """
    out: list[Mention] = []
    last: tuple[int, PlaceTold] | None = None
    for number, mention in enumerate(mentions):
        if mention.type in _CARRYING and mention.mode != "resign":
            if mention.place is not None:
                last = number, mention.place
            elif mention.realis is not Realis.ACTUAL:
                pass  # what has not happened has no place but one that is told
            elif scene.country and scene.share >= _ALMOST_ALL and mention.type in _PLAYING:
                mention = replace(mention, place=PlaceTold(name=scene.country))
            elif last is not None and number - last[0] <= _SHORTLY and mention.type in _TAKING:
                mention = replace(mention, place=replace(last[1], mention=None))
        out.append(mention)
    return tuple(out)
