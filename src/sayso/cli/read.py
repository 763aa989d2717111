"""sayso read: pages in, a record out, or heard/1 lines, or both."""

import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import click

from sayso import __version__
from sayso.cli.heard_file import keeper
from sayso.cli.manner import manner
from sayso.cli.options import DEFAULT_RECORD
from sayso.cli.out_file import out_file
from sayso.cli.progress import meter
from sayso.cli.summary import Summary
from sayso.ingest.counting import count
from sayso.ingest.inputs import pages
from sayso.pipeline.run import read as run_over
from sayso.pipeline.settings import Settings
from sayso.record.open import open_record
from sayso.record.write import begin, done


@click.command(short_help="Read pages, texts, newsletters into a record.")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--record", "record_path", metavar="FILE", help=f"The record (default {DEFAULT_RECORD}).")
@click.option("--to", "to", metavar="OUT.jsonl", help="Write heard/1 lines; alone, no record is kept.")
@click.option("--published", metavar="DATE", help="ISO day or time of publication, where the pages lack it.")
@click.option("--outlet", metavar="NAME", help="Who published, where the pages do not say.")
@click.option("--reader", default="rules", show_default=True, help="Who reads.")
@click.option("--jobs", default=1, show_default=True, help="Worker processes.")
@click.option("--page-seconds", default=120.0, show_default=True, help="Limit of time for one page.")
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
    page_seconds: float,
    as_json: bool,
) -> None:
    """Read INPUT...: files, folders, globs, or - for standard input.

    HTML, plain text, JSONL of texts and e-mail are told apart by content. Reading the same page twice changes
    nothing; a run that was interrupted goes on where it was when the same command is given again.
    """
    settings = Settings(reader=reader, jobs=jobs, page_seconds=page_seconds)
    summary = Summary()
    with ExitStack() as stack:
        record = None
        if record_path or not to:
            record = stack.enter_context(open_record(record_path or DEFAULT_RECORD))
        keep = keeper(stack.enter_context(out_file(Path(to) if to else None)), record)
        run = begin(record, command="read", version=__version__) if record else ""
        stdin = sys.stdin.buffer if "-" in inputs else None
        told = pages(inputs, outlet=outlet, published=published, stdin=stdin, now=lambda: datetime.now(UTC))
        quiet = manner(context).quiet or as_json
        bar = stack.enter_context(meter(total=lambda: count(inputs), quiet=quiet))
        try:
            for one in run_over(told, settings, record=record, run=run):
                summary.take(one)
                if to:
                    keep(one)
                bar.step(len(summary.failures))
        except KeyboardInterrupt:
            click.echo(summary.interrupted(kept=record is not None), err=True)
            raise click.Abort from None
        if record:
            done(record, run)
    summary.tell(as_json=as_json, quiet=quiet)
    context.exit(summary.exit_code)
