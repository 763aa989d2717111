"""How does a group of commands load only the one that is called?"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from sayso.cli.exits import ReaderLeftError, ended
from sayso.cli.manner import manner_options


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A command: where it is, and its line in the list of commands."""

    target: str  # "package.module:name"
    line: str


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, listed without being imported."""

    def __init__(
        self, *, table: dict[str, Entry] | None = None, default: str | None = None, **rest: Any
    ) -> None:
        """`default` is the command that is meant where none is named."""
        super().__init__(**rest)
        self.table = table or {}
        self.default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with the default command where none is named, unless a shell asks for names."""
        if self.default and (args or not ctx.resilient_parsing):
            own = {option for parameter in self.params for option in parameter.opts}
            letters = {option[1] for option in own if len(option) == 2}
            at = 0
            while at < len(args) and (args[at] in own or letters.issuperset(args[at].removeprefix("-"))):
                at += 1
            if at == len(args) or (args[at].startswith("-") and args[at] not in ctx.help_option_names):
                args = [*args[:at], self.default, *args[at:]]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the command; one that is listed but lacks is our mistake, not the caller's."""
        if cmd_name not in self.table:
            return None
        module, _, name = self.table[cmd_name].target.partition(":")
        command = getattr(import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}:{name} is no command")
        known = {option for parameter in command.params for option in parameter.opts}
        command = copy(command)
        command.params = command.params + [o for o in manner_options() if known.isdisjoint(o.opts)]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a hint where the name is nearly one of ours."""
        if args and args[0] not in self.table and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.table, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(self.table)}"
            ctx.fail(f"there is no command {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.line) for name, entry in self.table.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names and options that begin so; commands are not imported for it."""
        named = [
            CompletionItem(name, help=entry.line)
            for name, entry in self.table.items()
            if name.startswith(incomplete)
        ]
        meant = self.get_command(ctx, self.default) if self.default else None
        # an option without a command is one of the default command, which has ours too
        own = meant.make_context(self.default, [], ctx, resilient_parsing=True) if meant else ctx
        return named + click.Command.shell_complete(own.command, own, incomplete)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does; a pipe whose reader has left is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderLeftError from error

    def main(self, args: Sequence[str] | None = None, *rest: Any, **more: Any) -> Any:
        """Runs and exits with one of the documented codes; `standalone_mode=False` lets errors through."""
        alone = more.pop("standalone_mode", True)
        run = partial(super().main, args, *rest, standalone_mode=False, **more)
        if not alone:
            return run()
        raise SystemExit(ended(run))
