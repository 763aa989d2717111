from dataclasses import replace

import pytest
from sqlalchemy import text

from record.heard_made import EXTRACTOR, TEXT, everything, heard, mention, page, put, ruling, undo
from sayso.errors import RecordError
from sayso.model.heard import Heard
from sayso.model.mention import Realis
from sayso.model.ruling import TargetKind
from sayso.record import read, rule
from sayso.record.codec import encoded
from sayso.record.open import open_record
from sayso.record.values import Outcome

SHELLED, KILLED, MARCHED = heard().mentions
REPORT = {"target": TargetKind.REPORT, "target_id": heard().document.report}
SAID, MORE_SAID = heard().statements
DOCUMENT = heard().document


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record.sqlite") as opened:
        put(opened, page())
        yield opened


def rows(record):
    return list(read.chronology(record))


def told(record):
    """The events as words of their triggers."""
    return [sorted(t.mention.trigger.of(t.heard.document.text) for t in row.tellings) for row in rows(record)]


def event_of(record, mention):
    return next(r.event.id for r in rows(record) if mention.id in r.event.mentions)


def test_it_lays_rulings_over_the_machine_s_work(record):
    rule.append(record, ruling("amend", SHELLED, field="realis", value='"denied"'))
    rule.append(record, ruling("reject", MARCHED))
    rule.append(record, ruling("reject", MORE_SAID))
    assert read.heard(record, DOCUMENT.id) == heard()
    holding = read.holding(record, DOCUMENT.id)
    assert holding.mentions == (replace(SHELLED, realis=Realis.DENIED), KILLED)
    assert holding.statements == (SAID,)
    assert told(record) == [["killed", "shelled"]]
    assert [t.status for t in rows(record)[0].tellings] == ["amended", "untouched"]


def test_it_restores_by_undo(record):
    before = everything(record)
    kept = [
        rule.append(record, ruling("amend", SHELLED, field="realis", value='"denied"')),
        rule.append(record, ruling("reject", MARCHED)),
        rule.append(record, ruling("different", KILLED)),
        rule.append(
            record,
            ruling("amend", target=TargetKind.REPORT, target_id=DOCUMENT.report, field="title", value='"T"'),
        ),
    ]
    for one in kept:
        rule.append(record, undo(one, f"u{one.id}"))
    after = everything(record)
    assert len(after["rulings"]) == 8
    for name in ("documents", "statements", "mentions", "parties", "hops"):
        assert after[name] == before[name], name
    assert told(record) == [["marched"], ["killed", "shelled"]]


def test_it_fills_in_report_and_anchor(record):
    kept = rule.append(record, ruling("accept", SHELLED))
    assert kept.report == DOCUMENT.report
    assert (kept.anchor.exact, kept.anchor.reader) == ("shelled", "rules/1")
    assert rule.log(record) == rule.log(record, report=DOCUMENT.report) == (kept,)
    assert rule.log(record, target=KILLED.id) == ()


def test_it_finds_the_target_again_in_a_new_version_and_in_another_reading(record):
    rule.append(record, ruling("amend", SHELLED, field="realis", value='"denied"'))
    changed = page("Updated.\n" + TEXT, minute=7)
    assert put(record, changed) is Outcome.VERSION
    first = rows(record)[1].tellings[0]
    assert first.heard.document.id == heard(changed).document.id
    assert first.mention.realis is Realis.DENIED
    again = heard(changed, text="Updated.\n" + TEXT + "\nEnd.", extractor="2")
    assert put(record, changed, again, extractor="text/2") is Outcome.REREAD
    assert rows(record)[1].tellings[0].mention.realis is Realis.DENIED
    assert rule.orphaned(record) == ()


def test_it_lists_orphans(record):
    kept = rule.append(record, ruling("reject", SHELLED))
    put(record, page(), Heard(document=DOCUMENT, reader="rules/2"))
    assert rule.orphaned(record) == (kept,)
    assert rule.folded(record, DOCUMENT.id).orphaned == (kept,)
    put(record, page())
    assert rule.orphaned(record) == ()


def test_it_adds_what_was_missed_and_takes_it_away_by_undo(record):
    new = mention(DOCUMENT, "denied", "REJECT")
    kept = rule.append(record, ruling("add", new, value=encoded(new), report=DOCUMENT.report))
    assert told(record)[-1] == ["denied"]
    rule.append(record, ruling("amend", new, field="realis", value='"denied"'))
    assert rows(record)[-1].tellings[0].mention.realis is Realis.DENIED
    rule.append(record, undo(kept))
    assert told(record) == [["marched"], ["killed", "shelled"]]


def test_it_keeps_the_log_as_it_was(record):
    rule.append(record, ruling("accept", SHELLED))
    for sql in ("UPDATE rulings SET by = 'other'", "DELETE FROM rulings"):
        with pytest.raises(Exception, match="append-only"), record.writing() as conn:
            conn.execute(text(sql))
    assert len(rule.log(record)) == 1


def test_it_splits_a_mention_off_and_joins_it_again(record):
    whole = event_of(record, SHELLED)
    kept = rule.append(record, ruling("different", KILLED))
    assert told(record) == [["marched"], ["shelled"], ["killed"]]
    assert event_of(record, SHELLED) == whole
    split = event_of(record, KILLED)
    rule.append(record, undo(kept))
    assert event_of(record, KILLED) == whole
    assert read.event(record, split).event.id == whole
    rule.append(record, ruling("different", SHELLED, other_id=KILLED.id))
    assert (event_of(record, SHELLED), event_of(record, KILLED)) == (whole, split)
    rule.append(record, ruling("same", MARCHED, other_id=KILLED.id))
    assert told(record) == [["killed", "marched"], ["shelled"]]


def test_it_merges_events_of_two_reports_and_the_older_answers(record):
    other = page(name="b", outlet="The Orvelle Post")
    put(record, other)
    first, second = event_of(record, SHELLED), event_of(record, heard(other).mentions[0])
    kept = rule.append(record, ruling("same", target=TargetKind.EVENT, target_id=second, other_id=first))
    assert event_of(record, heard(other).mentions[0]) == first
    assert read.event(record, second[:10]).event.id == first
    assert len(read.event(record, second).tellings) == 4
    put(record, other, replace(heard(other), reader="rules/2"))
    assert read.event(record, second).event.id == first
    rule.append(record, ruling("different", target=TargetKind.EVENT, target_id=first, other_id=second))
    assert read.event(record, second).event.id == second
    rule.append(record, undo(kept))
    assert len(rows(record)) == 4


def test_it_rejects_an_event_and_a_report(record):
    event = event_of(record, SHELLED)
    kept = rule.append(record, ruling("reject", target=TargetKind.EVENT, target_id=event))
    assert told(record) == [["marched"]]
    rule.append(record, undo(kept))
    assert len(rows(record)) == 2
    rule.append(record, ruling("reject", target=TargetKind.REPORT, target_id=DOCUMENT.report))
    assert rows(record) == []


def test_it_keeps_an_event_s_id_in_another_version_and_reading(record):
    whole, march = event_of(record, SHELLED), event_of(record, MARCHED)
    changed = page("Updated.\n" + TEXT, minute=7)
    put(record, changed)
    assert {r.event.id for r in rows(record)} == {whole, march}
    what = heard(changed)
    parted = tuple(replace(m, same_as=None) for m in what.mentions)
    put(record, changed, replace(what, reader="rules/2", mentions=parted))
    assert event_of(record, what.mentions[0]) == whole
    assert len(rows(record)) == 3
    put(record, changed, what)
    assert len(rows(record)) == 2


def test_it_takes_rulings_along_when_a_report_moves(record):
    rule.append(record, ruling("reject", MARCHED))
    moved = page(url="https://invented.example/a")
    what = heard(moved)
    put(record, page(), replace(what, failures=()), extractor="text/2")
    assert told(record) == [["killed", "shelled"]]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (ruling("accept", replace(SHELLED, id="nothing")), "no mention 'nothing'"),
        (ruling("accept", replace(SAID, id="nothing")), "no statement"),
        (ruling("amend", SHELLED, field="colour", value='"red"'), "no field 'colour'.*there are: trigger"),
        (ruling("amend", SHELLED, field="id", value='"x"'), "no field 'id'"),
        (ruling("amend", SHELLED, field="realis", value='"maybe"'), "can be understood"),
        (ruling("amend", SHELLED, field="realis", value="denied"), "can be understood"),
        (ruling("amend", SHELLED, field="realis"), "takes a value"),
        (ruling("amend", SHELLED, field="trigger", value='{"start":1,"end":9999}'), "beyond the text"),
        (ruling("amend", SAID, field="content", value="[]"), "needs content"),
        (ruling("undo", target=TargetKind.MENTION, target_id="nothing"), "no ruling 'nothing'"),
        (ruling("same", SAID, other_id=MORE_SAID.id), "cannot be ruled 'same'"),
        (ruling("same", SHELLED), "needs the id of the other"),
        (ruling("same", SHELLED, other_id=SHELLED.id), "the same as itself"),
        (ruling("same", SHELLED, other_id="nothing"), "no mention 'nothing'"),
        (ruling("reject", target=TargetKind.EVENT, target_id="nothing"), "no event"),
        (ruling("amend", target=TargetKind.EVENT, target_id="nothing"), "cannot be ruled 'amend'"),
        (ruling("reject", target=TargetKind.REPORT, target_id="nothing"), "no report"),
        (ruling("add", SHELLED, value="{}", report=DOCUMENT.report), "can be understood"),
        (ruling("add", SHELLED, value=encoded(KILLED), report=DOCUMENT.report), "another id"),
        (ruling("add", SHELLED, value=encoded(SHELLED), report="nothing"), "name the report"),
        (
            replace(ruling("accept", SHELLED), at=ruling("accept", SHELLED).at.replace(tzinfo=None)),
            "time zone",
        ),
    ],
)
def test_it_refuses_a_ruling_that_makes_no_sense(record, bad, message):
    before = everything(record)
    with pytest.raises(RecordError, match=message):
        rule.append(record, bad)
    assert everything(record) == before


def test_it_refuses_the_same_ruling_twice(record):
    rule.append(record, ruling("accept", SHELLED))
    with pytest.raises(RecordError, match="already"):
        rule.append(record, ruling("reject", SHELLED, name=rule.log(record)[0].id))


def test_it_reads_again_what_was_ruled_on_by_another_extractor_only(record):
    rule.append(record, ruling("reject", SHELLED))
    assert read.known(record, page(), reader="rules/1", extractor=EXTRACTOR)


def test_it_leaves_no_mention_pointing_to_a_rejected_one(record):
    assert SHELLED.id == KILLED.same_as
    rule.append(record, ruling("reject", SHELLED))
    (holding,) = read.all_heard(record, ruled=True)
    assert {m.id: m.same_as for m in holding.mentions}[KILLED.id] is None


def test_it_leaves_rejected_events_and_reports_out_of_what_is_handed_on(record):
    event = event_of(record, SHELLED)
    no = rule.append(record, ruling("reject", name="e", target=TargetKind.EVENT, target_id=event))
    (holding,) = read.all_heard(record, ruled=True)
    assert {m.id for m in holding.mentions} == {MARCHED.id}
    assert read.event(record, event).tellings  # by its id it can still be looked at
    rule.append(record, undo(no, name="u1"))
    assert len(read.holding(record, DOCUMENT.id).mentions) == 3
    rule.append(record, ruling("reject", name="r", **REPORT))
    assert list(read.all_heard(record, ruled=True)) == []
    assert read.reports(record) == ()
    assert read.report(record, DOCUMENT.report).id == DOCUMENT.report
    assert len(list(read.all_heard(record))) == 1
