"""sayso reread: a newer extractor or reader over the pages that the record keeps."""

import os
from contextlib import ExitStack

import click

from sayso import __version__
from sayso.cli.manner import manner
from sayso.cli.options import reader_option, record_option
from sayso.cli.progress import meter
from sayso.cli.summary import Summary
from sayso.pipeline.run import read as run_over
from sayso.pipeline.settings import settled
from sayso.pipeline.versions import extractor_version, reader_version
from sayso.record import read as records
from sayso.record.open import open_record
from sayso.record.write import begin, done


@click.command(short_help="Read the kept pages again with what is newer.")
@record_option
@reader_option
@click.option("--all", "everything", is_flag=True, help="Also what this version has already read.")
@click.option("--jobs", default=1, show_default=True, help="Worker processes.")
@click.option("--page-seconds", type=float, help="Limit of time for one page.  [default: 120; 900 with llm]")
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON.")
@click.pass_context
def reread(
    context: click.Context,
    record_path: str,
    reader: str,
    everything: bool,
    jobs: int,
    page_seconds: float | None,
    as_json: bool,
) -> None:
    """Read again, from the bytes in the record, what an older extractor or another reader has read.

    The machine's part is replaced, rulings stay: each is laid over what it was made on, wherever that stands.
    """
    settings = settled(os.environ, reader=reader, jobs=jobs, page_seconds=page_seconds)
    summary = Summary(record=record_path)
    quiet = manner(context).quiet or as_json
    versions = {"reader": reader_version(reader, settings.model), "extractor": extractor_version()}
    try:
        with ExitStack() as stack:
            record = stack.enter_context(open_record(record_path, create=False))
            wanted = {} if everything else versions
            run = begin(record, command="reread", version=__version__)
            bar = stack.enter_context(meter(total=lambda: records.count(record, **wanted), quiet=quiet))
            for one in run_over(
                records.pages(record, **wanted), settings, record=record, run=run, again=True
            ):
                summary.take(one)
                bar.step(len(summary.failures))
            done(record, run)
    except KeyboardInterrupt:
        click.echo(summary.interrupted(), err=True)
        raise click.Abort from None
    summary.tell(as_json=as_json, quiet=quiet)
    context.exit(summary.exit_code)
