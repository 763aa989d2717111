"""sayso demo: the main job on the invented reports that come with sayso."""

import shlex
import tempfile
from pathlib import Path

import click

import sayso
from sayso.cli.main import main
from sayso.cli.manner import manner
from sayso.cli.options import ANY_PATH
from sayso.errors import InputError

SCRAPE = "scraped-page.txt"  # plain text does not say who published it: the caller does


def examples() -> Path:
    """The folder of the examples: in the wheel, or in the checkout that is installed for development."""
    package = Path(sayso.__file__).parent
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / SCRAPE).exists():
            return folder
    raise InputError("the examples are not installed; they are in the folder `examples` of the source")


@click.command(short_help="Read the example reports and print their chronology.")
@click.option(
    "--record",
    "record_path",
    type=ANY_PATH,
    metavar="FILE",
    help="Keep the record here (default: thrown away).",
)
@click.option("--quotes", is_flag=True, help="With the quoted words.")
def demo(record_path: str | None, quotes: bool) -> None:
    """Read the invented example reports, then print the chronology, as these commands would:

    \b
      sayso read examples/*.html examples/*.eml
      sayso read examples/scraped-page.txt --outlet "The Daily Compass"
      sayso show
    """
    folder = examples()
    with tempfile.TemporaryDirectory(prefix="sayso-demo-") as scratch:
        record = record_path or str(Path(scratch) / "demo.sqlite")
        pages = [str(folder / "*.html"), str(folder / "*.eml")]
        scrape = [str(folder / SCRAPE), "--outlet", "The Daily Compass"]
        quiet = manner().quiet
        run("read", *pages, "--record", record, quiet=quiet)
        run("read", *scrape, "--record", record, quiet=quiet)
        run("show", "chronology", "--record", record, *(["--quotes"] if quotes else []), quiet=quiet)
        if record_path and not quiet:
            click.echo(f"The record is kept: sayso show --record {shlex.quote(record_path)}", err=True)


def run(*words: str, quiet: bool) -> None:
    """One command, as if typed."""
    args = ["--quiet", *words] if quiet else list(words)
    main.main(args=args, prog_name="sayso", standalone_mode=False)
