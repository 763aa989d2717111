"""sayso read: pages in, a record out, or heard/1 lines, or both."""

import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import click

from sayso import __version__
from sayso.cli.exits import Exit
from sayso.cli.heard_file import keeper
from sayso.cli.manner import manner
from sayso.cli.options import ANY_PATH, DEFAULT_RECORD, reader_option
from sayso.cli.out_file import out_file
from sayso.cli.progress import meter
from sayso.cli.summary import Summary
from sayso.errors import PageError
from sayso.ingest.counting import count
from sayso.ingest.inputs import pages
from sayso.ingest.moments import stated
from sayso.pipeline.run import read as run_over
from sayso.pipeline.settings import settled
from sayso.pipeline.versions import reader_version
from sayso.record.open import open_record
from sayso.record.write import begin, done


class NothingRead(Exception):  # noqa: N818 - no error: it ends what is open without keeping it
    """No input came to a document."""


class Published(click.ParamType[str]):
    """An ISO day or time that the calendar has."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words as typed. Fails where they are no such day, before anything is read."""
        try:
            stated(str(value))
        except PageError as error:
            self.fail(str(error), param, ctx)
        return str(value)


@click.command(short_help="Read pages, texts, newsletters into a record.")
@click.argument("inputs", nargs=-1, type=ANY_PATH, metavar="INPUT...")
@click.option(
    "--record",
    "record_path",
    type=ANY_PATH,
    metavar="FILE",
    help=f"The record.  [default: {DEFAULT_RECORD}, unless --to is given]",
)
@click.option(
    "--to",
    "to",
    type=ANY_PATH,
    metavar="OUT.jsonl",
    help="Write heard/1 lines, - for standard output; alone, no record is kept.",
)
@click.option(
    "--published",
    type=Published(),
    metavar="DATE",
    help="ISO day or time of publication; wins over the pages.",
)
@click.option("--outlet", metavar="NAME", help="Who published; wins over the pages.")
@reader_option
@click.option("--jobs", default=1, show_default=True, help="Worker processes.")
@click.option("--page-seconds", type=float, help="Limit of time for one page.  [default: 120; 900 with llm]")
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON.")
@click.pass_context
def read(
    context: click.Context,
    inputs: tuple[str, ...],
    record_path: str | None,
    to: str | None,
    published: str | None,
    outlet: str | None,
    reader: str,
    jobs: int,
    page_seconds: float | None,
    as_json: bool,
) -> None:
    """Read INPUT...: files, folders, globs, or - for standard input.

    HTML, plain text, JSONL of texts and e-mail are told apart by content. Reading the same page twice changes
    nothing; a run that was interrupted goes on where it was when the same command is given again.
    """
    settings = settled(os.environ, reader=reader, jobs=jobs, page_seconds=page_seconds)
    reader_version(reader, settings.model)  # an unknown reader is told before a record is made
    if "" in inputs:
        raise click.UsageError("an INPUT is empty: give files, folders, globs, or - for standard input")
    stdin = sys.stdin.buffer if "-" in inputs else None
    told = pages(inputs, outlet=outlet, published=published, stdin=stdin, now=lambda: datetime.now(UTC))
    quiet = manner(context).quiet or as_json
    where = record_path or (None if to else DEFAULT_RECORD)
    summary = Summary(record=where)
    try:
        with ExitStack() as stack:
            record = stack.enter_context(open_record(where)) if where else None
            keep = keeper(stack.enter_context(out_file(Path(to) if to else None)), record)
            run = begin(record, command="read", version=__version__) if record else ""
            bar = stack.enter_context(meter(total=lambda: count(inputs), quiet=quiet))
            for one in run_over(told, settings, record=record, run=run):
                summary.take(one)
                if to:
                    keep(one)
                bar.step(len(summary.failures))
            if record:
                done(record, run)
            if summary.exit_code is Exit.NOTHING_READ:
                raise NothingRead
    except NothingRead:
        pass  # an older file of --to stays
    except KeyboardInterrupt:
        click.echo(summary.interrupted(), err=True)
        raise click.Abort from None
    summary.tell(as_json=as_json, quiet=quiet)
    context.exit(summary.exit_code)
