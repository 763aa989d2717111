"""How are the weights of a layer rounded to eight bits so that least is lost of what the layer says?

Rounding each weight to the nearest step loses more than need be: what one weight loses, the weights that
are rounded after it can make up for, as far as their inputs go together (GPTQ, Frantar et al. 2023). Inputs
of unequal size are evened out first, at the weights' cost (SmoothQuant, Xiao et al. 2023).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.int8]

MOST: Final = 127  # of eight bits with a sign; -128 is not used, so that both sides are as long
DAMP: Final = 0.01  # of the mean square of the inputs, as GPTQ has it: keeps the inverse well-behaved
LEAST: Final = 1e-5


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a layer was handed while it read many windows."""

    most: Floats  # [in]: the greatest magnitude of each
    gram: Doubles  # [in, in]: sums of products of each with each


def evened(most: Floats, weight: Floats, share: float) -> Floats:
    """What to divide each input by, [in], so that `share` of their unevenness moves to the weights."""
    by = np.maximum(most, LEAST) ** share / np.maximum(np.abs(weight).max(0), LEAST) ** (1 - share)
    told: Floats = (by / np.median(by)).astype(np.float32)
    return told


def rounded(weight: Floats, gram: Doubles) -> tuple[Bytes, Floats]:
    """Weights [out, in] as whole steps, and the step of each output [out]."""
    left = weight.astype(np.float64)
    step = np.abs(left).max(1) / MOST
    step[step == 0] = 1.0
    held = gram + np.eye(len(gram)) * max(DAMP * float(gram.diagonal().mean()), LEAST)
    upper = np.linalg.cholesky(np.linalg.inv(held)).T
    out = np.empty(weight.shape, dtype=np.int8)
    for column in range(weight.shape[1]):
        steps = np.clip(np.round(left[:, column] / step), -MOST, MOST)
        out[:, column] = steps
        lost = (left[:, column] - steps * step) / upper[column, column]
        left[:, column + 1 :] -= lost[:, None] * upper[column, column + 1 :][None]
    return out, step.astype(np.float32)
