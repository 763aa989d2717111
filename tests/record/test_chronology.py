from datetime import date

import pytest

from record.heard_made import TEXT, heard, page, put
from sayso.errors import RecordError
from sayso.model.mention import EventType, Realis
from sayso.record import read
from sayso.record.filters import Filters
from sayso.record.open import open_record

QUIET = "A harbour master in Orvelle said that nothing had happened.\nThe tide was low."


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record.sqlite") as opened:
        put(opened, page(outlet="The Orvelle Post"))
        put(opened, page(QUIET, name="b", outlet="Tamsin Today", minute=3))
        yield opened


def types(record, **wanted):
    return [row.tellings[0].mention.type.value for row in read.chronology(record, Filters(**wanted))]


def test_it_tells_each_event_once_in_order_of_time(record):
    first, second = read.chronology(record)
    assert (first.earliest, first.latest) == (date(2031, 4, 21), date(2031, 4, 27))
    assert second.earliest == date(2031, 4, 28)
    assert len(second.tellings) == 2
    shelled, killed = second.tellings
    assert shelled.statement.origin.voice.who == "Vantage Wire"
    assert [hop.voice.who for hop in killed.statement.chain] == ["Vantage Wire", "witnesses"]
    assert killed.heard.document.outlet == "The Orvelle Post"
    assert second.event.mentions == (shelled.mention.id, killed.mention.id)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["PROTEST", "ASSAULT"]),
        ({"types": (EventType.ASSAULT,)}, ["ASSAULT"]),
        ({"types": (EventType.AID,)}, []),
        ({"actor": "GUARD"}, ["ASSAULT"]),
        ({"actor": "village of tamsin"}, ["ASSAULT"]),
        ({"actor": "guar"}, []),
        ({"actor": "%"}, []),
        ({"place": "tamsin"}, ["ASSAULT"]),
        ({"realis": (Realis.DENIED,)}, []),
        ({"realis": (Realis.DENIED, Realis.ACTUAL)}, ["PROTEST", "ASSAULT"]),
        ({"outlet": "orvelle post"}, ["PROTEST", "ASSAULT"]),
        ({"outlet": "Tamsin Today"}, []),
        ({"background": False}, ["ASSAULT"]),
        ({"since": date(2031, 4, 28)}, ["ASSAULT"]),
        ({"until": date(2031, 4, 21)}, ["PROTEST"]),
        ({"since": date(2031, 5, 28)}, []),
        ({"text": "convoys"}, []),
        ({"text": "Convoy shell"}, ["ASSAULT"]),
        ({"text": "convoy bridge"}, []),
        ({"text": "!"}, []),
    ],
)
def test_it_filters(record, wanted, found):
    assert types(record, **wanted) == found


def test_it_leaves_older_versions_out(record):
    put(record, page(TEXT.replace("shelled", "passed"), outlet="The Orvelle Post", minute=60))
    assert types(record) == []


def test_it_shows_an_event_that_no_current_version_tells(record):
    event = next(read.chronology(record)).event.id
    put(record, page(QUIET, outlet="The Orvelle Post", minute=60))
    row = read.event(record, event)
    assert [t.current for t in row.tellings] == [False]


def test_it_finds_an_event_by_the_first_digits_and_says_which_there_are(record):
    one, other = (row.event.id for row in read.chronology(record))
    assert read.event(record, one[:9]).event.id == one
    with pytest.raises(RecordError, match="no event"):
        read.event(record, "zz")
    with pytest.raises(RecordError, match="no event"):
        read.event(record, "")
    assert one != other


def test_it_finds_a_report_by_name_id_or_the_first_digits(record):
    wanted = read.report(record, "a")
    assert wanted.outlet == "The Orvelle Post"
    assert (wanted.current.statements, wanted.current.mentions) == (2, 3)
    for name in (wanted.id, wanted.id[:8], wanted.current.document, wanted.current.document[:8]):
        assert read.report(record, name) == wanted
    assert [r.name for r in read.reports(record)] == ["a", "b"]
    with pytest.raises(RecordError, match="no report"):
        read.report(record, "none such")
    put(record, page(outlet="Tamsin Today"))
    with pytest.raises(RecordError, match="2 reports are called 'a'"):
        read.report(record, "a")


def test_it_gives_the_page_of_a_document(record):
    wanted = read.report(record, "a").current
    assert read.page(record, wanted.document) == page(outlet="The Orvelle Post")
    with pytest.raises(RecordError):
        read.page(record, "nothing")


def test_it_goes_through_all_that_was_heard(record):
    assert [h.document.name for h in read.all_heard(record)] == ["a", "b"]
    assert next(read.all_heard(record, ruled=True)) == heard(page(outlet="The Orvelle Post"))


def test_it_gives_one_order_whatever_order_the_reports_were_read_in(tmp_path):
    pages = [
        page(name="late", outlet="A", published="2031-05-09"),
        page(name="early", outlet="B", published="2031-05-02", minute=1),
        page(name="unknown", outlet="C", minute=2),
    ]
    orders = []
    for number, some in enumerate((pages, pages[::-1])):
        with open_record(tmp_path / f"{number}.sqlite") as opened:
            for one in some:
                put(opened, one)
            orders.append([row.event.id for row in read.chronology(opened)])
            names = [row.tellings[0].heard.document.name for row in read.chronology(opened)]
    assert orders[0] == orders[1]
    assert names == ["early", "late", "unknown"] * 2


def test_it_counts_the_pages_to_be_read_again(record):
    assert read.count(record) == len(list(read.pages(record))) == 2
    versions = {"reader": "rules/1", "extractor": "another"}
    assert read.count(record, **versions) == len(list(read.pages(record, **versions))) == 2
