"""What does a line of M2E2's text part teach?

M2E2 (Li et al., ACL 2020): sentences of Voice of America with ACE's events. Its triggers become acts where
PLOVER has a type for them and our own tables know the word as such an act: 408 of 678 in the training part.
It marks only the heads of parties ("member" of "a founding member of the group") and leaves many out, and it
leaves out acts of PLOVER's other types: neither a missing party nor an unmarked word teaches anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from sayso.errors import InputError
from sayso.lexicon.triggers import trigger_forms
from sayso.model.mention import EventType
from sayso.model.span import Span
from sayso.training.example import Act, Example

NAME = "M2E2"
_TYPES: Final = MappingProxyType(
    {
        "Conflict:Attack": EventType.ASSAULT,
        "Life:Die": EventType.ASSAULT,
        "Conflict:Demonstrate": EventType.PROTEST,
        "Contact:Meet": EventType.CONSULT,
        "Contact:Phone-Write": EventType.CONSULT,
        "Justice:Arrest-Jail": EventType.COERCE,
    }
)  # Movement:Transport and Transaction are no one type of PLOVER: a flight, a march, a loan, a bribe
_MAY_BE_NATURAL: Final = frozenset({"death", "deaths", "die", "died", "dies", "dying", "perish", "perished"})
_NO_MEETING: Final = frozenset({"conference", "speak", "speaks", "spoke"})  # a speech, a news conference
_BY_PHONE: Final = frozenset({"call", "calls", "called", "phone", "phoned", "phones"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Tokens [start, end)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One role; its tokens are not read."""

    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One event."""

    trigger: Words
    event_type: str
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One line."""

    id: str
    text: str
    tokens: tuple[str, ...]
    events: tuple[Marked, ...] = field(default=())


def read(path: Path) -> Iterator[Example]:
    """Every sentence with an act. InputError names the line that has another form."""
    decode = msgspec.json.Decoder(Sentence).decode
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            sentence = decode(line)
        except (msgspec.MsgspecError, ValueError) as error:
            raise InputError(f"{path.name}, line {number} is no sentence of M2E2: {error}") from error
        acts = {act.trigger: act for act in _acts(sentence)}  # a word marked twice names one act
        if acts:
            told = tuple(acts[trigger] for trigger in sorted(acts))
            yield Example(id=sentence.id, source=NAME, text=sentence.text, layers=frozenset(), acts=told)


def aligned(text: str, tokens: tuple[str, ...]) -> list[Span | None]:
    """Where each token stands; None for one that the text lacks."""
    out: list[Span | None] = []
    at = 0
    for token in tokens:
        start = text.find(token, at) if token else -1
        if start < 0 or start - at > _FAR:
            out.append(None)
            continue
        at = start + len(token)
        out.append(Span(start, at))
    return out


_FAR: Final = 3  # code points that the text may have between two tokens: " - "


def _acts(sentence: Sentence) -> Iterator[Act]:
    places = aligned(sentence.text, sentence.tokens)
    for event in sentence.events:
        kind = _TYPES.get(event.event_type)
        spans = places[event.trigger.start : event.trigger.end]
        first, last = (spans[0], spans[-1]) if spans else (None, None)
        if kind is None or first is None or last is None:
            continue
        trigger = first.to(last)
        words = trigger.of(sentence.text).lower().split()
        if not any(form.row.type is kind for word in words for form in trigger_forms().get(word, ())):
            continue
        agent = any(argument.role == "Agent" for argument in event.arguments)
        if event.event_type == "Life:Die" and not agent and _MAY_BE_NATURAL.intersection(words):
            continue
        if event.event_type == "Contact:Meet" and _NO_MEETING.intersection(words):
            continue
        yield Act(trigger=trigger, type=kind, mode=_mode(event, words), parties=False)


def _mode(event: Marked, words: list[str]) -> str | None:
    if event.event_type == "Justice:Arrest-Jail":
        return "arrest"
    if event.event_type == "Contact:Phone-Write" and _BY_PHONE.intersection(words):
        return "phone"
    return None
