"""How does a trained network become the one file that the reader runs without PyTorch?

A zip, stored: the encoder in eight bits, the heads, the vocabulary, the settings. Beside it a
manifest with its digest.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import torch
from tokenizers import Tokenizer

from sayso.reading.encoder.features import Columns
from sayso.reading.encoder.heads import Floats
from sayso.reading.encoder.manifest import Manifest, manifest_path
from sayso.reading.encoder.pieces import BEGIN, END, Ints
from sayso.reading.encoder.seen import Bars
from sayso.reading.encoder.sure import Sure
from sayso.reading.encoder.weights import (
    ENCODER,
    HEADS,
    RELATED,
    SETTINGS,
    VOCABULARY,
    Held,
    own_answers,
)
from sayso.training.graph import KINDS, Sizes, graph_of
from sayso.training.network import Network
from sayso.training.relation_graph import relation_graph_of
from sayso.training.rounding import Inputs

LICENCE: Final = "Apache-2.0"
WINDOWS: Final = 80  # to weigh inputs on, some 12,000 pieces: as many as the figures in docs were made with
_AT: Final = (1980, 1, 1, 0, 0, 0)  # the one time in every zip, so that the same weights make the same file
_LAYER: Final = {
    "qkv": "attention.self.query",
    "o": "attention.output.dense",
    "up": "intermediate.dense",
    "down": "output.dense",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What the manifest says beside the digest."""

    name: str
    version: str
    made_by: str  # the command or run, as worded
    made: str  # ISO day
    licence: str = LICENCE
    sure: float | None = None  # `Calibration.least_sure`


def export(
    network: Network,
    *,
    tokenizer: Tokenizer,
    windows: Iterable[tuple[Ints, Columns]],
    bars: Bars,
    sure: Sure,
    label: Label,
    to: Path,
    eight: bool = True,
) -> Manifest:
    """Writes `to` and its manifest. `windows` are texts that were trained on: never such as judge.

    `eight=False` keeps single precision, to compare with: three times as large and half as fast.
    """
    arrays = arrays_of(network)
    inputs = inputs_of(network, windows) if eight else None
    held = Held(version=label.version, answers=own_answers(), bars=bars, sure=sure)
    parts = {
        ENCODER: graph_of(arrays, sizes_of(network), inputs),
        **{part: relation_graph_of(arrays, name) for name, part in RELATED.items()},
        HEADS: _packed({name: value for name, value in arrays.items() if not _in_graphs(name)}),
        VOCABULARY: tokenizer.to_str().encode(),
        SETTINGS: msgspec.json.format(msgspec.json.encode(held), indent=1),
    }
    with zipfile.ZipFile(to, "w", zipfile.ZIP_STORED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, _AT), content)
    content = to.read_bytes()
    manifest = Manifest(
        name=label.name,
        version=label.version,
        sha256=sha256(content).hexdigest(),
        size=len(content),
        licence=label.licence,
        made_by=label.made_by,
        made=label.made,
        sure=label.sure,
    )
    manifest_path(to).write_text(_toml(manifest), encoding="utf-8")
    return manifest


def arrays_of(network: Network) -> dict[str, Floats]:
    """Every array of the network under its name."""
    return {name: value.float().cpu().numpy() for name, value in network.state_dict().items()}


def sizes_of(network: Network) -> Sizes:
    """What the arrays do not say of themselves."""
    config = network.encoder.config
    return Sizes(
        layers=config.num_hidden_layers, heads=config.num_attention_heads, epsilon=config.layer_norm_eps
    )


def inputs_of(network: Network, windows: Iterable[tuple[Ints, Columns]]) -> dict[str, Inputs]:
    """What every layer is handed while the network looks at the windows."""
    most: dict[str, torch.Tensor] = {}
    gram: dict[str, torch.Tensor] = {}
    hooks = []

    def note(name: str, x: torch.Tensor) -> None:
        rows = x.detach().reshape(-1, x.shape[-1]).double()
        high = rows.abs().amax(0)
        most[name] = torch.maximum(most[name], high) if name in most else high
        gram[name] = gram[name] + rows.T @ rows if name in gram else rows.T @ rows

    for number, layer in enumerate(network.encoder.encoder.layer):
        for kind in KINDS:
            module = layer.get_submodule(_LAYER[kind])
            hooks.append(module.register_forward_pre_hook(_noting(f"{number}.{kind}", note)))
    network.eval()
    with torch.no_grad():
        for ids, columns in windows:
            coded = torch.tensor([[BEGIN, *ids.tolist(), END]])
            known = torch.zeros(1, len(ids) + 2, columns.shape[1])
            known[0, 1:-1] = torch.from_numpy(columns.astype(np.float32))
            network.look(coded, known, torch.ones_like(coded))
    for hook in hooks:
        hook.remove()
    return {name: Inputs(most[name].float().numpy(), gram[name].numpy()) for name in most}


def _noting(name: str, note: Callable[[str, torch.Tensor], None]) -> Callable[..., None]:
    return lambda _module, handed: note(name, handed[0])


def _in_graphs(name: str) -> bool:
    return name.startswith(("encoder.", "known.", "again.", *(f"{head}." for head in RELATED)))


def _packed(arrays: Mapping[str, Floats]) -> bytes:
    """An npz whose bytes depend on the arrays alone."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as file:
        for name, value in sorted(arrays.items()):
            one = io.BytesIO()
            np.save(one, np.ascontiguousarray(value))
            file.writestr(zipfile.ZipInfo(f"{name}.npy", _AT), one.getvalue())
    return whole.getvalue()


def _toml(manifest: Manifest) -> str:
    told = msgspec.to_builtins(manifest)
    rows = ((name, msgspec.json.encode(value).decode()) for name, value in told.items() if value is not None)
    return "".join(f"{name} = {value}\n" for name, value in rows)
