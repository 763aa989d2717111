"""E-mail: newsletters by their headers and parts, however malformed."""

from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import PageError
from sayso.ingest.email_page import from_email
from sayso.ingest.recognise import recognise
from sayso.ingest.to_document import to_document
from sayso.model.document import BlockKind
from sayso.model.page import Media, Page

STORY = (
    "Two men were held at the northern gate of Ardun on Tuesday, the interior ministry said.\n\n"
    "They were taken to a prison outside the town, where their lawyers were not allowed to see them.\n\n"
    "A spokesman for the army denied that soldiers had taken part, and called the reports invented.\n\n"
)
FOOTER = "You are receiving this because you signed up.\n\nUnsubscribe\n\nArdun Post, 1 Gate Street, Ardun"


def newsletter(*, html=True, text=True, **headers):
    message = EmailMessage()
    fields = {"From": "The Ardun Post <news@ardun.example>", "Subject": "Two held at the gate – “so far”",
              "Date": "Tue, 13 Jul 2021 10:21:05 +0200", "To": "a@b.example"} | headers  # fmt: skip
    for field, value in fields.items():
        message[field] = value
    if text:
        message.set_content(STORY + FOOTER)
    if html:
        body = "".join(f"<p>{part}</p>" for part in (STORY + FOOTER).split("\n\n") if part)
        message.add_alternative(
            f"<html><body><h1>Two men held at the gate of Ardun</h1>{body}</body></html>", subtype="html"
        )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment("An attached text about a bridge.", filename="b.txt")
    return message.as_bytes()


def document(content):
    fetched = datetime(2021, 7, 14, tzinfo=UTC)
    return to_document(
        Page(name="mail", content=content, media=Media.EMAIL, source="mail.eml", fetched=fetched)
    )


@pytest.mark.parametrize("html", [True, False])
def test_it_reads_a_newsletter(html):
    content = newsletter(html=html)
    assert recognise(content, "x") is Media.EMAIL
    doc = document(content)
    assert doc.outlet == "The Ardun Post"
    assert doc.title == "Two held at the gate – “so far”"
    assert (doc.published.value, doc.published.source) == ("2021-07-13T10:21:05+02:00", "e-mail header")
    assert "bridge" not in doc.text
    read = [b.span.of(doc.text) for b in doc.blocks if b.kind is BlockKind.PARAGRAPH]
    assert [words.split()[0] for words in read] == ["Two", "They", "A"]
    assert not any("Unsubscribe" in words or "receiving" in words for words in read)


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("BBC News <x@y.example>", "BBC News"),
        ("Jo Vane from The Guardian <x@y.example>", "The Guardian"),
        ("Reuters Daily Briefing <x@y.example>", "Reuters"),
        ("updates <x@email.nytimes.com>", "The New York Times"),
        ("=?utf-8?q?L=C3=A9_Post?= <x@y.example>", "Lé Post"),
    ],
)
def test_it_knows_the_outlet_by_its_sender(sender, outlet):
    assert document(newsletter(From=sender)).outlet == outlet


def test_it_prefers_the_headline_to_a_subject_that_says_more():
    assert document(newsletter(Subject="Brief: Two men held at the gate of Ardun")).title.startswith("Two")


@pytest.mark.parametrize(
    "date", ["Tue, 35 Jul 2021 10:21:05 +0200", "soon", "", "Tue, 13 Jul 20210 99:00 +0200"]
)
def test_it_takes_no_date_that_cannot_be(date):
    content = newsletter().replace(b"Date: Tue, 13 Jul 2021 10:21:05 +0200", f"Date: {date}".encode())
    assert document(content).published is None


def test_it_reads_no_zone_where_none_is_stated():
    content = newsletter(Date="Tue, 13 Jul 2021 10:21:05 -0000")
    assert document(content).published.value == "2021-07-13T10:21:05"


def test_it_reads_a_lying_charset_and_encoding():
    head = b"From: A <a@b.example>\nSubject: x\nDate: soon\nContent-Type: text/plain; charset=%s\n%s\n"
    body = STORY.replace("prison", "“prison”").encode("cp1252")
    for charset in (b"utf-8", b"nonsense", b'"'):
        for encoding in (
            b"",
            b"Content-Transfer-Encoding: base64\n",
            b"Content-Transfer-Encoding: nonsense\n",
        ):
            with suppress(PageError):
                assert document(head % (charset, encoding) + b"\n" + body).text
    assert "“prison”" in document(head % (b"utf-8", b"") + b"\n" + body).text


def test_it_says_that_there_is_no_text():
    with pytest.raises(PageError) as caught:
        from_email(newsletter(html=False, text=False).split(b"Content-Type: image")[0], name="mail")
    assert caught.value.reason == "no-text"


def test_it_knows_a_page_saved_as_mhtml():
    content = newsletter(
        From="<Saved by Blink>", **{"Snapshot-Content-Location": "https://www.bbc.co.uk/news/1"}
    )
    doc = document(content)
    assert (doc.outlet, doc.url, doc.published) == ("BBC News", "https://www.bbc.co.uk/news/1", None)


@settings(deadline=None)
@given(st.binary(max_size=400), st.integers(0, 800), st.integers(0, 40))
def test_it_reads_or_refuses_any_message(noise, at, cut):
    content = newsletter()
    broken = content[:at] + noise + content[at + cut :]
    for message in (broken, noise, content[: at * 2]):
        with suppress(PageError):
            text, blocks, _ = from_email(message, name="x")
            assert all(block.span.end <= len(text) for block in blocks)
