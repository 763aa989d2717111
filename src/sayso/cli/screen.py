"""What does the command line print on?"""

import os
import sys

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from sayso.cli.tamed import tamed

PIPE_WIDTH = 100  # columns where there is no terminal to ask: a page that mail and diff still show whole
THEME = Theme(
    {
        "date": "bold",
        "told": "italic cyan",
        "party": "bold",
        "act": "",
        "trigger": "green",
        "place": "",
        "figure": "yellow",
        "chain": "",
        "arrow": "dim",
        "own": "dim",
        "hedge": "italic magenta",
        "stance": "blue",
        "quote": "dim",
        "quiet": "dim",
        "wrong": "red",
        "realis.planned": "cyan",
        "realis.threatened": "yellow",
        "realis.attempted": "magenta",
        "realis.denied": "red",
        "realis.hypothetical": "cyan",
        "realis.generic": "dim",
    },
    inherit=True,
)


class Screen(Console):
    """A console that leaves a broken pipe to the edge: rich would end the run with a code of its own."""

    def on_broken_pipe(self) -> None:
        """Lets the error through."""
        raise BrokenPipeError


def screen(*, errors: bool = False) -> Console:
    """Standard output (or error). Plain text where it is no terminal; NO_COLOR and COLUMNS are heeded."""
    file = sys.stderr if errors else sys.stdout
    width = None if file.isatty() or os.environ.get("COLUMNS") else PIPE_WIDTH
    return Screen(file=file, theme=THEME, width=width, highlight=False, emoji=False, markup=False)


def tell(console: Console, text: Text) -> None:
    """Prints a text as it is laid out; wrapping is done by then."""
    plain = tamed(text.plain)
    if plain != text.plain:
        text.plain = plain
    if console.is_terminal:
        console.print(text, soft_wrap=True)
    else:  # no style is left to print: a third of the time of a long chronology
        console.file.write(f"{text.plain}\n")
