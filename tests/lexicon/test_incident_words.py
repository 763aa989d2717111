"""Which incident, and which ACE type, a trigger names."""

import pytest

from sayso.lexicon.ace import ace_of
from sayso.lexicon.incidents import incident_of, incident_words
from sayso.lexicon.plover import is_mode
from sayso.lexicon.tables import rows
from sayso.model.mention import EventType

INCIDENTS = {"ATTACK", "BOMBING", "KIDNAPPING", "ROBBERY", "ARSON", "FORCED WORK STOPPAGE", "-"}


@pytest.mark.parametrize(
    ("kind", "mode", "trigger", "wanted"),
    [
        ("ASSAULT", None, "attacked", "ATTACK"),
        ("ASSAULT", "explosives", "went off", "BOMBING"),
        ("ASSAULT", None, "Bombing", "BOMBING"),
        ("ASSAULT", "abduct", "seized", "KIDNAPPING"),
        ("ASSAULT", "destroy", "burned down", "ARSON"),
        ("COERCE", "seize", "robbed", "ROBBERY"),
        ("PROTEST", "strike", "walked out", "FORCED WORK STOPPAGE"),
        ("THREATEN", "violence", "threatened", "ATTACK"),
        ("ASSAULT", None, "clashes", None),
        ("CONSULT", None, "met", None),
    ],
)
def test_it_tells_incidents(kind, mode, trigger, wanted):
    assert incident_of(EventType(kind), mode, trigger) == wanted


@pytest.mark.parametrize(
    ("kind", "mode", "trigger", "wanted"),
    [
        ("ASSAULT", None, "killed", ("Life:Die", "Agent", "Victim")),
        ("ASSAULT", None, "raid", ("Conflict:Attack", "Attacker", "Target")),
        ("PROTEST", "demo", "rally", ("Conflict:Demonstrate", "Entity", None)),
        ("CONSULT", "phone", "phoned", ("Contact:Phone-Write", "Entity", "Entity")),
        ("ACCUSE", None, "blamed", None),
    ],
)
def test_it_tells_ace_types(kind, mode, trigger, wanted):
    found = ace_of(EventType(kind), mode, trigger)
    assert (found and (found.event, found.actor, found.recipient)) == wanted


@pytest.mark.parametrize("table", ["incidents", "ace"])
def test_it_names_types_and_modes_that_there_are(table):
    for row in rows(table):
        assert not row["type"] or EventType(row["type"])
        assert not row["mode"] or is_mode(EventType(row["type"]), row["mode"])
        assert row.get("incident", "-") in INCIDENTS


def test_it_knows_no_word_of_a_class_that_there_is_not():
    assert incident_words("nonsense") == frozenset()
    assert "dynamite" in incident_words("weapon")
