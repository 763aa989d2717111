"""Lines of JSONL: the caller's text, code point for code point."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import PageError
from sayso.ingest.jsonl import id_of, read_line


def test_it_reads_a_line():
    line = read_line(b'{"id": "a", "text": "b\\r\\nc", "outlet": "Post", "other": [1]}', "x")
    assert (line.id, line.text, line.outlet, line.published) == ("a", "b\r\nc", "Post", None)


def test_it_keeps_offsets_where_it_must_replace():
    assert read_line(b'{"text": "a\\ud800b\\u0000c\\ud83d\\ude00"}', "x").text == "a\ufffdb\ufffdc😀"


@pytest.mark.parametrize(
    "content",
    [
        b"{broken",
        b"[]",
        b"7",
        b'{"id": "a"}',
        b'{"text": 7}',
        b'{"text": null}',
        b'{"text": "a", "id": 7}',
        b'{"text": "a", "outlet": ["b"]}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_it_says_what_is_wrong_with_a_line(content):
    with pytest.raises(PageError, match="corpus, line 3") as caught:
        read_line(content, "corpus, line 3")
    assert caught.value.reason == "bad-line"
    assert id_of(content) is None or b'"id": "a"' in content


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_it_keeps_any_text_point_for_point(text):
    kept = read_line(json.dumps({"text": text}).encode(), "x").text
    joined = json.loads(json.dumps(text))  # two halves of a surrogate pair are one code point in JSON
    assert len(kept) == len(joined)
    assert all(a == b or a == "\ufffd" for a, b in zip(kept, joined, strict=True))
