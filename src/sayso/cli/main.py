"""Which commands does `sayso` have?"""

import click

import sayso
from sayso.cli.lazy import Entry, LazyGroup
from sayso.cli.manner import manner_options

TABLE = {
    "read": Entry(target="sayso.cli.read:read", line="Read pages, mails, texts and folders of them."),
    "reread": Entry(target="sayso.cli.reread:reread", line="Read the kept pages again with what is newer."),
    "show": Entry(
        target="sayso.cli.show:show", line="Print the chronology, a report, an event, the failures."
    ),
    "search": Entry(target="sayso.cli.search:search", line="Find words in texts and statements."),
    "export": Entry(target="sayso.cli.export:export", line="Write the record as CSV, JSON lines or GeoJSON."),
    "evaluate": Entry(target="sayso.cli.evaluate:evaluate", line="Score against annotated texts or pages."),
    "train": Entry(target="sayso.cli.train:train", line="Learn the reader's weights; needs sayso[train]."),
    "demo": Entry(target="sayso.cli.demo:demo", line="Read the invented examples and print what they tell."),
    "schema": Entry(target="sayso.cli.schema:schema", line="Print the JSON Schema of a heard/1 line."),
    "completion": Entry(
        target="sayso.cli.completion:completion", line="Print the completion script of a shell."
    ),
}


def _version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"sayso {sayso.__version__}")
        context.exit()


VERSION = click.Option(
    ["--version"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Print the version and stop.",
)
main = LazyGroup(
    name="sayso",
    table=TABLE,
    params=[*manner_options(), VERSION],
    help="On whose say-so? News reports in, a sourced chronology out.",
    epilog="`sayso demo` shows what it does. `sayso COMMAND --help` tells more of each.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


if __name__ == "__main__":
    main(prog_name="sayso")
