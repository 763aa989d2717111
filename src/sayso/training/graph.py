"""Which ONNX graph is the encoder, in single precision or with weights and inputs of eight bits?

Written out node by node: a trace of the PyTorch module carries masks and shapes that one window without
padding has no need of. In eight bits: word embeddings row by row; weights output by output; inputs piece by
piece where they differ most (the feed-forward layers), window by window elsewhere. What each choice costs
and saves is in docs/experiments.md under "Run time".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper

from sayso.training.rounding import MOST, Floats, Inputs, evened, rounded

OPSET: Final = 20  # the first with Gelu
EVEN: Final = {"qkv": 0.7, "up": 0.5}  # share of unevenness moved to the weights: least drift of .5 to .8
BELOW: Final = 32  # of 256 steps kept for what is below zero behind Gelu, which is never below -0.17
KINDS: Final = ("qkv", "o", "up", "down")
_EIGHT: Final = "com.microsoft"  # ONNX Runtime's own nodes
_SLOTS: Final = 512  # pieces of the longest window: positions of the encoder

Arrays = Mapping[str, Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Of the encoder."""

    layers: int
    heads: int
    epsilon: float = 1e-12


class _Graph:
    """Nodes and arrays while they are put together; a method answers with the name of its value."""

    def __init__(self, arrays: Arrays, inputs: Mapping[str, Inputs] | None) -> None:
        self.arrays = arrays
        self.inputs = inputs
        self.nodes: list[NodeProto] = []
        self.held: dict[str, TensorProto] = {}

    def hold(self, name: str, values: object) -> str:
        if name not in self.held:
            self.held[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def whole(self, *numbers: int) -> str:
        return self.hold(f"int64 {numbers}", np.array(numbers, dtype=np.int64))

    def one(self, value: float) -> str:
        return self.hold(f"float {value}", np.array(value, dtype=np.float32))

    def step(self, value: int) -> str:
        return self.hold(f"uint8 {value}", np.array(value, dtype=np.uint8))

    def node(self, kind: str, *inputs: str, named: str = "", domain: str = "", **attributes: Any) -> str:
        name = named or f"{kind} {len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def nodes_of(self, kind: str, *inputs: str, outputs: int, **attributes: Any) -> list[str]:
        names = [f"{kind} {len(self.nodes)}.{k}" for k in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=names[0], **attributes))
        return names

    def words(self, ids: str) -> str:
        table = self.arrays["encoder.embeddings.word_embeddings.weight"]
        if self.inputs is None:
            return self.node("Gather", self.hold("words", table), ids)
        step = np.abs(table).max(1, keepdims=True) / MOST
        step[step == 0] = 1.0
        steps = self.hold("words", np.round(table / step).astype(np.int8))
        found = self.node("Cast", self.node("Gather", steps, ids), to=TensorProto.FLOAT)
        return self.node("Mul", found, self.node("Gather", self.hold("words step", step), ids))

    def linear(self, name: str, x: str, weight: Floats, bias: Floats | None = None) -> str:
        """`x` [pieces, in] by `weight` [out, in]."""
        if self.inputs is None or name not in self.inputs:
            told = self.node("MatMul", x, self.hold(name, weight.T))
            return told if bias is None else self.node("Add", told, self.hold(f"{name} bias", bias))
        seen, kind = self.inputs[name], name.split(".")[-1]
        gram = seen.gram
        if kind in EVEN:
            by = evened(seen.most, weight, EVEN[kind])
            weight, gram = weight * by, gram / np.outer(by, by)
            x = self.node("Mul", x, self.hold(f"{name} evened", 1 / by))
        steps, step = rounded(weight, gram)
        held = (self.hold(name, steps.T), self.hold(f"{name} step", step))
        added = self.hold(f"{name} bias", bias)
        if kind in ("qkv", "o"):
            return self._by_window(x, held, added)
        return self._by_piece(kind, x, held, added)

    def _by_window(self, x: str, held: tuple[str, str], bias: str) -> str:
        steps, size, zero = self.nodes_of("DynamicQuantizeLinear", x, outputs=3)
        return self.node("MatMulIntegerToFloat", steps, held[0], size, held[1], zero, "", bias, domain=_EIGHT)

    def _by_piece(self, kind: str, x: str, held: tuple[str, str], bias: str) -> str:
        zero = BELOW if kind == "down" else 128
        most = self.node("ReduceMax", x if kind == "down" else self.node("Abs", x), self.whole(1), keepdims=0)
        size = self.node("Max", self.node("Mul", most, self.one(1 / (255 - zero))), self.one(1e-9))
        zeros = self.hold(f"zeros {zero}", np.full(_SLOTS, zero, dtype=np.uint8))
        zeros = self.node("Slice", zeros, self.whole(0), self.node("Shape", size))
        steps = self.node("QuantizeLinear", x, size, zeros, axis=0)
        told = self.node(
            "MatMulIntegerToFloat", steps, held[0], self.one(1.0), held[1], self.step(zero), "", domain=_EIGHT
        )
        told = self.node("Mul", told, self.node("Unsqueeze", size, self.whole(1)))
        return self.node("Add", told, bias)

    def norm(self, name: str, x: str, epsilon: float) -> str:
        scale = self.hold(f"{name} scale", self.arrays[f"{name}.weight"])
        bias = self.hold(f"{name} bias", self.arrays[f"{name}.bias"])
        return self.node("LayerNormalization", x, scale, bias, epsilon=epsilon)


def graph_of(arrays: Arrays, sizes: Sizes, inputs: Mapping[str, Inputs] | None = None) -> bytes:
    """The graph as a file: `ids` [1, pieces] and `columns` [1, pieces, names] to `seen` [1, pieces, hidden].

    `arrays` are named as in `training.network`. With `inputs` of the layers ("0.qkv", "0.o", "0.up",
    "0.down", "1.qkv", ...) all weights but those of the columns have eight bits.
    """
    graph = _Graph(arrays, inputs)
    lead = graph.whole(0)
    ids = graph.node("Squeeze", "ids", lead)
    columns = graph.node("Squeeze", "columns", lead)
    places = (
        arrays["encoder.embeddings.position_embeddings.weight"]
        + arrays["encoder.embeddings.token_type_embeddings.weight"][0]
    )
    x = graph.node("Add", graph.words(ids), graph.linear("known", columns, arrays["known.weight"]))
    begin = graph.node("Slice", graph.hold("places", places), lead, graph.node("Shape", ids))
    x = graph.norm("encoder.embeddings.LayerNorm", graph.node("Add", x, begin), sizes.epsilon)
    for layer in range(sizes.layers):
        x = _layer(graph, layer, x, sizes)
    x = graph.node("Add", x, graph.linear("again", columns, arrays["again.weight"]))
    graph.node("Unsqueeze", x, lead, named="seen")
    hidden, names = arrays["known.weight"].shape
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"]),
            helper.make_tensor_value_info("columns", TensorProto.FLOAT, [1, "pieces", names]),
        ],
        [helper.make_tensor_value_info("seen", TensorProto.FLOAT, [1, "pieces", hidden])],
        list(graph.held.values()),
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_EIGHT, 1)]
    told: bytes = helper.make_model(made, opset_imports=opsets, ir_version=9).SerializeToString()
    return told


def _layer(graph: _Graph, layer: int, x: str, sizes: Sizes) -> str:
    arrays, at = graph.arrays, f"encoder.encoder.layer.{layer}"
    self_at = f"{at}.attention.self"
    hidden = arrays[f"{self_at}.query.weight"].shape[0]
    width = hidden // sizes.heads
    shrunk = np.float32(width**-0.5)  # of the products of queries and keys, taken into the queries
    three = [(f"{self_at}.{name}", by) for name, by in (("query", shrunk), ("key", 1), ("value", 1))]
    weight = np.concatenate([arrays[f"{name}.weight"] * by for name, by in three]).astype(np.float32)
    bias = np.concatenate([arrays[f"{name}.bias"] * by for name, by in three]).astype(np.float32)
    parts = graph.nodes_of(
        "Split", graph.linear(f"{layer}.qkv", x, weight, bias), outputs=3, axis=1, num_outputs=3
    )
    apart = graph.whole(-1, sizes.heads, width)
    query, key, value = (
        graph.node("Transpose", graph.node("Reshape", part, apart), perm=perm)
        for part, perm in zip(parts, ([1, 0, 2], [1, 2, 0], [1, 0, 2]), strict=True)
    )
    weighed = graph.node("MatMul", graph.node("Softmax", graph.node("MatMul", query, key), axis=-1), value)
    told = graph.node("Reshape", graph.node("Transpose", weighed, perm=[1, 0, 2]), graph.whole(-1, hidden))
    y = _dense(graph, f"{layer}.o", told, f"{at}.attention.output.dense")
    x = graph.norm(f"{at}.attention.output.LayerNorm", graph.node("Add", y, x), sizes.epsilon)
    y = graph.node("Gelu", _dense(graph, f"{layer}.up", x, f"{at}.intermediate.dense"))
    y = _dense(graph, f"{layer}.down", y, f"{at}.output.dense")
    return graph.norm(f"{at}.output.LayerNorm", graph.node("Add", y, x), sizes.epsilon)


def _dense(graph: _Graph, name: str, x: str, held: str) -> str:
    return graph.linear(name, x, graph.arrays[f"{held}.weight"], graph.arrays[f"{held}.bias"])
