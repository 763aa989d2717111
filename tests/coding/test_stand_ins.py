from sayso.annotation.annotate import annotate
from sayso.coding.called import called_in
from sayso.coding.parties import party_of
from sayso.coding.referents import Context
from sayso.model.document import Block, BlockKind, Document, Moment
from sayso.model.span import Span
from sayso.model.statement import Number, Voice, VoiceKind


def who(text, words, voice=None, day="2018-06-01"):
    """Whom the last such words of a text mean as a party."""
    start = text.rindex(words)
    document = Document(
        id="d",
        report="r",
        name="n",
        page="p",
        text=text,
        published=Moment(value=day, source="caller"),
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text))),),
    )
    marks = annotate(document)
    context = Context(voice=voice, called=called_in(marks))
    return party_of(document, marks, Span(start, start + len(words)), context).who


def person(name):
    return Voice(who=name, kind=VoiceKind.PERSON, named=True, number=Number.ONE)


def test_it_takes_we_in_the_mouth_of_a_listed_leader_for_the_state():
    text = "Vladimir Putin spoke. “We were attacked,” he said of Russia."
    assert who(text, "We", person("Vladimir Putin")) == "Russia"


def test_it_takes_we_for_the_body_that_stands_beside_the_office():
    text = "Norway’s foreign minister, Ada Brookling, spoke. “We were attacked,” she said."
    assert who(text, "We", person("Ada Brookling")) == "Norway"


def test_it_leaves_we_to_the_speaker_where_no_office_is_told():
    text = "Ada Brookling of the village spoke. “We were attacked,” she said."
    assert who(text, "We", person("Ada Brookling")) == "Ada Brookling"


def test_it_knows_the_president_by_the_day():
    text = "Donald Trump spoke to Angela Merkel. Critics attacked the president."
    assert who(text, "the president") == "Donald Trump"
    assert who(text, "the president", day="2012-06-01") == "president"


def test_it_knows_the_president_of_a_country_among_those_named():
    text = "Emmanuel Macron met Donald Trump. Protesters attacked the French president."
    assert who(text, "the French president") == "Emmanuel Macron"


def test_it_takes_the_militants_for_the_armed_group_named_last():
    text = "Soldiers fought Islamic State near Turkey. Then Ankara bombed the militants."
    assert who(text, "the militants") == "Islamic State"


def test_it_calls_an_armed_group_by_its_fullest_name_in_the_text():
    text = "Islamic State lost the town. Troops captured Isis fighters."
    assert who(text, "Isis fighters") == "Islamic State"
    assert who("The town was lost. Troops captured Isis fighters.", "Isis fighters") == "Isis"


def test_it_calls_a_state_as_the_text_does_where_its_capital_acts():
    assert who("The US was silent. Washington bombed the base.", "Washington") == "US"
    assert who("Planes flew out. Turkish airstrikes hit the town.", "Turkish") == "Turkey"
    assert who("Rebels fired rockets in Ankara.", "Ankara") == "Ankara"


def test_it_takes_an_adjective_with_its_article_for_the_state():
    assert who("Residents fled a Turkish assault on the valley.", "a Turkish") == "Turkey"
