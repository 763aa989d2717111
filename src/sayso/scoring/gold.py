"""How well does what was heard agree with what an annotator heard in the same texts?

Definitions as in the guide of the annotated corpus; all figures are micro-averaged over documents.
Statements are paired by the words of their content, events by those of their trigger, trends by those of
their mention.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.document import BlockKind
from sayso.model.heard import Heard
from sayso.model.span import Span
from sayso.scoring.gold_events import score_events
from sayso.scoring.gold_statements import score_statements
from sayso.scoring.tally import Found, Rate, Tally
from sayso.scoring.words import Words, overlap, pair

STATEMENTS = ("st.found", "st.strict", "st.origin", "st.chain", "st.multi-hop")
EVENTS = ("ev.trigger", "ev.typed", "ev.who-whom", "ev.same")
REST = ("trends", "bl.caption", "bl.furniture")


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One thing that was missed or told otherwise."""

    document: str
    kind: str  # "missed statement", "origin", "missed event", "type"
    gold: str | None
    told: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldScore:
    """All figures over a corpus."""

    documents: int
    f1: Mapping[str, Found]
    accuracy: Mapping[str, Rate]
    errors: tuple[Error, ...]


def score(golds: Iterable[Heard], told: Mapping[str, Heard]) -> GoldScore:
    """The figures of `told`, by the caller's name of the document; one that it lacks counts as empty."""
    tally, documents, errors = Tally(), 0, []
    for gold in golds:
        documents += 1
        pred = told.get(gold.document.name)
        one, complaints = score_document(gold, pred)
        tally.add(one)
        errors += complaints
    return GoldScore(
        documents=documents,
        f1={key: tally.found(key) for key in (*STATEMENTS, *EVENTS, *REST)},
        accuracy=tally.rates(),
        errors=tuple(errors),
    )


def score_document(gold: Heard, told: Heard | None) -> tuple[Tally, list[Error]]:
    """The counts and the errors of one document; spans of both are offsets into gold's text."""
    text = gold.document.text
    tally, words = Tally(), Words(text)
    mistakes = score_statements(words, gold.statements, told.statements if told else (), tally)
    mistakes += score_events(words, gold.mentions, told.mentions if told else (), tally)
    _score_trends(words, gold, told, tally)
    for kind in (BlockKind.CAPTION, BlockKind.FURNITURE):
        want, got = words.of(_blocks(gold, kind)), words.of(_blocks(told, kind))
        tally.there(f"bl.{kind}", gold=len(want), pred=len(got), hits=len(want & got))
    errors = [
        Error(document=gold.document.name, kind=m.kind, gold=_said(m.gold, text), told=_said(m.told, text))
        for m in mistakes
    ]
    return tally, errors


def _said(value: Span | str | None, text: str) -> str | None:
    return value.of(text) if isinstance(value, Span) else value


def _blocks(heard: Heard | None, kind: BlockKind) -> list[Span]:
    return [b.span for b in heard.document.blocks if b.kind is kind] if heard else []


def _score_trends(words: Words, gold: Heard, told: Heard | None, tally: Tally) -> None:
    golds, preds = gold.trends, told.trends if told else ()
    pairs = pair(golds, preds, lambda g, p: overlap(words.of([g.mention]), words.of([p.mention])), 0.05)
    hits = sum(golds[i].direction is preds[j].direction for i, j in pairs)
    tally.there("trends", gold=len(golds), pred=len(preds), hits=hits)
