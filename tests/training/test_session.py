"""A whole run: from a folder of corpora to a card, over an interruption."""

from dataclasses import replace
from itertools import takewhile

import msgspec
import pytest
import torch
from click.testing import CliRunner

from invented import invented
from sayso.cli.main import main
from sayso.errors import InputError, SaysoError, SettingsError
from sayso.exchange.heard1 import encode
from sayso.training.config import Config, Texts, config_of
from sayso.training.corpora import annotated, polnear
from sayso.training.loop import Plan
from sayso.training.network import Shape
from sayso.training.session import CARD, CHECKPOINT, FIGURES, STATE, session

WANTED = (annotated.NAME, polnear.NAME)


@pytest.fixture(autouse=True)
def _alone():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def shared(tmp_path):
    """Corpora of one text and its like, which shares nothing with what judges it."""
    for folder in ("gold", "data/attribution"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "gold/train.jsonl").write_bytes(encode(invented()))
    judge = replace(
        invented("judge"), text="A boat sank. Ann said so.", blocks={}, statements=(), events=(), trends=(),
        captions=(), wires=(), bylines=(), corrections=(),
    )  # fmt: skip
    for name in ("dev", "seed"):
        (tmp_path / f"gold/{name}.jsonl").write_bytes(encode(judge))
    for name in ("train", "dev"):
        one = {"id": "1", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 25]]}
        lines = [
            {
                "id": f"{name}{k}",
                "text": "Ann said the boats sailed.",
                "date": "2016-02-01",
                "attributions": [one],
            }
            for k in range(12)
        ]
        path = tmp_path / f"data/attribution/polnear-{name}.jsonl"
        path.write_bytes(b"\n".join(msgspec.json.encode(line) for line in lines))
    return tmp_path


@pytest.fixture
def config(encoder):
    return Config(
        encoder=str(encoder),
        data=Texts(corpora=WANTED, held_out=0.2),
        shape=Shape(relation=8),
        plan=Plan(epochs=4, batch=4, size=60),
    )


def test_it_writes_checkpoint_figures_and_a_card_that_names_every_source(shared, config, tmp_path):
    folder = tmp_path / "run"
    handed = []
    told = session(
        shared, folder, config, finish=lambda _network, _tokenizer, texts: handed.append(len(texts))
    )
    parts = list(dict.fromkeys(stand.part for stand in told))
    assert parts == [
        "preparing",
        "preparing held out",
        "training",
        "judging heads",
        "judging on gold dev",
        "judging on PolNeAR dev",
    ]
    card = (folder / CARD).read_text()
    state = msgspec.json.decode((folder / STATE).read_bytes())
    for source in state["sources"]:
        assert all(source[name] in card for name in ("name", "licence", "origin"))
        assert all(file["sha256"] in card for file in source["files"])
    assert "- sittings: 1" in card
    assert f"- learned from {handed[0]} texts" in card
    assert "## Limits" in card
    assert str(shared) not in card
    figures = msgspec.json.decode((folder / FIGURES).read_bytes())
    assert figures["gold_texts"] == 1
    assert figures["polnear_texts"] == 12


def test_it_goes_on_after_it_was_stopped(shared, config, tmp_path):
    folder = tmp_path / "run"
    begun = session(shared, folder, config, every=2)
    reached = [stand.done for stand in takewhile(lambda s: s.part != "training" or s.done < 5, begun)][-1]
    begun.close()
    assert torch.load(folder / CHECKPOINT)["step"] == reached == 4
    steps = [stand.done for stand in session(shared, folder, resume=True) if stand.part == "training"]
    assert steps[0] == 5
    assert "- sittings: 2" in (folder / CARD).read_text()


def test_it_overwrites_no_run(shared, config, tmp_path):
    folder = tmp_path / "run"
    next(iter(session(shared, folder, replace(config, data=Texts(corpora=(polnear.NAME,))))))
    (folder / STATE).write_text("{}")
    with pytest.raises(SettingsError, match="--resume goes on"):
        list(session(shared, folder, config))


def test_it_does_not_go_on_with_other_texts(shared, config, tmp_path):
    folder = tmp_path / "run"
    begun = session(shared, folder, config)
    next(stand for stand in begun if stand.part == "training")
    begun.close()
    path = shared / "data/attribution/polnear-train.jsonl"
    path.write_bytes(path.read_bytes().replace(b"boats", b"ships"))
    with pytest.raises(InputError, match="have changed since"):
        list(session(shared, folder, resume=True))


def test_it_resumes_nothing_where_nothing_began(shared, tmp_path):
    with pytest.raises(SettingsError, match="leave --resume out"):
        list(session(shared, tmp_path / "none", resume=True))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("[plan]\nrte = 1", "plan.rte is not known; there are: epochs"),
        ("[plan]\nrate = 'fast'", "Expected `float`"),
        ("[plan]\nepochs = -1.0", "epochs must be from"),
        ("[data]\nheld_out = 0.9", "held_out must be from 0 to 0.5"),
        ("plan", "is no TOML"),
    ],
)
def test_it_says_what_a_configuration_may_not_say(tmp_path, words, told):
    path = tmp_path / "c.toml"
    path.write_text(words)
    with pytest.raises(SaysoError) as error:
        config_of(path)
    assert told in str(error.value)


def test_it_keeps_what_a_configuration_does_not_name(tmp_path):
    path = tmp_path / "c.toml"
    path.write_text('[plan]\nseed = 7\n[plan.repeats]\n"PolNeAR 1.0" = 2\n[plan.weights]\ncue = 2.0\n')
    plan = config_of(path).plan
    assert (plan.seed, plan.weights.cue, plan.weights.trigger) == (7, 2.0, Config().plan.weights.trigger)
    assert plan.repeats == {**Config().plan.repeats, "PolNeAR 1.0": 2}


def test_it_trains_from_the_command_line(shared, encoder, tmp_path):
    path = tmp_path / "c.toml"
    path.write_text(f"[data]\ncorpora = {list(WANTED)!r}\n[shape]\nrelation = 8\n[plan]\nsize = 60\n")
    line = ["train", str(shared), "--to", str(tmp_path / "run"), "--config", str(path)]
    told = CliRunner().invoke(main, [*line, "--encoder", str(encoder), "--epochs", "1"])
    assert told.exit_code == 0, told.output
    assert told.stdout.strip() == str(tmp_path / "run" / CARD)
    again = CliRunner().invoke(main, ["train", str(shared), "--to", "x", "--resume", "--epochs", "1"])
    assert again.exit_code == 2
    assert "leave --config, --encoder, --begin and --epochs out" in again.output
