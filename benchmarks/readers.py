"""Which readers are measured, and what are their figures called?

The weights of the learned reader are those that come with sayso, or those that SAYSO_WEIGHTS names.
"""

import os
from pathlib import Path

from sayso.pipeline.assemble import Stages, build
from sayso.pipeline.settings import ENCODER, WEIGHTS, settled
from sayso.reading.encoder.manifest import SHIPPED

RULES = "rules"
LEARNED = ENCODER


def weights() -> Path:
    """Where the weights of the learned reader should lie."""
    return Path(os.environ.get(WEIGHTS) or SHIPPED)


def at_hand() -> list[str]:
    """The readers that can be measured here; says so where the learned one cannot."""
    if weights().is_file():
        return [RULES, LEARNED]
    print(f"there are no weights at {weights()}: the learned reader is not measured; {WEIGHTS} names others")
    return [RULES]


def stages_of(reader: str) -> Stages:
    """All that a page passes through, with that reader."""
    return build(settled(os.environ, reader=reader))


def called(corpus: str, reader: str) -> str:
    """How the figures of a corpus begin; those of the rules have had their names before there was another."""
    return corpus if reader == RULES else f"{corpus}.{reader}"
