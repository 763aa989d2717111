"""Actors in the record: born when told, made one and told apart by rulings, and given back by undo."""

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from record.heard_made import heard, page, put, ruling, undo
from sayso.errors import RecordError
from sayso.model.actor import Actor, ActorKind
from sayso.model.ruling import TargetKind
from sayso.record import read, rule
from sayso.record.actors import known_actors, part_id
from sayso.record.codec import encoded
from sayso.record.migrate import version
from sayso.record.open import open_record
from sayso.record.schema import HEAD, parties

GUARD = "name-northern-guard"
WIRE = "vantage-wire"


def linked(told, guard=GUARD):
    """The invented report with its guard and its agency linked."""
    first = told.mentions[0]
    acting = (replace(first.actors[0], actor=guard),)
    hop = told.statements[0].chain[0]
    voice = replace(hop, voice=replace(hop.voice, actor=WIRE))
    said = replace(told.statements[0], chain=(voice,))
    return replace(
        told,
        mentions=(replace(first, actors=acting), *told.mentions[1:]),
        statements=(said, *told.statements[1:]),
    )


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record.sqlite") as opened:
        put(opened, page(), linked(heard()))
        other = page(name="b", minute=1)
        put(opened, other, linked(heard(other), guard="name-guard-of-the-north"))
        yield opened


def on_actor(kind, target, n=0, **told):
    return ruling(kind, target=TargetKind.ACTOR, target_id=target, name=f"{kind}-{target}-{n}", n=n, **told)


def acting(record):
    """Who acts in the reports, as handed on."""
    return [h.mentions[0].actors[0].actor for h in read.all_heard(record, ruled=True)]


def columns(record):
    with record.reading() as conn:
        return sorted(a for a in conn.scalars(select(parties.c.actor)) if a)


def test_it_keeps_whom_voices_and_parties_mean(record):
    known = {one.id: one.name for one in known_actors(record)}
    assert known == {
        GUARD: "Northern Guard",
        WIRE: "Vantage Wire",
        "name-guard-of-the-north": "Northern Guard",
    }
    assert acting(record) == [GUARD, "name-guard-of-the-north"]


def test_it_makes_two_one_and_gives_them_back(record):
    same = rule.append(record, on_actor("same", "name-guard-of-the-north", other_id=GUARD))
    assert acting(record) == [GUARD, GUARD]
    assert [one.answers for one in known_actors(record) if one.id == "name-guard-of-the-north"] == [GUARD]
    assert read.heard(record, heard().document.id).mentions[0].actors[0].actor == GUARD
    rule.append(record, undo(same))
    assert acting(record) == [GUARD, "name-guard-of-the-north"]


def test_it_lets_a_listed_actor_answer(record):
    listed = Actor(id="nor-guard", name="Northern Guard", kind=ActorKind.ORGAN, country="NOR")
    with pytest.raises(RecordError, match="no actor 'nor-guard'"):
        rule.append(record, on_actor("same", GUARD, other_id="nor-guard"))
    rule.append(record, on_actor("add", "nor-guard", value=encoded(listed)))
    rule.append(record, on_actor("same", GUARD, other_id="nor-guard"))
    assert acting(record) == ["nor-guard", "name-guard-of-the-north"]


def test_it_takes_the_last_word_on_a_pair(record):
    rule.append(record, on_actor("same", "name-guard-of-the-north", other_id=GUARD))
    rule.append(record, on_actor("different", "name-guard-of-the-north", n=1, other_id=GUARD))
    assert acting(record) == [GUARD, "name-guard-of-the-north"]


def test_it_tells_one_name_apart_in_one_report(record):
    report = heard().document.report
    before = columns(record)
    split = rule.append(record, on_actor("different", GUARD, report=report))
    part = part_id(GUARD, report)
    assert acting(record) == [part, "name-guard-of-the-north"]
    assert part in columns(record)
    rule.append(record, undo(split))
    assert acting(record) == [GUARD, "name-guard-of-the-north"]
    assert columns(record) == before


def test_it_keeps_them_apart_when_the_report_is_read_again(record):
    report = heard().document.report
    rule.append(record, on_actor("different", GUARD, report=report))
    put(record, page(), linked(heard(reader="rules/2")))
    assert acting(record)[0] == part_id(GUARD, report)
    assert part_id(GUARD, report) in columns(record)


@pytest.mark.parametrize(
    "wrong",
    [
        on_actor("same", "name-nobody", other_id=GUARD),
        on_actor("same", GUARD),
        on_actor("different", GUARD),
        on_actor("different", GUARD, report="nowhere"),
        on_actor("reject", GUARD),
        on_actor("add", GUARD),
        on_actor("add", GUARD, value="[]"),
        on_actor("same", GUARD, other_id=GUARD),
    ],
)
def test_it_refuses_rulings_that_make_no_sense(record, wrong):
    with pytest.raises(RecordError):
        rule.append(record, wrong)


def test_it_brings_up_a_record_of_the_first_version(tmp_path):
    with open_record(tmp_path / "old.sqlite") as made:
        put(made, page())
        with made.writer.begin() as conn:
            for sql in (
                "DROP TABLE actors",
                "DROP INDEX hops_actor",
                "DROP INDEX parties_actor",
                "ALTER TABLE hops DROP COLUMN actor",
                "ALTER TABLE parties DROP COLUMN actor",
                "UPDATE alembic_version SET version_num = '0001'",
            ):
                conn.execute(text(sql))
    with open_record(tmp_path / "old.sqlite") as brought:
        with brought.reading() as conn:
            assert version(conn) == HEAD
        assert list(read.all_heard(brought)) == [heard()]
