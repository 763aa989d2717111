"""Where was it, as a gazetteer would list the place?"""

from dataclasses import replace

from sayso.coding.nearby import meeting
from sayso.lexicon.countries import country_of, names
from sayso.model.marks import Marks
from sayso.model.mention import EventType, Mention, PlaceTold
from sayso.model.span import Span

_SHORTLY = 3  # mentions; further back the country was right in one of two
_TAKING = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.RETREAT})
_CARRYING = _TAKING | {EventType.COERCE, EventType.MOBILIZE}


def place_of(text: str, marks: Marks, spans: tuple[Span, ...]) -> PlaceTold | None:
    """The places as told, each with its country where the tables know it: "Baghdad, Iraq"."""
    if not spans:
        return None
    told = tuple(dict.fromkeys(full_place(_name(text, marks, span)) for span in spans))
    return PlaceTold(name="; ".join(told), mention=spans[0])


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


def carried(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Acts of force and protest without a place take that of such an act told shortly before, without words.

    In the training texts the country was right in 87 of 135 cases, and in 19 there was no place to be told.
    """
    out: list[Mention] = []
    last: tuple[int, PlaceTold] | None = None
    for number, mention in enumerate(mentions):
        if mention.type in _CARRYING:
            if mention.place is not None:
                last = number, mention.place
            elif last is not None and number - last[0] <= _SHORTLY and mention.type in _TAKING:
                mention = replace(mention, place=replace(last[1], mention=None))
        out.append(mention)
    return tuple(out)
