"""Which script teaches a shell the commands and options of `sayso`?"""

import click
from click.shell_completion import get_completion_class

VARIABLE = "_SAYSO_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    For bash: `sayso completion bash > ~/.local/share/bash-completion/completions/sayso`.
    """
    known = get_completion_class(shell)
    if known is None:
        raise click.UsageError(f"there is no completion for {shell}")
    click.echo(known(context.find_root().command, {}, "sayso", VARIABLE).source())
