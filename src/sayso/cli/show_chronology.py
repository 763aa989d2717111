"""How is the chronology printed?"""

import click

from sayso.cli.from_record import happenings, opened
from sayso.cli.json_list import json_list
from sayso.cli.options import filter_options, json_option, record_option
from sayso.cli.render_chronology import Quotes, rendered
from sayso.cli.screen import screen, tell
from sayso.exchange.chronology import entry_of
from sayso.record.filters import Filters

EMPTY = "no event: `sayso read INPUT` puts reports into the record"
NO_MATCH = "no event matches"
NO_DATED_MATCH = f"{NO_MATCH}; with --since or --until, events without a date are left out"


@click.command()
@filter_options
@click.option("--quotes", is_flag=True, help="With the quoted words beneath each chain.")
@record_option
@json_option
def chronology(wanted: Filters, quotes: bool, record_path: str, as_json: bool) -> None:
    """Print what happened, by date, and on whose word each report tells it."""
    with opened(record_path) as record:
        entries = (entry_of(event, tellings) for event, tellings in happenings(record, wanted))
        if as_json:
            json_list(entries)
            return
        console, some = screen(), False
        for text in rendered(console, entries, quotes=Quotes.ALL if quotes else Quotes.NONE):
            tell(console, text)
            some = True
    if not some:
        dated = wanted.since or wanted.until
        click.echo(EMPTY if wanted == Filters() else NO_DATED_MATCH if dated else NO_MATCH, err=True)
