"""How does the record leave sayso?"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from sayso.cli.from_record import documents, happenings, opened
from sayso.cli.options import filter_options, record_option
from sayso.cli.out_file import STDOUT, out_file
from sayso.exchange.chronology import Telling
from sayso.exchange.csv_file import MARK, csv_lines
from sayso.exchange.geojson import geojson_lines
from sayso.exchange.heard1 import encode
from sayso.exchange.heard1_write import to_line
from sayso.exchange.mention_rows import row_of
from sayso.record.filters import Filters


@click.command()
@click.option(
    "--format",
    "form",
    required=True,
    type=click.Choice(["csv", "jsonl", "geojson"]),
    help="The form of the file.",
)
@click.option(
    "--to", "target", type=click.Path(path_type=Path), metavar="FILE", help="Default: standard output."
)
@filter_options
@record_option
def export(
    form: str,
    target: Path | None,
    wanted: Filters,
    record_path: str,
) -> None:
    """Write the record: CSV and GeoJSON tell event mentions, jsonl reports (heard/1).

    The filters choose events; with jsonl, the reports that tell them.
    """
    with opened(record_path) as record, out_file(target or STDOUT) as write:
        if form == "jsonl":
            for heard, page in documents(record, wanted):
                write(encode(to_line(heard, page)).decode() + "\n")
            return
        found = happenings(record, wanted)
        if form == "csv" and target not in (None, STDOUT):
            write(MARK)
        for piece in csv_pieces(found) if form == "csv" else geojson_pieces(found):
            write(piece)


def csv_pieces(found: Iterable[tuple[str, tuple[Telling, ...]]]) -> Iterator[str]:
    """The lines of the CSV."""
    return csv_lines(row_of(event, telling) for event, tellings in found for telling in tellings)


def geojson_pieces(found: Iterable[tuple[str, tuple[Telling, ...]]]) -> Iterator[str]:
    """The lines of the GeoJSON."""
    return geojson_lines(
        (row_of(event, telling), telling.mention.places) for event, tellings in found for telling in tellings
    )
