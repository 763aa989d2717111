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
