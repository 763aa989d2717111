"""The gazetteer: what it forgives, what it holds, how it fails."""

import tomllib
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import LexiconError
from sayso.lexicon.gazetteer import look_up
from sayso.lexicon.gazetteer.form import HEAD, Level, size_code, size_told
from sayso.lexicon.gazetteer.keys import bare_key, full_key, skeleton, words_of_name
from sayso.lexicon.gazetteer.landmarks import landmark, landmark_in
from sayso.lexicon.gazetteer.look_up import Gazetteer, gazetteer
from sayso.lexicon.gazetteer.supplement import supplement
from sayso.model.spot import SpotKind

HOME = Path(look_up.__file__).parent


def countries_of(name: str) -> set[str | None]:
    return {match.spot.country for match in gazetteer().named(name)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qaim", "Al-Qa'im"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Kiev", "Kyiv"),
        ("Raqqa", "Ar Raqqah"),
        ("Mosul", "mosul"),
        ("Zürich", "Zurich"),
        ("St. Louis", "Saint Louis"),
        ("Hodeidah", "Al Hudaydah"),
        ("Al Asad Air Base", "Al-Asad airbase"),
    ],
)
def test_it_forgives_articles_marks_and_transliteration(one, other):
    points = [{(m.spot.lat, m.spot.lon) for m in gazetteer().named(name)} for name in (one, other)]
    assert points[0] & points[1]


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Iraq", "IRQ", SpotKind.COUNTRY),
        ("Iraqi", "IRQ", SpotKind.COUNTRY),
        ("U.S.", "USA", SpotKind.COUNTRY),
        ("Ala.", "USA", SpotKind.DIVISION),
        ("TX", "USA", SpotKind.DIVISION),
        ("D.C.", "USA", SpotKind.DIVISION),
        ("Anbar", "IRQ", SpotKind.DIVISION),
        ("Kanawha County", "USA", SpotKind.DISTRICT),
        ("Incirlik Air Base", "TUR", SpotKind.AIRFIELD),
        ("Europe", None, SpotKind.REGION),
    ],
)
def test_it_knows_every_kind_of_place(name, country, kind):
    assert (country, kind) in {(m.spot.country, m.spot.kind) for m in gazetteer().named(name)}


def test_it_tells_how_a_name_belongs_to_its_place():
    assert {m.level for m in gazetteer().named("Iraqis")} == {Level.DEMONYM}
    assert Level.SHORT in {m.level for m in gazetteer().named("Avoyelles")}


@pytest.mark.parametrize("name", ["", " ", "'", "x" * 500, "\x00", "ﷺ", "Nowhereatallville"])
def test_it_has_no_place_for_what_is_no_name(name):
    assert gazetteer().named(name) == ()


@given(st.text(max_size=60))
def test_it_looks_anything_up(name):
    for match in gazetteer().named(name):
        assert match.spot.name
    words = words_of_name(name)
    assert bare_key(words_of_name(full_key(words))) is not None
    assert skeleton(bare_key(words)).isascii()


@settings(max_examples=300)
@given(st.integers(0, len(gazetteer()) - 1))
def test_it_has_each_place_under_its_name(row):
    spot = gazetteer().spot(row)
    found = gazetteer().named(spot.name)
    if words_of_name(spot.name) and len(full_key(words_of_name(spot.name))) > 1 and len(found) < look_up.MOST:
        assert spot in [match.spot for match in found]
    assert spot.lat is None or (-90 <= spot.lat <= 90 and -180 <= spot.lon <= 180)


def test_it_puts_every_place_in_the_country_around_it():
    """The towns beside a place lie in its country, save on borders: 99 of 100 of those with a neighbour."""
    places = [gazetteer().spot(row) for row in range(len(gazetteer()))]
    towns = [spot for spot in places if spot.kind is SpotKind.CITY]
    cells: dict[tuple[int, int], set[str]] = {}
    for spot in towns:
        here = round(spot.lat), round(spot.lon)
        for near in ((here[0] + a, here[1] + b) for a in (-1, 0, 1) for b in (-1, 0, 1)):
            cells.setdefault(near, set()).add(spot.country)
    others = [s for s in places if s.kind in (SpotKind.AIRFIELD, SpotKind.DISTRICT) and s.lat is not None]
    around = [(spot, cells.get((round(spot.lat), round(spot.lon)), set())) for spot in others]
    inside = np.mean([spot.country in near for spot, near in around if near])
    assert inside > 0.99
    for spots in supplement().values():
        for spot in spots:
            near = cells.get((round(spot.lat), round(spot.lon)), set()) if spot.lat is not None else set()
            assert not near or not spot.countries or near & set(spot.countries), spot


def test_it_puts_divisions_where_their_towns_are():
    whole = [gazetteer().spot(row) for row in range(0, len(gazetteer()), 97)]
    divisions = {(m.spot.country, m.spot.name): m.spot for s in whole if s.division
                 for m in gazetteer().named(s.division) if m.spot.kind is SpotKind.DIVISION}  # fmt: skip
    told = [(spot, divisions.get((spot.country, spot.division))) for spot in whole if spot.division]
    assert np.mean([outer is not None for _, outer in told]) > 0.98
    near = [abs(spot.lat - outer.lat) < 12 for spot, outer in told if outer and outer.lat is not None]
    assert np.mean(near) > 0.99


def test_it_is_the_file_that_its_label_tells():
    label = tomllib.loads((HOME / "places.toml").read_text(encoding="utf-8"))
    content = (HOME / "places.bin").read_bytes()
    assert label["sha256"] == sha256(content).hexdigest()
    assert len(content) == label["bytes"] <= 15_000_000
    assert "GeoNames" in (HOME / "NOTICE").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b"x" * 100, (HOME / "places.bin").read_bytes()[: HEAD.size + 800]])
def test_it_refuses_a_file_that_is_none(content):
    with pytest.raises(LexiconError):
        Gazetteer(memoryview(content))


@given(st.integers(1, 10**9))
def test_it_keeps_sizes_to_an_eighth(inhabitants):
    assert 0.85 < size_told(size_code(inhabitants)) / inhabitants < 1.15


def test_it_knows_the_towns_of_landmarks():
    assert landmark_in("talks at the White House on Monday").town == "Washington"
    assert landmark_in("a white house") is None
    assert landmark("the Kremlin").iso3 == "RUS"
