"""What a shell, a pipe and a person at the keys meet."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from benchmarks.invented import lines
from sayso.cli.main import main
from sayso.cli.summary import Summary
from sayso.model.failure import Failure, Stage

GOOD = "Two officials told Reuters on Monday that police had arrested nine men in Gao on Sunday.\n"
PROGRAM = "import sys; from sayso.cli.main import main; main(sys.argv[1:], prog_name='sayso')"


def run(*words):
    return CliRunner(env={"COLUMNS": None}).invoke(main, [str(word) for word in words])


def completed(words):
    """What a shell is told after these words; the last is being typed."""
    environment = os.environ | {
        "_SAYSO_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    done = subprocess.run(
        [sys.executable, "-c", "from sayso.cli.main import main; main(prog_name='sayso')"],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("sayso show re", ["plain,report"]),
        ("sayso show --rea", ["plain,--realis"]),
        ("sayso show --realis d", ["plain,denied"]),
        ("sayso show report --j", ["plain,--json"]),
        ("sayso read ex", ["file,ex"]),
        ("sayso show --record de", ["file,de"]),
    ],
)
def test_it_completes_commands_options_values_and_paths(words, told):
    assert completed(words) == told


@pytest.mark.parametrize("words", [["show"], ["show", "--json"], ["export", "--format", "csv"]])
def test_it_ends_well_where_the_reader_of_a_long_output_leaves(tmp_path, words):
    (tmp_path / "many.jsonl").write_text("\n".join(lines(150)), encoding="utf-8")
    assert run("-q", "read", tmp_path / "many.jsonl", "--record", tmp_path / "r.sqlite").exit_code == 0
    command = [sys.executable, "-c", PROGRAM, *words, "--record", str(tmp_path / "r.sqlite")]
    shell = ["bash", "-c", '"$@" | head -n 1; exit ${PIPESTATUS[0]}', "-", *command]
    done = subprocess.run(shell, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_it_makes_no_record_for_what_it_cannot_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    for words, code in (
        (["read"], 3),
        (["read", ""], 2),
        (["read", "good.txt", "--reader", "oracle"], 2),
        (["read", "good.txt", "--published", "yesterday"], 2),
        (["read", "good.txt", "--published", "2021-13-40"], 2),
    ):
        told = run(*words)
        assert told.exit_code == code, told.output
    assert [path.name for path in tmp_path.iterdir()] == ["good.txt"]


def test_it_leaves_an_older_file_where_nothing_could_be_read(tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("old\n")
    told = run("read", tmp_path / "gone.txt", "--to", out, "--json")
    assert told.exit_code == 3
    assert json.loads(told.stdout)["failed_inputs"] == 1
    assert out.read_text() == "old\n"


@pytest.mark.parametrize("words", [["-q", "demo"], ["demo", "-q"]])
def test_it_keeps_the_demo_quiet(words):
    told = run(*words)
    assert told.exit_code == 0
    assert told.stderr == ""
    assert "── 2024 ──" in told.stdout


@pytest.mark.parametrize(
    ("record", "step"),
    [
        (None, "with --json all are told"),
        ("sayso.sqlite", "`sayso show failures` lists them"),
        ("my own.sqlite", "`sayso show failures --record 'my own.sqlite'` lists them"),
    ],
)
def test_it_names_the_command_that_lists_the_failures(record, step):
    failure = Failure(stage=Stage.INPUT, reason="missing", detail="there is no file x", name="x")
    told = Summary(record=record, failures=[failure] * 1007).complaints()
    assert told[-1] == f"… and 1,002 more: {step}"


def test_it_says_of_an_interrupted_run_what_is_kept():
    assert Summary().interrupted().endswith("not kept, for want of a record")
    assert Summary(record="r.sqlite").interrupted().endswith("give the same command again to go on")
