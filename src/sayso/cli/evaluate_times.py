"""How is the reading of times scored and the score printed?"""

from dataclasses import fields
from pathlib import Path

import click
import msgspec

from sayso.cli.manner import manner
from sayso.cli.out_file import out_file
from sayso.cli.progress import meter
from sayso.exchange.times_form import encode, extents_of, gold_of, line_of, page_of, times_lines, told_of
from sayso.model.failure import Failure
from sayso.pipeline.timed import times_of
from sayso.scoring.times import TimesScore, TimesTold, score_times


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="PRED.jsonl",
              help="Write the times in the form of FILE, to be scored elsewhere.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def times(file: Path, target: Path | None, as_json: bool) -> int:
    """Read the times in each text of FILE and compare with those annotated.

    FILE holds lines with text, day and TIMEX3 extents and values. Of each the reader is given text and day;
    for the accuracy on given extents also those, never their values.
    """
    lines = times_lines(file)
    told: dict[str, TimesTold] = {}
    failures: list[Failure] = []
    with out_file(target) as write, meter(total=lambda: len(lines), quiet=manner().quiet or as_json) as bar:
        for line in lines:
            seen = times_of(page_of(line), extents_of(line))
            if isinstance(seen, Failure):
                failures.append(seen)
            else:
                told[line.id] = told_of(*seen)
                write(encode(line_of(line, *seen)).decode() + "\n")
            bar.step(len(failures))
    made = score_times({line.id: gold_of(line) for line in lines}, told)
    click.echo(msgspec.json.format(msgspec.json.encode(made), indent=1).decode() if as_json else table(made))
    for failure in failures:
        click.echo(f"sayso: {failure.name}: {failure.stage}: {failure.reason}: {failure.detail}", err=True)
    if not told:
        return 3
    return 1 if failures else 0


def table(made: TimesScore) -> str:
    """The figures as plain text."""
    rows = []
    for field in fields(made):
        value = getattr(made, field.name)
        shown = f"{value:8.3f}" if isinstance(value, float) else f"{value:8}"
        rows.append(f"{field.name:16}{shown}")
    return "\n".join(rows)
