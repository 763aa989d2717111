"""Agencies by their names and signs."""

import pytest

from sayso.lexicon.agencies import agencies, agency_of, find_agencies


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AP", "AP"),
        ("The Associated Press", "AP"),
        ("associated press", "AP"),
        ("ASSOCIATED PRESS", "AP"),
        ("Agence France-Presse", "AFP"),
        ("REUTERS", "Reuters"),
        ("(Xinhua)", "Xinhua"),
        ("/TASS/", "TASS"),
        ("dpa", "dpa"),
        ("ap", None),
        ("an apple", None),
        ("Jo Vane", None),
        ("MNA", None),
        ("", None),
    ],
)
def test_it_names_the_agency(words, name):
    assert agency_of(words) == name


def test_it_reads_short_signs_only_where_asked():
    assert agency_of("MNA", short=True) == "Mehr"
    assert agency_of("PA", short=True) == "PA Media"


def test_it_finds_agencies_in_running_words():
    text = "A man told Associated Press and Reuters, not an AP-like map, AFP said; reuters.com"
    assert [(text[s:e], name) for s, e, name in find_agencies(text)] == [
        ("Associated Press", "AP"), ("Reuters", "Reuters"), ("AFP", "AFP"),
    ]  # fmt: skip


def test_it_knows_many():
    assert len(agencies()) >= 45
