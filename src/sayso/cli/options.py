"""Which options do several commands share?"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

import click

from sayso.model.mention import EventType, Realis
from sayso.record.filters import Filters
from sayso.scoring.days import days_of

DEFAULT_RECORD = "sayso.sqlite"
Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """An ISO day, month or year; `last` takes the last day of it, else the first."""

    name = "day"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Fails with what would be right where it is none."""
        if isinstance(value, date):
            return value
        days = days_of(str(value)) if "/" not in str(value) else None
        if days is None:
            self.fail(
                f"{value!r} is no ISO day, month or year, such as 2024-05-01, 2024-05, 2024", param, ctx
            )
        return days[1] if self.last else days[0]


def record_option(command: Command) -> Command:
    """--record: which record."""
    return click.option(
        "--record",
        "record_path",
        default=DEFAULT_RECORD,
        show_default=True,
        metavar="FILE",
        help="The record.",
    )(command)


def json_option(command: Command) -> Command:
    """--json: for programs."""
    return click.option("--json", "as_json", is_flag=True, help="As JSON, nothing shortened.")(command)


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """--actor … --text: which events; the command gets them as one value, `wanted`."""

    @wraps(command)
    def filtered(
        *,
        actor: str | None,
        types: tuple[EventType, ...],
        place: str | None,
        since: date | None,
        until: date | None,
        realis: tuple[Realis, ...],
        outlet: str | None,
        text: str | None,
        **rest: Any,
    ) -> None:
        wanted = Filters(
            actor=actor,
            types=types,
            place=place,
            since=since,
            until=until,
            realis=realis,
            outlet=outlet,
            text=text,
        )
        command(wanted=wanted, **rest)

    for option in reversed(_filters()):
        filtered = option(filtered)
    return filtered


def _filters() -> list[Callable[[Callable[..., None]], Callable[..., None]]]:
    types, realis = (click.Choice(kind, case_sensitive=False) for kind in (EventType, Realis))
    return [
        click.option("--actor", metavar="NAME", help="In which this name acts or suffers."),
        click.option("--type", "types", multiple=True, type=types, help="PLOVER type."),
        click.option("--place", metavar="NAME", help="At this place."),
        click.option("--since", type=Day(), metavar="DAY", help="On or after this ISO day."),
        click.option("--until", type=Day(last=True), metavar="DAY", help="On or before this ISO day."),
        click.option("--realis", multiple=True, type=realis, help="Whether it happened."),
        click.option("--outlet", metavar="NAME", help="Told by this outlet."),
        click.option("--text", metavar="WORDS", help="In paragraphs that hold words which begin so."),
    ]
