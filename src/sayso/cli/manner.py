"""How loud should the command line be?"""

import logging
from dataclasses import dataclass, replace
from typing import Final

import click

LIBRARIES: Final = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What -q and -v ask for."""

    quiet: bool = False  # no progress, no summary: results and errors only
    verbose: int = 0  # 1: what is being done; 2: also what libraries say


def manner(context: click.Context | None = None) -> Manner:
    """What holds for the command that runs now."""
    context = context or click.get_current_context()
    found = context.find_root().obj
    return found if isinstance(found, Manner) else Manner()


def _heed(context: click.Context, parameter: click.Parameter, value: int) -> None:
    if not value:
        _hush(manner(context))
        return
    root, now = context.find_root(), manner(context)
    root.obj = replace(now, quiet=True) if parameter.name == "quiet" else replace(now, verbose=int(value))
    logging.basicConfig(level=_level(root.obj), format="%(name)s: %(message)s", force=True)
    _hush(root.obj)


def _hush(now: Manner) -> None:
    """Libraries warn of pages that they make nothing of; ours is told as a failure. Only -vv shows theirs."""
    for library in LIBRARIES:
        logging.getLogger(library).setLevel(logging.NOTSET if now.verbose > 1 else logging.CRITICAL + 1)


def _level(now: Manner) -> int:
    if now.quiet:
        return logging.CRITICAL
    return (logging.ERROR, logging.INFO, logging.DEBUG)[min(now.verbose, 2)]


def manner_options() -> list[click.Option]:
    """-q and -v, which every command takes, before or after its name."""
    return [
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_heed,
            help="Results and errors only.",
        ),
        click.Option(
            ["-v", "--verbose"], count=True, expose_value=False, callback=_heed, help="Tell more; twice: all."
        ),
    ]
