import pytest

from sayso.lexicon.countries import actor_country, country_of, is_town, names
from sayso.lexicon.tables import rows


@pytest.mark.parametrize(
    ("place", "iso3"),
    [
        ("Baghdad", "IRQ"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("Donbas", "UKR"),
        ("Nairobi", "KEN"),
    ],
)
def test_it_knows_the_country_of_a_place(place, iso3):
    assert country_of(place).iso3 == iso3


def test_it_knows_no_country_of_an_unknown_place():
    assert country_of("Lower Wessington") is None


@pytest.mark.parametrize("words", ["Turkish", "the Turks", "Turkey", "Ankara"])
def test_it_takes_a_demonym_or_a_capital_for_the_state(words):
    assert actor_country(words).iso3 == "TUR"


def test_it_tells_towns_from_countries():
    assert is_town("Mosul")
    assert not is_town("Iraq")


def test_it_lists_about_two_hundred_countries_once_each():
    codes = [row["iso3"] for row in rows("countries")]
    assert len(codes) == len(set(codes)) >= 195
    assert len(names()) > 200
    assert {row["iso3"] for row in rows("cities")} <= set(codes)
