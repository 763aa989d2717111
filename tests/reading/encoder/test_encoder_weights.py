"""The file of weights: found, checked against its manifest, refused by name."""

import io
import zipfile
from hashlib import sha256

import msgspec
import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from reading.encoder.encoder_parts import HIDDEN, arrays, document_of, heads, tokenizer
from sayso.annotation.annotate import annotate
from sayso.errors import WeightsError
from sayso.reading.encoder.features import NAMES
from sayso.reading.encoder.heads import BUCKETS, Convolution, Linear, buckets, softmax
from sayso.reading.encoder.hints import WIDTH
from sayso.reading.encoder.labels import ACT_ROLES, CUE_ROLES
from sayso.reading.encoder.manifest import Manifest, manifest_path
from sayso.reading.encoder.seen import Bars
from sayso.reading.encoder.sure import Sure
from sayso.reading.encoder.weights import (
    ENCODER,
    HEADS,
    PARTS,
    RELATED,
    SETTINGS,
    VOCABULARY,
    Held,
    open_encoder_reader,
    own_answers,
)

COLUMNS = len(NAMES)


def graph(columns=COLUMNS) -> bytes:
    """An encoder of one step: a row for each piece, moved by its columns and by its neighbours' mean."""
    chance = np.random.default_rng(4)
    held = {
        "words": chance.normal(size=(400, HIDDEN)).astype(np.float32),
        "known": chance.normal(size=(columns, HIDDEN)).astype(np.float32),
    }
    nodes = [
        helper.make_node("Gather", ["words", "ids"], ["a"]),
        helper.make_node("MatMul", ["columns", "known"], ["b"]),
        helper.make_node("Add", ["a", "b"], ["c"]),
        helper.make_node("ReduceMean", ["c"], ["d"], axes=[1], keepdims=1),
        helper.make_node("Add", ["c", "d"], ["seen"]),
    ]
    made = helper.make_graph(
        nodes,
        "tiny",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"]),
            helper.make_tensor_value_info("columns", TensorProto.FLOAT, [1, "pieces", columns]),
        ],
        [helper.make_tensor_value_info("seen", TensorProto.FLOAT, [1, "pieces", HIDDEN])],
        [numpy_helper.from_array(value, name) for name, value in held.items()],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    return model.SerializeToString()


def related(roles, hints=WIDTH) -> bytes:
    """A conditional head of one step: what a piece is to an item hangs on their distance and the hints."""
    chance = np.random.default_rng(roles)
    held = {
        "distance": chance.normal(size=(BUCKETS, roles)).astype(np.float32),
        "hint": chance.normal(size=(hints, roles)).astype(np.float32),
        "piece": chance.normal(size=(HIDDEN, roles)).astype(np.float32),
        "axis": np.array([0], dtype=np.int64),
    }
    nodes = [
        helper.make_node("Gather", ["distance", "gaps"], ["a"]),
        helper.make_node("MatMul", ["hints", "hint"], ["b"]),
        helper.make_node("MatMul", ["seen", "piece"], ["c"]),
        helper.make_node("Unsqueeze", ["c", "axis"], ["d"]),
        helper.make_node("Gather", ["seen", "first"], ["e"]),
        helper.make_node("Gather", ["seen", "last"], ["f"]),
        helper.make_node("Sum", ["a", "b", "d"], ["scores"]),
    ]
    several, one = TensorProto.INT64, TensorProto.FLOAT
    made = helper.make_graph(
        nodes,
        "tiny",
        [
            helper.make_tensor_value_info("seen", one, ["pieces", HIDDEN]),
            helper.make_tensor_value_info("first", several, ["items"]),
            helper.make_tensor_value_info("last", several, ["items"]),
            helper.make_tensor_value_info("hints", one, ["items", "pieces", hints]),
            helper.make_tensor_value_info("gaps", several, ["items", "pieces"]),
        ],
        [helper.make_tensor_value_info("scores", one, ["items", "pieces", roles])],
        [numpy_helper.from_array(value, name) for name, value in held.items()],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    return model.SerializeToString()


def put(folder, *, answers=None, encoder=None, cue_roles=None, without=None, **manifest):
    """A file of weights and its manifest; the path of the file."""
    packed = io.BytesIO()
    np.savez(packed, **arrays())
    held = Held(version="3", answers=answers or own_answers(), bars=Bars(cue=0.25), sure=Sure())
    parts = {
        ENCODER: encoder or graph(),
        RELATED["cue_roles"]: cue_roles or related(len(CUE_ROLES)),
        RELATED["act_roles"]: related(len(ACT_ROLES)),
        HEADS: packed.getvalue(),
        VOCABULARY: tokenizer().to_str(),
        SETTINGS: msgspec.json.encode(held),
    }
    parts.pop(without, None)
    path = folder / "mine.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    content = path.read_bytes()
    said = {
        "name": "tiny",
        "version": "3",
        "sha256": sha256(content).hexdigest(),
        "size": len(content),
        "licence": "Apache-2.0",
        "made_by": "a test",
        "made": "2021-07-13",
    } | manifest
    msgspec.convert(said, Manifest)
    lines = [f"{name} = {msgspec.json.encode(value).decode()}" for name, value in said.items()]
    manifest_path(path).write_text("\n".join(lines))
    return path


TEXT = "The army said that the militia attacked it. He said the attack was over, the militia said."


def test_it_opens_a_reader_of_ones_own_weights(tmp_path):
    reader = open_encoder_reader(put(tmp_path))
    assert (reader.name, reader.version, reader.bars.cue, reader.polnear) == ("encoder", "3", 0.25, False)
    document = document_of(TEXT)
    readout = reader.read(document, annotate(document))
    assert readout.version == "3"
    for cue in readout.cues:
        assert cue.span is None or cue.span.end <= len(TEXT)


def test_it_lets_the_caller_set_the_bars(tmp_path):
    reader = open_encoder_reader(put(tmp_path), bars=Bars(cue=0.9), polnear=True)
    assert (reader.bars.cue, reader.polnear) == (0.9, True)


def test_it_refuses_by_name_a_file_that_differs_from_its_manifest(tmp_path):
    path = put(tmp_path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(WeightsError, match=r"mine\.zip is not tiny 3: its sha256 is .*SAYSO_WEIGHTS"):
        open_encoder_reader(path)


def test_it_refuses_weights_without_a_manifest(tmp_path):
    path = put(tmp_path)
    manifest_path(path).unlink()
    with pytest.raises(WeightsError, match=r"mine\.toml cannot be read .*manifest"):
        open_encoder_reader(path)


def test_it_refuses_a_manifest_that_lacks_the_digest(tmp_path):
    path = put(tmp_path)
    told = manifest_path(path).read_text()
    manifest_path(path).write_text(told.replace("sha256", "md5"))
    with pytest.raises(WeightsError, match=r"mine\.toml is no manifest .*sha256"):
        open_encoder_reader(path)


def test_it_says_what_to_do_where_there_are_no_weights(tmp_path):
    path = put(tmp_path)
    path.unlink()
    with pytest.raises(WeightsError, match="install sayso again"):
        open_encoder_reader(path)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("columns", lambda told: (*told, "colour")),
        ("types", lambda told: told[:-1]),
        ("stances", lambda told: tuple(reversed(told))),
    ],
)
def test_it_refuses_weights_for_other_answers(tmp_path, name, change):
    answers = own_answers()
    path = put(tmp_path, answers=answers | {name: change(answers[name])})
    with pytest.raises(WeightsError, match=rf"mine\.zip \(tiny 3\) was trained for other {name}"):
        open_encoder_reader(path)


def test_it_refuses_an_encoder_for_other_columns(tmp_path):
    with pytest.raises(WeightsError, match="export them again"):
        open_encoder_reader(put(tmp_path, encoder=graph(columns=5)))


def test_it_refuses_a_conditional_head_for_other_hints(tmp_path):
    with pytest.raises(WeightsError, match=r"the head cue_roles .*export them again"):
        open_encoder_reader(put(tmp_path, cue_roles=related(len(CUE_ROLES), hints=WIDTH + 1)))


def test_it_refuses_what_is_no_graph(tmp_path):
    with pytest.raises(WeightsError, match="cannot be run"):
        open_encoder_reader(put(tmp_path, encoder=b"no graph"))


@pytest.mark.parametrize("part", PARTS)
def test_it_refuses_a_file_that_lacks_a_part(tmp_path, part):
    with pytest.raises(WeightsError, match=part):
        open_encoder_reader(put(tmp_path, without=part))


def test_it_reads_the_same_whatever_it_read_before(tmp_path):
    texts = [TEXT, "He said the attack was on.", " ".join([TEXT] * 12)]
    documents = [document_of(text) for text in texts]
    reader, other = open_encoder_reader(put(tmp_path)), open_encoder_reader(put(tmp_path))
    told = [reader.read(one, annotate(one)) for one in documents]
    again = [other.read(one, annotate(one)) for one in reversed(documents)]
    assert told == list(reversed(again))
    assert any(one.cues for one in told)


def test_it_multiplies_and_adds():
    linear = Linear(np.array([[1, 2], [0, -1]], dtype=np.float32), np.array([0.5, 0], dtype=np.float32))
    assert linear(np.array([[3, 4]], dtype=np.float32)).tolist() == [[11.5, -4.0]]


def test_it_looks_at_neighbours_with_nothing_beyond_the_ends():
    weight = np.array([[1], [10], [100]], dtype=np.float32)  # [width x in, out]
    x = np.array([[[1], [2], [3], [4]]], dtype=np.float32)
    bias = np.zeros(1, dtype=np.float32)
    assert Convolution(weight, bias, 3, 1)(x)[0, :, 0].tolist() == [210, 321, 432, 43]
    assert Convolution(weight, bias, 3, 2)(x)[0, :, 0].tolist() == [310, 420, 31, 42]


def test_it_counts_distance_in_logarithms_of_both_signs():
    told = buckets(np.array([3]), np.array([4]), 8)[0] - 20
    assert told.tolist() == [-5, -4, -2, 0, 0, 2, 4, 5]  # 2.5 steps for each doubling, rounded


def test_it_makes_probabilities_of_scores_of_any_size():
    told = softmax(np.array([[1000.0, 1000.0], [0.0, np.log(3)]], dtype=np.float32))
    assert np.allclose(told, [[0.5, 0.5], [0.25, 0.75]])


def test_it_says_what_a_label_is_from_both_ends_of_an_item():
    seen = np.zeros((4, HIDDEN), dtype=np.float32)
    told = heads().stance(seen, np.array([1, 2]), np.array([2, 2]))
    assert np.allclose(told.sum(axis=1), 1)
    assert np.array_equal(told[0], told[1])
