import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from record.heard_made import TEXT, document, heard, page, put, ruling
from sayso.model.document import Block, BlockKind
from sayso.model.heard import Heard
from sayso.model.span import Span
from sayso.record import rule
from sayso.record.open import open_record
from sayso.record.search import words


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record.sqlite") as opened:
        put(opened, page(outlet="The Orvelle Post"))
        put(opened, page("The mayor Zoë Çelik opened a school.", name="b"))
        yield opened


def test_it_finds_documents_and_the_statements_in_them(record):
    (hit,) = words(record, "drivers killed")
    assert hit.name == "a"
    assert hit.span.of(TEXT) == hit.snippet
    assert [m.of(hit.snippet) for m in hit.marks] == ["drivers", "killed"]
    (said,) = hit.statements
    assert (said.who, [m.of(said.words) for m in said.marks]) == ("witnesses", ["drivers", "killed"])


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("celik", ["b"]),
        ("ZOE Celik", ["b"]),
        ("schools opening", ["b"]),
        ("opened", ["a", "b"]),
        ('"opened a school"', ["b"]),
        ('"school a opened"', []),
        ("school convoy", []),
        ("", []),
        ('"', []),
        ("* OR NEAR(", []),
        ("mayor's", []),
        ("mayor-Zoë", ["b"]),
        ("text:convoy", []),
    ],
)
def test_it_matches_by_words(record, query, names):
    assert sorted(hit.name for hit in words(record, query)) == names


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30) | st.text("\"*()^:-+{}'\\ ANDORNOTNEARab\x00", max_size=30))
@example("\ud800")
@example("a\x00b")
@example("²")
def test_it_never_fails_whatever_is_typed(record, query):
    words(record, query)


def test_it_follows_versions_and_rulings(record):
    assert len(words(record, "drivers")) == 1
    rule.append(record, ruling("reject", heard(page(outlet="The Orvelle Post")).statements[1]))
    assert words(record, "drivers")[0].statements == ()
    put(record, page(TEXT.replace("drivers", "nurses"), outlet="The Orvelle Post", minute=5), _without())
    assert words(record, "drivers") == ()
    assert len(words(record, "nurses")) == 1


def _without():
    a_page = page(TEXT.replace("drivers", "nurses"), outlet="The Orvelle Post", minute=5)
    return Heard(document=document(a_page), reader="rules/1")


def test_it_says_when_only_furniture_has_the_words(record):
    a_page = page("A short note.\nMost popular recipes", name="c")
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, span=Span(0, 13)),
        Block(kind=BlockKind.FURNITURE, span=Span(14, 34)),
    )
    doc = document(a_page)
    put(record, a_page, Heard(document=type(doc)(**_fields(doc) | {"blocks": blocks}), reader="rules/1"))
    (hit,) = words(record, "recipes")
    assert hit.furniture
    assert hit.snippet == "Most popular recipes"


def _fields(noun):
    return {name: getattr(noun, name) for name in noun.__slots__}


def test_it_gives_no_more_than_was_asked_for(record):
    assert len(words(record, "opened", limit=1)) == 1


def test_it_is_not_misled_by_a_text_that_plays_at_being_marked(record):
    put(record, page("A \x02[trick]\x03 of the recipes.", name="d"))
    (hit,) = words(record, "trick")
    assert hit.marks == ()
