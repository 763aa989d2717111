"""Which options do several commands share?"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

import click

from sayso.cli.sure import sure_options
from sayso.model.mention import EventType, Realis
from sayso.pipeline.settings import ENCODER
from sayso.record.filters import Filters
from sayso.scoring.days import days_of

DEFAULT_RECORD = "sayso.sqlite"
ANY_PATH = click.Path(readable=False)  # completed by shells as a path; what is wrong with it is told later
Command = TypeVar("Command", bound=Callable[..., Any])


class Words(click.ParamType[str]):
    """Words to filter by: at least one letter or digit, else nothing could match."""

    name = "words"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words as typed. Fails where there is none."""
        words = str(value)
        if not any(c.isalnum() for c in words):
            self.fail(f"there is no word in {words!r}", param, ctx)
        return words


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
        type=ANY_PATH,
        default=DEFAULT_RECORD,
        show_default=True,
        metavar="FILE",
        help="The record.",
    )(command)


def reader_option(command: Command) -> Command:
    """--reader: who reads."""
    return click.option(
        "--reader",
        default=ENCODER,
        envvar="SAYSO_READER",
        show_default=True,
        show_envvar=True,
        help="Who reads: encoder (learned), rules, llm.",
    )(command)


def json_option(command: Command) -> Command:
    """--json: for programs."""
    return click.option("--json", "as_json", is_flag=True, help="As JSON, nothing shortened.")(command)


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """--actor … --sure: which events; the command gets them as one value, `wanted`."""

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
        least: float | None,
        **rest: Any,
    ) -> None:
        if since and until and since > until:
            raise click.UsageError(f"--since {since} is after --until {until}: nothing lies between them")
        wanted = Filters(
            actor=actor,
            types=types,
            place=place,
            since=since,
            until=until,
            realis=realis,
            outlet=outlet,
            text=text,
            least=least,
        )
        command(wanted=wanted, **rest)

    asked = sure_options(filtered)
    for option in reversed(_filters()):
        asked = option(asked)
    return asked


def _filters() -> list[Callable[[Callable[..., None]], Callable[..., None]]]:
    types, realis = (click.Choice(kind, case_sensitive=False) for kind in (EventType, Realis))
    return [
        click.option("--actor", type=Words(), metavar="NAME", help="In which this name acts or suffers."),
        click.option(
            "--type",
            "types",
            multiple=True,
            type=types,
            metavar="TYPE",
            help=f"PLOVER type, may be given several times: {', '.join(EventType)}.",
        ),
        click.option("--place", type=Words(), metavar="NAME", help="At this place."),
        click.option("--since", type=Day(), metavar="DAY", help="On or after this ISO day."),
        click.option("--until", type=Day(last=True), metavar="DAY", help="On or before this ISO day."),
        click.option(
            "--realis",
            multiple=True,
            type=realis,
            metavar="REALIS",
            help=f"Whether it happened, may be given several times: {', '.join(Realis)}.",
        ),
        click.option("--outlet", type=Words(), metavar="NAME", help="Told by this outlet."),
        click.option(
            "--text", type=Words(), metavar="WORDS", help="In paragraphs that hold words which begin so."
        ),
    ]
