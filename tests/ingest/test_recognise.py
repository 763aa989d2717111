"""What bytes are, by what they hold."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import PageError
from sayso.ingest.recognise import recognise
from sayso.model.page import Media

MAIL = b"Return-Path: <a@x.example>\nFrom: Post <a@x.example>\nSubject: News\nDate: Tue, 13 Jul 2021\n\nBody"


@pytest.mark.parametrize(
    ("content", "name", "media"),
    [
        (b"<!DOCTYPE html><html><p>x</p>", "a.txt", Media.HTML),
        (b"\xef\xbb\xbf  <html lang=en>", "a", Media.HTML),
        ("<!doctype html><p>x".encode("utf-16"), "a", Media.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC ''><html xmlns=''>", "a", Media.HTML),
        (b"<!-- saved --><div><p>a</p></div>", "a", Media.HTML),
        (b"<p>a</p><p>b</p><p>c</p>", "a.html", Media.HTML),
        (b"A town fell.\n\nIt was taken on Tuesday.", "a.html", Media.TEXT),
        (b"He wrote <b>so</b> in a post.", "a", Media.TEXT),
        (b"\n\n{\"id\": \"a\", \"text\": \"b\"}\n{}", "a", Media.LINE),
        (b"\xef\xbb\xbf{\"text\": \"b\"}", "a.dat", Media.LINE),
        (b"{broken\n{\"text\": \"b\"}", "a.jsonl", Media.LINE),
        (b"{an aside} that opens a text", "a.txt", Media.TEXT),
        (MAIL, "a", Media.EMAIL),
        (b"Subject: x\n\nBody", "a.eml", Media.EMAIL),
        (b"From: a reader\nwho wrote in\n\nBody", "a.txt", Media.TEXT),
        ("Ein Satz.".encode("utf-16-le"), "a", Media.TEXT),
        (b"Head\x00line of a text that goes on and on", "a", Media.TEXT),
    ],
)  # fmt: skip
def test_it_recognises(content, name, media):
    assert recognise(content, name) is media


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\t", "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"RIFF....WEBPVP8", "image"),
        (b"<svg xmlns=''><path/></svg>", "image"),
        (b"PK\x03\x04....", "archive"),
        (b"WARC/1.0\r\n", "archive"),
        (bytes(600), "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "feed"),
        (b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "b">]><z>&a;</z>', "xml"),
        (b'{"id": "a"}', "json"),
        (b'{\n  "headline": "a"\n}', "json"),
    ],
)
def test_it_refuses_with_a_reason_and_a_next_step(content, reason):
    with pytest.raises(PageError) as caught:
        recognise(content, "the-file")
    assert caught.value.reason == reason
    assert "the-file" in str(caught.value)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_it_recognises_or_refuses_any_bytes(content):
    with suppress(PageError):
        assert isinstance(recognise(content, "x"), Media)
