"""How is a long list printed as JSON, one item after the other?"""

from collections.abc import Iterable

import click
import msgspec


def json_list(items: Iterable[object]) -> None:
    """Prints a JSON array, an item a line, without holding the items."""
    before = "["
    for item in items:
        click.echo(f"{before}\n{msgspec.json.encode(item).decode()}", nl=False)
        before = ","
    click.echo("[]" if before == "[" else "\n]")


def json_one(item: object) -> None:
    """Prints one value as JSON, for programs and for eyes."""
    click.echo(msgspec.json.format(msgspec.json.encode(item), indent=1))
