"""How is the JSON Schema of heard/1 printed?"""

from pathlib import Path

import click

from sayso.cli.out_file import STDOUT, out_file
from sayso.exchange.schema import schema_json


@click.command()
@click.option(
    "--to", "target", type=click.Path(path_type=Path), metavar="FILE", help="Default: standard output."
)
def schema(target: Path | None) -> None:
    """Print the JSON Schema of a heard/1 line, as `sayso read --to` and `sayso export` write it."""
    with out_file(target or STDOUT) as write:
        write(schema_json())
