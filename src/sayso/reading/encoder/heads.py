"""What do the heads of the encoder answer, from what it made of one window?

The arithmetic of `training.network`, in numpy: the heads are small, and so need no second runtime.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
BUCKETS: Final = 41  # signed logarithms of distance, as trained
ATTENTIONS: Final = 4  # side by side in a conditional head, as trained


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    told: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return told


def _relu(x: Floats) -> Floats:
    told: Floats = np.maximum(x, 0.0)
    return told


@dataclass(frozen=True, slots=True)
class Linear:
    """A matrix [out, in] and what is added."""

    weight: Floats
    bias: Floats | None

    def __call__(self, x: Floats) -> Floats:
        """`x` [..., in] to [..., out]."""
        told: Floats = x @ self.weight.T
        return told if self.bias is None else told + self.bias


@dataclass(frozen=True, slots=True)
class Convolution:
    """Neighbours of a sequence looked at together; weight [width x in, out]."""

    weight: Floats
    bias: Floats
    width: int
    apart: int

    def __call__(self, x: Floats) -> Floats:
        """`x` [items, pieces, in] to [items, pieces, out], zeros beyond the ends."""
        side = self.apart * (self.width // 2)
        held = np.pad(x, ((0, 0), (side, side), (0, 0)))
        size = x.shape[1]
        together = np.concatenate(
            [held[:, k * self.apart : k * self.apart + size] for k in range(self.width)], axis=2
        )
        told: Floats = together @ self.weight + self.bias
        return told


@dataclass(frozen=True, slots=True)
class Relation:
    """What every piece of a window is to one cue or trigger."""

    piece: Linear
    first: Linear
    last: Linear
    distance: Floats
    hint: Linear
    near: Convolution
    far: Convolution
    asking: Linear
    asked: Linear
    heard: Linear
    taken: Linear
    out: Linear

    def __call__(self, seen: Floats, first: Places, last: Places, hints: Floats) -> Floats:
        """Scores [items, pieces, roles]; `seen` [pieces, hidden], `hints` [items, pieces, width]."""
        whom = self.first(seen[first]) + self.last(seen[last])
        x = self.piece(seen)[None] + whom[:, None] + self.hint(hints)
        x = _relu(x + self.distance[buckets(first, last, len(seen))])
        y = _relu(self.near(x))
        x = x + y + _relu(self.far(y))
        return self.out(x + self.taken(self._weighed(x)))

    def _weighed(self, x: Floats) -> Floats:
        """What each piece hears from all of its window; as many attentions side by side as ATTENTIONS."""
        items, size, width = x.shape
        cut = (items, size, ATTENTIONS, width // ATTENTIONS)
        asking, asked, heard = (
            part(x).reshape(cut).transpose(0, 2, 1, 3) for part in (self.asking, self.asked, self.heard)
        )
        alike: Floats = asking @ asked.transpose(0, 1, 3, 2) * np.float32(cut[3] ** -0.5)
        near = softmax(alike)
        told: Floats = (near @ heard).transpose(0, 2, 1, 3).reshape(items, size, width)
        return told


# what the encoder made of a window, first and last piece of every item, hints, to scores; as `Relation`
Related = Callable[[Floats, Places, Places, Floats], Floats]


def buckets(first: Places, last: Places, size: int) -> Places:
    """The signed logarithm of the distance of every piece from an item, 0 to BUCKETS - 1."""
    at = np.arange(size)[None]
    gap = np.where(at < first[:, None], at - first[:, None], np.clip(at - last[:, None], 0, None))
    far = np.clip(np.round(np.log2(np.abs(gap) + 1.0) * 2.5), None, BUCKETS // 2)
    told: Places = (far * np.sign(gap)).astype(np.int64) + BUCKETS // 2
    return told


@dataclass(frozen=True, slots=True)
class Label:
    """One answer for one cue or trigger."""

    hid: Linear
    out: Linear

    def __call__(self, seen: Floats, first: Places, last: Places) -> Floats:
        """Probabilities [items, answers]."""
        pair = np.concatenate([seen[first], seen[last]], axis=1)
        return softmax(self.out(_relu(self.hid(pair))))


@dataclass(frozen=True, slots=True)
class Heads:
    """All of them."""

    cue: Linear
    trigger: Linear
    trend: Linear
    cue_roles: Related
    act_roles: Related
    stance: Label
    hedged: Label
    realis: Label
    mode: Label
    background: Label
    claim_type: Label


def heads_of(held: Mapping[str, Floats], related: Mapping[str, Related] | None = None) -> Heads:
    """The heads from their arrays, named as `training.network` names its parameters. KeyError names one.

    `related` instead of arrays for "cue_roles" and "act_roles".
    """

    def linear(name: str) -> Linear:
        bias = held.get(f"{name}.bias")
        return Linear(held[f"{name}.weight"], bias)

    def convolution(name: str, apart: int) -> Convolution:
        weight = held[f"{name}.weight"]  # [out, in, width]
        out, inner, width = weight.shape
        flat = np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(width * inner, out))
        return Convolution(flat, held[f"{name}.bias"], width, apart)

    def relation(name: str) -> Related:
        if related is not None:
            return related[name]
        return Relation(
            piece=linear(f"{name}.piece"),
            first=linear(f"{name}.first"),
            last=linear(f"{name}.last"),
            distance=held[f"{name}.distance.weight"],
            hint=linear(f"{name}.hint"),
            near=convolution(f"{name}.near", 1),
            far=convolution(f"{name}.far", 2),
            asking=linear(f"{name}.asking"),
            asked=linear(f"{name}.asked"),
            heard=linear(f"{name}.heard"),
            taken=linear(f"{name}.taken"),
            out=linear(f"{name}.out"),
        )

    def label(name: str) -> Label:
        return Label(linear(f"{name}.hid"), linear(f"{name}.out"))

    return Heads(
        cue=linear("cue"),
        trigger=linear("trigger"),
        trend=linear("trend"),
        cue_roles=relation("cue_roles"),
        act_roles=relation("act_roles"),
        stance=label("stance"),
        hedged=label("hedged"),
        realis=label("realis"),
        mode=label("mode"),
        background=label("background"),
        claim_type=label("claim_type"),
    )
