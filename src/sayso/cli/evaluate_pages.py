"""How is the reading of saved pages scored and the score printed?"""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import msgspec

from sayso.cli.manner import manner
from sayso.cli.out_file import out_file
from sayso.cli.progress import meter
from sayso.exchange.pages import BodyLine, PagesReport, evaluate_pages
from sayso.exchange.pages_corpus import read_corpus
from sayso.ingest.to_document import to_document
from sayso.scoring.pages import BodyFigures, TypedFigures

Figures = TypedFigures | BodyFigures | None
PEER = "trafilatura"
BODIES = "-aeb.json"  # the suffix of the file of bodies: their benchmark's own scorer reads one JSON object


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PRED.jsonl",
    help="Write what was read of the typed pages; the bodies stand beside it in PRED-aeb.json.",
)
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def pages(folder: Path, target: Path | None, as_json: bool) -> int:
    """Read each page of DIR and compare with what is known of it, beside trafilatura's default run.

    DIR holds `typed.jsonl` with `html/*.html.gz`, or `aeb-truth.json` with `aeb/*.html.gz`, or both.
    """

    def total() -> int:
        corpus = read_corpus(folder)
        return len(corpus.typed) + len(corpus.bodies)

    with meter(total=total, quiet=manner().quiet or as_json) as bar:
        report = evaluate_pages(folder, to_document, step=lambda: bar.step(0))
    if target:
        _write(report, target)
    click.echo(_json(report) if as_json else table(report))
    for failure in report.failures:
        click.echo(f"sayso: {failure.name}: {failure.reason}: {failure.detail}", err=True)
    if len(report.failures) == len(report.predictions):
        return 3
    return 1 if report.failures else 0


def _write(report: PagesReport, target: Path) -> None:
    bodies = {
        line.id: {"articleBody": line.body} for line in report.predictions if isinstance(line, BodyLine)
    }
    with out_file(target) as write:
        for line in report.predictions:
            if not isinstance(line, BodyLine):
                write(msgspec.json.encode(line).decode() + "\n")
    if bodies:
        with out_file(target.with_name(target.stem + BODIES)) as write:
            write(msgspec.json.encode(bodies).decode() + "\n")


def _parts(report: PagesReport) -> Iterator[tuple[str, Figures, Figures]]:
    yield "typed", report.typed, report.typed_peer
    yield "body", report.body, report.body_peer
    yield "plain", report.plain, None


def _json(report: PagesReport) -> str:
    told = {part: {"sayso": ours, PEER: peer} for part, ours, peer in _parts(report)}
    return msgspec.json.format(msgspec.json.encode(told), indent=1).decode()


def table(report: PagesReport) -> str:
    """The figures as plain text, ours beside the peer's."""
    rows = []
    for part, ours, peer in _parts(report):
        if ours is None:
            continue
        rows.append(f"{part}, {ours.pages} pages{'':8}{'sayso':>20}{PEER if peer else '':>14}")
        for field in fields(ours):
            if field.name != "pages":
                beside = f"{getattr(peer, field.name):14.3f}" if peer else ""
                rows.append(f"  {field.name:24}{getattr(ours, field.name):14.3f}{beside}")
    return "\n".join(rows)
