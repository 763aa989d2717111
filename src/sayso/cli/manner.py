"""How loud should the command line be?"""

import logging
from dataclasses import dataclass, replace

import click


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
        return
    root, now = context.find_root(), manner(context)
    root.obj = replace(now, quiet=True) if parameter.name == "quiet" else replace(now, verbose=int(value))
    logging.basicConfig(level=_level(root.obj), format="%(name)s: %(message)s", force=True)


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
