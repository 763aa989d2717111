"""What sort of filler of an incident do words name, and by which of them is it known?"""

import re
from dataclasses import dataclass
from enum import StrEnum

from sayso.lexicon.common import is_common
from sayso.lexicon.countries import actor_country
from sayso.lexicon.incidents import incident_words
from sayso.model.span import Span

WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
PRONOUNS = frozenset(
    ("i", "he", "she", "it", "they", "we", "you", "who", "him", "her", "them", "us", "this", "that", "which")
) | {"these", "those", "themselves", "himself", "me", "one", "some", "others", "there", "another", "whom"}
LEADING = frozenset(
    ("the", "a", "an", "some", "his", "her", "their", "its", "our", "this", "that", "these", "those")
)
LINKS = frozenset(("de", "la", "del", "los", "las", "y", "da", "dos", "van"))  # within a name
LONGEST = 8  # words: what is longer holds a clause


class Sort(StrEnum):
    """What a filler is."""

    ORGANISATION = "organisation"
    NAMED = "named"  # a person by name
    PEOPLE = "people"  # unnamed
    PHYSICAL = "physical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Words of the text that fill a slot."""

    sort: Sort
    span: Span


def filler_of(text: str, span: Span) -> Filler | None:
    """What the words of a party are; None for pronouns and what cannot be told."""
    words = [Span(span.start + w.start(), span.start + w.end()) for w in WORD.finditer(span.of(text))]
    while words and words[0].of(text).lower() in LEADING:
        words = words[1:]
    if not words or len(words) > LONGEST:
        return None
    small = [word.of(text).lower() for word in words]
    if small[0] in PRONOUNS:
        return None
    whole, head = words[0].to(words[-1]), _head(small)
    if head in incident_words("organisation") or _abbreviation(words[-1].of(text)):
        return Filler(sort=Sort.ORGANISATION, span=whole)
    if head in incident_words("physical"):
        return Filler(sort=Sort.PHYSICAL, span=whole)
    if head in incident_words("people"):
        return Filler(sort=Sort.PEOPLE, span=whole)
    name = _name(text, words)
    titled = any(word in incident_words("title") for word in small)
    if name and (titled or " " in name.of(text)) and not actor_country(name.of(text)):
        return Filler(sort=Sort.NAMED, span=name)
    return None


def _head(small: list[str]) -> str:
    """The noun that the words are about: the last before a preposition."""
    for place, word in enumerate(small):
        if place and word in {"of", "from", "in", "who", "with", "at", "for", "on", "near", "wearing"}:
            return small[place - 1]
    return small[-1]


def _abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _name(text: str, words: list[Span]) -> Span | None:
    """The last run of words that are no common ones and no title."""
    titles = incident_words("title")
    end = len(words)
    while end and not _names(words[end - 1].of(text), titles):
        end -= 1
    start = end
    while start and (_names(words[start - 1].of(text), titles) or words[start - 1].of(text).lower() in LINKS):
        start -= 1
    while start < end and words[start].of(text).lower() in LINKS:
        start += 1
    return words[start].to(words[end - 1]) if end - start else None


def _names(word: str, titles: frozenset[str]) -> bool:
    small = word.lower()
    return word[:1].isupper() and small not in titles and not is_common(small) and not word[0].isdigit()


def weapons_in(text: str, sentence: Span) -> list[Span]:
    """The weapons that a sentence names: "car bomb", "dynamite"."""
    words = [
        Span(sentence.start + w.start(), sentence.start + w.end()) for w in WORD.finditer(sentence.of(text))
    ]
    weapon, part = incident_words("weapon"), incident_words("weapon-part")
    out: list[Span] = []
    place = 0
    while place < len(words):
        if words[place].of(text).lower() not in weapon:
            place += 1
            continue
        first = last = place
        while (
            first
            and words[first - 1].of(text).lower() in part
            and words[first - 1].end + 1 == words[first].start
        ):
            first -= 1
        while (
            last + 1 < len(words)
            and words[last + 1].of(text).lower() in weapon
            and words[last].end + 1 == words[last + 1].start
        ):
            last += 1
        out.append(words[first].to(words[last]))
        place = last + 1
    return out
