"""Which exit code does a run end with, and what is said of an error?"""

import errno
import logging
import os
import sys
import traceback
from collections.abc import Callable
from enum import IntEnum

import click

from sayso.cli.tamed import tamed
from sayso.errors import (
    InputError,
    LexiconError,
    PageError,
    RecordError,
    SaysoError,
    SettingsError,
    WeightsError,
)


class Exit(IntEnum):
    """The exit codes, as `docs/command-line.md` lists them."""

    FINE = 0
    SOME_FAILED = 1  # some inputs became failures; the run itself is good
    USAGE = 2
    NOTHING_READ = 3
    RECORD = 4
    BUG = 70  # EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130  # as shells tell SIGINT


CODES: tuple[tuple[type[SaysoError], Exit], ...] = (
    (RecordError, Exit.RECORD),
    (SettingsError, Exit.USAGE),
    (LexiconError, Exit.USAGE),
    (WeightsError, Exit.USAGE),
    (InputError, Exit.NOTHING_READ),
    (PageError, Exit.NOTHING_READ),
    (SaysoError, Exit.SOME_FAILED),
)


class ReaderLeftError(Exception):
    """The reader of our pipe has left. No OSError any more: click would end that with a code of its own."""


def ended(run: Callable[[], object]) -> int:
    """Runs a command and returns its exit code; what went wrong is told on stderr in one line."""
    try:
        value = run()
        sys.stdout.flush()
        return int(value) if isinstance(value, int) else Exit.FINE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        _say("interrupted")
        return Exit.INTERRUPTED
    except SaysoError as error:
        _say(str(error))
        return next(code for kind, code in CODES if isinstance(error, kind))
    except ReaderLeftError:
        return _left()
    except OSError as error:
        return _of_system(error)
    except Exception as error:  # noqa: BLE001 - the edge: whatever it is, it is told, never shown as a heap
        if logging.getLogger().isEnabledFor(logging.INFO):
            traceback.print_exc()
        told = " ".join(str(error).split())[:200]
        _say(f"a mistake of ours ({type(error).__name__}: {told}); -v shows where")
        return Exit.BUG


def _say(words: str) -> None:
    click.echo(f"sayso: {tamed(words)}", err=True)


def _of_system(error: OSError) -> int:
    """A closed pipe is no error; a full disk or a folder that may not be written is one, of one line."""
    if isinstance(error, BrokenPipeError) or error.errno == errno.EPIPE:
        return _left()
    where = f"{error.filename}: " if error.filename else ""
    _say(f"{where}{error.strerror or error}")
    return Exit.RECORD if error.errno == errno.ENOSPC else Exit.NOTHING_READ


def _left() -> int:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that the last flush is silent too
    return Exit.FINE
