"""The tables of actors: every row is whole, and points at what there is."""

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.actor_keys import name_key
from sayso.lexicon.actors import COLUMNS, listed, load, table_names
from sayso.lexicon.tables import numbered_rows
from sayso.model.actor import ActorKind

GROUP = {
    "id": "nor-lund-front",
    "name": "Lund Front",
    "kind": "armed group",
    "country": "NOR",
    "plover": "NOR REB",
    "aliases": "LF",
    "source": "made up",
}
LEADER = {
    "id": "nor-ann-lee",
    "name": "Ann Lee",
    "kind": "person",
    "country": "NOR",
    "plover": "NOR GOV",
    "source": "made up",
}


def made(*rows):
    """The rows as one table of the tests."""
    return load([("made", tuple((i, dict.fromkeys(COLUMNS, "") | row) for i, row in enumerate(rows, 2)))])


def test_it_can_read_every_row_of_every_table():
    assert len(listed().by_id) > 200


@pytest.mark.parametrize("name", table_names())
def test_it_finds_nothing_wrong_in(name):
    short = [
        f"{name}.tsv, line {line}: {alias!r} is too short or too common for an alias"
        for line, row in numbered_rows(f"actors/{name}")
        for alias in row["aliases"].split("|")
        if alias and (len(name_key(alias)) < 2 or name_key(alias) in COMMON)
    ]
    assert short == []


COMMON = frozenset(
    ("army", "police", "government", "group", "movement", "party", "militia", "militias", "rebels", "troops")
) | frozenset(("forces", "officials", "soldiers", "ministry", "parliament", "union", "agency", "president"))


def test_it_shows_every_kind():
    assert {actor.kind for actor in listed().by_id.values()} == set(ActorKind)


def test_it_knows_states_by_their_codes():
    assert listed().by_id["irq"].name == "Iraq"
    assert [actor.id for actor in listed().named("the U.S.'s")] == ["usa"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([GROUP, GROUP], "line 3: the id 'nor-lund-front' stands at actors/made.tsv, line 2 already"),
        ([GROUP | {"part_of": "nor-nobody"}], "points at 'nor-nobody'"),
        ([GROUP | {"part_of": "nor-lund-front"}], "is a part of itself"),
        ([GROUP | {"kind": "gang"}], "no kind is called 'gang'"),
        ([GROUP | {"country": "NRW"}], "no country 'NRW'"),
        ([GROUP | {"plover": "NOR FOO"}], "no sector 'FOO'"),
        ([GROUP | {"plover": ""}], "must begin with a country"),
        ([GROUP | {"plover": "SWE REB"}], "name two countries"),
        ([GROUP | {"source": ""}], "needs a source"),
        ([GROUP | {"id": "Nor_Front"}], "small letters"),
        ([GROUP, GROUP | {"id": "nor-other"}], "give it to one"),
        ([GROUP | {"aliases": "Norway"}], "give it to one"),
        ([GROUP | {"roles": "leader@nor@2001.."}], "only a person has roles"),
        ([LEADER | {"roles": "leader of nor since 2001"}], "title@actor-id@from..to"),
        ([LEADER | {"roles": "leader@nor-nobody@2001.."}], "points at 'nor-nobody'"),
        ([LEADER | {"roles": "leader@nor@2001-13.."}], "no ISO year"),
        ([LEADER | {"roles": "leader@nor@2003..2001"}], "ends before it begins"),
        ([LEADER | {"roles": "leader@nor@2001..2004;leader@nor@2003..2005"}], "close the older role"),
    ],
)
def test_it_names_the_line_of_a_row_that_cannot_be_right(rows, told):
    with pytest.raises(LexiconError) as error:
        made(*rows)
    assert "made.tsv, line" in str(error.value)
    assert told in str(error.value)


def test_it_lets_two_countries_share_a_name():
    other = GROUP | {"id": "swe-lund-front", "country": "SWE", "plover": "SWE REB"}
    assert len(made(GROUP, other).named("the Lund Front")) == 2


def test_it_lets_rows_point_at_organs_made_by_rule():
    group = made(GROUP | {"part_of": "nor-mil"}).by_id["nor-lund-front"]
    assert group.part_of == "nor-mil"


def test_it_does_not_let_two_persons_hold_one_office():
    one = LEADER | {"roles": "prime minister@nor@2001.."}
    two = LEADER | {"id": "nor-bo-dahl", "name": "Bo Dahl", "roles": "prime minister@nor@2005.."}
    with pytest.raises(LexiconError, match="close the older role"):
        made(one, two)
    assert made(one | {"roles": "prime minister@nor@2001..2005"}, two)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Qa'ida", "al Qaida"),
        ("the U.S.", "US"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Hezbollah’s", "Hezbollah"),
        ("the Revolutionary Guards'", "Revolutionary Guards"),
        ("NATO", "Nato"),
        ("Donald J. Trump", "Donald Trump"),
    ],
)
def test_it_forgives(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("US", "us"), ("WHO", "who"), ("Khamenei", "Khomeini"), ("Iraq", "Iran")]
)
def test_it_keeps_apart(one, other):
    assert name_key(one) != name_key(other)
