"""sayso read: what a user types, on good and bad input, in processes of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.invented import html, lines
from sayso.record import read as records
from sayso.record.compare import differences
from sayso.record.open import open_record

GOOD = "Two officials told Reuters on Monday that police had arrested nine men in Gao on Sunday.\n"


def sayso(*words, cwd, stdin=None, **more):
    command = [sys.executable, "-m", "sayso.cli.main", *map(str, words)]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, **more)


def summary(done):
    return json.loads(done.stdout)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "in" / "page.html").write_text(html(1), encoding="utf-8")
    return tmp_path


def test_it_makes_a_record_in_the_working_folder(folder):
    done = sayso("read", "in", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert b"2 documents (2 new)" in done.stderr
    assert (folder / "sayso.sqlite").exists()
    assert b"Reuters" in sayso("show", cwd=folder).stdout


def test_it_writes_no_record_with_to_alone(folder):
    done = sayso("read", "in", "--to", "out.jsonl", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert not (folder / "sayso.sqlite").exists()
    told = [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in told] == ["good", "page"]
    assert told[0]["text"] == GOOD
    assert told[0]["published"] is None


def test_it_reads_standard_input_and_what_the_caller_says_of_it(folder):
    said = ["--outlet", "The Bench", "--published", "2024-05-14", "--to", "-"]
    (line,) = sayso("read", "-", *said, cwd=folder, stdin=GOOD.encode()).stdout.splitlines()
    told = json.loads(line)
    assert (told["outlet"], told["published"]) == ("The Bench", "2024-05-14")
    assert [event["when"]["value"] for event in told["events"]] == ["2024-05-12"]  # "on Sunday"


def test_it_invents_no_date_where_none_is_said(folder):
    (line,) = sayso("read", "-", "--to", "-", cwd=folder, stdin=GOOD.encode()).stdout.splitlines()
    told = json.loads(line)
    assert told["published"] is None
    assert [e["when"]["value"] for e in told["events"] if e["when"]] in ([], [None])


def test_it_changes_nothing_when_it_reads_the_same_again(folder):
    sayso("read", "in", "--record", "a.sqlite", cwd=folder)
    sayso("read", "in", "--record", "b.sqlite", cwd=folder)
    again = sayso("read", "in", "--record", "b.sqlite", "--json", cwd=folder)
    assert summary(again)["outcomes"] == {"unchanged": 2}
    with open_record(folder / "a.sqlite") as one, open_record(folder / "b.sqlite") as other:
        assert differences(one, other) == ()


def test_it_keeps_both_versions_of_a_changed_page(folder):
    sayso("read", "in/page.html", cwd=folder)
    page = folder / "in" / "page.html"
    page.write_text(page.read_text(encoding="utf-8").replace("the", "our"), encoding="utf-8")
    assert summary(sayso("read", "in/page.html", "--json", cwd=folder))["outcomes"] == {"version": 1}
    with open_record(folder / "sayso.sqlite") as record:
        assert len(list(records.all_heard(record))) == 1
        assert len(list(records.all_heard(record, current=False))) == 2


def test_it_gives_the_same_record_whatever_the_order_and_the_number_of_workers(folder):
    (folder / "many.jsonl").write_text("\n".join(lines(30)), encoding="utf-8")
    sayso("read", "many.jsonl", "in", "--record", "a.sqlite", cwd=folder)
    done = sayso("read", "in", "many.jsonl", "--record", "b.sqlite", "--jobs", 2, cwd=folder)
    assert done.returncode == 0, done.stderr
    with open_record(folder / "a.sqlite") as one, open_record(folder / "b.sqlite") as other:
        assert differences(one, other) == ()


def test_it_tells_the_failures_and_goes_on(folder):
    bad = folder / "in"
    (bad / "empty.txt").write_bytes(b"")
    (bad / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (bad / "noise.dat").write_bytes(bytes(range(256)) * 20)
    with (bad / "huge.txt").open("wb") as huge:
        huge.truncate(300_000_000)
    (bad / "deep.html").write_text("<div>" * 100_000 + GOOD, encoding="utf-8")
    (bad / "lines.jsonl").write_text(
        '{"id": "a", "text": "Police denied it."}\n{"id": "a", "text": "Again."}\n{"id": 3}\nnone\n',
        encoding="utf-8",
    )
    done = sayso("read", "in", "missing.txt", "no*match", "--json", cwd=folder)
    told = summary(done)
    assert done.returncode == 1
    assert told["inputs"] == told["documents"] + told["failed_inputs"]
    reasons = {failure["name"]: failure["reason"] for failure in told["failures"]}
    assert {reasons[name] for name in ("empty", "picture", "noise", "huge")} == {
        "empty", "image", "binary", "too-large",
    }  # fmt: skip
    assert reasons["a"] == "duplicate-id"
    assert {"missing.txt", "no*match"} <= set(reasons)
    kept = sayso("show", "failures", "--json", cwd=folder)
    assert b"duplicate-id" in kept.stdout


def test_it_ends_with_3_where_nothing_could_be_read(folder):
    assert sayso("read", "missing.txt", cwd=folder).returncode == 3


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["read"], 3),
        (["read", "in", "--reader", "oracle"], 2),
        (["read", "in", "--jobs", "0"], 2),
        (["read", "in", "--record", "in/good.txt"], 4),
        (["read", "in", "--to", "no/such/folder.jsonl"], 2),
    ],
)
def test_it_ends_with_a_documented_code_and_one_line(folder, words, code):
    done = sayso(*words, cwd=folder)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stderr


def test_it_says_that_the_disk_is_full(folder):
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this machine")
    command = [sys.executable, "-m", "sayso.cli.main", "read", "in", "--to", "-"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode != 0
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_it_keeps_what_was_read_when_it_is_interrupted(folder):
    (folder / "many.jsonl").write_text("\n".join(lines(4000)), encoding="utf-8")
    command = [sys.executable, "-m", "sayso.cli.main", "read", "many.jsonl"]
    run = subprocess.Popen(  # a shell's background jobs ignore SIGINT, and their children would
        command,
        cwd=folder,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - one thread
    )
    record = folder / "sayso.sqlite-wal"
    for _ in range(200):
        time.sleep(0.1)
        if record.exists() and record.stat().st_size > 1_500_000:
            break
    os.kill(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 130, told
    assert b"give the same command again to go on" in told
    again = sayso("read", "many.jsonl", "--json", cwd=folder)
    outcomes = summary(again)["outcomes"]
    assert outcomes["unchanged"] > 0
    assert sum(outcomes.values()) == 4000


def test_it_reads_kept_pages_again(folder):
    sayso("read", "in", cwd=folder)
    assert summary(sayso("reread", "--json", cwd=folder))["documents"] == 0
    told = summary(sayso("reread", "--all", "--json", cwd=folder))
    assert told["outcomes"] == {"unchanged": 2}
