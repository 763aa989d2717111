"""From the page to what is shown and exported: what members ruled holds, whoever reads the pages again."""

import csv
import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from click.testing import CliRunner

from pipeline.workers_for_tests import newer
from sayso.cli.main import main
from sayso.model.made import Made
from sayso.model.mention import EventType, Mention, Realis, mention_id
from sayso.model.page import Media, Page
from sayso.model.ruling import Ruling, RulingKind, TargetKind
from sayso.model.span import Span
from sayso.pipeline.run import read
from sayso.pipeline.settings import Settings
from sayso.pipeline.worker import work
from sayso.record import read as records
from sayso.record import rule
from sayso.record.codec import encoded
from sayso.record.open import open_record
from sayso.record.write import begin

POST = b"""Gunmen shelled the village of Tamsin on Monday, officials said.

Residents said that the River Guard had attacked a bridge in Tamsin on Sunday.

Police arrested nine people in Orvelle on Tuesday.

Workers blocked the harbour gates before the meeting."""
TODAY = b"Fighters shelled the village of Tamsin on Monday, a doctor told Reuters."
START = datetime(2031, 5, 6, tzinfo=UTC)


def page(name, outlet, content):
    return Page(
        name=name,
        content=content,
        media=Media.TEXT,
        source=f"{name}.txt",
        fetched=START,
        outlet=outlet,
        published="2031-05-06",
    )


def reread(record, worker, version):
    run = begin(record, command="reread", version="0")
    pages = records.pages(record, reader=version)
    return [
        told.outcome
        for told in read(pages, Settings(reader="rules"), record=record, run=run, again=True, worker=worker)
    ]


class Member:
    """Somebody who rules on a record."""

    def __init__(self, record):
        self.record, self.made = record, []

    def heard(self, name):
        return next(h for h in records.all_heard(self.record) if h.document.name == name)

    def mention(self, name, words):
        heard = self.heard(name)
        return next(m for m in heard.mentions if m.trigger.of(heard.document.text).startswith(words))

    def event(self, name, words):
        wanted = self.mention(name, words).id
        return next(r.event.id for r in records.chronology(self.record) if wanted in r.event.mentions)

    def rules(self, kind, target, target_id, **told):
        number = len(self.made)
        ruling = Ruling(
            id=f"r{number}",
            at=START + timedelta(days=1, minutes=number),
            by="ana",
            kind=RulingKind(kind),
            target=TargetKind(target),
            target_id=target_id,
            **told,
        )
        self.made.append(rule.append(self.record, ruling))
        return self.made[-1]


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "r.sqlite") as record:
        run = begin(record, command="read", version="0")
        pages = [page("post", "The Orvelle Post", POST), page("today", "Tamsin Today", TODAY)]
        assert [told.outcome for told in read(pages, Settings(reader="rules"), record=record, run=run)] == [
            "new",
            "new",
        ]
        yield record


def shown(record, *words):
    told = CliRunner(env={"COLUMNS": None}).invoke(main, [*words, "--record", record.where])
    assert told.exit_code == 0, told.output
    return told.stdout


def entries(record):
    return json.loads(shown(record, "show", "--json"))


def test_it_keeps_every_ruling_over_a_reader_that_reads_a_little_otherwise(record):
    ana = Member(record)
    post = ana.heard("post")
    shelled, attacked, arrested = (ana.mention("post", w) for w in ("shelled", "attacked", "arrested"))
    mine, theirs = ana.event("post", "shelled"), ana.event("today", "shelled")
    bridge = ana.event("post", "attacked")

    ana.rules("accept", "mention", shelled.id)
    ana.rules("amend", "mention", shelled.id, field="mode", value='"artillery-duel"')
    ana.rules("reject", "statement", attacked.statement)
    ana.rules("amend", "mention", attacked.id, field="realis", value='"denied"')
    ana.rules("amend", "mention", arrested.id, field="detained", value='{"low":9,"high":12}')
    ana.rules("same", "event", theirs, other_id=mine)
    kept = ana.rules("different", "mention", shelled.id)
    mistake = ana.rules("reject", "mention", shelled.id)
    ana.rules("undo", "mention", mistake.id)
    where = post.document.text.index("blocked")
    trigger = Span(where, where + len("blocked"))
    added = Mention(
        id=mention_id(post.document.id, trigger),
        trigger=trigger,
        type=EventType.PROTEST,
        mode="obstruct",
        realis=Realis.ACTUAL,
        made=Made(step="member", version="1"),
    )
    ana.rules("add", "mention", added.id, report=post.document.report, value=encoded(added))
    assert kept.anchor is not None

    before = entries(record)
    assert reread(record, newer, "rules/next") == ["reread", "reread"]
    assert {h.reader for h in records.all_heard(record)} == {"rules/next"}
    assert all(h.document.text.startswith("Updated") for h in records.all_heard(record))

    told = {entry["id"]: entry for entry in entries(record)}
    assert [s["outlet"] for s in told[mine]["sources"]] == ["Tamsin Today", "The Orvelle Post"]
    assert (told[mine]["mode"], theirs in told) == ("artillery-duel", False)
    assert shown(record, "show", "event", theirs[:10]) == shown(record, "show", "event", mine)
    assert told[bridge]["realis"] == "denied"
    assert told[bridge]["sources"][0]["chain"] == "The Orvelle Post, attribution rejected"
    assert any(e["type"] == "PROTEST" and "blocked" in e["triggers"] for e in told.values())
    statuses = {t.mention.mode: t.status for r in records.chronology(record) for t in r.tellings}
    assert (statuses["artillery-duel"], statuses["obstruct"]) == ("amended", "added")

    (lost,) = rule.orphaned(record)
    assert (lost.target_id, lost.field) == (arrested.id, "detained")
    assert rule.log(record) == tuple(ana.made)

    rows = list(csv.DictReader(StringIO(shown(record, "export", "--format", "csv"), newline="")))
    assert {row["realis"] for row in rows if row["event"] == bridge} == {"denied"}
    lines = [json.loads(line) for line in shown(record, "export", "--format", "jsonl").splitlines()]
    assert attacked.statement not in {s["id"] for line in lines for s in line["statements"]}
    assert all("River Guard" not in line["text"][slice(*span)]
               for line in lines for s in line["statements"] for span in s["content"])  # fmt: skip
    assert {e["mode"] for line in lines for e in line["events"]} >= {"artillery-duel", "obstruct"}

    assert reread(record, work, "rules/1") == ["reread", "reread"]
    assert rule.orphaned(record) == ()
    assert [replaced(e) for e in entries(record)] == [replaced(e) for e in before]
    assert any("9–12 detained" in e["figures"] for e in entries(record))


def replaced(entry):
    """An entry without what only tells when it was read."""
    return {key: value for key, value in entry.items() if key != "document"}


def test_it_leaves_out_what_was_rejected_wherever_it_is_told(record):
    ana = Member(record)
    ana.rules("reject", "mention", ana.mention("post", "arrested").id)
    ana.rules("reject", "event", ana.event("post", "attacked"))
    ana.rules("reject", "report", ana.heard("today").document.report)
    assert "Tamsin Today" not in shown(record, "show")
    for form in ("csv", "geojson", "jsonl"):
        told = shown(record, "export", "--format", form)
        assert "Tamsin Today" not in told, form
    assert "detained" not in shown(record, "show")
    assert "River Guard" not in shown(record, "show")
    rows = list(csv.DictReader(StringIO(shown(record, "export", "--format", "csv"), newline="")))
    assert {row["trigger"] for row in rows}.isdisjoint({"arrested", "attacked"})
    (line,) = map(json.loads, shown(record, "export", "--format", "jsonl").splitlines())
    told = {line["text"][slice(*event["trigger"])] for event in line["events"]}
    assert "shelled" in told
    assert told.isdisjoint({"arrested", "attacked"})
    assert shown(record, "search", "doctor") == ""
    assert json.loads(shown(record, "show", "report", "--json"))[0]["name"] == "post"
