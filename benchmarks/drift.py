"""How far does the learned reader in eight bits read otherwise than the network it was made of?

    python -m benchmarks.drift [SHARED] --checkpoint FILE

Needs PyTorch and the checkpoint that the weights were exported from (else: SAYSO_CHECKPOINT); the
configuration of its run is taken from `run.json` beside it, where there is one.
"""

import argparse
import os
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from benchmarks.floors import Figure, digest_of
from benchmarks.readers import LEARNED, stages_of, weights
from sayso.exchange.annotated import page_of
from sayso.exchange.heard1 import decode_lines
from sayso.exchange.heard1_read import from_line
from sayso.model.failure import Failure
from sayso.pipeline.assemble import Stages
from sayso.pipeline.hear import hear
from sayso.reading.encoder.reader import EncoderReader
from sayso.scoring.gold import GoldScore, score

if TYPE_CHECKING:
    from sayso.training.config import Config

CHECKPOINT = "SAYSO_CHECKPOINT"


def figures(shared: Path, reader: str = LEARNED, checkpoint: Path | None = None) -> list[Figure]:
    """Measures and prints; the figure with a floor, where there is a checkpoint."""
    named = checkpoint or os.environ.get(CHECKPOINT)
    if not named or find_spec("torch") is None or not Path(named).is_file():
        print(f"without PyTorch and a checkpoint (--checkpoint FILE, {CHECKPOINT}) drift is not measured")
        return []
    stages = stages_of(reader)
    if not isinstance(stages.reader, EncoderReader):
        print(f"the reader {reader} was made of no network: it cannot drift")
        return []
    gold = shared / "gold" / "dev.jsonl"
    other = _exact(stages, Path(named))
    if other is None:
        return []
    exact = scored(gold, other)
    eight = scored(gold, stages)
    print("gold dev          8 bits    exact   points")
    for key, row in eight.f1.items():
        print(f"{key:16}{row.f:9.4f}{exact.f1[key].f:9.4f}{100 * (row.f - exact.f1[key].f):9.2f}")
    for key, rate in eight.accuracy.items():
        of = exact.accuracy[key].rate if key in exact.accuracy else 0.0
        print(f"  {key:20}{rate.rate:9.4f}{of:9.4f}{100 * (rate.rate - of):9.2f}")
    most = max(100 * abs(row.f - exact.f1[key].f) for key, row in eight.f1.items())
    print(f"the largest difference of an F1: {most:.2f} points (at most .5)")
    return [Figure(name=f"drift.{reader}.points", value=most, corpus=digest_of([gold]), better="down")]


def scored(gold: Path, stages: Stages) -> GoldScore:
    """All figures of annotated texts."""
    lines = list(decode_lines(gold.read_bytes().splitlines(), gold.name))
    heard = (hear(page_of(line), stages) for line in lines)
    told = {one.document.name: one for one in heard if not isinstance(one, Failure)}
    return score([from_line(line) for line in lines], told)


def _exact(stages: Stages, checkpoint: Path) -> Stages | None:
    """The same stages, with a reader that looks through the network itself; None where the weights were not
    exported from it."""
    from sayso.training.encoders import folder_of, network_of
    from sayso.training.torch_look import filled, reader_of

    eight = stages.reader
    assert isinstance(eight, EncoderReader)
    config = _config(checkpoint)
    network = network_of(folder_of(config.encoder), config.shape, seed=config.plan.seed, trained=False)
    network = filled(network, checkpoint)
    with zipfile.ZipFile(weights()) as parts, np.load(parts.open("heads.npz")) as arrays:
        state = network.state_dict()
        others = [n for n in arrays.files if not np.allclose(arrays[n], state[n].numpy(), atol=1e-6)]
    if others:
        print(f"{len(others)} heads are not those of the checkpoint ({others[0]}): no figure")
        return None
    reader = reader_of(
        network, eight.tokenizer, version=eight.version, bars=eight.bars, sure=eight.sure, polnear=False
    )
    return replace(stages, reader=reader)


def _config(checkpoint: Path) -> "Config":
    from sayso.training.config import Config

    beside = checkpoint.with_name("run.json")
    if not beside.is_file():
        return Config()
    told = msgspec.json.decode(beside.read_bytes())["config"]
    return msgspec.convert(told, Config)


def main() -> None:
    """Measures the weights against the checkpoint named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--checkpoint", type=Path, default=None)
    told = parser.parse_args()
    figures(told.shared, checkpoint=told.checkpoint)


if __name__ == "__main__":
    main()
