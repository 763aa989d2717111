from sayso.lexicon.plover import is_mode, ontology, quad
from sayso.lexicon.tables import rows
from sayso.lexicon.triggers import trigger_forms, word_class
from sayso.model.mention import EventType


def test_it_knows_the_sixteen_types_with_their_quad_classes():
    assert set(ontology()) == set(EventType)
    assert quad(EventType.ASSAULT) == "material conflict"
    assert quad(EventType.CONSULT) == "verbal cooperation"


def test_it_has_rows_for_every_type_and_at_least_four_hundred():
    told = rows("triggers")
    assert len(told) >= 400
    assert {row["type"] for row in told} == {kind.value for kind in EventType}


def test_it_names_only_modes_that_the_codebook_lists():
    for table in ("triggers", "modes"):
        for row in rows(table):
            assert not row["mode"] or is_mode(EventType(row["type"]), row["mode"]), row


def test_it_names_only_frames_conditions_and_classes_that_exist():
    for forms in trigger_forms().values():
        for form in forms:
            row = form.row
            assert row.frame in {"tr", "in", "pr", "mu", "un", "no", "ag"}, row
            assert row.of in {"", "a", "r"}, row
            for kind, values in (*row.needs, *row.unless):
                assert kind in {"p", "w", "c", "s", "o", "aux", "inf", "ing", "red", "then"}, row
                if kind in "cso":
                    assert all(word_class(value) for value in values)


def test_it_inflects_verbs_and_nouns():
    forms = trigger_forms()
    assert {"attacks", "attacked", "attacking", "withdrew", "withdrawn", "kidnapping", "fled"} <= set(forms)
    assert any(form.words == ("atrocities",) for form in forms["atrocities"])


def test_it_tries_longer_words_first():
    assert len(trigger_forms()["suicide"][0].words) >= len(trigger_forms()["suicide"][-1].words)
