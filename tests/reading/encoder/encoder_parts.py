"""Small parts of an encoder for tests: a tokenizer of letters, heads with random weights, no network."""

from functools import cache

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.annotation.annotate import annotate
from sayso.model.document import Block, BlockKind, Document
from sayso.model.span import Span
from sayso.reading.encoder.features import NAMES
from sayso.reading.encoder.heads import Heads, heads_of
from sayso.reading.encoder.hints import WIDTH
from sayso.reading.encoder.labels import (
    ACT_ROLES,
    CUE_ROLES,
    CUE_TAGS,
    REALIS,
    STANCES,
    TREND_TAGS,
    TRIGGER_TAGS,
    TYPES,
    modes,
)
from sayso.reading.encoder.reader import EncoderReader
from sayso.reading.encoder.seen import Bars

HIDDEN, RELATION = 12, 8


@cache
def tokenizer() -> Tokenizer:
    words = ["said", "the", "he", "that", "attack", "##ed", "##s", "army", "militia", "on"]
    letters = [chr(k) for k in range(33, 127)] + [f"##{chr(k)}" for k in range(33, 127)]
    vocabulary = {word: k for k, word in enumerate(["[UNK]", *words, *letters])}
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def heads(seed: int = 0) -> Heads:
    return heads_of(arrays(seed))


def arrays(seed: int = 0) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)

    def some(*shape: int) -> np.ndarray:
        return chance.normal(scale=1.5, size=shape).astype(np.float32)

    held = {}
    for name, size in (("cue", CUE_TAGS), ("trigger", TRIGGER_TAGS), ("trend", TREND_TAGS)):
        held[f"{name}.weight"], held[f"{name}.bias"] = some(len(size), HIDDEN), some(len(size))
    for name, roles in (("cue_roles", CUE_ROLES), ("act_roles", ACT_ROLES)):
        held |= {
            f"{name}.piece.weight": some(RELATION, HIDDEN),
            f"{name}.piece.bias": some(RELATION),
            f"{name}.first.weight": some(RELATION, HIDDEN),
            f"{name}.last.weight": some(RELATION, HIDDEN),
            f"{name}.distance.weight": some(41, RELATION),
            f"{name}.hint.weight": some(RELATION, WIDTH),
            f"{name}.near.weight": some(RELATION, RELATION, 3),
            f"{name}.near.bias": some(RELATION),
            f"{name}.far.weight": some(RELATION, RELATION, 5),
            f"{name}.far.bias": some(RELATION),
            **{
                f"{name}.{part}.{kind}": some(*size)
                for part in ("asking", "asked", "heard", "taken")
                for kind, size in (("weight", (RELATION, RELATION)), ("bias", (RELATION,)))
            },
            f"{name}.out.weight": some(len(roles), RELATION),
            f"{name}.out.bias": some(len(roles)),
        }
    for name, size in (
        ("stance", len(STANCES)),
        ("hedged", 2),
        ("realis", len(REALIS)),
        ("mode", len(modes())),
        ("background", 2),
        ("claim_type", len(TYPES)),
    ):
        held[f"{name}.hid.weight"], held[f"{name}.hid.bias"] = some(RELATION, 2 * HIDDEN), some(RELATION)
        held[f"{name}.out.weight"], held[f"{name}.out.bias"] = some(size, RELATION), some(size)
    return held


def look(ids, columns):
    """Numbers that depend on pieces and columns alone."""
    table = np.random.default_rng(1).normal(size=(400, HIDDEN)).astype(np.float32)
    known = np.random.default_rng(2).normal(size=(len(NAMES), HIDDEN)).astype(np.float32)
    inner = table[ids % 400] + columns.astype(np.float32) @ known
    edge = np.zeros((1, HIDDEN), dtype=np.float32)
    return np.concatenate([edge, inner, edge])


def reader(seed: int = 0, **bars: float) -> EncoderReader:
    return EncoderReader(version="0", tokenizer=tokenizer(), look=look, heads=heads(seed), bars=Bars(**bars))


def document_of(text: str) -> Document:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    return Document(id="d", report="r", name="n", page="p", text=text, blocks=(block,))


def read(text: str, seed: int = 0, **bars: float):
    document = document_of(text)
    return reader(seed, **bars).read(document, annotate(document))
