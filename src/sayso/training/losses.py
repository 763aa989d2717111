"""What does a network lose on a batch of windows?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from sayso.reading.encoder.pieces import BEGIN, END
from sayso.training.network import Label, Network, Relation, pair_of
from sayso.training.prepare import UNTOLD, Item, Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each head counts."""

    cue: float = 1.0
    trigger: float = 0.7
    trend: float = 0.3
    cue_roles: float = 1.0
    act_roles: float = 0.7
    label: float = 0.15


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, each with the marks of its beginning and end, padded."""

    ids: Tensor
    columns: Tensor
    mask: Tensor
    cues: Tensor
    triggers: Tensor
    trends: Tensor
    told: tuple[tuple[int, Item], ...]
    acts: tuple[tuple[int, Item], ...]


def batch_of(samples: Sequence[Sample], where: str | torch.device = "cpu") -> Batch:
    """The windows as tensors on a device; every place moves on by one for the mark of the beginning."""
    size = max(len(sample.ids) for sample in samples) + 2
    rows = len(samples)
    ids = np.zeros((rows, size), dtype=np.int64)
    columns = np.zeros((rows, size, samples[0].columns.shape[1]), dtype=np.float32)
    mask = np.zeros((rows, size), dtype=np.int64)
    labels = [np.full((rows, size), UNTOLD, dtype=np.int64) for _ in range(3)]
    for row, sample in enumerate(samples):
        n = len(sample.ids)
        ids[row, 0], ids[row, 1 : n + 1], ids[row, n + 1] = BEGIN, sample.ids, END
        columns[row, 1 : n + 1] = sample.columns
        mask[row, : n + 2] = 1
        for label, told in zip(labels, (sample.cues, sample.triggers, sample.trends), strict=True):
            label[row, 1 : n + 1] = told
    cues, triggers, trends = (torch.from_numpy(label).to(where) for label in labels)
    return Batch(
        torch.from_numpy(ids).to(where),
        torch.from_numpy(columns).to(where),
        torch.from_numpy(mask).to(where),
        cues,
        triggers,
        trends,
        tuple((row, item) for row, sample in enumerate(samples) for item in sample.told),
        tuple((row, item) for row, sample in enumerate(samples) for item in sample.acts),
    )


def loss_of(network: Network, batch: Batch, weights: Weights, keep_hints: bool = True) -> Tensor:
    """The weighted sum of all heads' cross entropies."""
    seen = network.look(batch.ids, batch.columns, batch.mask)
    loss = weights.cue * _tags(network.cue(seen), batch.cues)
    loss = loss + weights.trigger * _tags(network.trigger(seen), batch.triggers)
    loss = loss + weights.trend * _tags(network.trend(seen), batch.trends)
    if batch.told:
        roles, pairs = _related(network.cue_roles, seen, batch.mask, batch.told, keep_hints)
        loss = loss + weights.cue_roles * roles
        for head, name in ((network.stance, "kind"), (network.hedged, "hedged")):
            loss = loss + weights.label * _label(head, pairs, batch.told, name)
    if batch.acts:
        roles, pairs = _related(network.act_roles, seen, batch.mask, batch.acts, keep_hints)
        loss = loss + weights.act_roles * roles
        acts = [k for k, (_, item) in enumerate(batch.acts) if not item.is_claim]
        claims = [k for k, (_, item) in enumerate(batch.acts) if item.is_claim]
        for head, name in (
            (network.realis, "realis"),
            (network.mode, "mode"),
            (network.background, "background"),
        ):
            loss = loss + weights.label * 2 * _label(head, pairs, batch.acts, name, acts)
        loss = loss + weights.label * _label(network.claim_type, pairs, batch.acts, "kind", claims)
    return loss


def _tags(scores: Tensor, truth: Tensor) -> Tensor:
    if not bool((truth != UNTOLD).any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.flatten(0, 1).float(), truth.flatten(), ignore_index=UNTOLD)


def related_of(
    head: Relation,
    seen: Tensor,
    mask: Tensor,
    items: tuple[tuple[int, Item], ...],
    keep_hints: bool = True,
) -> tuple[Tensor, tuple[Tensor, Tensor, Tensor]]:
    """Scores [items, pieces, roles] of a conditional head, with each item's row, first and last piece."""
    place = seen.device
    row = torch.tensor([row for row, _ in items], device=place)
    first = torch.tensor([item.first + 1 for _, item in items], device=place)
    last = torch.tensor([item.last + 1 for _, item in items], device=place)
    hints = np.zeros((len(items), seen.shape[1], items[0][1].hints.shape[1]), dtype=np.float32)
    for k, (_, item) in enumerate(items):
        if keep_hints:
            hints[k, 1 : len(item.roles) + 1] = item.hints
        else:
            hints[k, 1 : len(item.roles) + 1, -1] = item.hints[:, -1]
    return head(seen, mask, row, first, last, torch.from_numpy(hints).to(place)), (row, first, last)


def _related(
    head: Relation, seen: Tensor, mask: Tensor, items: tuple[tuple[int, Item], ...], keep_hints: bool
) -> tuple[Tensor, Tensor]:
    truth = np.full((len(items), seen.shape[1]), UNTOLD, dtype=np.int64)
    for k, (_, item) in enumerate(items):
        truth[k, 1 : len(item.roles) + 1] = item.roles
    scores, (row, first, last) = related_of(head, seen, mask, items, keep_hints)
    return _tags(scores, torch.from_numpy(truth).to(seen.device)), pair_of(seen, row, first, last)


def _label(
    head: Label,
    pairs: Tensor,
    items: tuple[tuple[int, Item], ...],
    name: str,
    those: list[int] | None = None,
) -> Tensor:
    told: npt.NDArray[np.int64] = np.array([getattr(item, name) for _, item in items], dtype=np.int64)
    kept = [k for k in (range(len(items)) if those is None else those) if told[k] != UNTOLD]
    if not kept:
        return pairs.sum() * 0.0
    return functional.cross_entropy(head(pairs[kept]).float(), torch.from_numpy(told[kept]).to(pairs.device))
