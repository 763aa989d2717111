"""How is one event printed?"""

import click
from rich.text import Text

from sayso.cli.from_record import event_of, opened
from sayso.cli.json_list import json_one
from sayso.cli.options import json_option, record_option
from sayso.cli.render_chronology import DOT, Quotes, block
from sayso.cli.screen import screen, tell
from sayso.exchange.chronology import entry_of


@click.command()
@click.argument("id", metavar="ID")
@record_option
@json_option
def event(id: str, record_path: str, as_json: bool) -> None:  # noqa: A002 - the argument's name
    """Print one event with all that tell it and the quoted words.

    ID is the event's, or its first digits, as the chronology prints them.
    """
    with opened(record_path) as record:
        entry = entry_of(*event_of(record, id))
    if as_json:
        json_one(entry)
        return
    console = screen()
    tell(console, block(console, entry, quotes=Quotes.ALL).append("\n"))
    for where in dict.fromkeys((s.report, s.title, s.outlet, s.published, s.url) for s in entry.sources):
        tell(console, Text(DOT.join(filter(None, where)), style="quiet"))
