"""How is what a search finds printed?"""

from collections.abc import Sequence

import click
from rich.console import Console
from rich.text import Text

from sayso.cli.columns import Line, beside
from sayso.cli.from_record import opened
from sayso.cli.json_list import json_list
from sayso.cli.options import json_option, record_option
from sayso.cli.render_chronology import DATE_COLUMNS, DOT, ID_SHOWN
from sayso.cli.screen import screen, tell
from sayso.cli.sure import sure_options
from sayso.exchange.chain_words import NOBODY
from sayso.exchange.date_words import date_in_words
from sayso.model.span import Span
from sayso.record.search import AROUND, Hit, words


@click.command()
@click.argument("sought", metavar="WORDS...", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="How many at most.")
@sure_options
@record_option
@json_option
def search(sought: tuple[str, ...], limit: int, least: float | None, record_path: str, as_json: bool) -> None:
    """Find the reports that hold all of WORDS, best first, with the statements that hold them.

    Word endings, capitals and accents do not matter. Words handed over as one, "fuel depot", are a phrase.
    With --sure or --least, statements that the reader is less sure of are not shown.
    """
    if not any(c.isalnum() for one in sought for c in one):
        raise click.UsageError(f"there is no word in {' '.join(sought)!r}")
    query = " ".join(f'"{one}"' if " " in one and '"' not in one else one for one in sought)
    with opened(record_path) as record:
        hits = words(record, query, limit=limit, least=least)
    if as_json:
        json_list(hits)
        return
    console = screen()
    for hit in hits:
        tell(console, found(console, hit).append("\n"))
    if not hits:
        click.echo("nothing found: every word must stand in the report", err=True)


def found(console: Console, hit: Hit) -> Text:
    """One report: when and where, the passage, the statements, the words sought marked."""
    left = [
        Line(text=Text(date_in_words(hit.published and hit.published[:10]), style="date")),
        Line(text=Text(hit.report[:ID_SHOWN], style="quiet")),
    ]
    facts = DOT.join(filter(None, (hit.outlet, hit.name)))
    right = [Line(text=Text(hit.title, style="party"))] if hit.title else []
    right += [
        Line(text=Text(facts, style="quiet")),
        Line(text=marked(hit.snippet, hit.marks, dim=hit.furniture)),
    ]
    for said in hit.statements:
        line = Text(said.who or NOBODY, style="stance").append(": ", style="quiet")
        right.append(Line(text=line.append_text(whole(said.words, said.marks)), indent=2, hang=2))
    return beside(console, left, right, left_width=DATE_COLUMNS)


def whole(told: str, marks: Sequence[Span]) -> Text:
    """The words in one line, those that were sought set off."""
    text = Text("".join(" " if c.isspace() else c for c in told))
    for mark in marks:
        text.stylize("trigger", mark.start, mark.end)
    return text


def marked(told: str, marks: Sequence[Span], *, dim: bool = False) -> Text:
    """The same of a passage, whole words of it, with a mark where it was cut."""
    text = whole(told, marks)
    start = told.find(" ") + 1 if any(mark.start == AROUND for mark in marks) else 0
    end = told.rfind(" ") if any(len(told) - mark.end == AROUND for mark in marks) else len(told)
    cut = text[start:end] if start < end else text
    cut.style = "quiet" if dim else ""
    return Text("… " if start else "").append_text(cut).append(" …" if end < len(told) else "")
