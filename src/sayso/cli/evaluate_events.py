"""How is the reading of events scored and the score printed?"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from sayso.cli.manner import manner
from sayso.cli.options import reader_option
from sayso.cli.out_file import out_file
from sayso.cli.progress import meter
from sayso.coding.incidents import incidents_of
from sayso.exchange import m2e2, muc, muc_told
from sayso.exchange.corpus import Line
from sayso.exchange.events_form import Form, form_of
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.page import Page
from sayso.pipeline.assemble import Stages, build
from sayso.pipeline.settings import settled
from sayso.pipeline.whole import hear_whole
from sayso.scoring.tally import Found
from sayso.scoring.templates import TemplateScore, score_templates
from sayso.scoring.triggers import TriggerScore, score_triggers

L = TypeVar("L", bound=Line)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="PRED.jsonl",
              help="Write the events in the form of FILE, to be scored elsewhere.")  # fmt: skip
@reader_option
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def events(file: Path, target: Path | None, reader: str, as_json: bool) -> int:
    """Read each text of FILE and compare its events with those annotated.

    FILE holds lines of MUC-4's form (incident templates of whole reports) or of M2E2's (triggers and roles of
    sentences). What the reader tells is told in the types of the corpus first.
    """
    run = _Run(
        target=target, quiet=manner().quiet or as_json, stages=build(settled(os.environ, reader=reader))
    )
    made = _muc(file, run) if form_of(file) is Form.MUC else _m2e2(file, run)
    click.echo(msgspec.json.format(msgspec.json.encode(made), indent=1).decode() if as_json else table(made))
    for failure in run.failures:
        click.echo(f"sayso: {failure.name}: {failure.stage}: {failure.reason}: {failure.detail}", err=True)
    if not run.told:
        return 3
    return 1 if run.failures else 0


class _Run:
    """One pass over a file, with what failed."""

    def __init__(self, *, target: Path | None, quiet: bool, stages: Stages) -> None:
        self.target = target
        self.quiet = quiet
        self.stages = stages
        self.failures: list[Failure] = []
        self.told = 0

    def over(
        self,
        lines: Sequence[L],
        page_of: Callable[[L], Page],
        told_of: Callable[[L, Heard], L],
        encode: Callable[[L], bytes],
    ) -> dict[int, L]:
        """The predicted lines by the place of the line; each is written as it is made."""
        out: dict[int, L] = {}
        with out_file(self.target) as write, meter(total=lambda: len(lines), quiet=self.quiet) as bar:
            for place, line in enumerate(lines):
                heard = hear_whole(page_of(line), self.stages)
                if isinstance(heard, Failure):
                    self.failures.append(heard)
                else:
                    self.failures += heard.failures
                    self.told += 1
                    out[place] = told_of(line, heard)
                    write(encode(out[place]).decode() + "\n")
                bar.step(len(self.failures))
        return out


def _muc(file: Path, run: _Run) -> TemplateScore:
    lines = muc.muc_lines(file)

    def told_of(line: muc.MucLine, heard: Heard) -> muc.MucLine:
        sentences = run.stages.annotate(heard.document).sentences
        return muc_told.line_of(
            line, incidents_of(heard.document, sentences, heard.mentions, heard.statements)
        )

    told = run.over(lines, muc.page_of, told_of, muc.encode)
    golds = ((str(place), muc.templates_of(line)) for place, line in enumerate(lines))
    return score_templates(golds, {str(place): muc.templates_of(line) for place, line in told.items()})


def _m2e2(file: Path, run: _Run) -> TriggerScore:
    lines = m2e2.m2e2_lines(file)
    told = run.over(lines, m2e2.page_of, lambda line, heard: m2e2.line_of(line, heard.mentions), m2e2.encode)
    golds = ((str(place), m2e2.events_of(line)) for place, line in enumerate(lines))
    return score_triggers(golds, {str(place): m2e2.events_of(line) for place, line in told.items()})


def table(made: TemplateScore | TriggerScore) -> str:
    """The figures as plain text."""
    if isinstance(made, TriggerScore):
        return "\n".join([f"{made.sentences} sentences", *_rows(made.f1)])
    rows = [f"{made.documents} texts", *_rows(made.f1)]
    rows += [f"{key:28}{rate.rate:7.3f}  of {rate.of}" for key, rate in made.accuracy.items()]
    return "\n".join(rows)


def _rows(figures: Mapping[str, Found]) -> Iterable[str]:
    yield f"{'':16}{'P':>7}{'R':>7}{'F1':>7}{'pred':>8}{'gold':>8}"
    for key, found in figures.items():
        yield f"{key:16}{found.p:7.3f}{found.r:7.3f}{found.f:7.3f}{found.pred:8}{found.gold:8}"
