"""Which labels of a sequence go together best, given scores of each and of each step to the next?"""

import numpy as np
import numpy.typing as npt

from sayso.reading.encoder.heads import Floats

NEVER = -1e4


def best_paths(scores: Floats, steps: Floats, begin: Floats) -> npt.NDArray[np.int64]:
    """The best label of every place, [items, places] (Viterbi 1967).

    `scores` [items, places, labels] and `steps` [labels, labels] are logarithms, `begin` [labels] those of
    the first place.
    """
    items, size, labels = scores.shape
    out = np.zeros((items, size), dtype=np.int64)
    if not items or not size:
        return out
    back = np.zeros((size, items, labels), dtype=np.int64)
    total = scores[:, 0] + begin
    for k in range(1, size):
        ways = total[:, :, None] + steps
        back[k] = ways.argmax(axis=1)
        total = np.take_along_axis(ways, back[k][:, None], axis=1)[:, 0] + scores[:, k]
    out[:, -1] = total.argmax(axis=1)
    for k in range(size - 1, 0, -1):
        out[:, k - 1] = back[k][np.arange(items), out[:, k]]
    return out


def runs_of(
    labels: npt.NDArray[np.int64], wanted: frozenset[int], begins: int | None = None
) -> list[tuple[int, int]]:
    """Where labels of a set stand side by side, [first, last); a `begins` label begins anew."""
    out: list[tuple[int, int]] = []
    for k, label in enumerate(labels.tolist()):
        if label not in wanted:
            continue
        if out and out[-1][1] == k and label != begins:
            out[-1] = (out[-1][0], k + 1)
        else:
            out.append((k, k + 1))
    return out
