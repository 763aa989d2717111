"""CSV and GeoJSON of event mentions."""

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import invented
from sayso.exchange.chronology import tellings_of
from sayso.exchange.csv_file import COLUMNS, cell, csv_lines
from sayso.exchange.geojson import geojson_lines
from sayso.exchange.heard1_read import from_line
from sayso.exchange.mention_rows import row_of


def told(line=None):
    """Event id and telling of every mention."""
    return [(event, t) for event, tellings in tellings_of(from_line(line or invented())) for t in tellings]


def table(line=None):
    text = "".join(csv_lines(row_of(event, telling) for event, telling in told(line)))
    return list(csv.DictReader(StringIO(text, newline="")))


def test_it_writes_a_row_for_each_mention():
    rows = table()
    assert [(row["event"], row["mention"]) for row in rows] == [
        ("E1", "E1"),
        ("E1", "E2"),
        ("E3", "E3"),
        ("E4", "E4"),
    ]


def test_it_tells_in_a_row_who_what_when_where_and_on_whose_word():
    row = table()[1]
    assert row["chain"] == "The Example Times ← Meridian News ← several militia sources (unnamed)"
    assert row["origin"] == "several militia sources (unnamed)"
    assert (row["origin_kind"], row["origin_named"], row["stance"]) == ("group", "false", "asserts")
    assert (row["when"], row["when_words"]) == ("2021-07-05/2021-07-11", "last week")
    assert (row["earliest"], row["latest"]) == ("2021-07-05", "2021-07-11")
    assert (row["actors"], row["recipients"], row["place"]) == (
        "gunmen",
        "fuel depot",
        "Harbour Town, Northland",
    )
    assert (row["killed_low"], row["killed_high"]) == ("5", "")
    assert row["quote"].startswith("Gunmen shelled a fuel depot")
    assert (row["url"], row["report"]) == ("https://example.org/depot", "depot")


def test_it_leaves_the_origin_empty_in_the_outlets_own_voice():
    row = table()[0]
    assert (row["chain"], row["origin"], row["stance"]) == ("The Example Times, own voice", "", "")
    assert row["quote"] == "Fuel depot shelled near Harbour Town"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "\n\t@"])
def test_it_never_begins_a_cell_as_a_spreadsheet_begins_a_formula(sign):
    assert cell(f"{sign}cmd|' /C calc'!A0").startswith("'")
    row = table(replace(invented(), outlet=f"{sign}HYPERLINK(1)"))[0]
    assert row["chain"].startswith("'")
    assert row["outlet"] == f"'{sign}HYPERLINK(1)"


@given(st.text(max_size=20))
def test_it_guards_any_words_and_keeps_them(words):
    guarded = cell(words)
    assert not guarded.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded.removeprefix("'").replace("\0", "") == words.removeprefix("'").replace("\0", "")


def test_it_writes_numbers_as_they_are():
    assert [cell(v) for v in (None, True, False, -5, 0.25)] == ["", "true", "false", "-5", "0.25"]


def test_it_keeps_line_breaks_commas_and_quotes_within_their_cell():
    row = table(replace(invented(), outlet='The "Times", of\nnorth'))[0]
    assert row["outlet"] == 'The "Times", of\nnorth'


def features(line=None):
    pairs = ((row_of(event, telling), telling.mention.places) for event, telling in told(line))
    return json.loads("".join(geojson_lines(pairs)))


def test_it_writes_a_feature_for_each_mention():
    collection = features()
    assert collection["type"] == "FeatureCollection"
    assert [f["type"] for f in collection["features"]] == ["Feature"] * 4
    assert list(collection["features"][0]["properties"]) == list(COLUMNS)


def test_it_puts_a_feature_where_coordinates_are_known_and_leaves_the_others_without():
    shapes = [feature["geometry"] for feature in features()["features"]]
    assert shapes == [None, {"type": "Point", "coordinates": [-2.5, 1.25]}, None, None]


def test_it_draws_several_places_as_several_points():
    event = invented().events[1]
    place = event.places[0]
    two = replace(event, places=(place, replace(place, lat=3.0, lon=4.0), replace(place, lat=None)))
    shape = features(replace(invented(), events=(two,)))["features"][0]["geometry"]
    assert shape == {"type": "MultiPoint", "coordinates": [[-2.5, 1.25], [4.0, 3.0]]}


def test_it_writes_a_whole_collection_where_there_is_nothing():
    assert features(replace(invented(), events=())) == {"type": "FeatureCollection", "features": []}
