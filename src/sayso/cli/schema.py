"""How is the JSON Schema of heard/1 printed?"""

from pathlib import Path

import click

from sayso.exchange.schema import schema_json


@click.command()
@click.option(
    "--to", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file."
)
def schema(target: Path | None) -> None:
    """Print the JSON Schema of a heard/1 line, as `sayso read --to` and `sayso export` write it."""
    if target:
        target.write_text(schema_json(), encoding="utf-8")
    else:
        click.echo(schema_json(), nl=False)
