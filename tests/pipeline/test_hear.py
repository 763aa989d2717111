"""One page through all stages."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.model.failure import Failure, Stage
from sayso.model.heard import Heard
from sayso.model.page import Media, Page
from sayso.pipeline.assemble import build
from sayso.pipeline.hear import hear
from sayso.pipeline.settings import Settings

WORDS = (
    "Two officials told Reuters on Monday that police had arrested nine men in Gao.\n\n"
    "The interior ministry denied the report and said nobody had been detained in the town this week.\n"
)
FRENCH = (
    "Deux responsables ont déclaré lundi que la police avait arrêté neuf hommes dans la ville.\n\n"
    "Le ministère de l’intérieur a démenti ces informations et affirmé que personne n’avait été arrêté.\n"
)


@pytest.fixture(scope="module")
def stages():
    return build(Settings(reader="rules"))


def page(words):
    fetched = datetime(2024, 5, 14, tzinfo=UTC)
    content = words if isinstance(words, bytes) else words.encode()
    return Page(name="p", content=content, media=Media.TEXT, source="p.txt", fetched=fetched)


def boom(*_):
    raise RuntimeError("out of order")


def test_it_reads_statements_and_mentions(stages):
    heard = hear(page(WORDS), stages)
    assert isinstance(heard, Heard)
    assert heard.failures == ()
    assert {s.stance.value for s in heard.statements} >= {"asserts", "denies"}
    assert "COERCE" in {m.type.value for m in heard.mentions}


def test_it_keeps_a_page_in_another_language_unread(stages):
    heard = hear(page(FRENCH), stages)
    assert isinstance(heard, Heard)
    assert (heard.statements, heard.mentions) == ((), ())
    assert [f.reason for f in heard.failures] == ["not-english"]
    assert "ministère" in heard.document.text


def test_it_answers_with_a_failure_where_no_document_comes(stages):
    answer = hear(page(b" \n "), stages)
    assert isinstance(answer, Failure)
    assert answer.stage is Stage.INGEST


def test_it_survives_a_mistake_of_ingest(stages):
    answer = hear(page(WORDS), replace(stages, ingest=boom))
    assert isinstance(answer, Failure)
    assert answer.reason == "error"
    assert "RuntimeError" in answer.detail


@pytest.mark.parametrize(
    ("field", "stage"),
    [("annotate", "annotation"), ("statements", "attribution"), ("mentions", "coding"), ("trends", "coding")],
)
def test_it_keeps_what_other_stages_made_when_one_gives_up(stages, field, stage):
    heard = hear(page(WORDS), replace(stages, **{field: boom}))
    assert isinstance(heard, Heard)
    assert [f.stage.value for f in heard.failures] == [stage]
    assert heard.document.text
    if field == "mentions":
        assert heard.statements


def test_it_keeps_a_number_whole_at_the_head_of_a_sentence(stages):
    words = "At least nine people were killed when drones struck a depot near Ajdabiya, officials said.\n"
    heard = hear(page(words), stages)
    assert isinstance(heard, Heard)
    told = [party.who for mention in heard.mentions for party in mention.recipients]
    assert "At least nine people" in told


def test_it_makes_nobody_of_nobody(stages):
    words = "Tunisia has summoned nobody over the attack on the depot, an official said on Tuesday.\n"
    heard = hear(page(words), stages)
    assert isinstance(heard, Heard)
    assert "nobody people" not in {p.who for m in heard.mentions for p in m.recipients}
    assert [m.realis.value for m in heard.mentions if m.type.value == "REQUEST"] == ["denied"]


def test_it_arrests_nobody_in_a_screen_capture(stages):
    words = "Screen capture from a video shown on state television on Tuesday, officials said.\n"
    heard = hear(page(words), stages)
    assert isinstance(heard, Heard)
    assert heard.mentions == ()


def test_it_lets_nobody_act_upon_himself(stages):
    words = (
        "The United Nations mission in Libya condemned Tuesday’s attack on the depot near Ajdabiya. "
        "It called on all sides to resume the talks. The United Nations mission said tanks were no targets.\n"
    )
    heard = hear(page(words), stages)
    assert isinstance(heard, Heard)
    assert heard.mentions
    for mention in heard.mentions:
        assert not {p.who for p in mention.actors} & {p.who for p in mention.recipients}


def test_it_takes_the_state_behind_a_town_for_its_country(stages):
    words = "Police arrested four men in Birmingham, Ala., on Monday after a protest, officials said.\n"
    heard = hear(page(words), stages)
    assert isinstance(heard, Heard)
    assert "Birmingham, United States" in {m.place.name for m in heard.mentions if m.place}


def test_it_dates_the_event_of_an_old_photo_by_its_caption_and_takes_it_for_background(stages):
    caption = "FILE - Gunmen attacked a gate near Sirte, Libya, Jan. 18, 2019. (AP Photo/L. Orvik, File)"
    body = "<p>Police said on Monday that two men had been arrested in Gao after a protest.</p>"
    more = "<p>The ministry denied the report, and said nobody had been held in the town this week.</p>"
    source = (
        '<html><head><meta property="article:published_time" content="2024-05-14T10:00:00Z"></head><body>'
        f"<article><h1>Two men held in Gao after protest</h1><figure><img><figcaption>{caption}</figcaption>"
        f"</figure>{body}{more}</article></body></html>"
    )
    heard = hear(replace(page(source), media=Media.HTML), stages)
    assert isinstance(heard, Heard)
    kinds = {m.trigger.of(heard.document.text): m for m in heard.mentions}
    photo = kinds["attacked"]
    assert photo.when is not None
    assert (photo.when.value, photo.background) == ("2019-01-18", True)
    assert not kinds["arrested"].background
