"""How does a network under training look at a window, so that the reader can be made of it?

In single precision and without export: what the int8 weights are compared with.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from sayso.errors import InputError
from sayso.reading.encoder.features import Columns
from sayso.reading.encoder.heads import Floats, heads_of
from sayso.reading.encoder.pieces import BEGIN, END, Ints
from sayso.reading.encoder.reader import EncoderReader
from sayso.reading.encoder.seen import Bars, Look
from sayso.reading.encoder.sure import Sure
from sayso.training.network import Network

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ENCODER = "encoder."


def filled(network: Network, path: Path) -> Network:
    """The network with the averaged weights of a checkpoint. InputError where they are of another shape."""
    try:
        averaged = torch.load(path, map_location="cpu")["averaged"]
        told = network.state_dict()
        network.load_state_dict({name: value.to(told[name].dtype) for name, value in averaged.items()})
    except (KeyError, RuntimeError) as error:
        raise InputError(
            f"{path} is no checkpoint of a network of this shape ({str(error)[:200]})"
        ) from error
    network.eval()
    return network


def look_of(network: Network) -> Look:
    """What the encoder makes of one window."""

    def look(ids: Ints, columns: Columns) -> Floats:
        place = network.known.weight.device
        coded = torch.tensor([[BEGIN, *ids.tolist(), END]], device=place)
        known = torch.zeros(1, len(ids) + 2, columns.shape[1], device=place)
        known[0, 1:-1] = torch.from_numpy(columns.astype(np.float32))
        with torch.no_grad():
            seen = network.look(coded, known, torch.ones_like(coded))
        told: Floats = seen[0].float().cpu().numpy()
        return told

    return look


def reader_of(
    network: Network,
    tokenizer: "Tokenizer",
    *,
    version: str = "torch",
    bars: Bars | None = None,
    sure: Sure | None = None,
    polnear: bool = False,
) -> EncoderReader:
    """The reader that the network makes, without dropout; `polnear` for PolNeAR's convention."""
    network.eval()
    heads = {
        name: value.float().cpu().numpy()
        for name, value in network.state_dict().items()
        if not name.startswith(ENCODER)
    }
    return EncoderReader(
        version=version,
        tokenizer=tokenizer,
        look=look_of(network),
        heads=heads_of(heads),
        bars=bars or Bars(),
        sure=sure,
        polnear=polnear,
    )
