"""Invented reports as heard/1 lines, spans found by their words, for tests of exchange, scoring and cli."""

from datetime import UTC, date, datetime
from itertools import pairwise

from sayso.exchange.heard1_types import (
    CaptionLine,
    EventLine,
    FailureLine,
    FigureLine,
    HeardLine,
    HopLine,
    PageLine,
    PartyLine,
    PlaceLine,
    PlaceToldLine,
    StatementLine,
    TrendLine,
    WhenLine,
    WireLine,
)
from sayso.model.document import BlockKind
from sayso.model.failure import Stage
from sayso.model.marks import Grain
from sayso.model.mention import Direction, EventType, Realis
from sayso.model.statement import Number, Quoted, Stance, VoiceKind

PARAGRAPHS = (
    "Fuel depot shelled near Harbour Town",
    "Illustrative: a checkpoint near the port, May 2, 2016. (Jo Lens/Meridian)",
    (
        "Gunmen shelled a fuel depot near Harbour Town last week, killing at least five workers, "
        "Meridian News reported Tuesday, quoting several militia sources."
    ),
    "A senior official told the news agency that the gunmen reportedly planned “more strikes” on the port.",
    "The Northland army reportedly denied that it had attacked the depot.",
    "Attacks on depots have grown since January.",
    "Sign up for our newsletter",
)
TEXT = "\n\n".join(PARAGRAPHS)


def at(words: str, text: str = TEXT, nth: int = 0) -> tuple[int, int]:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


MERIDIAN = HopLine(
    who="Meridian News",
    m=at("Meridian News"),
    cue=at("reported Tuesday"),
    kind=VoiceKind.AGENCY,
    named=True,
    n=Number.ONE,
)
SOURCES = HopLine(
    who="several militia sources",
    m=at("several militia sources"),
    cue=at("quoting"),
    kind=VoiceKind.GROUP,
    named=False,
    n=Number.SEVERAL,
)
OFFICIAL = HopLine(
    who="a senior official",
    m=at("A senior official"),
    cue=at("told"),
    kind=VoiceKind.PERSON,
    named=False,
    n=Number.ONE,
)
ARMY = HopLine(
    who="Northland army",
    m=at("The Northland army"),
    cue=at("denied"),
    kind=VoiceKind.STATE,
    named=True,
    n=Number.ONE,
    hedges=(at("reportedly", nth=1),),
)
STATEMENTS = (
    StatementLine(
        id="S1",
        content=(
            at("Gunmen shelled a fuel depot near Harbour Town last week, killing at least five workers"),
        ),
        stance=Stance.ASSERTS,
        quoted=Quoted.INDIRECT,
        chain=(MERIDIAN, SOURCES),
        p=0.9,
    ),
    StatementLine(
        id="S2",
        content=(at("that the gunmen"), at("planned “more strikes” on the port")),
        stance=Stance.ASSERTS,
        quoted=Quoted.MIXED,
        hedges=(at("reportedly"),),
        chain=(
            HopLine(who="Meridian News", m=at("the news agency"), kind=VoiceKind.AGENCY, named=True),
            OFFICIAL,
        ),
    ),
    StatementLine(
        id="S3",
        content=(at("that it had attacked the depot"),),
        stance=Stance.DENIES,
        quoted=Quoted.INDIRECT,
        hedges=(at("reportedly", nth=1),),
        chain=(ARMY,),
    ),
)
WEEK = WhenLine(
    value="2021-07-05/2021-07-11",
    m=at("last week"),
    earliest=date(2021, 7, 5),
    latest=date(2021, 7, 11),
    grain=Grain.WEEK,
    anchor="publication",
)
HARBOUR = PlaceToldLine(name="Harbour Town, Northland", m=at("near Harbour Town"))
EVENTS = (
    EventLine(
        id="E1",
        trigger=at("shelled"),
        type=EventType.ASSAULT,
        mode="heavy-weapons",
        recipient=(PartyLine(who="fuel depot", m=at("Fuel depot")),),
        place=HARBOUR,
        realis=Realis.ACTUAL,
    ),
    EventLine(
        id="E2",
        trigger=at("shelled", nth=1),
        type=EventType.ASSAULT,
        mode="heavy-weapons",
        actor=(PartyLine(who="gunmen", m=at("Gunmen")),),
        recipient=(PartyLine(who="fuel depot", m=at("a fuel depot")),),
        place=PlaceToldLine(name="Harbour Town, Northland", m=at("near Harbour Town", nth=1)),
        places=(PlaceLine(name="Harbour Town", country="NOR", lat=1.25, lon=-2.5, precision="city"),),
        when=WEEK,
        killed=(5, None),
        figures=(FigureLine(of="killed", low=5, m=at("at least five workers")),),
        realis=Realis.ACTUAL,
        statement="S1",
        same_as="E1",
        p=0.8,
    ),
    EventLine(
        id="E3",
        trigger=at("strikes"),
        type=EventType.ASSAULT,
        actor=(PartyLine(who="gunmen", m=at("the gunmen")),),
        recipient=(PartyLine(who="the port", m=at("the port", nth=1)),),
        realis=Realis.PLANNED,
        statement="S2",
    ),
    EventLine(
        id="E4",
        trigger=at("attacked"),
        type=EventType.ASSAULT,
        actor=(PartyLine(who="Northland army", m=None),),
        realis=Realis.DENIED,
        statement="S3",
    ),
)


def invented(name: str = "depot") -> HeardLine:
    """A report that uses every kind of object of a heard/1 line."""
    offset, where = 0, []
    for paragraph in PARAGRAPHS:
        where.append((offset, offset + len(paragraph)))
        offset += len(paragraph) + 2
    assert all(a[1] < b[0] for a, b in pairwise(where))
    return HeardLine(
        id=name,
        document="0123456789abcdef0123",
        text=TEXT,
        outlet="The Example Times",
        published="2021-07-13",
        language="en",
        page=PageLine(
            url="https://example.org/depot", sha256="ab" * 32, fetched=datetime(2021, 7, 14, tzinfo=UTC)
        ),
        wires=(WireLine(agency="Meridian News", m=at("Meridian News")),),
        captions=(CaptionLine(m=where[1], date="2016-05-02", credit="Jo Lens/Meridian"),),
        blocks={
            BlockKind.HEADLINE: (where[0],),
            BlockKind.PARAGRAPH: tuple(where[2:6]),
            BlockKind.CAPTION: (where[1],),
            BlockKind.FURNITURE: (where[6],),
        },
        statements=STATEMENTS,
        events=EVENTS,
        trends=(
            TrendLine(
                m=at("Attacks on depots have grown"),
                type=EventType.ASSAULT,
                direction=Direction.UP,
                since="2021-01",
            ),
        ),
        annotator="rules/1",
    )


def unread(name: str = "attaque") -> HeardLine:
    """A report that no reader could read."""
    return HeardLine(
        id=name,
        text="Des hommes ont attaqué un dépôt.",
        language="fr",
        blocks={BlockKind.HEADLINE: (), BlockKind.CAPTION: (), BlockKind.FURNITURE: ()},
        failures=(FailureLine(stage=Stage.READING, reason="not-english", detail="the text is in 'fr'"),),
        annotator="rules/1",
    )
