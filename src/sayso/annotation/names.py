"""Which proper names stand in a document?"""

from bisect import bisect_left
from functools import cache

from sayso.annotation.namesakes import NameSeen, linked
from sayso.annotation.offices import person_after_office
from sayso.annotation.shouted import Known
from sayso.lexicon.bodies import body_of, words_of_body
from sayso.lexicon.countries import capitals, country_of, demonyms, names
from sayso.lexicon.grammar import verb_forms, words_of
from sayso.lexicon.roles import role_of
from sayso.model.document import BlockKind, Document
from sayso.model.marks import Name, NameKind
from sayso.model.span import Span
from sayso.model.statement import VoiceKind

_CLOSED = (
    *("determiner", "preposition", "conjunction", "subordinator"),
    *("subject", "object", "auxiliary", "adverb"),
)
_BODIES = frozenset({VoiceKind.STATE, VoiceKind.ORGANISATION, VoiceKind.AGENCY})
_LONGEST = 8  # words in a name; longer runs of capitals are headlines
_SHOUTED = 0.75  # share of capitalised words from which a sentence tells nothing by its capitals
_FEW, _FEW_IN_HEADLINE = 5, 3  # long words up to which the share of capitals tells nothing
_OPENERS = frozenset("“\"‘'(:–—•")
_PLACED = frozenset({"in", "near", "at", "from"})


@cache
def _common() -> frozenset[str]:
    """Words that may stand in capitals at the head of a sentence without being a name."""
    return frozenset().union(*(words_of(name) for name in _CLOSED)) | frozenset(verb_forms())


def _is_capital(word: str) -> bool:
    lower = word.lower()
    particle, _, rest = word.partition("-")  # "al-Sami"
    capital = word[:1].isupper() or (rest[:1].isupper() and particle in words_of("name-particle"))
    return capital and lower not in words_of("never-in-name") and lower not in words_of("time")


def _heads_body(word: str) -> bool:
    role = role_of(word)
    return role is not None and role.kind in _BODIES


def _of_nation(word: str) -> bool:
    lower = word.lower()
    return word[:1].isupper() and (lower in demonyms() or lower in names() or lower in capitals())


def _sided(word: str) -> bool:
    """Whether a word tells whose side somebody is on: "US-backed", "Kurdish-led"."""
    nation, _, rest = word.rpartition("-")
    return rest.islower() and _of_nation(nation)


def _goes_on(told: list[str], glued: list[bool], j: int) -> bool:
    """Whether the name that ends before word j takes it in."""
    word, before = told[j].lower(), told[j - 1]
    if _is_capital(told[j]):
        return True
    if j + 1 >= len(told) or not _is_capital(told[j + 1]):
        return False
    if word == ".":
        short = len(before) == 1 or before.lower() in words_of("honorific") or role_of(before) is not None
        return glued[j] and short
    return word in words_of("name-particle") or (word in words_of("name-joiner") and _heads_body(before))


def _is_shouted(told: list[str], headline: bool) -> bool:
    letters = [w for w in told if w[:1].isalpha() and len(w) > 3]
    few = _FEW_IN_HEADLINE if headline else _FEW
    return len(letters) > few and sum(map(_is_capital, letters)) >= _SHOUTED * len(letters)


def _runs(told: list[str], glued: list[bool], small: frozenset[str], shouted: bool) -> list[tuple[int, int]]:
    """Runs [first, last) of the words of one sentence that look like proper names."""
    opening, i = True, 0
    out: list[tuple[int, int]] = []
    while i < len(told):
        word = told[i]
        if not word[:1].isalnum():
            opening = opening or word in _OPENERS
            i += 1
            continue
        lower = word.lower()
        starts = _is_capital(word) and word not in ("A", "I")
        if opening and not _of_nation(word):
            starts = starts and lower not in _common() and lower not in small
            alone = i + 1 >= len(told) or not _is_capital(told[i + 1])
            starts = starts and not (alone and role_of(lower))
        opening = False
        listed = words_of_body(told, i)
        starts = starts or listed > 0
        j = i + max(1, listed)
        if starts:
            while j < len(told) and j - i < _LONGEST and _goes_on(told, glued, j):
                j += 1
            if not shouted or (j - i <= 3 and any(letter.isupper() for letter in word[1:])):
                out.append((i, j))
        i = j
    return out


def _titles(told: list[str]) -> int:
    """How many words before the name proper are titles or adjectives of nation: "US President"."""
    last = 0
    if _heads_body(told[-1]) and not any(role_of(word) is None for word in told[1:-1]):
        return 0  # "US Justice Department": what reads like a title is a part of the body's name
    for k, word in enumerate(told[:-1]):
        role = role_of(word)
        leads = k == 0 and word.lower() in words_of("body-noun")  # "Operator Lund Gas"
        if (word == "." and told[k - 1].lower() != "st") or (role is not None and role.title) or leads:
            last = k + 1
        elif not (role or word.lower() in words_of("name-joiner") or _of_nation(word)) and k > 4:
            break
    return last


def _is_body(told: list[str], before: str, after: list[str]) -> bool:
    """Whether a word of business, "the company" before or ", which" after tells that a body is named."""
    if len(told) > 1 and told[-1].lower() in words_of("business"):
        return True
    return before in words_of("body-noun") or after == [",", "which"]


def _kind(told: list[str], before: str, after: list[str], titled: bool) -> NameKind:
    full = " ".join(told)
    if body_of(full) is not None:
        return NameKind.ORGANISATION
    if full.lower() in demonyms() and full.lower() not in names():
        return NameKind.OTHER
    if titled and before not in words_of("body-noun"):
        return NameKind.PERSON
    if country_of(full):
        return NameKind.PLACE
    if any(_heads_body(word) for word in told) or _is_body(told, before, after):
        return NameKind.ORGANISATION
    if len(told) == 1:
        if told[0].isupper() and len(told[0]) > 1:
            return NameKind.ORGANISATION
        return NameKind.PLACE if before in _PLACED else NameKind.OTHER
    if before == "the":
        return NameKind.ORGANISATION
    national = any(_of_nation(word) or _sided(word) for word in told)
    personal = len(told) <= 4 and not before.isdigit() and not national
    return NameKind.PERSON if personal else NameKind.OTHER


def mark_names(document: Document, sentences: tuple[Span, ...], tokens: tuple[Span, ...]) -> tuple[Name, ...]:
    """Names in order of position; "Mr Cole" and "Adam Cole" share `full`, as do a body and its acronym.

    Titles before a name are not part of it. The kind is a guess from titles, head words and tables.
    """
    text = document.text
    small = frozenset(word for word in (token.of(text) for token in tokens) if word.islower())
    found: list[NameSeen] = []
    shouts: list[tuple[tuple[Span, ...], list[str]]] = []
    at = 0
    for sentence in sentences:
        first = at
        while at < len(tokens) and tokens[at].start < sentence.end:
            at += 1
        spans = tokens[first:at]
        told = [span.of(text) for span in spans]
        glued = [k > 0 and spans[k].start == spans[k - 1].end for k in range(len(spans))]
        shouted = _is_shouted(told, document.kind_at(sentence.start) is BlockKind.HEADLINE)
        runs = _runs(told, glued, small, shouted)
        for i, j in runs:
            found += _named(spans, told, i, j)
        if shouted:
            shouts.append((spans, told))
    found += _shouted_names(shouts, found)
    return linked(sorted(found, key=lambda name: name.span))


def _named(spans: tuple[Span, ...], told: list[str], i: int, j: int) -> list[NameSeen]:
    """The name in a run of capitals without its titles; two where an office comes before its holder."""
    person = person_after_office(told, i, j)
    parts = [(i, j, i)] if person == i else [(i, person, i), (person, j, i)]
    out = []
    for first, last, run in parts:
        begin = first + _titles(told[first:last])
        before = told[begin - 1].lower() if begin else ""
        kind = _kind(told[begin:last], before, told[last : last + 2], begin > first or first > run)
        span = Span(spans[begin].start, spans[last - 1].end)
        out.append(NameSeen(span, tuple(told[begin:last]), kind, before == "the"))
    return out


def _shouted_names(shouts: list[tuple[tuple[Span, ...], list[str]]], found: list[NameSeen]) -> list[NameSeen]:
    """The names in sentences that tell nothing by their capitals, where the others name them."""
    known = Known(found)
    places = sorted(name.span for name in found)
    out = []
    for spans, told in shouts:
        first, last = (bisect_left(places, Span(at, at + 1)) for at in (spans[0].start, spans[-1].end))
        seen = places[first:last]
        for i, j, kind in known.names(told):
            span = Span(spans[i].start, spans[j - 1].end)
            if not any(span.meets(other) for other in seen):
                out.append(NameSeen(span, tuple(told[i:j]), kind))
    return out
