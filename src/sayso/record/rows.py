"""Which rows does one document become?"""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from unicodedata import combining, normalize

from sayso.errors import PageError
from sayso.model.document import Document
from sayso.model.failure import Failure
from sayso.model.heard import Heard
from sayso.model.ids import digest
from sayso.model.mention import Mention, Trend
from sayso.model.statement import Statement
from sayso.record.anchor import extent
from sayso.record.codec import encoded

Row = dict[str, object]
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of one document, ready to be written but for their events."""

    digest: str  # of all that was heard, but for which page it came from
    document: Row
    statements: list[Row]
    hops: list[Row]
    mentions: list[Row]
    parties: list[Row]
    trends: list[Row]


def plain(words: str | None) -> str | None:
    """Words to compare by: lower case, no diacritics, single spaces, one at each end: " abu al fulan "."""
    if words is None:
        return None
    if not words.isascii():
        words = "".join(c for c in normalize("NFKD", words) if not combining(c))
    return f" {' '.join(WORD.findall(words.casefold()))} "


def rows_of(heard: Heard) -> Rows:
    """The rows of what was heard. PageError where a text cannot be written as UTF-8."""
    document = heard.document
    try:
        head = document_row(document, reader=heard.reader)
        statements = [statement_row(document, i, s) for i, s in enumerate(heard.statements)]
        mentions = [mention_row(document, i, m) for i, m in enumerate(heard.mentions)]
        trends = [_trend(document, i, t) for i, t in enumerate(heard.trends)]
        seen = sha256(encoded((replace(document, text="", page=""), heard.reader, heard.failures)).encode())
        seen.update(document.text.encode())
    except UnicodeEncodeError as error:
        raise PageError(
            "surrogate", f"{document.name!r} holds half a character (a lone surrogate): repair its encoding"
        ) from error
    for row in statements + mentions + trends:
        seen.update(str(row["body"]).encode())
    return Rows(
        digest=seen.hexdigest()[:32],
        document=head,
        statements=statements,
        hops=[row for i, s in enumerate(heard.statements) for row in hop_rows(document, i, s)],
        mentions=mentions,
        parties=[row for i, m in enumerate(heard.mentions) for row in party_rows(document, i, m)],
        trends=trends,
    )


def document_row(document: Document, *, reader: str) -> Row:
    """What a document's row says that does not depend on others of its report."""
    return {
        "id": document.id,
        "report": document.report,
        "page": document.page,
        "name": document.name,
        "outlet": document.outlet,
        "outlet_plain": plain(document.outlet),
        "title": document.title,
        "published": document.published and document.published.value,
        "language": document.language,
        "url": document.url,
        "reader": reader,
        "text": document.text,
        "body": encoded(replace(document, text="")),
    }


def statement_row(document: Document, position: int, statement: Statement) -> Row:
    """A statement, to be searched by its origin and its words."""
    voice, span = statement.origin.voice, extent(statement)
    return {
        "document": document.id,
        "position": position,
        "id": statement.id,
        "start": span.start,
        "stop": span.end,
        "stance": statement.stance.value,
        "quoted": statement.quoted.value,
        "who": voice.who,
        "kind": voice.kind.value,
        "named": voice.named,
        "p": statement.made.p,
        "words": " … ".join(fragment.of(document.text) for fragment in statement.content),
        "body": encoded(statement),
    }


def hop_rows(document: Document, position: int, statement: Statement) -> list[Row]:
    """The voices of a statement's chain."""
    return [
        {
            "document": document.id,
            "statement": position,
            "position": i,
            "who": hop.voice.who,
            "plain": plain(hop.voice.who),
            "kind": hop.voice.kind.value,
            "named": hop.voice.named,
            "number": hop.voice.number and hop.voice.number.value,
            "actor": hop.voice.actor,
        }
        for i, hop in enumerate(statement.chain)
    ]


def mention_row(document: Document, position: int, mention: Mention) -> Row:
    """A mention, to be searched by type, realis, place and time."""
    when, place = mention.when, mention.place
    return {
        "document": document.id,
        "position": position,
        "id": mention.id,
        "type": mention.type.value,
        "mode": mention.mode,
        "realis": mention.realis.value,
        "background": mention.background,
        "when_value": when and when.value,
        "earliest": when and when.earliest and when.earliest.isoformat(),
        "latest": when and when.latest and when.latest.isoformat(),
        "place": place and place.name,
        "place_plain": plain(place.name if place else None),
        "statement": mention.statement,
        "start": mention.trigger.start,
        "stop": mention.trigger.end,
        "words": mention.trigger.of(document.text),
        "p": mention.made.p,
        "body": encoded(mention),
    }


def party_rows(document: Document, position: int, mention: Mention) -> list[Row]:
    """Who does and who suffers."""
    return [
        {
            "document": document.id,
            "mention": position,
            "role": role,
            "position": i,
            "who": party.who,
            "plain": plain(party.who),
            "actor": party.actor,
        }
        for role, parties in (("actor", mention.actors), ("recipient", mention.recipients))
        for i, party in enumerate(parties)
    ]


def _trend(document: Document, position: int, trend: Trend) -> Row:
    return {
        "document": document.id,
        "position": position,
        "type": trend.type.value,
        "direction": trend.direction.value,
        "actor": trend.actor,
        "place": trend.place,
        "since": trend.since,
        "words": trend.mention.of(document.text),
        "body": encoded(trend),
    }


def failure_rows(source: str, document: str | None, failures: tuple[Failure, ...], run: str) -> list[Row]:
    """Failures of one input; the same stage and reason twice over are told apart by their order."""
    rows: list[Row] = []
    for i, failure in enumerate(failures):
        again = sum((f.stage, f.reason) == (failure.stage, failure.reason) for f in failures[:i])
        rows.append(
            {
                "id": digest("failure", source, failure.stage.value, failure.reason, again),
                "input": source,
                "document": document,
                "position": i,
                "stage": failure.stage.value,
                "reason": failure.reason,
                "name": failure.name,
                "resolved": False,
                "body": encoded(failure),
                "run": run,
            }
        )
    return rows
