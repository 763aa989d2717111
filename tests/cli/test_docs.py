"""The page on the command line tells all that there is."""

import re
from pathlib import Path

import click
import pytest

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
