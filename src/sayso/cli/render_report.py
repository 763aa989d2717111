"""How does one report look in a terminal, with all that was heard in it?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console
from rich.text import Text

from sayso.cli.columns import Line, beside
from sayso.cli.render_chronology import DATE_COLUMNS, DOT, ID_SHOWN, Quotes, block, chain_text, quoted
from sayso.exchange.chain_words import STANCE_WORDS, chain_in_words, hedges_of
from sayso.exchange.chronology import entry_of, tellings_of
from sayso.exchange.date_words import date_in_words
from sayso.exchange.event_words import act_in_words
from sayso.exchange.quote import fragments, one_line
from sayso.model.document import BlockKind, Document, WireCredit
from sayso.model.heard import Heard
from sayso.model.mention import Trend
from sayso.model.span import Span
from sayso.model.statement import Statement

HASH_SHOWN = 16  # digits of the page's sha256
HEADLINE_SHOWN = 200  # code points
PLURALS = {BlockKind.FURNITURE: "furniture", BlockKind.STANDFIRST: "standfirst", BlockKind.BYLINE: "byline"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report in the list of all."""

    report: str
    document: str
    version: int
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    statements: int
    mentions: int


def rendered_report(
    console: Console, heard: Heard, *, fetched: datetime | None = None, version: int | None = None
) -> Iterator[Text]:
    """The report's head, its notes, then statements and events in the order of the text."""
    document = heard.document
    yield Text(title_of(document), style="bold")
    yield _outlet_line(heard)
    if document.url:
        yield Text(document.url, style="quiet")
    yield _page_line(document, fetched, version)
    yield from _notes(console, document)
    for failure in heard.failures:
        yield Text(f"{failure.stage}: {failure.reason}: {failure.detail}", style="wrong")
    yield Text()
    for _, text in sorted(_told(console, heard), key=lambda pair: pair[0]):
        yield text.append("\n")


def title_of(document: Document) -> str:
    """The title as stated, else the headline, else the caller's name."""
    if document.title:
        return one_line(document.title)
    headlines = [
        block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.HEADLINE
    ]
    return one_line(headlines[0])[:HEADLINE_SHOWN] if headlines else document.name


def _outlet_line(heard: Heard) -> Text:
    document = heard.document
    parts = [document.outlet or "outlet not known"]
    parts.append(_moment(document.published.value) if document.published else "publication time not known")
    if document.updated:
        parts.append(f"updated {_moment(document.updated.value)}")
    parts += [f"by {', '.join(byline.who for byline in document.bylines)}"] if document.bylines else []
    parts += [document.section] if document.section else []
    parts += [document.language] if document.language and document.language != "en" else []
    parts += ["shown only in part (paywall)"] if document.truncated else []
    return Text(DOT.join(parts))


def _moment(value: str) -> str:
    day, _, clock = value.partition("T")
    return f"{date_in_words(day)} {clock}".rstrip()


def _page_line(document: Document, fetched: datetime | None, version: int | None) -> Text:
    parts = [f"report {document.report[:ID_SHOWN]}", f"document {document.id[:ID_SHOWN]}"]
    parts += [f"version {version}"] if version else []
    parts += [f"sha256 {document.page[:HASH_SHOWN]}…"] if document.page else []
    parts += [f"fetched {fetched:%Y-%m-%d %H:%M %Z}".rstrip()] if fetched else []
    parts.append(f"name {document.name}")
    return Text(DOT.join(parts), style="quiet")


def _notes(console: Console, document: Document) -> Iterator[Text]:
    counted = Counter(block.kind for block in document.blocks)
    told = [_many(counted[kind], kind) for kind in BlockKind if counted[kind]]
    repeated = sum(block.repeat for block in document.blocks)
    told += [f"{repeated} of them repeated"] if repeated else []
    notes = [("blocks", ", ".join(told))] if told else []
    if document.dateline:
        notes.append(("dateline", _quote(document, document.dateline.span)))
    notes += [("wire", _wire(document, wire)) for wire in document.wires]
    notes += [("correction", _quote(document, note.span)) for note in document.corrections]
    repeats = Counter(one_line(caption.span.of(document.text)) for caption in document.captions)
    for caption in document.captions:
        times = repeats.pop(one_line(caption.span.of(document.text)), 0)
        if not times:
            continue  # told with the first
        facts = [f"{times} times"] if times > 1 else []
        facts += [date_in_words(caption.date)] if caption.date else []
        facts += [caption.credit] if caption.credit else []
        facts += ["archive"] if caption.archive else []
        notes.append(("photo", " · ".join([*facts, _quote(document, caption.span)])))
    for label, words in notes:
        left, right = Line(text=Text(label, style="quiet")), Line(text=Text(words))
        yield beside(console, [left], [right], left_width=DATE_COLUMNS)


def _wire(document: Document, wire: WireCredit) -> str:
    bare = wire.span is None or wire.span.of(document.text) == wire.agency
    return wire.agency if bare or wire.span is None else f"{wire.agency} {_quote(document, wire.span)}"


def _many(count: int, kind: BlockKind) -> str:
    return f"{count} {PLURALS.get(kind, kind.value + ('' if count == 1 else 's'))}"


def _quote(document: Document, span: Span) -> str:
    return quoted(one_line(span.of(document.text)))


def _told(console: Console, heard: Heard) -> Iterator[tuple[tuple[int, int], Text]]:
    """Each with its place in the text; a statement before the events in it."""
    for statement in heard.statements:
        yield (statement.content[0].start, 0), _statement(console, heard.document, statement)
    for mention, tellings in tellings_of(heard):
        place = tellings[0].mention.trigger.start, 1
        yield place, block(console, entry_of(mention, tellings), quotes=Quotes.OWN)
    for trend in heard.trends:
        yield (trend.mention.start, 2), _trend(console, heard.document, trend)


def _statement(console: Console, document: Document, statement: Statement) -> Text:
    chain = chain_text(chain_in_words(document.outlet, statement.chain))
    for span in hedges_of(statement):
        chain.append(DOT, style="arrow").append(quoted(one_line(span.of(document.text))), style="hedge")
    words = Text(quoted(fragments(document.text, statement.content)))
    left = [
        Line(text=Text(STANCE_WORDS[statement.stance], style="stance")),
        Line(text=Text(statement.id[:ID_SHOWN], style="quiet")),
    ]
    return beside(
        console, left, [Line(text=words), Line(text=chain, indent=2, hang=4)], left_width=DATE_COLUMNS
    )


def _trend(console: Console, document: Document, trend: Trend) -> Text:
    about = [f"{act_in_words(trend.type, None)} {trend.direction.value}"]
    about += [trend.place] if trend.place else []
    about += [f"since {date_in_words(trend.since)}"] if trend.since else []
    right = [
        Line(text=Text(_quote(document, trend.mention))),
        Line(text=Text(DOT.join(about), style="quiet")),
    ]
    return beside(console, [Line(text=Text("trend", style="figure"))], right, left_width=DATE_COLUMNS)


def listed(console: Console, rows: Iterable[ReportRow]) -> Iterator[Text]:
    """The reports, a block each: when published, title, outlet, how much was heard."""
    for row in rows:
        left = [
            Line(text=Text(date_in_words(row.published and row.published[:10]), style="date")),
            Line(text=Text(row.report[:ID_SHOWN], style="quiet")),
        ]
        facts = [row.outlet or "outlet not known", row.name]
        facts += [f"{row.statements:,} statements", f"{row.mentions:,} event mentions"]
        facts += [f"version {row.version}"] if row.version > 1 else []
        right = [Line(text=Text(row.title or row.name)), Line(text=Text(DOT.join(facts), style="quiet"))]
        yield beside(console, left, right, left_width=DATE_COLUMNS)
