"""How are the graphs of the encoder and of its conditional heads run on one window, without PyTorch?

ONNX Runtime, one thread, one window a run: what is seen of a window never depends on what else is read.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from sayso.errors import WeightsError
from sayso.reading.encoder.features import NAMES, Columns
from sayso.reading.encoder.heads import Floats, Places, Related, buckets
from sayso.reading.encoder.hints import WIDTH
from sayso.reading.encoder.pieces import BEGIN, END, Ints
from sayso.reading.encoder.seen import Look


def look_of(graph: bytes) -> Look:
    """The encoder from its ONNX graph. WeightsError where there is no graph, or one for other columns."""
    session = _session(graph, "the encoder", {"ids": None, "columns": len(NAMES)})

    def look(ids: Ints, columns: Columns) -> Floats:
        size = len(ids) + 2
        coded = np.empty((1, size), dtype=np.int64)
        coded[0, 0], coded[0, 1:-1], coded[0, -1] = BEGIN, ids, END
        known = np.zeros((1, size, len(NAMES)), dtype=np.float32)
        known[0, 1:-1] = columns
        told: Floats = session.run(None, {"ids": coded, "columns": known})[0][0]
        return told

    return look


def related_of(graph: bytes, name: str) -> Related:
    """A conditional head from its ONNX graph. WeightsError as above."""
    wanted = {"seen": None, "first": None, "last": None, "hints": WIDTH, "gaps": None}
    session = _session(graph, f"the head {name}", wanted)

    def related(seen: Floats, first: Places, last: Places, hints: Floats) -> Floats:
        gaps = buckets(first, last, len(seen))
        given = {"seen": seen, "first": first, "last": last, "hints": hints, "gaps": gaps}
        told: Floats = session.run(None, given)[0]
        return told

    return related


def _session(graph: bytes, what: str, wanted: Mapping[str, int | None]) -> Any:
    """ONNX Runtime's session; `wanted` are its inputs, each with the width that this version gives it."""
    import onnxruntime  # 0.1 s: only where the reader is built

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3  # errors
    try:
        session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its errors share no other class
        raise WeightsError(
            f"{what} within the weights cannot be run ({str(error)[:200]}): export them again"
        ) from error
    shapes = {one.name: list(one.shape) for one in session.get_inputs()}
    fits = set(shapes) == set(wanted) and all(
        width is None or shapes[name][-1] == width for name, width in wanted.items()
    )
    if not fits:
        raise WeightsError(
            f"{what} within the weights takes {shapes}, which this version of sayso does not give: export"
            " them again with it"
        )
    return session
