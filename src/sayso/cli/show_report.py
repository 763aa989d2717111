"""How is one report printed, and how are all listed?"""

import click

from sayso.cli.from_record import opened, report_of, reports_in
from sayso.cli.json_list import json_list, json_one
from sayso.cli.options import json_option, record_option
from sayso.cli.render_report import listed, rendered_report
from sayso.cli.screen import screen, tell
from sayso.exchange.heard1_write import to_line
from sayso.record.open import Record


@click.command()
@click.argument("id", metavar="[ID]", required=False)
@record_option
@json_option
def report(id: str | None, record_path: str, as_json: bool) -> None:  # noqa: A002 - the argument's name
    """Print one report with all that was heard in it; without an ID, list the reports.

    ID is the report's or the document's, the first digits of either, the caller's name of the input, or the
    page's address.
    """
    with opened(record_path) as record:
        if id is None:
            _list(record, as_json=as_json)
            return
        found = report_of(record, id)
    if as_json:
        json_one(to_line(found.heard, found.page))
        return
    console = screen()
    for text in rendered_report(console, found.heard, fetched=found.page.fetched, version=found.version):
        tell(console, text)


def _list(record: Record, *, as_json: bool) -> None:
    rows = reports_in(record)
    if as_json:
        json_list(rows)
        return
    console = screen()
    for text in listed(console, rows):
        tell(console, text)
