"""What does a line of the unified factuality corpora teach?

UDS-IH2 (Rudinger et al., NAACL 2018) and MEANTIME as unified by Stanovsky et al. (ACL 2017): predicates on a
scale from -3, certainly not, to 3, certainly so. Where a predicate is an act that the rules find, it teaches
that act's realis and nothing else: what is ordered here is as often a meal. A low number alone is no denial:
the annotators were asked whether it happened, and gave it to plans, conditions and orders, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import msgspec

from sayso.annotation.annotate import annotate
from sayso.errors import InputError
from sayso.lexicon.triggers import trigger_forms
from sayso.model.mention import Realis
from sayso.model.span import Span
from sayso.reading.rules.reader import RulesReader
from sayso.training.example import Act, Example
from sayso.training.prepare import document_of

NAME = "factuality (UDS-IH2, MEANTIME)"
SURE: Final = 2.0  # of 3: from here on annotators agreed nearly all
_NOT: Final = frozenset({"not", "n't", "never", "nobody", "neither", "nor", "without", "no"})
_NOT_YET: Final = frozenset(
    {"will", "would", "can", "could", "should", "may", "might", "must", "shall", "wo", "ca", "'ll", "'d"}
    | {"do", "if", "let", "to", "unless", "when"}
)  # words that make of "not" a plan, an order, a condition
_NEAR: Final = 4  # words before the predicate in which "not" denies it
_APART: Final = 8  # and in which a wish or plan would show


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One predicate: tokens [start, end)."""

    start: int
    end: int
    factuality: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One line; its tokens stand with one space between them."""

    id: str
    text: str
    targets: tuple[Target, ...] = ()


def read(path: Path) -> Iterator[Example]:
    """Every sentence that teaches a realis. InputError names the line that has another form."""
    decode = msgspec.json.Decoder(Sentence).decode
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            sentence = decode(line)
        except (msgspec.MsgspecError, ValueError) as error:
            raise InputError(f"{path.name}, line {number} is no sentence with targets: {error}") from error
        if found := _example(sentence):
            yield found


def told_by(words: list[str], target: Target) -> Realis | None:
    """What a number means for the predicate, given the words of its sentence in lower case."""
    if target.factuality >= SURE:
        return Realis.ACTUAL
    before = words[max(0, target.start - _APART) : target.start]
    denied = _NOT.intersection(before[-_NEAR:]) and not _NOT_YET.intersection(before)
    return Realis.DENIED if target.factuality <= -SURE and denied else None


def _example(sentence: Sentence) -> Example | None:
    told = _told(sentence)
    bare = Example(id=sentence.id, source=NAME, text=sentence.text, layers=frozenset())
    document = document_of(bare) if told else None
    if document is None:
        return None
    acts = []
    for trigger in RulesReader().read(document, annotate(document)).triggers:
        realis = next((value for span, value in told.items() if trigger.span.holds(span)), None)
        if realis is not None:
            words, kind = trigger.span, trigger.type
            acts.append(Act(trigger=words, type=kind, realis=realis, parties=False, coded=False))
    return replace(bare, acts=tuple(acts)) if acts else None


def _told(sentence: Sentence) -> dict[Span, Realis]:
    words = sentence.text.split(" ")
    lower = [word.lower() for word in words]
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    told: dict[Span, Realis] = {}
    for target in sentence.targets:
        if not 0 <= target.start < target.end <= len(words) or not words[target.start]:
            continue
        realis = told_by(lower, target)
        if realis is not None and lower[target.start] in trigger_forms():
            told[Span(starts[target.start], starts[target.end] - 1)] = realis
    return told
