import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotation.names import mark_names
from sayso.annotation.quantities import mark_quantities
from sayso.annotation.sentences import mark_sentences
from sayso.annotation.times import mark_times
from sayso.annotation.tokens import mark_tokens
from sayso.model.document import Block, BlockKind, Document, Moment
from sayso.model.marks import Marks
from sayso.model.span import Span
from sayso.reading.rules.trends import find_trends
from sayso.reading.rules.triggers import find_triggers


def read(text):
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),) if text else ()
    moment = Moment(value="2021-07-13", source="caller")
    document = Document(id="d", report="r", name="n", page="p", text=text, published=moment, blocks=blocks)
    sentences = mark_sentences(document)
    tokens = mark_tokens(text, sentences)
    return document, Marks(
        sentences=sentences,
        tokens=tokens,
        names=mark_names(document, sentences, tokens),
        times=mark_times(document, sentences),
        quantities=mark_quantities(document, sentences),
    )


def found(text):
    return find_triggers(*read(text), ())


def told(text, spans):
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actors", "recipients"),
    [
        ("Rebels attacked the convoy near Harn.", "attacked", "ASSAULT", ["Rebels"], ["the convoy"]),
        ("The convoy was attacked by rebels.", "attacked", "ASSAULT", ["rebels"], ["The convoy"]),
        ("Turkey urged the rebels to leave.", "urged", "REQUEST", ["Turkey"], ["the rebels"]),
        ("France condemned Russia's plan.", "condemned", "ACCUSE", ["France"], ["Russia"]),
        ("Police arrested two dozen protesters.", "arrested", "COERCE", ["Police"], ["two dozen protesters"]),
        ("Norway's envoy met with the rebels.", "met", "CONSULT", ["Norway's envoy", "the rebels"], []),
        ("Fighting between Kenya and Chad went on.", "Fighting", "ASSAULT", ["Kenya", "Chad"], []),
        ("The mayor resigned on Monday.", "resigned", "RETREAT", ["The mayor"], []),
        ("The army launched an attack on the rebels.", "attack", "ASSAULT", ["The army"], ["the rebels"]),
        ("Militants seized the town of Harn.", "seized", "ASSAULT", ["Militants"], ["the town of Harn"]),
        ("Soldiers, who were tired, shelled the bridge.", "shelled", "ASSAULT", ["Soldiers"], ["the bridge"]),
        ("Fighters backed by Iran attacked the base.", "attacked", "ASSAULT", ["Fighters"], ["the base"]),
    ],
)
def test_it_finds_who_does_what_to_whom(text, trigger, kind, actors, recipients):
    first = next(t for t in found(text) if t.span.of(text) == trigger)
    assert first.type.value == kind
    assert told(text, first.actors) == actors
    assert told(text, first.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "realis"),
    [
        ("The army attacked the town.", "attacked", "actual"),
        ("The army has not attacked the town.", "attacked", "denied"),
        ("The army will attack the town.", "attack", "planned"),
        ("The army plans to attack the town.", "attack", "planned"),
        ("The army could attack the town.", "attack", "hypothetical"),
        ("The army threatened to attack the town.", "attack", "threatened"),
        ("The army tried to attack the town.", "attack", "attempted"),
        ("Chad urged the rebels to withdraw.", "withdraw", "hypothetical"),
        ("Chad urged the rebels not to withdraw.", "withdraw", "hypothetical"),
        ("A foiled attack on the embassy alarmed them.", "attack", "attempted"),
    ],
)
def test_it_tells_whether_it_happened(text, trigger, realis):
    first = next(t for t in found(text) if t.span.of(text) == trigger)
    assert first.realis.value == realis


@pytest.mark.parametrize(
    "text",
    ["The attackers were young.", "He had a heart attack.", "The US-backed group slept.", "It rained hard."],
)
def test_it_finds_no_act_in_agents_and_idioms(text):
    assert found(text) == ()


def test_it_links_time_place_and_count():
    text = "On Monday rebels killed at least five soldiers in Mosul."
    (killed,) = found(text)
    assert told(text, killed.times) == ["Monday"]
    assert told(text, killed.places) == ["Mosul"]
    assert [(c.of, c.low, c.high) for c in killed.counts] == [("killed", 5, None)]


def test_it_takes_an_attack_and_its_killing_for_one_act():
    text = "An attack that killed 12 soldiers shook the capital."
    (attack,) = found(text)
    assert attack.span.of(text) == "attack"
    assert [(c.of, c.low) for c in attack.counts] == [("killed", 12)]


@pytest.mark.parametrize(
    ("text", "direction"),
    [("An increase in attacks was seen.", "up"), ("They have reduced the fighting.", "down")],
)
def test_it_finds_claims_of_more_and_less(text, direction):
    (trend,) = find_trends(*read(text))
    assert trend.direction.value == direction
    assert trend.type.value == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Attacks on depots, tankers and pipelines have become more frequent since October.", "up"),
        ("Kidnappings on the coastal road have become rarer.", "down"),
        ("Arrests of journalists are on the rise.", "up"),
        ("The number of airstrikes has risen.", "up"),
        ("Fighting in the north has eased since March.", "down"),
        ("Rebels have stepped up attacks on convoys.", "up"),
        ("There were fewer attacks than in May.", "down"),
        ("Protests have become increasingly common.", "up"),
    ],
)
def test_it_finds_claims_where_their_kind_of_word_has_the_act(text, direction):
    (trend,) = find_trends(*read(text))
    assert trend.direction.value == direction


@pytest.mark.parametrize(
    "text",
    [
        "The city fell to the rebels after fierce fighting.",
        "Prices rose after the attack.",
        "The attack increased the tension between them.",
        "All charges were dropped.",
    ],
)
def test_it_takes_no_other_rise_or_fall_for_a_claim(text):
    assert find_trends(*read(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The visitors attacked from the start and the goalkeeper was beaten.",
        "Thank you for reading.",
        "A workshop assembles attack drones.",
        "The talks collapsed in April.",
    ],
)
def test_it_codes_no_game_no_greeting_and_no_talks_that_failed(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("The mission condemned Tuesday's attack and called on both sides to talk.", "attack", [], []),
        ("Drones struck a depot.", "struck", [], ["a depot"]),
        ("The council blamed the attack on the rebels.", "attack", ["the rebels"], []),
        ("The council strongly condemned the rebels.", "condemned", ["The council"], ["the rebels"]),
        ("Nine died after rebels stormed the base.", "stormed", ["rebels"], ["the base"]),
        ("The men he says bombed a depot fled.", "bombed", ["The men"], ["a depot"]),
        ("In Harn the dockers attacked the gate.", "attacked", ["the dockers"], ["the gate"]),
    ],
)
def test_it_names_only_those_who_can_act(text, trigger, actors, recipients):
    act = next(t for t in found(text) if t.span.of(text) == trigger)
    assert told(text, act.actors) == actors
    assert told(text, act.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Drones struck a depot, killing at least nine people and wounding 27.", (9, None), (27, 27)),
        ("Nine people were killed and 27 wounded when drones struck a depot.", (9, 9), (27, 27)),
        ("A drone strike that killed three people shook Harn.", (3, 3), None),
        ("The death toll from the attack rose to 14.", (14, 14), None),
        ("Two guards were shot dead and three others wounded.", (2, 2), (3, 3)),
        ("Between nine and eleven people died in the attack.", (9, 11), None),
    ],
)
def test_it_gives_one_attack_its_dead_and_wounded(text, killed, injured):
    (act,) = found(text)
    counts = {count.of: (count.low, count.high) for count in act.counts}
    assert counts.get("killed") == killed
    assert counts.get("injured") == injured


VOCABULARY = (
    "the rebels attacked Mosul , who was to not killed in an attack by "
    "US forces and said that will on Monday “ ” of talks with 5 "
    "people 's their urged arrested ( ) . ; increase - "
)
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=100), st.lists(WORDS, max_size=40).map(" ".join)))
def test_it_stays_within_any_text(text):
    document, marks = read(text)
    whole = Span(0, max(1, len(text)))
    for trigger in find_triggers(document, marks, ()):
        spans = (trigger.span, *trigger.actors, *trigger.recipients, *trigger.places, *trigger.times)
        assert all(whole.holds(span) for span in spans)
        assert all(whole.holds(count.span) for count in trigger.counts)
    for trend in find_trends(document, marks):
        assert whole.holds(trend.span)


def test_it_reads_a_very_long_sentence_in_linear_time():
    text = "the rebels attacked and the army of Mosul in the town " * 4000
    assert len(find_triggers(*read(text), ())) > 1000


@pytest.mark.parametrize("who", ["soldiers", "rebels", "terrorists", "freedom fighters", "police", "thugs"])
def test_it_codes_the_same_act_alike_whoever_does_it(who):
    (act,) = found(f"On Friday {who} killed four farmers.")
    assert act.type.value == "ASSAULT"
    assert [(c.of, c.low) for c in act.counts] == [("killed", 4)]
