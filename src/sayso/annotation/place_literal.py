"""Does the name of a place mean the place, or those who govern it?"""

import re
from typing import Final

from sayso.lexicon.countries import capitals, names
from sayso.model.span import Span

_LEAD: Final = 30  # code points before the name
_INTO: Final = re.compile(
    r"\b(?:in|into|at|near|inside|outside|within|around|across|throughout|over|from|to|towards?|through"
    r"|leaving|left|entered"
    r"|visit(?:ed|ing)?|reached|arrived)\s(?:the\s)?(?:(?:north|south|east|west|cent)[\w-]*\s)?$",
    re.IGNORECASE,
)


def is_literal(text: str, span: Span) -> bool:
    """Whether the place itself is meant. Only a country or a capital can stand for its government
    ("Tehran said"), and does unless words such as "in" say otherwise."""
    low = span.of(text).lower()
    if _INTO.search(text, max(0, span.start - _LEAD), span.start):
        return True
    return low not in names() and low not in capitals()
