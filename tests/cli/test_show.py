"""show, search and export over a record."""

import csv
import json
from io import StringIO

import pytest
from click.testing import CliRunner

from sayso.cli.main import main
from sayso.exchange.heard1 import decode_lines
from sayso.model.ids import digest


def run(*args):
    """As in a pipe of 100 columns, whatever the terminal that the tests run in."""
    return CliRunner(env={"COLUMNS": None}).invoke(main, [str(arg) for arg in args])


@pytest.fixture
def sayso(record):
    """Runs a command on the record of invented reports."""
    return lambda *args: run(*args, "--record", record)


def test_it_prints_the_chronology_without_being_asked_for_it(sayso):
    told = sayso("show")
    assert told.exit_code == 0
    assert told.stdout == sayso("show", "chronology").stdout
    assert "The Example Times ← Meridian News ← several militia sources (unnamed)" in told.stdout
    assert "Northland Post ← Meridian News" in told.stdout


def test_it_takes_options_without_the_word_chronology(sayso):
    assert "PLANNED" not in sayso("show", "--realis", "denied").stdout
    assert "DENIED" in sayso("show", "-q", "--realis", "DENIED").stdout


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ([], 6),
        (["--actor", "gunmen"], 4),
        (["--actor", "FUEL depot"], 2),
        (["--actor", "nobody at all"], 0),
        (["--type", "assault"], 6),
        (["--type", "PROTEST"], 0),
        (["--type", "PROTEST", "--type", "ASSAULT"], 6),
        (["--place", "harbour town"], 2),
        (["--since", "2021-07-11"], 2),
        (["--since", "2021-07-12"], 0),
        (["--until", "2021-07-05"], 2),
        (["--until", "2021-07-04"], 0),
        (["--since", "2021", "--until", "2021-07"], 2),
        (["--realis", "planned"], 2),
        (["--realis", "planned", "--realis", "denied"], 4),
        (["--outlet", "Northland Post"], 3),
        (["--text", "newsletter"], 0),
        (["--text", "shell"], 2),
        (["--text", "port strik"], 2),
        (["--text", "zebra"], 0),
        (["--outlet", "Northland Post", "--realis", "denied"], 1),
    ],
)
def test_it_filters(sayso, filters, count):
    told = json.loads(sayso("show", *filters, "--json").stdout)
    assert len(told) == count


def test_it_says_so_where_nothing_matches(sayso):
    told = sayso("show", "--type", "PROTEST")
    assert (told.exit_code, told.stdout) == (0, "")
    assert "no event matches" in told.stderr


def test_it_explains_what_a_day_is(sayso):
    told = sayso("show", "--since", "yesterday")
    assert told.exit_code == 2
    assert "'yesterday' is no ISO day, month or year" in told.stderr


def test_it_tells_programs_all_that_it_prints(sayso):
    entry = json.loads(sayso("show", "--json").stdout)[0]
    assert entry["when"] == "5–11 Jul 2021"
    assert entry["value"] == "2021-07-05/2021-07-11"
    assert entry["sources"][0]["chain"].endswith("← several militia sources (unnamed)")
    assert entry["sources"][0]["url"] == "https://example.org/depot"


def test_it_prints_the_quoted_words_on_demand(sayso):
    words = "“that it had attacked the depot”"
    assert words not in sayso("show").stdout
    assert words in sayso("show", "--quotes").stdout


def test_it_lists_the_reports(sayso):
    told = sayso("show", "report")
    assert "The Example Times · depot · 3 statements · 4 event mentions" in told.stdout
    assert len(json.loads(sayso("show", "report", "--json").stdout)) == 3


IDS = [digest("report", "depot"), digest("document", "depot")]


@pytest.mark.parametrize("name", ["depot", "https://example.org/depot", *IDS, IDS[0][:8], IDS[1][:8]])
def test_it_finds_a_report_by_name_and_by_the_first_digits_of_its_id(sayso, name):
    told = sayso("show", "report", name)
    assert told.exit_code == 0
    assert told.stdout.startswith("Fuel depot shelled near Harbour Town\nThe Example Times · 13 Jul 2021\n")
    assert "https://example.org/depot" in told.stdout
    assert "1 headline, 4 paragraphs, 1 caption, 1 furniture" in told.stdout


def test_it_prints_a_report_as_a_heard_line(sayso):
    (line,) = decode_lines([sayso("show", "report", "depot", "--json").stdout])
    assert line.id == "depot"
    assert len(line.events) == 4


@pytest.mark.parametrize("args", [["report", "xyz"], ["event", "xyz"]])
def test_it_says_what_to_do_where_an_id_is_not_known(sayso, args):
    told = sayso("show", *args)
    assert told.exit_code == 4
    assert "'xyz'" in told.stderr
    assert "`sayso show" in told.stderr
    assert told.stderr.count("\n") == 1


def test_it_prints_an_event_by_the_digits_that_the_chronology_shows(sayso):
    entry = json.loads(sayso("show", "--json").stdout)[0]
    told = sayso("show", "event", entry["id"][:8])
    assert told.exit_code == 0
    assert "“Gunmen shelled a fuel depot near Harbour Town last week" in told.stdout
    assert json.loads(sayso("show", "event", entry["id"], "--json").stdout)["id"] == entry["id"]


def test_it_prints_what_failed(sayso):
    told = sayso("show", "failures").stdout
    assert "gone.html  input: missing" in told
    assert "attaque  reading: not-english" in told
    assert len(json.loads(sayso("show", "failures", "--json").stdout)) == 2


def test_it_says_how_a_record_is_made_where_there_is_none(tmp_path):
    told = run("show", "--record", tmp_path / "none.sqlite")
    assert told.exit_code == 4
    assert "sayso read" in told.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_it_exports_a_row_for_each_mention(sayso):
    rows = list(csv.DictReader(StringIO(sayso("export", "--format", "csv").stdout, newline="")))
    assert len(rows) == 8
    assert len({row["event"] for row in rows}) == 6


def test_it_exports_heard_lines_of_the_reports(sayso, tmp_path):
    told = sayso("export", "--format", "jsonl", "--to", tmp_path / "out.jsonl")
    assert (told.exit_code, told.output) == (0, "")
    with (tmp_path / "out.jsonl").open("rb") as file:
        assert sorted(line.id for line in decode_lines(file)) == ["attaque", "depot", "other"]
    assert list(tmp_path.glob("*.part")) == []


def test_it_exports_only_what_is_wanted(sayso):
    told = sayso("export", "--format", "jsonl", "--outlet", "Northland Post").stdout
    assert [line.id for line in decode_lines(told.splitlines())] == ["other"]
    told = sayso("export", "--format", "geojson", "--realis", "denied").stdout
    assert len(json.loads(told)["features"]) == 2


def test_it_leaves_an_older_file_whole_where_an_export_fails(tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("old")
    told = run("export", "--format", "csv", "--to", target, "--record", tmp_path / "none.sqlite")
    assert told.exit_code == 4
    assert target.read_text() == "old"


def test_it_refuses_to_write_over_a_folder(sayso, tmp_path):
    told = sayso("export", "--format", "csv", "--to", tmp_path)
    assert told.exit_code == 2
    assert "is a folder" in told.stderr


def test_it_finds_words_and_marks_where_they_stand(sayso):
    told = sayso("search", "depots", "attack")
    assert told.exit_code == 0
    assert "Northland Post · other" in told.stdout
    assert "that it had attacked the depot" in told.stdout
    assert len(json.loads(sayso("search", "fuel", "depot", "--json").stdout)) == 2
    assert len(json.loads(sayso("search", "fuel", "depot", "--limit", "1", "--json").stdout)) == 1


def test_it_takes_an_argument_of_several_words_for_a_phrase(sayso):
    assert json.loads(sayso("search", "fuel depot", "--json").stdout)
    assert json.loads(sayso("search", "depot fuel", "--json").stdout) == []


def test_it_says_so_where_nothing_is_found(sayso):
    told = sayso("search", "zebra")
    assert (told.exit_code, told.stdout) == (0, "")
    assert "nothing found" in told.stderr


@pytest.mark.parametrize("option", ["--actor", "--place", "--outlet", "--text"])
@pytest.mark.parametrize("words", ["", "...", '"'])
def test_it_refuses_a_filter_without_a_word(sayso, option, words):
    told = sayso("show", option, words)
    assert told.exit_code == 2
    assert f"there is no word in {words!r}" in told.stderr


def test_it_refuses_a_time_that_ends_before_it_begins(sayso):
    told = sayso("show", "--since", "2021-07-11", "--until", "2021-07-05")
    assert told.exit_code == 2
    assert "--since 2021-07-11 is after --until 2021-07-05" in told.stderr
    assert sayso("show", "--since", "2021-07-05", "--until", "2021-07-05").exit_code == 0


def test_it_tells_of_dates_only_who_asked_for_dates(sayso):
    assert "without a date" not in sayso("show", "--type", "PROTEST").stderr
    assert "events without a date are left out" in sayso("show", "--since", "2031").stderr


@pytest.mark.parametrize("words", ["", "...", '"'])
def test_it_refuses_to_search_for_no_word(sayso, words):
    told = sayso("search", words)
    assert told.exit_code == 2
    assert "there is no word in" in told.stderr


def test_it_takes_ids_in_capitals_and_paths_as_they_were_read(sayso):
    assert sayso("show", "report", IDS[0][:8].upper()).exit_code == 0
    assert sayso("show", "report", "depot.txt").stdout.startswith("Fuel depot shelled")


def test_it_marks_a_csv_file_for_spreadsheets_and_spares_programs_the_mark(sayso, tmp_path):
    sayso("export", "--format", "csv", "--to", tmp_path / "out.csv")
    content = (tmp_path / "out.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfevent,")
    assert content[3:] == sayso("export", "--format", "csv").stdout_bytes
