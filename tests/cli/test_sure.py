"""--sure and --least."""

import json

import pytest
from click.testing import CliRunner

from sayso.cli.main import main

MANIFEST = """name = "small"
version = "7"
sha256 = "0"
size = 1
licence = "Apache-2.0"
made_by = "a test"
made = "2031-05-01"
"""


@pytest.fixture
def sayso(record, tmp_path):
    """Runs a command on the invented reports, with weights whose manifest says so much."""

    def run(*args, manifest=None):
        if manifest is not None:
            (tmp_path / "small.toml").write_text(MANIFEST + manifest, encoding="utf-8")
        env = {"COLUMNS": None, "SAYSO_WEIGHTS": str(tmp_path / "small.zip")}
        return CliRunner(env=env).invoke(main, [*map(str, args), "--record", str(record)])

    return run


def test_it_shows_what_is_that_sure(sayso):
    everything, most, least = (json.loads(sayso("show", "--least", p, "--json").stdout) for p in (0, 0.5, 1))
    assert everything == json.loads(sayso("show", "--json").stdout)
    assert len(everything) >= len(most) >= len(least)


@pytest.mark.parametrize("command", [["show", "--json"], ["export", "--format", "jsonl"], ["search", "the"]])
def test_it_takes_the_threshold_of_the_weights(sayso, command):
    told = sayso(*command, "--sure", manifest="sure = 0.75\n")
    assert told.exit_code == 0
    assert told.stdout == sayso(*command, "--least", "0.75").stdout


def test_it_says_so_where_the_weights_tell_no_threshold(sayso):
    told = sayso("show", "--sure", manifest="")
    assert told.exit_code == 2
    assert "the weights small 7 do not say" in told.stderr
    assert "--least" in told.stderr


def test_it_says_so_where_there_are_no_weights(sayso):
    told = sayso("show", "--sure")
    assert told.exit_code == 2
    assert "small.toml cannot be read" in told.stderr


@pytest.mark.parametrize("wrong", [["--sure", "--least", "0.5"], ["--least", "1.5"], ["--least", "much"]])
def test_it_refuses_what_makes_no_sense(sayso, wrong):
    assert sayso("show", *wrong).exit_code == 2


def test_it_leaves_reports_in_an_export_and_takes_what_is_less_sure_out_of_them(sayso):
    whole, sure = (
        [json.loads(line) for line in sayso("export", "--format", "jsonl", *more).stdout.splitlines()]
        for more in ([], ["--least", "1"])
    )
    assert [line["id"] for line in whole] == [line["id"] for line in sure]
    for line in sure:
        assert all(one["p"] in (None, 1) for one in (*line["statements"], *line["events"]))
