"""The group of commands: help, errors, exit codes."""

import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from sayso import __version__
from sayso.cli.evaluate import evaluate
from sayso.cli.exits import Exit, ended
from sayso.cli.lazy import Entry, LazyGroup
from sayso.cli.main import TABLE, main
from sayso.cli.manner import manner
from sayso.errors import InputError, LexiconError, PageError, RecordError, SaysoError, SettingsError

SLOW_IMPORTS = ("trafilatura", "sqlalchemy", "lxml", "rich", "msgspec")


def run(*args):
    return CliRunner().invoke(main, args)


def test_it_lists_its_commands_without_loading_them():
    code = (
        "import sys\nfrom sayso.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        f"assert not [m for m in {SLOW_IMPORTS} if m in sys.modules]"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(name in done.stdout for name in TABLE)


@pytest.mark.parametrize("group", [main, evaluate], ids=["sayso", "evaluate"])
def test_it_finds_every_command_that_it_lists(group):
    for name in group.table:
        assert isinstance(group.get_command(click.Context(group), name), click.Command)


def test_it_tells_its_version():
    assert run("--version").output == f"sayso {__version__}\n"


def test_it_names_the_command_that_was_nearly_typed():
    told = run("shwo")
    assert told.exit_code == Exit.USAGE
    assert "did you mean 'show'?" in told.output


def test_it_names_all_commands_where_none_is_near():
    assert "there are: read, reread, show" in run("xyzzy").output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_prints_a_completion_script(shell):
    told = run("completion", shell)
    assert told.exit_code == Exit.FINE
    assert "_SAYSO_COMPLETE" in told.output


def test_it_completes_commands():
    environment = os.environ | {
        "_SAYSO_COMPLETE": "bash_complete",
        "COMP_WORDS": "sayso sh",
        "COMP_CWORD": "1",
    }
    code = "from sayso.cli.main import main; main(prog_name='sayso')"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == "plain,show"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("no file x"), Exit.NOTHING_READ),
        (PageError("empty", "no text in x"), Exit.NOTHING_READ),
        (RecordError("no record at x"), Exit.RECORD),
        (SettingsError("no reader x"), Exit.USAGE),
        (LexiconError("x.tsv, line 3"), Exit.USAGE),
        (SaysoError("x"), Exit.SOME_FAILED),
        (OSError(28, "No space left on device", "x"), Exit.RECORD),
        (PermissionError(13, "Permission denied", "x"), Exit.NOTHING_READ),
        (KeyError("x"), Exit.BUG),
    ],
)
def test_it_tells_an_error_in_one_line(error, code, capsys):
    def fail():
        raise error

    assert ended(fail) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("sayso: ")
    assert told.err.count("\n") == 1
    assert "x" in told.err


def test_it_ends_an_interrupted_run_as_shells_expect(capsys):
    def interrupted():
        raise click.Abort

    assert ended(interrupted) == 130
    assert "interrupted" in capsys.readouterr().err


@pytest.mark.parametrize(("value", "code"), [(None, 0), (0, 0), (1, 1), (3, 3), ("words", 0)])
def test_it_ends_with_what_a_command_returns(value, code):
    assert ended(lambda: value) == code


def test_it_is_quiet_when_the_reader_of_a_pipe_leaves():
    code = "from sayso.cli.main import main; main(['schema'], prog_name='sayso')"
    command = f'{sys.executable} -c "{code}" | head -c 10; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout) == 10


@click.command()
def tell_manner():
    """Tells how loud it should be."""
    click.echo(f"{manner().quiet} {manner().verbose}")


GROUP = LazyGroup(
    name="test",
    table={"tell": Entry(target=f"{__name__}:tell_manner", line="Tells.")},
    params=list(main.params),
)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["tell"], "False 0"),
        (["-q", "tell"], "True 0"),
        (["tell", "-q"], "True 0"),
        (["-v", "tell"], "False 1"),
        (["tell", "-vv"], "False 2"),
    ],
)
def test_it_heeds_q_and_v_before_and_after_the_command(args, told):
    assert CliRunner().invoke(GROUP, args).output == f"{told}\n"


def test_it_prints_the_schema(tmp_path):
    assert '"title": "heard/1"' in run("schema").output
    run("schema", "--to", str(tmp_path / "s.json"))
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == run("schema").output
