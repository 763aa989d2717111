"""The page on the command line tells all that there is."""

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sayso.cli.exits import Exit
from sayso.cli.lazy import LazyGroup
from sayso.cli.main import main

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMON = {"--help", "--quiet", "--verbose", "--version"}


def sections():
    """The text beneath each heading of the second level."""
    found = re.split(r"^## (.+)$", PAGE, flags=re.M)
    return dict(zip(found[1::2], found[2::2], strict=True))


def commands(group, name="sayso"):
    yield name, group
    for word in group.table:
        command = group.get_command(click.Context(group), word)
        if isinstance(command, LazyGroup):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}", command


COMMANDS = dict(commands(main))


@pytest.mark.parametrize("name", COMMANDS)
def test_it_tells_every_option_of_a_command(name):
    text = PAGE if name == "sayso" else sections()[name]
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option) and COMMON.isdisjoint(parameter.opts):
            assert f"`{max(parameter.opts, key=len)}`" in text, f"{name} {parameter.opts} is not documented"


@pytest.mark.parametrize("name", COMMANDS)
def test_it_tells_of_no_option_that_a_command_lacks(name):
    if name == "sayso":
        return
    known = {option for parameter in COMMANDS[name].params for option in parameter.opts}
    told = set(re.findall(r"^\| `(--[\w-]+)`", sections()[name], flags=re.M))
    assert told <= known


def test_it_tells_the_options_of_all():
    assert all(f"`{option}`" in sections()["Every command"] for option in COMMON)


def test_it_tells_every_exit_code():
    told = re.findall(r"^\| (\d+) \|", PAGE, flags=re.M)
    assert told == [str(code.value) for code in Exit]


def test_it_has_a_line_of_help_for_every_option():
    for name, command in COMMANDS.items():
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help or parameter.metavar, (
                f"{name} {parameter.opts}"
            )


EXAMPLES = Path(__file__).parents[2] / "examples"
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_it_runs_the_commands_of_the_readme_as_printed(tmp_path, monkeypatch):
    (tmp_path / "reports").mkdir()
    shutil.copy(EXAMPLES / "depot-toll-rises.html", tmp_path / "reports" / "daily-example.html")
    shutil.copy(EXAMPLES / "attaque-depot.html", tmp_path / "page.html")
    monkeypatch.chdir(tmp_path)
    block = README.split("## Use it")[1].split("```")[1]
    inline = re.findall(r"`(sayso read page[^`]*)`", README)
    commands = [line for line in block.splitlines() if line.startswith("sayso ")] + inline
    assert len(commands) >= 8
    for line in commands:
        told = CliRunner().invoke(main, shlex.split(line, comments=True)[1:])
        assert told.exit_code == 0, f"{line}: {told.output}"
        assert told.stdout or " read " in line or " --to " in line or "failures" in line, line
    assert (tmp_path / "chronology.csv").stat().st_size > 1000
    assert (tmp_path / "out.jsonl").exists()
