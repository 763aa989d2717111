"""The figures of incident templates and of sentence events."""

from sayso.scoring.templates import Template, normal, score_templates
from sayso.scoring.triggers import Argument, SentenceEvent, score_triggers


def template(kind, stage="ACCOMPLISHED", confidence=(), **fills):
    return Template(
        type=kind,
        fills={slot: tuple(tuple(e.split("/")) for e in told) for slot, told in fills.items()},
        stages=frozenset([stage]),
        confidence=frozenset(confidence),
    )


GOLD = [
    template("attack", PerpInd=["gunmen/the two gunmen"], Victim=["ramon ezcurra"], confidence=["POSSIBLE"]),
    template("bombing", Weapon=["car bomb/bomb"]),
]


def score(*told, gold=tuple(GOLD)):
    return score_templates([("a", gold)], {"a": told})


def test_it_finds_all_in_the_annotation_itself():
    assert {found.f for found in score(*reversed(GOLD)).f1.values()} == {1.0}


def test_it_counts_a_text_without_prediction_as_empty():
    assert score_templates([("a", GOLD)], {}).f1["all"].gold == 5


def test_it_takes_a_fill_for_right_if_all_its_mentions_are_of_one_entity():
    figures = score(template("attack", PerpInd=["Two  Gunmen", "gunmen/soldiers"])).f1
    assert (figures["PerpInd"].p, figures["PerpInd"].r) == (0.5, 1)


def test_it_maps_no_template_onto_one_of_another_type():
    figures = score(template("arson", Victim=["ramon ezcurra"])).f1
    assert figures["all"].f == 0
    assert figures["all"].pred == 2


def test_it_maps_onto_a_type_that_gold_leaves_open():
    assert score(template("attack"), gold=[template("bombing / attack")]).f1["all"].f == 1


def test_it_chooses_the_mapping_with_most_that_is_right():
    gold = [template("attack", Victim=["ann"]), template("attack", Victim=["bob"])]
    assert score(template("attack", Victim=["bob"]), gold=gold).f1["Victim"].p == 1


def test_it_counts_incidents_that_differ_in_nothing_scored_once():
    assert score(gold=[GOLD[1], GOLD[1]]).f1["incident_type"].gold == 1


def test_it_survives_many_templates_of_one_type():
    many = [template("attack", Victim=[f"man{n}"]) for n in range(12)]
    assert score(*reversed(many), gold=many).f1["all"].f == 1


def test_it_tells_stage_and_confidence_over_the_templates_mapped():
    made = score(template("attack", stage="THREATENED", Victim=["ramon ezcurra"]), GOLD[1]).accuracy
    assert (made["stage"].rate, made["stage"].of) == (0.5, 2)
    assert (made["confidence"].rate, made["confidence"].of) == (0, 1)
    assert "confidence where both tell it" not in made


def test_it_leaves_articles_and_punctuation_out():
    assert normal('The "Big"  A-bomb') == "big abomb"


def test_it_scores_triggers_types_and_roles():
    gold = SentenceEvent(
        type="Conflict:Attack", start=3, end=4, arguments=(Argument(role="Place", start=5, end=7),)
    )
    told = SentenceEvent(
        type="Conflict:Attack", start=3, end=4, arguments=(Argument(role="Place", start=6, end=7),)
    )
    other = SentenceEvent(type="Life:Die", start=3, end=4)
    figures = score_triggers([("a", [gold]), ("b", [gold])], {"a": [told], "b": [other]}).f1
    assert (figures["trigger"].f, figures["typed"].f) == (1, 0.5)
    assert (figures["role"].r, figures["role exact"].r) == (0.5, 0)
