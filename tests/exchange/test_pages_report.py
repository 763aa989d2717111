"""A folder of known pages is read, told and scored."""

import gzip
import json
from datetime import UTC, datetime

import pytest

from sayso.errors import InputError, PageError
from sayso.exchange.pages import evaluate_pages, split_credit
from sayso.ingest.to_document import to_document
from sayso.model.document import Caption
from sayso.model.span import Span

PAGE = """<html lang="en"><head><title>Mill reopens</title>
<meta property="article:published_time" content="2024-03-04T10:15:20+01:00">
<meta name="author" content="Mara Quill"></head>
<body><article><h1>Mill reopens</h1><p>The old mill by the river opened its doors again on Monday, the
town council said in a statement.</p>
<figure><img src="m.jpg">
<figcaption>The mill by night (Ivo Tarn/Harbour Post)</figcaption></figure>
<p>More than two hundred people came to see the wheel turn for the first time in forty years.
</p><p>The council paid for half of the work, and the rest was raised by the people of the town.</p></article>
</body></html>"""
BODY = (
    "The old mill by the river opened its doors again on Monday, the town council said in a statement.",
    "More than two hundred people came to see the wheel turn for the first time in forty years.",
    "The council paid for half of the work, and the rest was raised by the people of the town.",
)
TRUTH = {
    "authors": ["Mara Quill"],
    "body": {"summary": [], "sections": [{"headline": [], "paragraphs": list(BODY)}]},
    "images": [{"caption": "The mill by night", "authors": ["Ivo Tarn"]}, {"caption": None}],
    "publishing_date": "2024-03-04 10:15:20+01:00",
}
NOW = datetime(2024, 6, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    for part in ("html", "aeb"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "mill.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    row = {
        "file": "html/mill.html.gz",
        "url": "https://post.example/mill",
        "publisher": "Post",
        "truth": TRUTH,
    }
    (tmp_path / "typed.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    truth = {"mill": {"articleBody": "\n\n".join(BODY), "url": "https://post.example/mill"}}
    (tmp_path / "aeb-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    return tmp_path


def test_it_reads_tells_and_scores_both_parts(folder):
    report = evaluate_pages(folder, to_document, now=NOW)
    assert report.failures == ()
    assert report.typed is not None
    assert (report.typed.paragraphs, report.typed.precision, report.typed.captions) == (1, 1, 1)
    assert (report.typed.published, report.typed.authors, report.typed.caption_precision) == (1, 1, 1)
    assert report.body is not None
    assert report.body.f1 == 1
    assert report.typed_peer is not None
    assert report.body_peer is not None
    typed, body = report.predictions
    assert typed.captions[0].text == "The mill by night"
    assert typed.captions[0].credit == "Ivo Tarn/Harbour Post"
    assert body.id == "mill"


def test_it_takes_either_part_alone_and_counts_steps(folder):
    (folder / "typed.jsonl").unlink()
    steps = []
    report = evaluate_pages(folder, to_document, step=lambda: steps.append(1), now=NOW)
    assert report.typed is None
    assert report.body is not None
    assert len(steps) == 1


def test_it_keeps_a_failure_for_each_page_without_an_article(folder):
    def refuse(page):
        raise PageError("no-article", "nothing here: save it again")

    report = evaluate_pages(folder, refuse, now=NOW)
    assert [failure.name for failure in report.failures] == ["html/mill.html.gz", "mill"]
    assert report.body is not None
    assert report.body.recall == 0


def test_it_says_what_a_folder_should_hold(tmp_path):
    with pytest.raises(InputError, match="folder of saved pages"):
        evaluate_pages(tmp_path, to_document)
    (tmp_path / "typed.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        evaluate_pages(tmp_path, to_document)


@pytest.mark.parametrize(
    ("words", "credit", "text"),
    [
        ("The mill by night (Photo: Ivo Tarn)", "Ivo Tarn", "The mill by night"),
        ("The mill by night. Photo by Ivo Tarn / Post", "Ivo Tarn / Post", "The mill by night."),
        ("Photograph: Ivo Tarn", "Ivo Tarn", ""),
        ("The mill by night", None, "The mill by night"),
        ("Illustration by Ivo Tarn", None, ""),
    ],
)
def test_it_tells_credit_and_caption_apart(words, credit, text):
    at = words.find(credit) if credit else 0
    span = Span(at, at + len(credit)) if credit else None
    caption = Caption(span=Span(0, len(words)), credit=credit, credit_span=span)
    assert split_credit(words, caption).text == text
