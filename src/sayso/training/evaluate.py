"""How well does each head answer on windows held out?

Each is asked alone, the conditional ones about the cues and triggers that the annotator marked. What is not
annotated is not counted.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import torch
from torch import Tensor

from sayso.reading.encoder.labels import ACT_ROLES, CUE_ROLES, CUE_TAGS, TREND_TAGS, TRIGGER_TAGS
from sayso.scoring.tally import Tally
from sayso.training.losses import Batch, batch_of, related_of
from sayso.training.network import Label, Network, pair_of
from sayso.training.prepare import UNTOLD, Item, Labels, Sample

BATCH: Final = 16
Place = tuple[int, int, str]  # first piece, the one after the last, what it is


def evaluate_heads(network: Network, samples: Sequence[Sample], tally: Tally) -> Iterator[int]:
    """Adds the answers to all samples to the tally, and tells how many are done.

    Its `found` holds spans of cue, trigger (also with the type) and trend, and pieces of each role; its
    `rates` the accuracy of stance, hedged, realis, mode, background and the type of a claim.
    """
    network.eval()
    for start in range(0, len(samples), BATCH):
        those = samples[start : start + BATCH]
        with torch.no_grad():
            _batch(network, batch_of(those, network.known.weight.device), those, tally)
        yield start + len(those)


def _batch(network: Network, batch: Batch, samples: Sequence[Sample], tally: Tally) -> None:
    seen = network.look(batch.ids, batch.columns, batch.mask)
    for key, scores, names, wanted in (
        ("cue", network.cue(seen), CUE_TAGS, [sample.cues for sample in samples]),
        ("trigger typed", network.trigger(seen), TRIGGER_TAGS, [sample.triggers for sample in samples]),
        ("trend", network.trend(seen), TREND_TAGS, [sample.trends for sample in samples]),
    ):
        told = scores.argmax(-1).cpu().numpy()
        for row, truth in enumerate(wanted):
            _spans(key, truth, told[row, 1 : len(truth) + 1], names, tally)
    if batch.told:
        scores, first = related_of(network.cue_roles, seen, batch.mask, batch.told)
        _roles("cue", scores, [item for _, item in batch.told], CUE_ROLES, tally)
        pairs = pair_of(seen, *first)
        _labels(network.stance, pairs, batch.told, "stance", "kind", tally)
        _labels(network.hedged, pairs, batch.told, "hedged", "hedged", tally)
    if batch.acts:
        scores, first = related_of(network.act_roles, seen, batch.mask, batch.acts)
        _roles("act", scores, [item for _, item in batch.acts], ACT_ROLES, tally)
        pairs = pair_of(seen, *first)
        for head, name in (
            (network.realis, "realis"),
            (network.mode, "mode"),
            (network.background, "background"),
        ):
            _labels(head, pairs, batch.acts, name, name, tally, claims=False)
        _labels(network.claim_type, pairs, batch.acts, "trend type", "kind", tally, claims=True)


def places_of(tags: Labels, names: Sequence[str]) -> set[Place]:
    """The spans that tags B-x, I-x mark; an I of another kind begins anew."""
    out: list[Place] = []
    for k, tag in enumerate(tags.tolist()):
        side, _, kind = names[tag].partition("-") if tag != UNTOLD else ("O", "", "")
        if side == "I" and out and out[-1][1] == k and out[-1][2] == kind:
            out[-1] = (out[-1][0], k + 1, kind)
        elif side != "O":
            out.append((k, k + 1, kind))
    return set(out)


def _spans(key: str, truth: Labels, told: Labels, names: Sequence[str], tally: Tally) -> None:
    if not (truth != UNTOLD).any():
        return
    gold = places_of(truth, names)
    pred = {
        place for place in places_of(told, names) if place in gold or (truth[place[0] : place[1]] >= 0).all()
    }
    tally.there(key, gold=len(gold), pred=len(pred), hits=len(gold & pred))
    if key == "trigger typed":
        plain, other = ({place[:2] for place in each} for each in (gold, pred))
        tally.there("trigger", gold=len(plain), pred=len(other), hits=len(plain & other))


def _roles(key: str, scores: Tensor, items: Sequence[Item], names: Sequence[str], tally: Tally) -> None:
    told = scores.argmax(-1).cpu().numpy()
    for row, item in zip(told, items, strict=True):
        if (item.roles == UNTOLD).all():
            continue
        pred = row[1 : len(item.roles) + 1]
        for role, name in enumerate(names):
            if name == "none":
                continue
            both = np.sum((pred == role) & (item.roles == role))
            tally.there(
                f"{key} {name}",
                gold=int(np.sum(item.roles == role)),
                pred=int(np.sum(pred == role)),
                hits=int(both),
            )


def _labels(
    head: Label,
    pairs: Tensor,
    items: Sequence[tuple[int, Item]],
    key: str,
    name: str,
    tally: Tally,
    *,
    claims: bool | None = None,
) -> None:
    told = head(pairs).argmax(-1).tolist()
    for answer, (_, item) in zip(told, items, strict=True):
        truth = getattr(item, name)
        if truth != UNTOLD and claims in (None, item.is_claim):
            tally.mark(key, right=answer == truth)
