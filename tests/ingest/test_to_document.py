"""Any page becomes a document or a reason, and nothing else."""

import json
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import PageError
from sayso.ingest.recognise import recognise
from sayso.ingest.to_document import to_document
from sayso.model.document import BlockKind
from sayso.model.page import Media, Page

FETCHED = datetime(2021, 7, 14, tzinfo=UTC)
STORY = (
    "ARDUN (Reuters) - Two men were held at the northern gate on Tuesday, the interior ministry said.\r\n\r\n"
    "They were taken to a prison outside the town, where their lawyers were not allowed to see them.\r\n\r\n"
    "A spokesman for the army denied that soldiers had taken part, and called the reports invented.\r\n"
)


def page(content, media=None, **more):
    fields = {"name": "a", "content": content, "source": "a", "fetched": FETCHED}
    return Page(**fields, media=media or recognise(content, "a"), **more)


def laws(doc):
    """What holds of every document."""
    last = 0
    for block in doc.blocks:
        assert last <= block.span.start < block.span.end <= len(doc.text)
        last = block.span.end
    spans = [caption.span for caption in doc.captions] + [note.span for note in doc.corrections]
    spans += [c.credit_span for c in doc.captions if c.credit_span] + [
        c.date_span for c in doc.captions if c.date_span
    ]
    spans += [item.span for item in (*doc.bylines, *doc.wires, *doc.stamps) if item.span]
    assert all(span.end <= len(doc.text) for span in spans)
    doc.text.encode("utf-8")


def html(body):
    head = "<!doctype html><html><head><title>Two held</title></head><body><article><h1>Two held</h1>"
    return f"{head}{body}</article></body></html>"


PARAGRAPHS = "".join(f"<p>{part}</p>" for part in STORY.split("\r\n\r\n"))


def test_it_keeps_plain_text_point_for_point():
    doc = to_document(page(b"\xef\xbb\xbf" + STORY.replace("men", "me\x00n").encode()))
    assert doc.text == STORY.replace("men", "me\ufffdn")
    laws(doc)


def test_it_keeps_the_text_of_a_line_point_for_point():
    line = {
        "id": "a",
        "text": "Two held\n\n" + STORY,
        "title": "Two held",
        "outlet": "Post",
        "published": "2021-07-13",
    }
    doc = to_document(page(json.dumps(line).encode()))
    assert doc.text == line["text"]
    assert (doc.outlet, doc.published.value, doc.title) == ("Post", "2021-07-13", "Two held")
    assert doc.blocks[0].kind is BlockKind.HEADLINE
    assert [wire.agency for wire in doc.wires] == ["Reuters"]
    laws(doc)


def test_it_reads_only_words_that_stand_in_the_text():
    doc = to_document(page(json.dumps({"text": STORY, "title": "Something else"}).encode()))
    assert doc.title == "Something else"
    assert doc.text == STORY
    assert to_document(page(json.dumps({"text": STORY, "published": "unknown"}).encode())).published is None


def test_it_lets_the_command_line_win_over_a_line():
    content = json.dumps({"text": STORY, "outlet": "Post", "published": "2021-07-12"}).encode()
    doc = to_document(page(content, outlet="Gazette", published="2021-07-13"))
    assert (doc.outlet, doc.published.value) == ("Gazette", "2021-07-13")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-32", "cp1252"])
def test_it_reads_html_in_any_encoding(codec):
    doc = to_document(page(html(PARAGRAPHS.replace("invented", "“invented”")).encode(codec)))
    assert "“invented”" in doc.text
    assert [wire.agency for wire in doc.wires] == ["Reuters"]
    laws(doc)


def test_it_reads_shift_jis_that_says_it_is_utf_8():
    words = "首相は火曜日、国会で演説し、政府の新しい計画を発表した。" * 12
    body = '<meta charset="utf-8">' + "".join(f"<p>{words}</p>" for _ in range(4))
    source = html(body).encode("shift_jis")
    with suppress(PageError):  # the extractor counts words between white space
        doc = to_document(page(source))
        assert "首相" in doc.text
        assert doc.language == "ja"


def test_it_reads_nuls_and_surrogates_in_html():
    doc = to_document(page(html(PARAGRAPHS.replace("prison", "pri\x00son &#xD800; &#0;")).encode()))
    assert "prison" in doc.text
    laws(doc)


def test_it_reads_html_nested_deep():
    start = time.perf_counter()
    with suppress(PageError):
        laws(to_document(page(html("<div>" * 100_000 + PARAGRAPHS + "</div>" * 100_000).encode())))
    assert time.perf_counter() - start < 30


def test_it_reads_a_million_words():
    text = ("The men at the gate on Tue. said so to us in an inn. " * 30 + "\n\n") * 2_600
    assert len(text.split()) > 1_000_000
    laws(to_document(page(text.encode())))


@pytest.mark.parametrize("media", [Media.TEXT, Media.LINE])
def test_it_refuses_a_text_beyond_the_limit(media):
    text = "word " * 1_700_000
    content = text.encode() if media is Media.TEXT else json.dumps({"text": text}).encode()
    with pytest.raises(PageError) as caught:
        to_document(page(content, media))
    assert caught.value.reason == "too-long"


def test_it_refuses_a_page_beyond_the_limit(monkeypatch):
    monkeypatch.setattr("sayso.ingest.to_document.PAGE_BYTES", 10)
    with pytest.raises(PageError) as caught:
        to_document(page(STORY.encode()))
    assert caught.value.reason == "too-large"


def test_it_reads_past_an_entity_bomb():
    bomb = '<!DOCTYPE html [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    start = time.perf_counter()
    with suppress(PageError):
        laws(to_document(page(f"<?xml version='1.0'?>{bomb}]>{html(PARAGRAPHS + '&j;')}".encode())))
    assert time.perf_counter() - start < 5


def test_it_dates_no_article_that_does_not_say_its_date():
    assert to_document(page(html(PARAGRAPHS).encode())).published is None
    assert to_document(page(STORY.encode())).published is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=500), st.sampled_from(list(Media)))
def test_it_gives_a_document_or_a_reason(content, media):
    with suppress(PageError):
        laws(to_document(page(content)))
    with suppress(PageError):
        laws(to_document(page(content, media)))


LINES = [
    *STORY.split("\r\n\r\n"),
    *("FILE - A gate, May 5, 2019. (AP Photo/Jo Vane, File)", "(Jo Vane/ AP/ File)", "By Jo Vane, Reuters"),
    *("Correction: the day was wrong.", "14:05 GMT", "3.15pm BST", "Most read", "Two held", "ARDUN —", "—"),
    *("(Reporting by Jo Vane; Editing by Al Ode)", "\x00", "Subscribe to our newsletter", "(ANI)"),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", " "]))
def test_it_keeps_its_laws_in_any_order_of_lines(lines, between):
    text = between.join(lines)
    with suppress(PageError):
        laws(to_document(page(text.encode(), Media.TEXT)))
    with suppress(PageError):
        laws(to_document(page(json.dumps({"text": text, "title": "Two held"}).encode(), Media.LINE)))
    with suppress(PageError):
        laws(to_document(page(html("".join(f"<p>{line}</p>" for line in lines)).encode(), Media.HTML)))
