"""How is what failed printed?"""

import click
from rich.text import Text

from sayso.cli.from_record import opened
from sayso.cli.json_list import json_list
from sayso.cli.options import json_option, record_option
from sayso.cli.screen import screen, tell
from sayso.record import read as records


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also what was read later.")
@record_option
@json_option
def failures(everything: bool, record_path: str, as_json: bool) -> None:
    """Print what could not be read, in whole or in part, and why."""
    with opened(record_path) as record:
        found = records.failures(record, resolved=everything)
    if as_json:
        json_list(found)
        return
    console = screen()
    for one in found:
        failure = one.failure
        head = Text(failure.name, style="party").append(f"  {failure.stage}: {failure.reason}", style="wrong")
        if one.resolved:
            head.append("  (read since)", style="quiet")
        tell(console, head)
        tell(console, Text(f"  {failure.detail}", style="quiet"))
    if not found:
        click.echo("nothing failed", err=True)
