"""The chronology and the report as printed."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from invented import invented, unread
from sayso.cli.columns import Line, beside
from sayso.cli.render_chronology import Quotes, chain_text, quoted, rendered, shortened
from sayso.cli.render_report import rendered_report
from sayso.cli.screen import THEME, Screen, tell
from sayso.cli.search import marked
from sayso.exchange.chronology import chronology, tellings_of
from sayso.exchange.heard1_read import from_line
from sayso.model.span import Span

PRINTED = Path(__file__).parent / "printed"


def console(width=80, **more):
    return Console(
        file=StringIO(), width=width, theme=THEME, highlight=False, markup=False, emoji=False, **more
    )


def printed(lines, *, width=80, quotes=Quotes.NONE, **more):
    out = console(width, **more)
    entries = chronology([pair for line in lines for pair in tellings_of(from_line(line))])
    for text in rendered(out, entries, quotes=quotes):
        tell(out, text)
    return out.file.getvalue()


def report_of(line, width=80):
    out = console(width)
    for text in rendered_report(out, from_line(line)):
        tell(out, text)
    return out.file.getvalue()


CASES = {
    "chronology-80": lambda: printed([invented()]),
    "chronology-120-quotes": lambda: printed([invented()], width=120, quotes=Quotes.ALL),
    "report-80": lambda: report_of(invented()),
    "report-unread": lambda: report_of(unread()),
}


@pytest.mark.parametrize("name", CASES)
def test_it_prints_as_it_was_looked_at_and_found_good(name):
    """To accept a change: look at it, then write it to tests/cli/printed/NAME.txt."""
    assert CASES[name]() == (PRINTED / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("quotes", Quotes)
def test_it_leaves_no_white_space_at_the_ends_of_lines(width, quotes):
    assert all(
        line == line.rstrip() for line in printed([invented()], width=width, quotes=quotes).splitlines()
    )


@pytest.mark.parametrize("width", [60, 80, 120])
def test_it_keeps_within_the_width(width):
    assert max(map(len, printed([invented()], width=width, quotes=Quotes.ALL).splitlines())) <= width


def test_it_loses_no_word_at_any_width():
    def words(width):
        return sorted(printed([invented()], width=width, quotes=Quotes.ALL).split())

    assert words(60) == words(80) == words(200)


def test_it_dims_and_marks_what_is_background():
    event = replace(invented().events[2], background=True)
    text = printed([replace(invented(), events=(event,))], force_terminal=True, color_system="standard")
    assert "background" in text
    assert "\x1b[2m" in text


def test_it_prints_no_colour_where_there_is_no_terminal():
    assert "\x1b" not in printed([invented()])


def test_it_says_what_the_origin_does_where_it_does_not_assert():
    assert "Northland army · denies · “reportedly”" in printed([invented()], width=120)


def test_it_shows_what_did_not_happen_in_capitals():
    text = printed([invented()])
    assert "PLANNED  gunmen → the port" in text
    assert "DENIED  Northland army" in text


def test_it_does_not_print_terminal_codes_of_a_page():
    party = replace(invented().events[1].actor[0], who="a\x1b[31mb\x07c")
    text = printed(
        [replace(invented(), events=(replace(invented().events[1], actor=(party,), same_as=None),))]
    )
    assert "\x1b" not in text
    assert "\x07" not in text


class Gone(StringIO):
    """A pipe whose reader has left."""

    def write(self, text):
        raise BrokenPipeError


def test_it_leaves_a_broken_pipe_to_the_edge():
    out = Screen(file=Gone(), theme=THEME)
    with pytest.raises(BrokenPipeError):
        tell(out, chain_text("a"))


def test_it_quotes_a_whole_quotation_once():
    assert quoted("“Go”") == "“Go”"
    assert quoted("he said “go”") == "“he said “go””"


def test_it_cuts_long_words_of_time_with_a_mark():
    assert shortened("since a very long time ago", 10) == "since a v…"


def test_it_sets_columns_side_by_side():
    left, right = (
        [Line(text=chain_text("yesterday and"))],
        [Line(text=chain_text("one two three four"), hang=2)],
    )

    def at(width):
        return beside(console(width), left, right, left_width=12).plain

    assert at(60) == "yesterday     one two three four\nand"
    assert at(34) == "yesterday     one two three four\nand"
    assert at(20) == at(34)  # a column is never narrower than 20


def test_it_indents_what_goes_on():
    told = beside(
        console(30),
        [],
        [Line(text=chain_text("one two three four five six"), indent=1, hang=2)],
        left_width=3,
    )
    assert told.plain == "      one two three four five\n        six"


def test_it_marks_where_a_passage_was_cut():
    assert marked("Fuel depot hit", [Span(0, 4)]).plain == "Fuel depot hit"
    cut = "alf " + "x" * 86 + "sought" + "y" * 86 + " hal"
    span = Span(90, 96)
    assert marked(cut, [span]).plain == "… " + cut[4:-4] + " …"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("“We heard it,” … “For months. … “No more.”", "“We heard it,” … “For months. … “No more.”"),
        ("“One” and “two”", "““One” and “two””"),
        ("“They came", "““They came”"),
    ],
)
def test_it_quotes_a_quotation_over_paragraphs_once(words, told):
    assert quoted(words) == told


def test_it_puts_what_happened_in_one_line_where_nobody_is_told():
    event = replace(invented().events[3], actor=())
    text = printed([replace(invented(), events=(event,))])
    assert "DENIED  attack “attacked”" in text


def test_it_cuts_a_party_that_is_a_sentence():
    long = replace(invented().events[1].actor[0], who="men " + "who came " * 20)
    event = replace(invented().events[1], actor=(long,), same_as=None)
    text = printed([replace(invented(), events=(event,))], width=200)
    assert "who came who…" in text.replace("\n", " ")


def test_it_tells_a_repeated_caption_once():
    caption = invented().captions[0]
    text = report_of(replace(invented(), captions=(caption, caption)))
    assert text.count("Illustrative") == 1
    assert "2 times · 2 May 2016" in text
