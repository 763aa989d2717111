"""How does the encoder look at one window, without PyTorch?

ONNX Runtime, one thread, one window a run: what is seen of a window never depends on what else is read.
"""

import numpy as np

from sayso.errors import WeightsError
from sayso.reading.encoder.features import NAMES, Columns
from sayso.reading.encoder.heads import Floats
from sayso.reading.encoder.pieces import BEGIN, END, Ints
from sayso.reading.encoder.seen import Look


def look_of(graph: bytes) -> Look:
    """The encoder from its ONNX graph. WeightsError where there is no graph, or one for other columns."""
    import onnxruntime  # 0.1 s: only where the reader is built

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3  # errors
    try:
        session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its errors share no other class
        raise WeightsError(
            f"the encoder within the weights cannot be run ({str(error)[:200]}): export them again"
        ) from error
    shapes = {one.name: list(one.shape) for one in session.get_inputs()}
    if set(shapes) != {"ids", "columns"} or shapes["columns"][-1] != len(NAMES):
        raise WeightsError(
            f"the encoder within the weights takes {shapes}, not ids and {len(NAMES)} columns: export them"
            " again with this version of sayso"
        )

    def look(ids: Ints, columns: Columns) -> Floats:
        size = len(ids) + 2
        coded = np.empty((1, size), dtype=np.int64)
        coded[0, 0], coded[0, 1:-1], coded[0, -1] = BEGIN, ids, END
        known = np.zeros((1, size, len(NAMES)), dtype=np.float32)
        known[0, 1:-1] = columns
        told: Floats = session.run(None, {"ids": coded, "columns": known})[0][0]
        return told

    return look
