"""How is the resolution of place names scored and the score printed?"""

from dataclasses import asdict
from pathlib import Path

import click
import msgspec

from sayso.annotation.place_meant import resolved
from sayso.cli.manner import manner
from sayso.cli.out_file import out_file
from sayso.cli.progress import meter
from sayso.exchange.places_form import encode, line_of, placed, places_lines, spans_of
from sayso.scoring.places import PlaceScore, score_places


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="PRED.jsonl",
              help="Write the places in the form of FILE, to be scored elsewhere.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def places(file: Path, target: Path | None, as_json: bool) -> int:
    """Say of each name in the texts of FILE which place it means, and compare with those annotated.

    FILE holds lines of texts with names and coordinates. Of each, only the text and where its names stand are
    looked at. A name counts as right within 161 km, of a large country within 1,200; one left open is wrong.
    """
    lines = places_lines(file)
    told = []
    with out_file(target) as write, meter(total=lambda: len(lines), quiet=manner().quiet or as_json) as bar:
        for line in lines:
            told.append(line_of(line, resolved(line.text, spans_of(line))))
            write(encode(told[-1]).decode() + "\n")
            bar.step(0)
    made = score_places(placed(line, other) for line, other in zip(lines, told, strict=True))
    click.echo(msgspec.json.format(msgspec.json.encode(made), indent=1).decode() if as_json else table(made))
    return 0


def table(made: PlaceScore) -> str:
    """The figures as plain text."""
    return "\n".join(
        f"{key:12}{value if isinstance(value, int) else round(value, 3)}"
        for key, value in asdict(made).items()
    )
