"""heard/1 lines: as bytes, as types, as nouns."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from invented import TEXT, invented, unread
from sayso.errors import InputError
from sayso.exchange.heard1 import decode, decode_lines, encode, spans
from sayso.exchange.heard1_read import from_line
from sayso.exchange.heard1_types import HeardLine, StatementLine
from sayso.exchange.heard1_write import to_line
from sayso.exchange.schema import main, schema_json
from sayso.model.document import BlockKind
from sayso.model.mention import Count
from sayso.model.page import Media, Page
from sayso.model.statement import Quoted, Stance

SCHEMA = Path(__file__).parents[2] / "docs" / "heard-1.schema.json"
DESIGN_ORDER = (
    "format, id, document, text, outlet, published, updated, language, page, bylines, wires, corrections, "
    "captions, blocks, statements, events, trends, failures, annotator"
)


@pytest.mark.parametrize("line", [invented(), unread()], ids=["full", "unread"])
def test_it_comes_back_from_bytes_as_it_was(line):
    assert decode(encode(line)) == line


def test_it_writes_the_keys_in_the_order_of_the_design():
    told = json.loads(encode(invented()))
    assert ", ".join(told) == DESIGN_ORDER
    assert list(told["statements"][0]) == ["id", "content", "stance", "quoted", "hedges", "p", "chain"]
    assert list(told["statements"][0]["chain"][0]) == [
        "who",
        "id",
        "m",
        "cue",
        "kind",
        "named",
        "n",
        "hedges",
    ]
    assert list(told["events"][0])[:6] == ["id", "trigger", "type", "mode", "actor", "recipient"]
    assert list(told["events"][0])[-5:] == ["realis", "statement", "background", "same_as", "p"]


def test_it_writes_what_is_not_known_as_null_and_leaves_out_what_only_corpora_have():
    told = json.loads(encode(replace(invented(), outlet=None)))
    assert told["outlet"] is None
    assert "sentences" not in told


@pytest.mark.parametrize("line", [invented(), unread()], ids=["full", "unread"])
def test_it_comes_back_from_the_nouns_as_it_was(line):
    page = (
        Page(name=line.id, content=b"x", media=Media.TEXT, source="-", fetched=line.page.fetched)
        if line.page
        else None
    )
    back = to_line(from_line(line), page)
    if line.document is None:
        back = replace(back, document=None, page=None)
    assert back == line


def test_it_reads_the_nouns_out_of_a_line():
    heard = from_line(invented())
    assert heard.reader == "rules/1"
    assert heard.mentions[1].killed == Count(low=5, high=None)
    assert heard.statements[0].origin.voice.who == "several militia sources"
    assert heard.statements[0].made.version == "1"
    assert [b.kind for b in heard.document.blocks][:2] == [BlockKind.HEADLINE, BlockKind.CAPTION]
    assert heard.document.kind_at(len(TEXT) - 1) is BlockKind.FURNITURE


def test_it_takes_unknown_for_no_time():
    assert from_line(replace(invented(), published="unknown")).document.published is None


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            '"stance":"asserts"',
            '"stance":"mutters"',
            r"line 7: Invalid enum value 'mutters' - at \$.statements\[0\].stance",
        ),
        ('"chain":[{"who"', '"chain":[{"whom"', r"line 7: .*who.* - at \$.statements\[0\].chain\[0\]"),
        ('"format":"heard/1"', '"format":"heard/2"', r"line 7: Invalid enum value 'heard/2' - at \$.format"),
        ('"p":0.9', '"p":9', r"line 7: .*<= 1.* - at \$.statements\[0\].p"),
        ('{"format"', '["format"', "line 7: Expected object, got array"),
    ],
)
def test_it_names_line_and_place_of_a_mistake(old, new, complaint):
    raw = encode(invented()).decode()
    assert old in raw
    with pytest.raises(InputError, match=complaint):
        decode(raw.replace(old, new, 1), 7)


def with_content(*span: int) -> HeardLine:
    line = invented()
    return replace(line, statements=(replace(line.statements[0], content=(span,)), *line.statements[1:]))


@pytest.mark.parametrize(
    ("span", "complaint"),
    [
        ((5, 5), r"the span \[5, 5\) is empty or reversed - at \$.statements\[0\].content\[0\]"),
        ((9, 5), r"the span \[9, 5\) is empty or reversed"),
        ((0, len(TEXT) + 1), rf"ends beyond the text, which has {len(TEXT)}"),
        ((-1, 5), r"Expected int >= 0 - at \$.statements\[0\].content\[0\]\[0\]"),
        ((1, 2, 3), r"length 2 - at \$.statements\[0\].content\[0\]"),
    ],
)
def test_it_refuses_a_span_that_is_none(span, complaint):
    with pytest.raises(InputError, match=complaint):
        decode(encode(with_content(*span)))


DEEP = b'{"id":"a","text":"b","x":' + b"[" * 100_000


@pytest.mark.parametrize("raw", [b"\xff\xfe{}", b"", b"null", b"{}", DEEP, b'{"id":"a","text":"\\ud800"}'])
def test_it_explains_what_is_no_line_at_all(raw):
    with pytest.raises(InputError, match=r"x\.jsonl, line 3: "):
        decode(raw, 3, "x.jsonl")


def test_it_refuses_blocks_that_overlap_and_times_that_are_none():
    line = invented()
    with pytest.raises(InputError, match=r"depot: blocks overlap: headline \[0, 36\) and caption"):
        from_line(replace(line, blocks={BlockKind.HEADLINE: ((0, 36),), BlockKind.CAPTION: ((30, 40),)}))
    with pytest.raises(InputError, match=r"'next week' is no ISO 8601 day or time - at \$.published"):
        from_line(replace(line, published="next week"))
    with pytest.raises(InputError, match="low <= high"):
        from_line(replace(line, events=(replace(line.events[0], killed=(5, 2)),)))


def test_it_reads_a_file_line_by_line_and_passes_over_empty_ones():
    raw = encode(invented("a")) + b"\n\n" + encode(invented("b")) + b"\n"
    assert [line.id for line in decode_lines(raw.split(b"\n"))] == ["a", "b"]


def test_it_sees_every_span_of_a_line():
    found = dict(spans(invented()))
    assert found["$.events[1].when.m"] == invented().events[1].when.m
    raw = encode(invented()).decode()
    pairs = json.loads(raw, object_pairs_hook=list)
    assert len(found) == sum(1 for _ in numbers(pairs)) - 1  # less `killed`, the one pair that is no span

    assert "$.events[1].killed" not in found


def numbers(value):
    """Every [int, int or null] of a parsed JSON value."""
    if isinstance(value, list):
        if len(value) == 2 and isinstance(value[0], int) and isinstance(value[1], int | None):
            yield value
        else:
            for item in value:
                yield from numbers(item)
    elif isinstance(value, tuple):
        yield from numbers(value[1])


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@given(st.data())
def test_it_round_trips_any_text_and_any_span_in_it(data):
    text = data.draw(texts)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    hop = replace(invented().statements[0].chain[0], m=(start, end), cue=None, who=data.draw(texts))
    statement = StatementLine(
        id="S1", content=((start, end),), stance=Stance.ASSERTS, quoted=Quoted.DIRECT, chain=(hop,)
    )
    line = HeardLine(id=data.draw(texts), text=text, statements=(statement,))
    back = decode(encode(line))
    assert back == line
    heard = from_line(back)
    assert heard.statements[0].content[0].of(heard.document.text) == text[start:end]
    assert decode(encode(to_line(heard))).statements == line.statements


@given(st.binary(max_size=80))
def test_it_answers_any_bytes_with_a_line_or_an_input_error(raw):
    with suppress(InputError):
        assert isinstance(decode(raw), HeardLine)


def test_its_schema_is_the_published_one():
    assert SCHEMA.read_text(encoding="utf-8") == schema_json(), (
        "run `sayso schema --to docs/heard-1.schema.json`"
    )


def test_its_schema_is_written_to_a_file(tmp_path):
    main(str(tmp_path / "s.json"))
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["title"] == "heard/1"


@pytest.mark.parametrize("line", [invented(), unread()], ids=["full", "unread"])
def test_its_schema_holds_for_its_lines(line):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(encode(line)))


def test_its_schema_refuses_what_the_types_refuse():
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    told = json.loads(encode(invented()))
    told["blocks"]["sidebar"] = []
    told["statements"][0]["chain"] = []
    assert sorted(e.json_path for e in validator.iter_errors(told)) == ["$.blocks", "$.statements[0].chain"]
