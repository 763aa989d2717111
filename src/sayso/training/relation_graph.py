"""Which ONNX graph is a conditional head: what is every piece of a window to one cue or trigger?

The arithmetic of `reading.encoder.heads.Relation`, in single precision. As a graph it costs a third of what
it costs in numpy, whose matrix products know fewer processors and copy what the convolutions look at.
"""

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper

from sayso.reading.encoder.heads import ATTENTIONS
from sayso.training.graph import OPSET, Arrays


def relation_graph_of(arrays: Arrays, name: str) -> bytes:
    """The graph of the head `name` ("cue_roles") as a file.

    `seen` [pieces, hidden], `first` and `last` [items], `hints` [items, pieces, width] and `gaps` [items,
    pieces] (buckets of distance) to `scores` [items, pieces, roles].
    """
    nodes: list[NodeProto] = []
    held: dict[str, TensorProto] = {}

    def array(part: str, *, turned: bool = False) -> str:
        value = arrays[f"{name}.{part}"]
        held[part] = numpy_helper.from_array(np.ascontiguousarray(value.T if turned else value), part)
        return part

    def whole(number: int) -> str:
        part = f"axis {number}"
        held[part] = numpy_helper.from_array(np.array([number], dtype=np.int64), part)
        return part

    def node(kind: str, *inputs: str, to: str = "", **attributes: list[int] | int) -> str:
        told = to or f"{kind} {len(nodes)}"
        nodes.append(helper.make_node(kind, inputs, [told], name=told, **attributes))  # type: ignore[arg-type]
        return told

    def matrix(x: str, part: str) -> str:
        return node("MatMul", x, array(f"{part}.weight", turned=True))

    def numbers(part: str, *values: int) -> str:
        held[part] = numpy_helper.from_array(np.array(values, dtype=np.int64), part)
        return part

    def cut(x: str, part: str, turn: list[int]) -> str:
        told = node("Add", matrix(x, part), array(f"{part}.bias"))
        return node("Transpose", node("Reshape", told, numbers("cut", 0, 0, ATTENTIONS, -1)), perm=turn)

    def weighed(x: str) -> str:
        share = (arrays[f"{name}.asking.bias"].shape[0] // ATTENTIONS) ** -0.5
        held["share"] = numpy_helper.from_array(np.array(share, dtype=np.float32), "share")
        asking = node("Mul", cut(x, "asking", [0, 2, 1, 3]), "share")
        near = node("Softmax", node("MatMul", asking, cut(x, "asked", [0, 2, 3, 1])), axis=-1)
        told = node("Transpose", node("MatMul", near, cut(x, "heard", [0, 2, 1, 3])), perm=[0, 2, 1, 3])
        told = node("Reshape", told, numbers("joined", 0, 0, -1))
        return node("Add", matrix(told, "taken"), array("taken.bias"))

    def looked(x: str, part: str, apart: int) -> str:
        width = arrays[f"{name}.{part}.weight"].shape[2]
        side = apart * (width // 2)
        weight, bias = array(f"{part}.weight"), array(f"{part}.bias")
        told = node("Conv", x, weight, bias, kernel_shape=[width], dilations=[apart], pads=[side, side])
        return node("Relu", told)

    piece = node("Unsqueeze", node("Add", matrix("seen", "piece"), array("piece.bias")), whole(0))
    whom = node(
        "Add",
        matrix(node("Gather", "seen", "first"), "first"),
        matrix(node("Gather", "seen", "last"), "last"),
    )
    gap = node("Gather", array("distance.weight"), "gaps")
    known = node("Add", matrix("hints", "hint"), gap)
    x = node("Add", node("Add", piece, node("Unsqueeze", whom, whole(1))), known)
    x = node("Transpose", node("Relu", x), perm=[0, 2, 1])
    y = looked(x, "near", 1)
    z = looked(y, "far", 2)
    told = node("Transpose", node("Add", node("Add", x, y), z), perm=[0, 2, 1])
    told = node("Add", told, weighed(told))
    node("Add", matrix(told, "out"), array("out.bias"), to="scores")

    one, several = TensorProto.FLOAT, TensorProto.INT64
    hidden, width = (arrays[f"{name}.{part}.weight"].shape[1] for part in ("piece", "hint"))
    given = [
        ("seen", one, ["pieces", hidden]),
        ("first", several, ["items"]),
        ("last", several, ["items"]),
        ("hints", one, ["items", "pieces", width]),
        ("gaps", several, ["items", "pieces"]),
    ]
    roles = len(arrays[f"{name}.out.bias"])
    made = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info(*each) for each in given],
        [helper.make_tensor_value_info("scores", one, ["items", "pieces", roles])],
        list(held.values()),
    )
    opsets = [helper.make_opsetid("", OPSET)]
    told_bytes: bytes = helper.make_model(made, opset_imports=opsets, ir_version=9).SerializeToString()
    return told_bytes
