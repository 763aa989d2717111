"""How does an annotated text become the arrays that a step of training takes?"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.annotation.annotate import annotate
from sayso.exchange.annotated import TextLine
from sayso.ingest.to_document import to_document
from sayso.model.document import Document
from sayso.model.mention import Direction
from sayso.model.page import Media, Page
from sayso.model.span import Span
from sayso.pipeline.whole import whole
from sayso.reading.encoder.features import Columns, columns_of
from sayso.reading.encoder.hints import Hints, Known
from sayso.reading.encoder.labels import ACT_ROLES, CUE_ROLES, REALIS, STANCES, TYPES, modes
from sayso.reading.encoder.pieces import Pieces, pieces_of, windows_of
from sayso.reading.rules.reader import RulesReader
from sayso.training.example import Act, Claim, Convention, Example, Layer, Told

Labels = npt.NDArray[np.int64]
UNTOLD = -100  # not annotated: teaches nothing


@dataclass(frozen=True, slots=True)
class Text:
    """One text made ready: all that does not change from epoch to epoch."""

    example: Example
    pieces: Pieces
    columns: Columns
    known: Known


@dataclass(frozen=True, slots=True)
class Item:
    """A cue, trigger or claim of one window."""

    first: int  # its first piece in the window
    last: int  # and its last
    roles: Labels  # [pieces]
    hints: Hints  # [pieces, WIDTH]
    kind: int = UNTOLD  # stance of a cue; type of a claim
    hedged: int = UNTOLD
    realis: int = UNTOLD
    mode: int = UNTOLD
    background: int = UNTOLD
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """One window."""

    ids: npt.NDArray[np.int32]
    columns: Columns
    cues: Labels
    triggers: Labels
    trends: Labels
    told: tuple[Item, ...]
    acts: tuple[Item, ...]


def document_of(example: Example) -> Document | None:
    """The example as the pipeline would see it; None where ingest would change its text."""
    line = TextLine(id=example.id, text=example.text, outlet=example.outlet, published=example.published)
    page = Page(
        name=example.id,
        content=msgspec.json.encode(line),
        media=Media.LINE,
        source=example.source,
        fetched=datetime.now(UTC),
        outlet=example.outlet,
        published=example.published,
    )
    document = to_document(page)
    if example.convention is Convention.POLNEAR:
        document = whole(document)  # its texts are clean
    return document if document.text == example.text else None


def text_of(example: Example, tokenizer: Tokenizer) -> Text | None:
    """Marks, what the rules find, and columns of one example."""
    document = document_of(example)
    if document is None:
        return None
    marks = annotate(document)
    rules = RulesReader().read(document, marks)
    pieces = pieces_of(document.text, marks.sentences, tokenizer)
    if not len(pieces.ids):
        return None
    polnear = example.convention is Convention.POLNEAR
    columns = columns_of(document, marks, rules, pieces, polnear=polnear)
    return Text(example, pieces, columns, Known(rules, pieces))


def samples_of(text: Text, *, size: int, chance: random.Random) -> Iterator[Sample]:
    """The windows of a text, cut at another place each time, without overlap."""
    first = chance.randint(size // 3, size)
    for window in windows_of(text.pieces, size=size, overlap=0, first=first):
        yield _sample(text, window)


def _sample(text: Text, window: tuple[int, int]) -> Sample:
    example, (low, high) = text.example, window
    size = high - low
    cues = np.full(size, 0 if Layer.CUES in example.layers else UNTOLD, dtype=np.int64)
    triggers = np.full(size, 0 if Layer.EVENTS in example.layers else UNTOLD, dtype=np.int64)
    trends = np.full(size, 0 if Layer.TRENDS in example.layers else UNTOLD, dtype=np.int64)
    told = []
    for one in example.told:
        here = _here(text, one.cue, window)
        if here:
            cues[here[0]] = 1
            cues[here[0] + 1 : here[1]] = 2
            told.append(_cue(text, one, here, window))
    acts = []
    for act in example.acts:
        if here := _here(text, act.trigger, window):
            tag = 1 + 2 * TYPES.index(act.type)
            triggers[here[0]] = tag if act.coded else UNTOLD
            triggers[here[0] + 1 : here[1]] = tag + 1 if act.coded else UNTOLD
            acts.append(_act(text, act, here, window))
    for claim in example.claims:
        if here := _here(text, claim.span, window):
            tag = 1 if claim.direction is Direction.UP else 3
            trends[here[0]] = tag
            trends[here[0] + 1 : here[1]] = tag + 1
            acts.append(_claim(text, claim, here, window))
    ids, columns = text.pieces.ids[low:high], text.columns[low:high]
    return Sample(ids, columns, cues, triggers, trends, tuple(told), tuple(acts))


def _here(text: Text, span: Span, window: tuple[int, int]) -> tuple[int, int] | None:
    """The pieces of the span counted from the window's first, where all of them lie in it."""
    first, last = text.pieces.range_of(span)
    if first >= last or first < window[0] or last > window[1]:
        return None
    return first - window[0], last - window[0]


def _paint(text: Text, roles: Labels, spans: tuple[Span, ...], role: int, window: tuple[int, int]) -> None:
    for span in spans:
        first, last = text.pieces.range_of(span)
        roles[max(0, first - window[0]) : max(0, last - window[0])] = role


def _cue(text: Text, told: Told, here: tuple[int, int], window: tuple[int, int]) -> Item:
    roles = np.zeros(window[1] - window[0], dtype=np.int64)
    for span in told.content:
        first, last = (edge - window[0] for edge in text.pieces.range_of(span))
        roles[max(0, first) : max(0, last)] = CUE_ROLES.index("content")
        if 0 <= first < min(last, len(roles)):
            roles[first] = CUE_ROLES.index("content-begins")
    _paint(text, roles, told.addressees, CUE_ROLES.index("addressee"), window)
    _paint(text, roles, told.sources, CUE_ROLES.index("source"), window)
    return Item(
        here[0],
        here[1] - 1,
        roles,
        text.known.cue_hints(told.cue, window),
        kind=STANCES.index(told.stance) if told.stance else UNTOLD,
        hedged=UNTOLD if told.hedged is None else int(told.hedged),
    )


def _hung(text: Text, act: Act | Claim, window: tuple[int, int]) -> Labels:
    roles = np.zeros(window[1] - window[0], dtype=np.int64)
    for role, spans in (
        ("time", act.times),
        ("place", act.places),
        ("recipient", act.recipients),
        ("actor", act.actors),
    ):
        _paint(text, roles, spans, ACT_ROLES.index(role), window)
    return roles


def _act(text: Text, act: Act, here: tuple[int, int], window: tuple[int, int]) -> Item:
    return Item(
        here[0],
        here[1] - 1,
        _hung(text, act, window) if act.parties else np.full(window[1] - window[0], UNTOLD, dtype=np.int64),
        text.known.act_hints(act.trigger, window),
        kind=TYPES.index(act.type),
        realis=REALIS.index(act.realis) if act.realis else UNTOLD,
        mode=_MODES.get(act.mode, UNTOLD) if act.mode is not None else UNTOLD,
        background=UNTOLD if act.background is None else int(act.background),
    )


def _claim(text: Text, claim: Claim, here: tuple[int, int], window: tuple[int, int]) -> Item:
    return Item(
        here[0],
        here[1] - 1,
        _hung(text, claim, window),
        text.known.act_hints(claim.span, window),
        kind=TYPES.index(claim.type),
        is_claim=True,
    )


_MODES = {mode: number for number, mode in enumerate(modes())}
