"""Is a voice a news agency or another outlet, and which?"""

import re

from sayso.lexicon.agencies import agency_of
from sayso.lexicon.outlets import outlet_of
from sayso.lexicon.roles import role_of
from sayso.model.span import Span
from sayso.model.statement import VoiceKind

_GENERIC = frozenset(
    {
        "news agency",
        "agency",
        "newspaper",
        "paper",
        "broadcaster",
        "channel",
        "network",
        "magazine",
        "website",
        "outlet",
    }
    | {
        "daily",
        "wire service",
        "news website",
        "station",
        "tabloid",
        "site",
        "news channel",
        "programme",
        "show",
    }
)
_TELLING = (
    "news agency",
    "television",
    "tv",
    "radio",
    "newspaper",
    "magazine",
    "news",
    "times",
    "post",
    "magazine",
)


# "the French magazine Rive Gauche": a noun for an outlet, then its name
_NAMED_PRESS = re.compile(
    r"\b(?:agency|newspaper|paper|magazine|daily|broadcaster|[Cc]hannel|network|website|[Rr]adio|station|outlet|TV)"
    r"\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}$"
)


_DAYS = frozenset({"Daily", "Sunday", "Evening"})
_BESIDE = re.compile(r",|\s(?:in|at|on|during|from|after|before|by|last|this|via|late|earlier)\s")


def press_name(words: str) -> str | None:
    """The outlet or agency that a phrase names, by the tables: "the Reuters news agency" is Reuters."""
    plain = words.strip(" .,;:“”\"'")
    if plain.islower() or plain == "I":
        return None  # "the diplomat said" names no magazine
    plain = plain[4:] if plain.lower().startswith("the ") else plain
    known = agency_of(words.strip()) or outlet_of(words.strip()) or agency_of(plain) or outlet_of(plain)
    if known:
        return known
    lower = plain.lower()
    for tail in (
        "news agency",
        "television",
        "newspaper",
        "magazine",
        "radio",
        "tv",
        "agency",
        "channel",
        "news",
    ):
        if lower.endswith(" " + tail):
            name = plain[: -len(tail) - 1]
            found = agency_of(name) or outlet_of(name)
            if found:
                return found
    tokens = plain.split()
    if len(tokens) in (2, 3) and agency_of(tokens[0]) and all(token[:1].isupper() for token in tokens):
        return plain  # a house of that name: "CNN Turk"
    if len(tokens) in (2, 3) and tokens[0] in _DAYS and all(token[:1].isupper() for token in tokens):
        return plain  # "The Daily Mirror"
    for k in range(1, len(tokens)):  # "the French agency AFP", "Qatar-based Al Jazeera"
        name = " ".join(tokens[k:])
        if name[:1].isupper() and (agency_of(name) or outlet_of(name)):
            before = role_of(tokens[k - 1].lower())
            if (before is not None and before.kind is VoiceKind.AGENCY) or tokens[k - 1].lower() == "agency":
                return agency_of(name) or outlet_of(name)
    return None


def press_head(text: str, span: Span) -> Span:
    """The outlet alone, of a phrase like "the Herald in a telephone interview"."""
    tail = _BESIDE.search(text, span.start, span.end)
    return Span(span.start, tail.start()) if tail and tail.start() > span.start else span


def is_press(words: str) -> bool:
    """Whether the phrase means some outlet, named or not: "state television", "a local newspaper"."""
    if press_name(words) or is_generic_press(words):
        return True
    head = words.split(",")[0].split(" of ")[0].split(" in ")[0].strip(' ."“”').lower()
    if head.endswith(_TELLING):
        return True
    if _NAMED_PRESS.search(words):
        return True
    last = head.split()[-1:] or [""]
    role = role_of(last[0])
    return (role is not None and role.kind is VoiceKind.AGENCY) or any(
        head.endswith(" " + g) for g in _GENERIC if " " in g
    )


def is_generic_press(words: str) -> bool:
    """Whether the phrase points back to an outlet named before: "the agency", "the newspaper"."""
    lower = words.lower().strip(" .,")
    return lower.startswith(("the ", "that ", "this ")) and lower.partition(" ")[2] in _GENERIC


def same_outlet(a: str | None, b: str | None) -> bool:
    """Whether two names mean one outlet: an outlet is no hop in its own reports."""
    if not a or not b:
        return False
    one, other = (press_name(name) or name for name in (a, b))
    plain = [name.lower().removeprefix("the ").removesuffix(" news").strip() for name in (one, other)]
    return plain[0] == plain[1]
