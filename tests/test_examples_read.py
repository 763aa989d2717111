"""The example reports as each of our readers reads them: what an editor would expect to find."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.ingest.inputs import pages
from sayso.model.document import BlockKind
from sayso.model.heard import Heard
from sayso.model.mention import EventType, Realis
from sayso.model.page import Page
from sayso.model.statement import Stance
from sayso.pipeline.assemble import build
from sayso.pipeline.hear import hear
from sayso.pipeline.settings import Settings

FOLDER = Path(__file__).parents[1] / "examples"
NOW = datetime(2024, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module", params=["rules", "encoder"])
def heard(request: pytest.FixtureRequest) -> dict[str, Heard]:
    stages, out = build(Settings(reader=request.param)), {}
    inputs = [str(FOLDER / "*.html"), str(FOLDER / "*.eml"), str(FOLDER / "*.txt")]
    for page in pages(inputs, outlet=None, published=None, stdin=None, now=lambda: NOW):
        assert isinstance(page, Page)
        told = hear(page, stages)
        assert isinstance(told, Heard)
        out[page.name] = told
    return out


def chains(heard: Heard) -> set[tuple[str | None, ...]]:
    return {tuple(hop.voice.who for hop in statement.chain) for statement in heard.statements}


@pytest.mark.parametrize("name", [f"depot-wire-{copy}" for copy in ("whole", "cut", "local", "rewritten")])
def test_it_tells_the_attack_alike_in_every_copy_of_the_wire(heard, name):
    attack = next(
        m
        for m in heard[name].mentions
        if m.type is EventType.ASSAULT and m.when and m.when.value == "2024-05-07" and m.injured
    )
    assert attack.mode == "drone"
    assert attack.realis is Realis.ACTUAL
    assert not attack.background
    assert (attack.killed.low, attack.injured.low, attack.injured.high) == (9, 27, 27)
    assert attack.place.name.endswith("Libya")


def test_it_names_the_agency_that_was_told_as_a_hop(heard):
    assert ("Reuters", "Nuri Shamekh") in chains(heard["depot-wire-whole"])


def test_it_follows_a_chain_of_three_hops(heard):
    assert max(len(chain) for chain in chains(heard["tunis-truce"])) >= 3


def test_it_takes_no_event_of_the_report_to_the_days_of_its_old_photos(heard):
    told = heard["old-photos"]
    dates = {caption.date for caption in told.document.captions}
    assert dates == {"2016-03-04", "2019-01-18"}
    assert not {m.when.value for m in told.mentions if m.when} & dates


def test_it_resolves_no_time_where_the_page_states_none(heard):
    told = heard["front-denies"]
    assert told.document.published is None
    words = {m.when.mention.of(told.document.text) for m in told.mentions if m.when and m.when.mention}
    assert "February" in words  # kept as told
    assert {m.when.value for m in told.mentions if m.when} == {None}
    assert Stance.DENIES in {statement.stance for statement in told.statements}


def test_it_keeps_what_is_threatened_apart_from_what_happened(heard):
    told = heard["commander-threatens"]
    assert EventType.THREATEN in {m.type for m in told.mentions}
    assert {m.realis for m in told.mentions} & {Realis.HYPOTHETICAL, Realis.PLANNED, Realis.THREATENED}


def test_it_sees_no_war_in_football(heard):
    told = heard["football-cup"]
    attacks = {m.trigger.of(told.document.text) for m in told.mentions if m.type is EventType.ASSAULT}
    assert attacks <= {"killed", "attack"}  # a silence was kept for those killed in Tuesday's attack


def test_it_leaves_a_page_in_french_unread(heard):
    told = heard["attaque-depot"]
    assert (told.statements, told.mentions) == ((), ())
    assert [failure.reason for failure in told.failures] == ["not-english"]


def test_it_reads_nothing_from_furniture_in_any_of_them(heard):
    for told in heard.values():
        furniture = [b.span for b in told.document.blocks if b.kind is BlockKind.FURNITURE or b.repeat]
        spans = [span for s in told.statements for span in s.content] + [m.trigger for m in told.mentions]
        assert not [span for span in spans if any(span.meets(block) for block in furniture)]
