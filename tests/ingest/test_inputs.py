"""Inputs: what files, folders, globs and streams hold, and what is said of those that hold nothing."""

import gzip
import io
import json
import os
import time
import tracemalloc
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest.inputs import pages
from sayso.model.failure import Failure, Stage
from sayso.model.page import Media, Page

NOW = datetime(2021, 7, 14, 9, tzinfo=UTC)


def read(*inputs, stdin=None, outlet=None, published=None):
    words = [str(item) for item in inputs]
    return list(pages(words, outlet=outlet, published=published, stdin=stdin, now=lambda: NOW))


def names(found):
    return [item.name for item in found]


def reasons(found):
    return [item.reason for item in found if isinstance(item, Failure)]


def test_it_reads_files_folders_and_globs_in_order(tmp_path):
    for name in ("b.txt", "a.html", "in/c.txt", "in/.hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Two men were held.")
    assert names(read(tmp_path)) == ["a", "b", "c"]
    assert names(read(tmp_path / "b.txt", tmp_path / "a.html")) == ["b", "a"]
    assert names(read(f"{tmp_path}/**/*.txt")) == ["b", "c"]
    assert names(read(tmp_path / "b.txt", tmp_path)) == ["b", "a", "c"]  # once, where it is named first


def test_it_fills_a_page_with_what_the_caller_says(tmp_path):
    (tmp_path / "a.txt").write_text("Two men were held.")
    (page,) = read(tmp_path / "a.txt", outlet="The Ardun Post", published="2021-07-13")
    assert page == Page(
        name="a",
        content=b"Two men were held.",
        media=Media.TEXT,
        source=str(tmp_path / "a.txt"),
        fetched=NOW,
        outlet="The Ardun Post",
        published="2021-07-13",
    )


def test_it_never_takes_the_date_of_a_file(tmp_path):
    (tmp_path / "a.txt").write_text("Two men were held.")
    os.utime(tmp_path / "a.txt", (0, 0))
    (page,) = read(tmp_path)
    assert page.published is None


def test_it_names_pages_apart(tmp_path):
    for name in ("x/a.txt", "y/a.txt", "y/a.html", "b.html.gz", "c"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        data = b"Two men were held."
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert names(read(tmp_path)) == ["b", "c", "x/a.txt", "y/a.html", "y/a.txt"]
    assert names(read(tmp_path / "x", tmp_path / "y/a.txt")) == ["x/a", "y/a"]


def test_it_reads_each_line_of_jsonl(tmp_path):
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "one", "text": "a"}\r\n\n{"text": "b"}\n{broken\n{"id": 7, "text": ""}'
    )
    found = read(path)
    assert names(found) == ["one", "corpus:3", "corpus:4", "corpus:5"]
    assert {item.media for item in found} == {Media.LINE}
    assert found[0].content == b'{"id": "one", "text": "a"}'
    assert found[1].source == f"{path}, line 3"


def test_it_reads_jsonl_from_gzip_and_from_stdin(tmp_path):
    data = b'{"id": "one", "text": "a"}\n{"id": "two", "text": "b"}\n'
    (tmp_path / "corpus.jsonl.gz").write_bytes(gzip.compress(data))
    assert names(read(tmp_path)) == ["one", "two"]
    assert names(read("-", stdin=io.BytesIO(data))) == ["one", "two"]
    (page,) = read("-", stdin=io.BytesIO(b"Two men were held."))
    assert (page.name, page.source, page.media) == ("stdin", "-", Media.TEXT)


def test_it_reads_a_first_line_longer_than_its_first_look(tmp_path):
    line = json.dumps({"id": "long", "text": "word " * 40_000})
    (tmp_path / "a.jsonl").write_text(line + '\n{"id": "two", "text": "b"}')
    (tmp_path / "b").write_text(json.dumps({"id": "three", "text": "word " * 40_000}))
    assert names(read(tmp_path)) == ["long", "two", "three"]


def test_it_names_both_places_of_a_duplicate_id(tmp_path):
    lines = '{"id": "one", "text": "a"}\n{"id": "one", "text": "b"}\n{"id": "b", "text": "c"}'
    (tmp_path / "a.jsonl").write_text(lines)
    (tmp_path / "b.txt").write_text("Two men were held.")
    found = read(tmp_path)
    assert names(found) == ["one", "one", "b", "b"]
    assert reasons(found) == ["duplicate-id", "duplicate-id"]
    assert "a.jsonl, line 1 and" in found[1].detail
    assert "a.jsonl, line 2" in found[1].detail
    assert found[1].stage is Stage.INPUT


def test_it_says_why_there_is_no_page_and_goes_on(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(b"<html>" * 99)[:20])
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "z.txt").write_text("Two men were held.")
    found = read(tmp_path, tmp_path / "missing.txt", f"{tmp_path}/*.xyz", "nul\x00")
    said = "archive binary empty image loop missing missing missing no-file no-match"
    assert sorted(reasons(found)) == said.split()
    assert names(found).count("z") == 1
    assert all(item.detail for item in found if isinstance(item, Failure))
    assert next(i for i in found if i.name == "photo").page  # the bytes were had: they can be found again


def test_it_says_that_a_file_cannot_be_read(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Two men were held.")
    (tmp_path / "b.txt").write_text("Two men were held.")
    kept = type(tmp_path).open

    def refuse(path, *args, **kwargs):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return kept(path, *args, **kwargs)

    monkeypatch.setattr(type(tmp_path), "open", refuse)
    found = read(tmp_path)
    assert (reasons(found), names(found)) == (["unreadable"], ["a", "b"])


def test_it_fails_at_once_without_inputs():
    with pytest.raises(InputError):
        read()


def test_it_says_that_a_folder_is_empty(tmp_path):
    assert reasons(read(tmp_path)) == ["no-files"]


def test_it_refuses_a_huge_file_by_its_size(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.write(b"Two men were held. " * 100)
        file.truncate(300_000_000)
    start = time.perf_counter()
    assert reasons(read(tmp_path)) == ["too-large"]
    assert time.perf_counter() - start < 2


def test_it_refuses_a_bomb(tmp_path):
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(bytes(60_000_000)))
    assert reasons(read(tmp_path)) == ["too-large"]


def test_it_holds_one_line_of_jsonl_at_a_time(tmp_path):
    line = json.dumps({"text": "word " * 2_000}).encode() + b"\n"
    with (tmp_path / "corpus.jsonl").open("wb") as file:
        for _ in range(2_000):  # 20 MB
            file.write(line)
    tracemalloc.start()
    count = sum(1 for _ in pages([str(tmp_path)], outlet=None, published=None, stdin=None, now=lambda: NOW))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2_000
    assert peak < 3_000_000


def test_it_passes_over_a_line_that_is_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.ingest.inputs.PAGE_BYTES", 1_000)
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n{"text": "' + "b" * 5_000 + '"}\n{"text": "c"}\n')
    found = read(tmp_path)
    assert names(found) == ["a:1", "a:2", "a:3"]
    assert reasons(found) == ["too-large"]


@settings(deadline=None)
@given(st.lists(st.binary(max_size=60), max_size=8))
def test_it_counts_every_input(tmp_path_factory, contents):
    folder = tmp_path_factory.mktemp("in")
    for i, content in enumerate(contents):
        (folder / f"{i}.txt").write_bytes(content)
    found = read(folder)
    lines = [i for i in found if isinstance(i, Page) and i.media is Media.LINE]
    files = {page.source.split(",")[0] for page in lines}  # a file may hold many
    assert len(found) - len(lines) + len(files) == max(1, len(contents))


def test_it_passes_over_what_lies_beside_reports(tmp_path):
    (tmp_path / "report.txt").write_text("Police said two men were held.", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Reports", encoding="utf-8")
    (tmp_path / "settings.toml").write_text("a = 1", encoding="utf-8")
    (tmp_path / "out.jsonl").write_text('{"format":"heard/1","id":"a","text":"Words."}\n', encoding="utf-8")
    (tmp_path / "sayso.sqlite").write_bytes(b"SQLite format 3\x00")
    (tmp_path / "sayso.sqlite-wal").write_bytes(b"x")
    found = pages([str(tmp_path)], outlet=None, published=None, stdin=None, now=lambda: NOW)
    assert [page.name for page in found] == ["report"]


def test_it_reads_what_is_named_whatever_its_suffix(tmp_path):
    (tmp_path / "README.md").write_text("Police said two men were held.", encoding="utf-8")
    path = str(tmp_path / "README.md")
    found = pages([path], outlet=None, published=None, stdin=None, now=lambda: NOW)
    assert [page.name for page in found] == ["README"]
