"""Outlets by name and by address."""

from collections import Counter

import pytest

from sayso.lexicon.outlets import by_domain, by_name, outlet_of
from sayso.lexicon.tables import rows


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.theguardian.com", "The Guardian"),
        ("edition.cnn.com", "CNN"),
        ("timesofindia.indiatimes.com:443", "The Times of India"),
        ("economictimes.indiatimes.com", "The Economic Times"),
        ("abc.net.au", "ABC (Australia)"),
        ("indiatimes.com", None),
        ("notcnn.com", None),
        ("com", None),
        ("", None),
    ],
)
def test_it_knows_an_outlet_by_its_site(host, name):
    outlet = by_domain(host)
    assert (outlet and outlet.name) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Guardian", "The Guardian"),
        ("the guardian", "The Guardian"),
        ("SputnikInt", "Sputnik"),
        ("NYT", "The New York Times"),
        ("nyt", None),
        ("time", None),
        ("Jo Vane", None),
        ("", None),
    ],
)
def test_it_knows_an_outlet_by_its_name(words, name):
    assert outlet_of(words) == name


def test_it_knows_the_family():
    times, sun = by_name("The Times"), by_name("The Sun")
    assert times is not None
    assert sun is not None
    assert times.owner == sun.owner == "News Corp"


def test_it_lists_many_and_each_domain_once():
    table = rows("outlets")
    assert len(table) >= 150
    domains = Counter(domain for row in table for domain in row["domain"].split("|"))
    assert [domain for domain, n in domains.items() if n > 1] == []
    assert all(row["name"] and row["owner"] and len(row["country"]) == 3 for row in table)
