"""The example reports: what they state is what ingest finds."""

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.ingest.inputs import pages
from sayso.ingest.to_document import to_document
from sayso.lexicon.agencies import agency_of, find_agencies
from sayso.model.document import BlockKind, Document
from sayso.model.page import Page

FOLDER = Path(__file__).parents[1] / "examples"
REPORTS = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))["report"]


def document_of(row: dict) -> Document:
    plain = row["file"].endswith(".txt")
    (page,) = pages(
        [str(FOLDER / row["file"])],
        outlet=row["outlet"] if plain else None,  # a plain scrape does not say it: the caller does
        published=None,
        stdin=None,
        now=lambda: datetime(2024, 6, 1, tzinfo=UTC),
    )
    assert isinstance(page, Page), page
    return to_document(page)


@pytest.fixture(params=REPORTS, ids=lambda row: row["file"], scope="module")
def report(request):
    return request.param, document_of(request.param)


def words(document: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


def test_it_says_on_its_face_that_it_is_invented():
    for row in REPORTS:
        content = (FOLDER / row["file"]).read_bytes()
        assert b"invented report" in content or b"rapport invent" in content.lower(), row["file"]


def test_it_finds_the_outlet(report):
    row, document = report
    assert document.outlet == row["outlet"]


def test_it_finds_the_title(report):
    row, document = report
    assert document.title == row["title"]


def test_it_finds_the_time_of_publication_or_none(report):
    row, document = report
    told = document.published.value if document.published else None
    expected = row.get("published")
    if expected is None or told is None:
        assert told == expected
    else:
        assert told[:10] == expected[:10]
        if "+" in expected[10:] or expected.endswith("Z"):
            assert datetime.fromisoformat(told) == datetime.fromisoformat(expected)


def test_it_finds_the_agencies_that_are_credited(report):
    row, document = report
    assert {wire.agency for wire in document.wires} == set(row.get("wires", []))


def test_it_finds_every_paragraph_and_no_other(report):
    row, document = report
    found = words(document, BlockKind.PARAGRAPH) + words(document, BlockKind.LIST_ITEM)
    assert len(found) == row["paragraphs"], "\n".join(f[:70] for f in found)


def test_it_finds_the_captions_with_their_own_dates(report):
    row, document = report
    found = [(c.span.of(document.text), c.date) for c in document.captions]
    expected = row.get("captions", [])
    assert len(found) == len(expected), found
    for (text, date), caption in zip(found, expected, strict=True):
        assert " ".join(text.split()).startswith(" ".join(caption["first"].split()))
        assert date == caption.get("date")


def test_it_finds_whose_pictures_they_are(report):
    row, document = report
    found = [agencies_in(caption.credit or "") for caption in document.captions]
    assert found == [{c["credit"]} if "credit" in c else set() for c in row.get("captions", [])]


def agencies_in(credit: str) -> set[str]:
    pieces = [piece for piece in re.split(r"[/,|]|\bvia\b", credit) if piece.strip()]
    named = {agency for piece in pieces if (agency := agency_of(piece, short=True))}
    return named or {agency for _, _, agency in find_agencies(credit)}


def test_it_finds_who_signs(report):
    row, document = report
    assert [byline.who for byline in document.bylines] == row["bylines"]
    for byline in document.bylines:
        assert byline.span is not None  # all are printed on their pages
        assert byline.span.of(document.text).casefold() == byline.who.casefold()


def test_it_finds_when_the_page_was_updated(report):
    row, document = report
    told = document.updated and document.updated.instant
    expected = row.get("updated")
    assert told == (datetime.fromisoformat(expected) if expected else None)


def test_it_finds_the_correction_whole(report):
    row, document = report
    found = [" ".join(c.span.of(document.text).split()) for c in document.corrections]
    assert found == ([row["correction"]] if "correction" in row else [])


def test_it_tells_the_language(report):
    row, document = report
    assert document.language == row["language"]


def test_it_tells_caption_from_caption_said_again(report):
    _, document = report
    blocks = [block for block in document.blocks if block.kind is BlockKind.CAPTION]
    said = [" ".join(block.span.of(document.text).split()) for block in blocks]
    repeats = [block.repeat for block in blocks]
    assert repeats == [words in said[:place] for place, words in enumerate(said)]


def test_it_keeps_furniture_out_of_what_is_read(report):
    _, document = report
    read = " ".join(words(document, BlockKind.PARAGRAPH)).lower()
    for phrase in ("invented report", "most read", "sign me up", "cookie", "subscribe", "terms of use"):
        assert phrase not in read
