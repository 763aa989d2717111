"""What of a mention tells whether it is the same happening as another?"""

import re
from dataclasses import dataclass
from datetime import date

from sayso.coding.nearby import kind_of_block
from sayso.lexicon.countries import actor_country, country_of
from sayso.lexicon.grammar import words_of
from sayso.lexicon.triggers import word_class
from sayso.model.document import BlockKind, Document
from sayso.model.mention import EventType, Mention, Party, Realis
from sayso.model.span import Span

_WORD = re.compile(r"\w+")
_IDLE = frozenset(["the", "a", "an", "of", "in", "to", "and", "s", "for"])
_COMMON = words_of("auxiliary") | words_of("preposition") | words_of("subordinator") | words_of("determiner")
_BESIDE = 80  # code points
_STEM = 5  # letters by which words of one stem are known: "attack", "attacked"
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|its|his|her|their|today|yesterday|\w+[’'](?:s)?)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:a|an|another|any|other|further|new|more|similar|second|third|separate|previous|earlier|future"
    r"|some|several|two|three|four|five|many|every|each)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:the|its|their)\s(?:(?:second|third)[ -])?(?:most \w+|least \w+|worst|\w{3,}est)\s"
    r"(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_OPENING = 500  # code points: headline and first paragraph
_LEAD = 40  # code points before a trigger: an article and two adjectives


@dataclass(frozen=True, slots=True)
class Sight:
    """A mention as the comparison sees it: sets of words, lower case; nothing of the text is kept."""

    at: int
    type: EventType
    stems: frozenset[str]
    is_noun: bool
    points_back: bool  # "the attack", "Tuesday's attack"
    is_new: bool  # "another attack", "two strikes"
    measures: bool  # "the deadliest attack this year": of the act told before
    is_plural: bool
    in_head: bool  # in headline or standfirst
    in_lead: bool  # there, or in the first sentences
    sentence: int  # stops before it in the text: those of one sentence share it
    lasts: bool  # an offensive, a siege: told again and again
    around: frozenset[str]  # stems of the telling words beside the trigger
    actors: frozenset[str]
    recipients: frozenset[str]
    towns: frozenset[str]
    countries: frozenset[str]
    earliest: date | None
    latest: date | None
    modes: frozenset[str]
    actual: bool


def sight_of(document: Document, mention: Mention) -> Sight:
    """The comparable parts of one mention."""
    text, trigger = document.text, mention.trigger
    words = [word.lower() for word in _WORD.findall(trigger.of(text))]
    lead = text[max(0, trigger.start - _LEAD) : trigger.start]
    back = bool(_DEFINITE.search(lead))
    measures = bool(_MEASURE.search(lead))
    last = words[-1] if words else ""
    noun = not last.endswith(("ed", "ing")) or last.endswith(("bombing", "shooting", "killing"))
    places = [part for name in _places(mention) for part in name.split(", ")]
    block = kind_of_block(document, trigger)
    return Sight(
        at=trigger.start,
        type=mention.type,
        stems=frozenset(_stem(word) for word in words if word not in _IDLE),
        is_noun=noun,
        points_back=back,
        is_new=bool(_OTHER.search(lead)) and not back,
        measures=measures,
        is_plural=noun and last.endswith("s") and not last.endswith("ss"),
        in_lead=trigger.start < _OPENING,
        sentence=_sentence(text, trigger.start),
        lasts=bool(set(words) & word_class("lasting")),
        in_head=block in (BlockKind.HEADLINE, BlockKind.STANDFIRST),
        around=_around(text, trigger),
        actors=_keys(mention.actors),
        recipients=_keys(mention.recipients),
        towns=frozenset(part.lower() for part in places if actor_country(part) is None),
        countries=frozenset(
            country.iso3 for country in (country_of(name) for name in places) if country is not None
        ),
        earliest=mention.when.earliest if mention.when else None,
        latest=mention.when.latest if mention.when else None,
        modes=frozenset([mention.mode]) if mention.mode else frozenset(),
        actual=mention.realis is Realis.ACTUAL,
    )


def _around(text: str, trigger: Span) -> frozenset[str]:
    """The telling words within half a sentence of a trigger: long ones, numbers, names."""
    start, end = max(0, trigger.start - _BESIDE), min(len(text), trigger.end + _BESIDE)
    told = f"{text[start : trigger.start]} {text[trigger.end : end]}"
    words = (word for word in _WORD.findall(told) if len(word) > 3 or word.isdecimal() or word.isupper())
    return frozenset(word.lower()[:6] for word in words if word.lower() not in _COMMON)


def _sentence(text: str, at: int) -> int:
    """Where the sentence around that place begins, near enough to tell two sentences apart."""
    return max(text.rfind(". ", max(0, at - 600), at), text.rfind("\n", max(0, at - 600), at))


def _places(mention: Mention) -> list[str]:
    return mention.place.name.split("; ") if mention.place else []


def _stem(word: str) -> str:
    """A word without its beginning in "air": an airstrike is a strike."""
    plain = word.removeprefix("air") if len(word) > 6 else word
    return "strik" if plain == "struck" else plain[:_STEM]


def _keys(parties: tuple[Party, ...]) -> frozenset[str]:
    """The telling words of parties; states by their codes, so that "US forces" meets "the United States"."""
    out: set[str] = set()
    for party in parties:
        words = [word for word in _WORD.findall(party.who.lower()) if word not in _IDLE]
        country = actor_country(party.who) or next(filter(None, map(actor_country, words)), None)
        if country is not None:
            out.add(country.iso3)
        out |= {word.rstrip("s") for word in words if actor_country(word) is None and not word.isdecimal()}
    return frozenset(out)
