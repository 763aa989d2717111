"""evaluate gold and evaluate pages."""

import gzip
import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from invented import invented
from sayso.cli.main import main
from sayso.exchange.heard1 import decode_lines, encode

PAGE = b"""<html lang="en"><head><title>Mill reopens</title></head><body><article><h1>Mill reopens</h1>
<p>The old mill by the river opened its doors again on Monday, the town council said in a statement.</p>
<p>More than two hundred people came to see the wheel turn for the first time in forty years.</p>
</article></body></html>"""
BODY = (
    "The old mill by the river opened its doors again on Monday, the town council said in a statement.",
    "More than two hundred people came to see the wheel turn for the first time in forty years.",
)


def run(*args):
    return CliRunner().invoke(main, ["evaluate", *(str(arg) for arg in args)])


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    other = replace(invented("other"), published="unknown")
    path.write_bytes(encode(invented()) + b"\n" + encode(other) + b"\n")
    return path


def test_it_scores_the_reading_of_annotated_texts(gold):
    told = run("gold", gold)
    assert told.exit_code == 0
    assert told.stdout.startswith("2 documents\n")
    assert "st.origin" in told.stdout


def test_it_tells_the_figures_to_programs(gold):
    figures = json.loads(run("gold", gold, "--json").stdout)
    assert figures["documents"] == 2
    assert set(figures["f1"]["st.found"]) == {"p", "r", "f", "pred", "gold"}
    assert figures["f1"]["st.found"]["gold"] == 6
    assert figures["errors"] == []


def test_it_writes_what_it_heard_so_that_others_can_score_it(gold, tmp_path):
    out = tmp_path / "pred.jsonl"
    run("gold", gold, "--to", out)
    lines = list(decode_lines(out.read_bytes().splitlines()))
    assert [line.id for line in lines] == ["depot", "other"]
    assert [line.published for line in lines] == ["2021-07-13", None]
    assert all(line.text == invented().text for line in lines)
    assert [line.outlet for line in lines] == ["The Example Times"] * 2


def test_it_resolves_no_time_from_publication_where_that_is_not_known(gold, tmp_path):
    out = tmp_path / "pred.jsonl"
    run("gold", gold, "--to", out)
    other = list(decode_lines(out.read_bytes().splitlines()))[1]
    words = {event.when.m: event.when.value for event in other.events if event.when}
    assert words.get(invented().events[1].when.m) is None


def test_it_prints_as_many_errors_as_wanted(gold):
    plain = run("gold", gold).stdout
    assert run("gold", gold, "--errors", 2).stdout.count("\n") <= plain.count("\n") + 2


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "holds no line"),
        (encode(invented()) + b"\n" + encode(invented()), "'depot' 2 times"),
        (b'{"id": "x"}', "gold.jsonl, line 1: Object missing required field text"),
    ],
)
def test_it_explains_what_is_wrong_with_an_annotated_file(tmp_path, content, complaint):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    told = run("gold", path)
    assert told.exit_code == 3
    assert complaint in told.stderr


def test_it_says_that_there_is_no_such_file(tmp_path):
    assert "No such file" in run("gold", tmp_path / "none.jsonl").stderr


def test_it_names_the_readers_that_there_are(gold):
    told = run("gold", gold, "--reader", "oracle")
    assert told.exit_code == 2
    assert "there are: encoder, rules, llm" in told.stderr


@pytest.fixture
def pages(tmp_path):
    for part in ("html", "aeb"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "mill.html.gz").write_bytes(gzip.compress(PAGE))
    body = {"summary": [], "sections": [{"headline": [], "paragraphs": list(BODY)}]}
    truth = {"body": body, "authors": [], "images": [], "publishing_date": None}
    row = {
        "file": "html/mill.html.gz",
        "url": "https://post.example/mill",
        "publisher": "Post",
        "truth": truth,
    }
    (tmp_path / "typed.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    bodies = {"mill": {"articleBody": "\n\n".join(BODY), "url": "https://post.example/mill"}}
    (tmp_path / "aeb-truth.json").write_text(json.dumps(bodies), encoding="utf-8")
    return tmp_path


def test_it_scores_pages_beside_the_peer(pages):
    told = run("pages", pages)
    assert told.exit_code == 0
    assert "trafilatura" in told.stdout
    assert "paragraphs" in told.stdout
    figures = json.loads(run("pages", pages, "--json").stdout)
    assert figures["typed"]["sayso"]["paragraphs"] == 1
    assert figures["body"]["sayso"]["f1"] == 1


def test_it_writes_pages_in_the_form_of_their_corpora(pages, tmp_path):
    run("pages", pages, "--to", tmp_path / "pred.jsonl")
    (line,) = map(json.loads, (tmp_path / "pred.jsonl").read_text(encoding="utf-8").splitlines())
    assert line["file"] == "html/mill.html.gz"
    assert line["paragraphs"] == list(BODY)
    bodies = json.loads((tmp_path / "pred-aeb.json").read_text(encoding="utf-8"))
    assert bodies["mill"]["articleBody"].startswith("The old mill")
