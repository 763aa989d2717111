"""How is the reading of attributions scored and the score printed?"""

import os
from pathlib import Path

import click
import msgspec

from sayso.cli.manner import manner
from sayso.cli.options import reader_option
from sayso.cli.out_file import out_file
from sayso.cli.progress import meter
from sayso.exchange.polnear import encode, gold_of, line_of, page_of, polnear_lines
from sayso.exchange.polnear_told import attributed
from sayso.model.failure import Failure
from sayso.pipeline.assemble import build
from sayso.pipeline.settings import settled
from sayso.pipeline.whole import see_whole
from sayso.scoring.attribution import Attributed, AttributionScore, score_attribution


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="PRED.jsonl",
              help="Write the attributions in the form of FILE, to be scored elsewhere.")  # fmt: skip
@reader_option
@click.option("--by-slice", is_flag=True, help="Also the recall by kind of attribution.")
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def attribution(file: Path, target: Path | None, reader: str, by_slice: bool, as_json: bool) -> int:
    """Read each text of FILE and compare its attributions with those annotated.

    FILE holds lines of PolNeAR's form: source, cue and content of the outermost attributions. Of each text
    the reader is given the words, publisher and date.
    """
    lines = polnear_lines(file)
    stages = build(settled(os.environ, reader=reader, polnear=True))
    told: dict[str, tuple[Attributed, ...]] = {}
    failures: list[Failure] = []
    with out_file(target) as write, meter(total=lambda: len(lines), quiet=manner().quiet or as_json) as bar:
        for line in lines:
            seen = see_whole(page_of(line), stages)
            if isinstance(seen, Failure):
                failures.append(seen)
            else:
                failures += seen.failures
                told[line.id] = attributed(line.text, seen.readout)
                write(encode(line_of(line, told[line.id])).decode() + "\n")
            bar.step(len(failures))
    made = score_attribution(map(gold_of, lines), told)
    click.echo(_json(made) if as_json else table(made, by_slice=by_slice))
    for failure in failures:
        click.echo(f"sayso: {failure.name}: {failure.stage}: {failure.reason}: {failure.detail}", err=True)
    if not told:
        return 3
    return 1 if failures else 0


def _json(made: AttributionScore) -> str:
    return msgspec.json.format(msgspec.json.encode(made), indent=1).decode()


def table(made: AttributionScore, *, by_slice: bool = False) -> str:
    """The figures as plain text, the recall by kind beneath them where wanted."""
    rows = [f"{made.documents} texts", f"{'':24}{'P':>7}{'R':>7}{'F1':>7}{'pred':>8}{'gold':>8}"]
    rows += [
        f"{key:24}{found.p:7.3f}{found.r:7.3f}{found.f:7.3f}{found.pred:8}{found.gold:8}"
        for key, found in made.f1.items()
    ]
    if by_slice:
        rows.append("recall of FULL (strict) by kind of annotated attribution")
        rows += [f"  {key:44}{rate.rate:7.3f}  of {rate.of}" for key, rate in made.slices.items()]
    return "\n".join(rows)
