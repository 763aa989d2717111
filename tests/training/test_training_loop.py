"""A network learns, stops, and goes on."""

import random
from itertools import islice

import numpy as np
import pytest
import torch

from sayso.annotation.annotate import annotate
from sayso.errors import InputError
from sayso.reading.encoder.labels import TRIGGER_TAGS
from sayso.scoring.tally import Tally
from sayso.training.encoders import folder_of, network_of, tokenizer_of
from sayso.training.evaluate import evaluate_heads, places_of
from sayso.training.loop import Plan, run_of, train
from sayso.training.network import Shape
from sayso.training.prepare import UNTOLD, document_of, samples_of, text_of
from sayso.training.torch_look import filled, reader_of

SHAPE = Shape(relation=16, dropout=0.0)
PLAN = Plan(
    epochs=240, batch=4, size=60, rate=2e-3, heads_rate=6e-3, no_rules=0.0, no_shapes=0.0, average=0.9
)


@pytest.fixture(scope="module", autouse=True)
def _alone():
    """One thread: so small a network only waits for the others."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def texts(examples, tokenizer):
    return [text_of(example, tokenizer) for example in examples]


def begun(encoder, texts, plan=PLAN):
    return run_of(network_of(encoder, SHAPE, seed=plan.seed), texts, plan)


@pytest.fixture(scope="module")
def learned(encoder, texts, tmp_path_factory):
    """The checkpoint of a run that learned four texts by heart, with its losses."""
    run = begun(encoder, texts)
    losses = [step.loss for step in train(run, texts)]
    path = tmp_path_factory.mktemp("run") / "checkpoint.pt"
    run.save(path)
    return path, losses


def test_it_learns_four_texts_by_heart(learned, encoder, texts):
    path, losses = learned
    assert losses[-1] < losses[0] / 2
    network = filled(network_of(encoder, SHAPE, seed=2, trained=False), path)
    chance = random.Random(3)
    windows = [sample for text in texts for sample in samples_of(text, size=60, chance=chance)]
    tally = Tally()
    assert list(evaluate_heads(network, windows, tally))[-1] == len(windows)
    assert min(tally.found(key).f for key in ("cue", "trigger typed", "trend")) == 1.0
    assert min(tally.found(f"cue {role}").f for role in ("source", "content")) > 0.9
    assert {key: rate.rate for key, rate in tally.rates().items()} == dict.fromkeys(tally.rates(), 1.0)


def test_it_reads_what_it_learned(learned, encoder, examples):
    network = filled(network_of(encoder, SHAPE, seed=2, trained=False), learned[0])
    reader = reader_of(network, tokenizer_of(encoder))
    document = document_of(examples[0])
    told = reader.read(document, annotate(document))
    (cue,) = told.cues
    assert [span.of(document.text) for span in (cue.span, cue.source, *cue.content)] == [
        "said",
        "The envoy",
        "rebels shelled the port on Monday",
    ]
    assert [(one.span.of(document.text), one.type) for one in told.triggers] == [("shelled", "ASSAULT")]


def test_it_goes_on_where_it_stopped(encoder, texts, tmp_path):
    path = tmp_path / "checkpoint.pt"
    first = begun(encoder, texts)
    list(islice(train(first, texts), 5))
    first.save(path)
    second = begun(encoder, texts)
    second.resume(path)
    assert (second.step, second.loss) == (5, first.loss)
    for name, value in first.network.state_dict().items():
        assert torch.equal(value, second.network.state_dict()[name]), name
    rates = [group["initial_lr"] for group in second.optimiser.param_groups]
    step = next(train(second, texts))
    assert step.step == 6
    assert rates == [group["initial_lr"] for group in second.optimiser.param_groups]
    alone = begun(encoder, texts)
    list(islice(train(alone, texts), 6))
    expected = [group["lr"] for group in alone.optimiser.param_groups]
    assert [group["lr"] for group in second.optimiser.param_groups] == pytest.approx(expected)


def test_it_stops_at_the_last_step_and_does_not_begin_again(encoder, texts, tmp_path):
    path = tmp_path / "checkpoint.pt"
    run = begun(encoder, texts, Plan(epochs=2, batch=4, size=60))
    assert len(list(train(run, texts))) == run.steps
    run.save(path)
    again = begun(encoder, texts, Plan(epochs=2, batch=4, size=60))
    again.resume(path)
    assert list(train(again, texts)) == []


def test_it_learns_the_same_from_the_same_seed(encoder, texts):
    def end(seed):
        run = begun(encoder, texts, Plan(epochs=3, batch=2, size=20, seed=seed))
        list(train(run, texts))
        return run.averaged["cue.weight"]

    assert torch.equal(end(1), end(1))
    assert not torch.equal(end(1), end(2))


def test_it_says_that_a_checkpoint_is_of_another_shape(learned, encoder):
    other = network_of(encoder, Shape(relation=8), seed=1, trained=False)
    with pytest.raises(InputError, match="no checkpoint of a network of this shape"):
        filled(other, learned[0])


def test_it_says_what_the_folder_of_an_encoder_lacks(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(InputError, match=r"lacks model\.safetensors, tokenizer\.json"):
        folder_of(str(tmp_path))


def test_it_counts_no_span_where_nothing_was_annotated():
    tags = [TRIGGER_TAGS.index(name) for name in ("B-AID", "I-AID", "I-AID", "O", "I-AGREE", "B-AGREE")]
    assert places_of(np.array([*tags, UNTOLD]), TRIGGER_TAGS) == {
        (0, 3, "AID"),
        (4, 5, "AGREE"),
        (5, 6, "AGREE"),
    }
