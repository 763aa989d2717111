"""How do short texts share a window, so that their shortness tells nothing?

What stands alone in a window is mostly a sentence that we wrote, and holds what such sentences hold: a
network learns that, and then finds a trend only in windows of one sentence. So short windows stand together.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from sayso.reading.encoder.features import CONVENTION, NAMES
from sayso.training.prepare import Item, Sample

SHORT: Final = 0.6  # of a window: what is shorter shares one
_CONVENTION: Final = NAMES.index(CONVENTION)


def together(samples: Sequence[Sample], size: int, chance: random.Random) -> list[Sample]:
    """The windows, short ones of one convention side by side as far as they fit."""
    out = [sample for sample in samples if len(sample.ids) >= SHORT * size]
    for polnear in (0, 1):
        short = [
            sample
            for sample in samples
            if len(sample.ids) < SHORT * size and sample.columns[0, _CONVENTION] == polnear
        ]
        chance.shuffle(short)
        held: list[Sample] = []
        for sample in short:
            if held and sum(len(one.ids) for one in held) + len(sample.ids) > size:
                out.append(joined(held))
                held = []
            held.append(sample)
        if held:
            out.append(joined(held))
    return out


def joined(samples: Sequence[Sample]) -> Sample:
    """One window of several, one after the other; nothing of one hangs on a cue of another."""
    if len(samples) == 1:
        return samples[0]
    sizes = [len(sample.ids) for sample in samples]
    total, starts = sum(sizes), np.cumsum([0, *sizes[:-1]]).tolist()

    def moved(items: tuple[Item, ...], start: int) -> list[Item]:
        out = []
        for item in items:
            roles = np.full(total, 0 if (item.roles >= 0).any() else item.roles[0], dtype=np.int64)
            roles[start : start + len(item.roles)] = item.roles
            hints = np.zeros((total, item.hints.shape[1]), dtype=item.hints.dtype)
            hints[start : start + len(item.roles)] = item.hints
            hints[:, -2] = item.hints[0, -2]  # whether the rules saw it is told everywhere
            out.append(
                replace(item, first=item.first + start, last=item.last + start, roles=roles, hints=hints)
            )
        return out

    return Sample(
        np.concatenate([sample.ids for sample in samples]),
        np.concatenate([sample.columns for sample in samples]),
        np.concatenate([sample.cues for sample in samples]),
        np.concatenate([sample.triggers for sample in samples]),
        np.concatenate([sample.trends for sample in samples]),
        tuple(item for sample, at in zip(samples, starts, strict=True) for item in moved(sample.told, at)),
        tuple(item for sample, at in zip(samples, starts, strict=True) for item in moved(sample.acts, at)),
    )
