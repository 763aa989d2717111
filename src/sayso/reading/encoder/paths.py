"""Which labels of a sequence go together best, given scores of each and of each step to the next?"""

from collections.abc import Sequence
from itertools import pairwise
from math import log

import numpy as np
import numpy.typing as npt

from sayso.reading.encoder.heads import Floats

NEVER = -1e4


def best_paths(scores: Floats, steps: Floats, begin: Floats) -> npt.NDArray[np.int64]:
    """The best label of every place, [items, places] (Viterbi 1967).

    `scores` [items, places, labels] and `steps` [labels, labels] are logarithms, `begin` [labels] those of
    the first place.
    """
    items, size, _ = scores.shape
    found = best_paths_of([scores], steps, begin)
    return found[0] if items and size else np.zeros((items, size), dtype=np.int64)


def best_paths_of(scores: Sequence[Floats], steps: Floats, begin: Floats) -> list[npt.NDArray[np.int64]]:
    """The best paths of several groups of sequences, each group of its own length, in one go.

    A place costs some calls of numpy however many items stand there: so all windows of a document go
    together. No group has an influence on another.
    """
    counts = [len(one) for one in scores]
    ends = np.repeat([one.shape[1] - 1 for one in scores], counts)
    items, size = len(ends), max((one.shape[1] for one in scores), default=0)
    if not items or not size:
        return [np.zeros(one.shape[:2], dtype=np.int64) for one in scores]
    held = np.zeros((size, items, len(begin)), dtype=np.float32)  # the best sum that ends here, so
    row = 0
    for one in scores:
        held[: one.shape[1], row : row + len(one)] = one.transpose(1, 0, 2)
        row += len(one)
    held[0] += begin
    ways = np.empty((items, len(begin), len(begin)), dtype=np.float32)
    onto = np.ascontiguousarray(steps.T)  # [to, from]
    best = np.empty((items, len(begin)), dtype=np.float32)
    for k in range(1, size):
        np.add(held[k - 1][:, None, :], onto, out=ways)
        np.maximum.reduce(ways, axis=2, out=best)
        held[k] += best
    out = np.zeros((items, size), dtype=np.int64)
    labels = held[ends, np.arange(items)].argmax(axis=1)
    for k in range(size - 1, -1, -1):
        if k < size - 1:
            labels = np.where(ends > k, (held[k] + onto[labels]).argmax(axis=1), labels)
        out[:, k] = labels
    edges = np.cumsum([0, *counts])
    return [out[a:b, : one.shape[1]] for (a, b), one in zip(pairwise(edges), scores, strict=True)]


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


def spans_of(tags: Floats, bar: float) -> list[tuple[int, int]]:
    """Spans [first, last) of the likeliest tags, given chances [places, 3] of outside, beginning, inside.

    A span is told where its chance against none is at least the bar's. A word that may be its first or its
    second is in one span, not in two.
    """
    lean = log(bar / (1 - bar))
    likely = np.flatnonzero(tags[:, 0] < 1 - bar * _HINT)
    out: list[tuple[int, int]] = []
    for run in np.split(likely, np.flatnonzero(np.diff(likely) > 1) + 1) if len(likely) else ():
        scores = np.log(tags[run] + 1e-9)
        scores[:, 0] += lean
        path = best_paths(scores[None], _BIO, _BIO_BEGIN)[0]
        start = int(run[0])
        out += [(start + a, start + b) for a, b in runs_of(path, frozenset({1, 2}), 1)]
    return out


_HINT = 0.25  # of the bar: less likely places part the spans
_ANEW = -1.5  # two spans seldom stand side by side
_BIO = np.array([[0, 0, NEVER], [0, _ANEW, 0], [0, _ANEW, 0]], dtype=np.float32)
_BIO_BEGIN = np.array([0, 0, NEVER], dtype=np.float32)
