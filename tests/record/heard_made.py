"""What the tests of the record put in: Heard values, invented or drawn at random."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from sqlalchemy import select

from sayso.model.document import (
    Block,
    BlockKind,
    Byline,
    Caption,
    Correction,
    Dateline,
    Document,
    Moment,
    Stamp,
    WireCredit,
)
from sayso.model.failure import Failure, Stage
from sayso.model.heard import Heard
from sayso.model.ids import digest
from sayso.model.made import Made
from sayso.model.marks import Grain
from sayso.model.mention import (
    Count,
    Direction,
    EventType,
    Figure,
    Mention,
    Party,
    Place,
    PlaceTold,
    Realis,
    Trend,
    When,
    mention_id,
)
from sayso.model.page import Media, Page
from sayso.model.ruling import Ruling, RulingKind, TargetKind
from sayso.model.span import Span
from sayso.model.statement import (
    Hop,
    Number,
    Quoted,
    Stance,
    Statement,
    Voice,
    VoiceKind,
    statement_id,
)
from sayso.record.schema import metadata
from sayso.record.write import put_heard

START = datetime(2031, 5, 1, 9, 0, tzinfo=UTC)
MADE = Made(step="rules", version="1", p=0.75)
EXTRACTOR = "text/1"
TEXT = (
    "Dam gates opened in Orvelle\n"
    "A convoy of the Northern Guard shelled the village of Tamsin on Monday, Vantage Wire reported.\n"
    "Witnesses said that two drivers were killed. The ministry denied that its forces had fired.\n"
    "Crowds marched through Orvelle a week earlier to protest against the toll on the bridge."
)


def span_of(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def page(text=TEXT, *, name="a", minute=0, url=None, outlet=None, source=None, published=None):
    return Page(
        name=name,
        content=text.encode(),
        media=Media.TEXT,
        source=source or f"{name}.txt",
        fetched=START + timedelta(minutes=minute),
        url=url,
        outlet=outlet,
        published=published,
        headers=(("content-type", "text/plain"),),
    )


def document(a_page: Page, *, text=None, extractor="1", **told) -> Document:
    text = a_page.content.decode() if text is None else text
    key = ("url", a_page.url) if a_page.url else ("name", a_page.outlet, a_page.name)
    report = digest("report", *key)
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            kind = BlockKind.PARAGRAPH if start else BlockKind.HEADLINE
            blocks.append(Block(kind=kind, span=Span(start, start + len(line))))
        start += len(line) + 1
    return Document(
        id=digest("document", report, text, extractor),
        report=report,
        name=a_page.name,
        page=a_page.sha256,
        text=text,
        blocks=tuple(blocks),
        outlet=a_page.outlet,
        url=a_page.url,
        **told,
    )


def mention(doc: Document, words: str, kind="ASSAULT", *, nth=0, **told) -> Mention:
    trigger = span_of(doc.text, words, nth)
    told.setdefault("realis", Realis.ACTUAL)
    return Mention(id=mention_id(doc.id, trigger), trigger=trigger, type=EventType(kind), made=MADE, **told)


def statement(doc: Document, words: str, *who: str, cue: str | None = None, **told) -> Statement:
    content = (span_of(doc.text, words),)
    said = span_of(doc.text, cue) if cue else None
    chain = tuple(
        Hop(
            voice=Voice(
                who=w,
                kind=VoiceKind.AGENCY if "Wire" in w else VoiceKind.GROUP,
                named="Wire" in w,
                number=Number.SEVERAL,
            ),
            cue=said,
        )
        for w in who
    )
    told.setdefault("stance", Stance.ASSERTS)
    return Statement(
        id=statement_id(doc.id, content, chain),
        content=content,
        chain=chain,
        quoted=Quoted.INDIRECT,
        made=MADE,
        **told,
    )


def heard(a_page: Page | None = None, *, reader="rules/1", extractor="1", text=None, **told) -> Heard:
    """The invented report, read: two statements, three mentions of two events, a failure, a trend."""
    a_page = a_page or page()
    doc = document(a_page, text=text, extractor=extractor, **told)
    if "shelled" not in doc.text:
        return Heard(document=doc, reader=reader)
    shelled = mention(
        doc,
        "shelled",
        actors=(Party(who="Northern Guard", mention=span_of(doc.text, "Northern Guard")),),
        recipients=(Party(who="village of Tamsin"),),
        place=PlaceTold(name="Tamsin", mention=span_of(doc.text, "Tamsin")),
        when=When(value="2031-04-28", earliest=date(2031, 4, 28), latest=date(2031, 4, 28), grain=Grain.DAY),
    )
    said = (
        statement(doc, "A convoy of the Northern Guard shelled the village", "Vantage Wire", cue="reported"),
        statement(doc, "two drivers were killed", "Vantage Wire", "witnesses", cue="said"),
    )
    shelled_said = Mention(
        **{f.name: getattr(shelled, f.name) for f in fields(shelled)} | {"statement": said[0].id}
    )
    killed = mention(doc, "killed", same_as=shelled.id, killed=Count(low=2, high=2), statement=said[1].id)
    marched = mention(
        doc,
        "marched",
        "PROTEST",
        background=True,
        actors=(Party(who="Crowds"),),
        when=When(value="2031-04-21/2031-04-27", earliest=date(2031, 4, 21), latest=date(2031, 4, 27)),
    )
    return Heard(
        document=doc,
        reader=reader,
        statements=said,
        mentions=(shelled_said, killed, marched),
        trends=(Trend(mention=span_of(doc.text, "a week"), type=EventType.PROTEST, direction=Direction.UP),),
        failures=(
            Failure(stage=Stage.CODING, reason="slow", detail="gave up", name=a_page.name, document=doc.id),
        ),
    )


def put(record, a_page, what=None, *, run="r", extractor=EXTRACTOR):
    return put_heard(record, a_page, what or heard(a_page), run=run, extractor=extractor)


def everything(record):
    """Every row of every table, row ids too."""
    with record.reading() as conn:
        return {t.name: conn.execute(select(t)).all() for t in metadata.sorted_tables}


def ruling(kind, item=None, *, name=None, n=0, **told):
    """A ruling on an item of the invented report; with `anchor=None`, as `append` completes it."""
    if item is not None:
        target = TargetKind.MENTION if isinstance(item, Mention) else TargetKind.STATEMENT
        told.setdefault("target", target)
        told.setdefault("target_id", item.id)
    return Ruling(
        id=name or f"{kind}-{told.get('target_id')}-{told.get('field')}-{n}",
        at=START + timedelta(days=30, minutes=n),
        by="ana",
        kind=RulingKind(kind),
        **told,
    )


def undo(other, name="u"):
    return ruling("undo", name=name, target=other.target, target_id=other.id)


# ---- at random -----------------------------------------------------------------------------------------

words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=4, max_size=120)
p = st.none() | st.floats(0, 1)
days = st.none() | st.dates()
maybe = st.none() | words


def spans(text: str):
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    return ends.map(lambda both: Span(*both))


def several(strategy, least=0):
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


def built(noun, **told):
    return st.builds(noun, **told)


def counts():
    whole = st.none() | st.integers(0, 10**6)
    return st.tuples(whole, whole).map(
        lambda c: Count(low=c[0], high=c[1]) if None in c else Count(low=min(c), high=max(c))
    )


@st.composite
def heards(draw):
    text = draw(texts)
    a_page = Page(
        name=draw(words),
        content=draw(st.binary(max_size=50)),
        media=draw(st.sampled_from(Media)),
        source=draw(words),
        fetched=draw(st.datetimes(timezones=st.just(UTC))),
        url=draw(maybe),
        headers=draw(several(st.tuples(words, words))),
        outlet=draw(maybe),
        published=draw(maybe),
    )
    report = digest("report", draw(words))
    span, some = spans(text), st.none() | spans(text)
    made = built(Made, step=words, version=words, p=p)
    moment = st.none() | built(Moment, value=words, source=words)
    doc = draw(
        built(
            Document,
            id=st.just(digest("document", report, text)),
            report=st.just(report),
            name=st.just(a_page.name),
            page=st.just(a_page.sha256),
            text=st.just(text),
            blocks=several(
                built(Block, kind=st.sampled_from(BlockKind), span=span, repeat=st.booleans(), p=p)
            ),
            title=maybe,
            outlet=maybe,
            url=maybe,
            section=maybe,
            language=st.none() | st.just("en"),
            published=moment,
            updated=moment,
            bylines=several(built(Byline, who=words, span=some)),
            wires=several(built(WireCredit, agency=words, span=some)),
            captions=several(
                built(
                    Caption,
                    span=span,
                    date=maybe,
                    date_span=some,
                    credit=maybe,
                    credit_span=some,
                    archive=st.booleans(),
                )
            ),
            corrections=several(built(Correction, span=span)),
            dateline=st.none() | built(Dateline, span=span, place=maybe, date=maybe, agency=maybe),
            stamps=several(built(Stamp, span=span, value=words)),
            truncated=st.booleans(),
        )
    )
    hop = built(
        Hop,
        voice=built(
            Voice,
            who=maybe,
            kind=st.sampled_from(VoiceKind),
            named=st.booleans(),
            number=st.none() | st.sampled_from(Number),
            actor=maybe,
        ),
        mention=some,
        cue=some,
        hedges=several(span),
    )
    statements = draw(
        several(
            built(
                Statement,
                id=words.map(lambda w: digest("s", w)),
                content=several(span, 1),
                chain=several(hop, 1),
                stance=st.sampled_from(Stance),
                quoted=st.sampled_from(Quoted),
                hedges=several(span),
                made=made,
            )
        )
    )
    party = built(Party, who=words, mention=some, actor=maybe)
    figure = built(
        Figure, of=words, count=counts(), mention=some, population=maybe, scope=maybe, as_of=maybe, by=maybe
    )
    place = built(
        Place,
        name=words,
        country=maybe,
        lat=st.none() | st.floats(-90, 90),
        lon=st.none() | st.floats(-180, 180),
        geonames=st.none() | st.integers(0, 10**7),
        precision=maybe,
        mention=some,
    )
    when = built(
        When,
        value=maybe,
        mention=some,
        earliest=days,
        latest=days,
        grain=st.none() | st.sampled_from(Grain),
        anchor=maybe,
    )
    mentions = []
    for trigger in draw(st.lists(span, max_size=4, unique=True)):
        earlier = [m.id for m in mentions]
        mentions.append(
            draw(
                built(
                    Mention,
                    id=st.just(mention_id(doc.id, trigger)),
                    trigger=st.just(trigger),
                    type=st.sampled_from(EventType),
                    mode=maybe,
                    actors=several(party),
                    recipients=several(party),
                    place=st.none() | built(PlaceTold, name=words, mention=some),
                    places=several(place),
                    when=st.none() | when,
                    killed=st.none() | counts(),
                    injured=st.none() | counts(),
                    detained=st.none() | counts(),
                    figures=several(figure),
                    realis=st.sampled_from(Realis),
                    statement=st.none() | st.sampled_from([s.id for s in statements] or [None]),
                    background=st.booleans(),
                    same_as=st.none() | st.sampled_from(earlier or [None]),
                    made=made,
                )
            )
        )
    trend = built(
        Trend,
        mention=span,
        type=st.sampled_from(EventType),
        direction=st.sampled_from(Direction),
        actor=maybe,
        recipient=maybe,
        place=maybe,
        since=maybe,
        statement=maybe,
    )
    failure = built(
        Failure,
        stage=st.sampled_from(Stage),
        reason=words,
        detail=words,
        name=st.just(a_page.name),
        page=maybe,
        document=st.just(doc.id),
    )
    return a_page, Heard(
        document=doc,
        reader=draw(words),
        statements=statements,
        mentions=tuple(mentions),
        trends=draw(several(trend)),
        failures=draw(several(failure)),
    )
