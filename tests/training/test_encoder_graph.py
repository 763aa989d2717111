"""The encoder without PyTorch: its graph, its heads and its weights say what the network says."""

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer, models
from transformers import BertConfig, BertModel

from sayso.reading.encoder.features import NAMES
from sayso.reading.encoder.heads import heads_of, softmax
from sayso.reading.encoder.hints import WIDTH
from sayso.reading.encoder.pieces import BEGIN, END
from sayso.reading.encoder.seen import Bars
from sayso.reading.encoder.session import look_of, related_of
from sayso.reading.encoder.sure import Sure
from sayso.reading.encoder.weights import open_encoder_reader
from sayso.training.export import Label, arrays_of, export, inputs_of, sizes_of
from sayso.training.graph import graph_of
from sayso.training.network import Network, Shape, pair_of
from sayso.training.relation_graph import relation_graph_of
from sayso.training.rounding import rounded


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=300, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64
    )
    made = Network(BertModel(config, add_pooling_layer=False), Shape(hidden=32, relation=16))
    for value in made.parameters():  # as trained: nothing is zero, scores differ
        torch.nn.init.normal_(value, std=0.3) if value.ndim > 1 else value.data.add_(
            torch.randn_like(value) / 9
        )
    return made.eval()


def window(size, seed=0):
    chance = np.random.default_rng(seed)
    ids = chance.integers(5, 300, size=size).astype(np.int32)
    return ids, (chance.random((size, len(NAMES))) < 0.1).astype(np.uint8)


def by_torch(network, ids, columns):
    known = np.pad(columns, ((1, 1), (0, 0))).astype(np.float32)[None]
    coded = torch.tensor([[BEGIN, *ids.tolist(), END]])
    with torch.no_grad():
        return network.look(coded, torch.from_numpy(known), torch.ones_like(coded))


@pytest.mark.parametrize("size", [1, 7, 190])
def test_it_looks_at_a_window_as_the_network_does(network, size):
    look = look_of(graph_of(arrays_of(network), sizes_of(network)))
    ids, columns = window(size)
    assert np.abs(look(ids, columns) - by_torch(network, ids, columns)[0].numpy()).max() < 1e-4


def test_it_strays_little_in_eight_bits(network):
    inputs = inputs_of(network, [window(60, seed) for seed in range(8)])
    look = look_of(graph_of(arrays_of(network), sizes_of(network), inputs))
    ids, columns = window(50, 99)
    seen, told = by_torch(network, ids, columns)[0].numpy(), look(ids, columns)
    alike = (seen * told).sum(1) / np.linalg.norm(seen, axis=1) / np.linalg.norm(told, axis=1)
    assert alike.min() > 0.98
    assert alike.mean() > 0.995


def test_it_sees_the_same_whatever_was_seen_before(network):
    inputs = inputs_of(network, [window(60, seed) for seed in range(4)])
    look = look_of(graph_of(arrays_of(network), sizes_of(network), inputs))
    windows = [window(size, size) for size in (5, 40, 41, 190)]
    first = [look(*one) for one in windows]
    again = [look(*one) for one in reversed(windows)]
    assert all(np.array_equal(a, b) for a, b in zip(first, reversed(again), strict=True))


def test_it_answers_with_the_heads_as_the_network_does(network):
    seen = by_torch(network, *window(30, 3))
    heads = heads_of({name: value for name, value in arrays_of(network).items() if "encoder" not in name})
    first, last = np.array([2, 9, 30]), np.array([2, 11, 31])
    hints = (np.random.default_rng(5).random((3, seen.shape[1], WIDTH)) < 0.3).astype(np.float32)
    mask = torch.ones(1, seen.shape[1])
    row, places = torch.zeros(3, dtype=torch.long), (torch.from_numpy(first), torch.from_numpy(last))
    with torch.no_grad():
        pairs = pair_of(seen, row, *places)
        for name in ("cue", "trigger", "trend"):
            truth = getattr(network, name)(seen)[0].numpy()
            assert np.abs(getattr(heads, name)(seen[0].numpy()) - truth).max() < 1e-4
        for name in ("cue_roles", "act_roles"):
            truth = getattr(network, name)(seen, mask, row, *places, torch.from_numpy(hints)).numpy()
            by_graph = related_of(relation_graph_of(arrays_of(network), name), name)
            for head in (getattr(heads, name), by_graph):
                assert np.abs(head(seen[0].numpy(), first, last, hints) - truth).max() < 1e-3
        for name in ("stance", "hedged", "realis", "mode", "background", "claim_type"):
            truth = softmax(getattr(network, name)(pairs).numpy())
            assert np.abs(getattr(heads, name)(seen[0].numpy(), first, last) - truth).max() < 1e-4


def test_it_loses_less_than_rounding_each_weight_alone():
    chance = np.random.default_rng(2)
    weight = chance.normal(size=(24, 48)).astype(np.float32)
    x = chance.normal(size=(500, 6)) @ chance.normal(size=(6, 48)) + 0.1 * chance.normal(size=(500, 48))
    steps, step = rounded(weight, x.T @ x)
    alone = np.abs(weight).max(1) / 127
    plain = np.round(weight / alone[:, None]) * alone[:, None]
    lost = np.square(x @ (steps * step[:, None] - weight).T).mean()
    assert lost < 0.5 * np.square(x @ (plain - weight).T).mean()


def test_it_makes_a_file_that_the_reader_opens(network, tmp_path):
    vocabulary = {"[UNK]": 0, "said": 1, "##s": 2}
    made = {}
    for name in ("one.zip", "two.zip"):
        made[name] = export(
            network,
            tokenizer=Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]")),
            windows=[window(40, seed) for seed in range(4)],
            bars=Bars(cue=0.3),
            sure=Sure(),
            label=Label(name="tiny", version="7", made_by="a test", made="2021-07-13"),
            to=tmp_path / name,
        )
    reader = open_encoder_reader(tmp_path / "one.zip")
    assert (reader.version, reader.bars.cue, reader.name) == ("7", 0.3, "encoder")
    assert made["one.zip"].sha256 == made["two.zip"].sha256
    assert (tmp_path / "one.zip").stat().st_size == made["one.zip"].size
