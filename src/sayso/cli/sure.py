"""How sure must the reader be of what is shown?"""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click


def sure_options(command: Callable[..., None]) -> Callable[..., None]:
    """--sure and --least: the command gets the probability wanted, or None, as `least`."""

    @wraps(command)
    def asked(*, sure: bool, least: float | None, **rest: Any) -> None:
        if sure and least is not None:
            raise click.UsageError("--sure and --least say the same in two ways: give one of them")
        if sure:
            least = _of_the_weights()
        command(least=least, **rest)

    least = click.option(
        "--least",
        type=click.FloatRange(0, 1),
        metavar="P",
        help="Only what the reader takes to be right with this probability or a higher one.",
    )
    sure = click.option(
        "--sure", is_flag=True, help="Only what the reader is sure of: 95 of 100 origins are right there."
    )
    return sure(least(asked))


def _of_the_weights() -> float:
    """From where on the weights that come with sayso, or those of one's own, are sure."""
    from sayso.pipeline.settings import WEIGHTS  # only where it is asked for
    from sayso.reading.encoder.manifest import SHIPPED, sure_from

    return sure_from(Path(os.environ.get(WEIGHTS) or SHIPPED))
