"""Where was it, as a gazetteer would list the place?"""

from sayso.lexicon.countries import country_of, names
from sayso.model.marks import Marks
from sayso.model.mention import PlaceTold
from sayso.model.span import Span


def place_of(text: str, marks: Marks, spans: tuple[Span, ...]) -> PlaceTold | None:
    """The places as told, each with its country where the tables know it: "Baghdad, Iraq"."""
    if not spans:
        return None
    told = tuple(dict.fromkeys(full_place(_name(text, marks, span)) for span in spans))
    return PlaceTold(name="; ".join(told), mention=spans[0])


def _name(text: str, marks: Marks, span: Span) -> str:
    full = next((name.full for name in marks.names if name.span.meets(span)), span.of(text))
    return " ".join(full.split())


def full_place(name: str) -> str:
    """A place's name with its country, which stands alone where it is the place."""
    plain = name.removeprefix("the ").removeprefix("The ")
    country = country_of(plain)
    if country is None:
        return plain
    key = plain.lower().strip(" .,")
    is_country = key in names() or f"{key}." in names()
    return country.name if is_country else f"{plain}, {country.name}"
