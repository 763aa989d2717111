"""How is the reading of annotated texts scored and the score printed?"""

import os
from dataclasses import replace
from pathlib import Path

import click
import msgspec

from sayso.cli.lines import heard_lines
from sayso.cli.manner import manner
from sayso.cli.options import reader_option
from sayso.cli.out_file import out_file
from sayso.cli.progress import meter
from sayso.exchange.annotated import page_of
from sayso.exchange.heard1 import encode
from sayso.exchange.heard1_read import from_line
from sayso.exchange.heard1_write import to_line
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.pipeline.assemble import build
from sayso.pipeline.hear import hear
from sayso.pipeline.settings import settled
from sayso.scoring.gold import GoldScore, score


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="PRED.jsonl",
              help="Write what was heard, to be scored elsewhere.")  # fmt: skip
@reader_option
@click.option("--errors", default=0, metavar="N", help="Print N of the things missed or told otherwise.")
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def gold(file: Path, target: Path | None, reader: str, errors: int, as_json: bool) -> int:
    """Read each text of FILE and compare with its annotation.

    FILE holds heard/1 lines. Of each, the reader is given text, outlet and time of publication; blocks,
    statements, events and trends are its own.
    """
    lines = heard_lines(file)
    golds = [from_line(line) for line in lines]
    stages = build(settled(os.environ, reader=reader))
    told: dict[str, Heard] = {}
    failures: list[Failure] = []
    with out_file(target) as write, meter(total=lambda: len(lines), quiet=manner().quiet or as_json) as bar:
        for page in map(page_of, lines):
            heard = hear(page, stages)
            if isinstance(heard, Failure):
                failures.append(heard)
            else:
                told[heard.document.name] = heard
                failures += heard.failures
                write(encode(to_line(heard, page)).decode() + "\n")
            bar.step(len(failures))
    made = score(golds, told)
    click.echo(_json(made, errors=errors) if as_json else table(made, errors=errors))
    for failure in failures:
        click.echo(f"sayso: {failure.name}: {failure.stage}: {failure.reason}: {failure.detail}", err=True)
    if not told:
        return 3
    return 1 if failures else 0


def _json(made: GoldScore, *, errors: int) -> str:
    shown = replace(made, errors=made.errors[:errors])
    return msgspec.json.format(msgspec.json.encode(shown), indent=1).decode()


def table(made: GoldScore, *, errors: int = 0) -> str:
    """The figures as plain text, as many of the errors as wanted beneath them."""
    rows = [f"{made.documents} documents", f"{'':16}{'P':>7}{'R':>7}{'F1':>7}{'pred':>8}{'gold':>8}"]
    rows += [
        f"{key:16}{found.p:7.3f}{found.r:7.3f}{found.f:7.3f}{found.pred:8}{found.gold:8}"
        for key, found in made.f1.items()
    ]
    rows += [f"{key:20}{rate.rate:7.3f}  of {rate.of}" for key, rate in made.accuracy.items()]
    rows += [f"{e.document} | {e.kind} | {e.gold} | {e.told}" for e in made.errors[:errors]]
    return "\n".join(rows)
