"""What of a document tells which actor its words mean: day, countries, short names that it introduces?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sayso.lexicon import countries
from sayso.lexicon.actor_keys import name_key
from sayso.model.document import Document
from sayso.model.marks import Marks

_SHARE = 0.6  # of all countries named: below it "the army" may be anybody's (not tuned)
_LEAST = 3  # mentions of a country before it is a document's
_SHORT = 12  # letters of a short name in brackets


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known of the document as a whole."""

    day: date | None  # of publication
    told: Mapping[str, int]  # countries by how often they are named, ISO 3166-1 alpha-3
    home: str | None  # the country that most of the document is about
    short: Mapping[str, str]  # names introduced in brackets, by key: "LF" for "Lund Front", and back


def scene_of(document: Document, marks: Marks) -> Scene:
    """Reads the document's names once."""
    text = document.text
    told: Counter[str] = Counter()
    short: dict[str, str] = {}
    for name in marks.names:
        found = countries.actor_country(name.span.of(text)) or countries.country_of(name.full)
        if found is None:
            first = name.span.of(text).partition(" ")[0]
            found = countries.demonyms().get(first.lower()) if first[:1].isupper() else None
        if found is not None:
            told[found.iso3] += 1
    for one, other in zip(marks.names, marks.names[1:], strict=False):
        between = text[one.span.end : other.span.start]
        if (
            between.strip(" ’'\"“”") == "("
            and text[other.span.end : other.span.end + 3].strip(" ’'\"”")[:1] == ")"
        ):
            brief = other.span.of(text)
            if len(brief) <= _SHORT and " " not in brief and brief != one.full:
                short.setdefault(name_key(brief), one.full)
                short.setdefault(name_key(one.full), brief)
    most = told.most_common(1)
    leads = bool(most) and most[0][1] >= max(_LEAST, _SHARE * sum(told.values()))
    return Scene(
        day=document.published.day if document.published else None,
        told=dict(told),
        home=most[0][0] if leads else None,
        short=short,
    )
