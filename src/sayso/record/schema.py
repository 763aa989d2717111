"""Which tables does a record have?

Plain types only, so that the same tables stand in SQLite and in PostgreSQL. Days and points in time are text,
ISO 8601, the latter in UTC at one width, so that they sort in both. `body` is the noun of `model` as
JSON, exactly as the machine made it; the other columns are there to be searched and show what holds after the
rulings; `folded` is the noun after the rulings, NULL where none touches it. A column whose `info` says
`of_run` tells when or in which order a run wrote a row: two runs over the same pages may differ in it.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)

HEAD = "0002"  # the migration that these tables correspond to; a test compares the two

OF_RUN = {"of_run": True}
UNTOUCHED = "untouched"

metadata = MetaData()


def _number() -> Column[int]:
    """A row's own number: the order of writing, and the rowid of full-text search."""
    return Column("number", Integer, primary_key=True, autoincrement=True, info=OF_RUN)


def _document() -> Column[str]:
    return Column("document", String(64), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


def _status() -> Column[str]:
    return Column("status", String(16), nullable=False, server_default=UNTOUCHED)


def _run() -> Column[str]:
    return Column("run", String(64), nullable=False, info=OF_RUN)


runs = Table(
    "runs",
    metadata,
    Column("id", String(64), primary_key=True, info=OF_RUN),
    Column("started", String(32), nullable=False, info=OF_RUN),
    Column("ended", String(32), info=OF_RUN),  # NULL: running, or killed
    Column("command", Text, nullable=False),
    Column("version", String(64), nullable=False),
)

pages = Table(  # bytes, once each; where they were had stands in `inputs`
    "pages",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),  # before compression
    Column("content", LargeBinary, nullable=False),  # zlib
)

reports = Table(  # one article at one outlet, in all its versions
    "reports",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("outlet", Text),
    Column("url", Text),
    Column("redirects", String(64)),  # the report that a newer extractor says these pages belong to
    Index("reports_name", "name"),
    Index("reports_redirects", "redirects"),
)

documents = Table(  # one version of a report
    "documents",
    metadata,
    _number(),
    Column("id", String(64), nullable=False, unique=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("input", String(64), nullable=False),  # the input that the machine's part was read from
    Column("page", String(64), ForeignKey("pages.sha256"), nullable=False),
    Column("version", Integer, nullable=False),  # 1, 2, ... within the report, in order of fetching
    Column("current", Boolean, nullable=False),
    Column("fetched", String(32), nullable=False, info=OF_RUN),
    Column("name", Text, nullable=False),
    Column("outlet", Text),
    Column("outlet_plain", Text),
    Column("title", Text),
    Column("published", String(40)),  # as stated
    Column("language", String(16)),
    Column("url", Text),
    Column("reader", String(64), nullable=False),
    Column("digest", String(64), nullable=False),  # of all that was heard: equal means nothing to write
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),  # the Document without its text
    Column("folded", Text),
    _status(),
    Index("documents_report", "report"),
    Index("documents_name", "name"),
    Index("documents_page", "page"),
)

inputs = Table(  # what was handed in: one page under one name; each ends as a document or a failure
    "inputs",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("page", String(64), ForeignKey("pages.sha256")),  # NULL: the bytes could not be had
    Column("document", String(64)),  # NULL: a failure
    Column("media", String(16)),
    Column("source", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("headers", Text),
    Column("fetched", String(32), info=OF_RUN),  # the first time
    Column("extractor", String(64)),
    Column("reader", String(64)),
    _run(),
    Index("inputs_name", "name"),
    Index("inputs_document", "document"),
)

statements = Table(
    "statements",
    metadata,
    _number(),
    _document(),
    Column("position", Integer, nullable=False),  # the machine's first, then those that members added
    Column("id", String(64), nullable=False),
    Column("machine", Boolean, nullable=False, server_default=true()),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("stance", String(16), nullable=False),
    Column("quoted", String(16), nullable=False),
    Column("who", Text),  # of the origin, as are kind and named
    Column("kind", String(16), nullable=False),
    Column("named", Boolean, nullable=False),
    Column("p", Float),
    Column("words", Text, nullable=False),  # of the content, fragments joined with " … "
    Column("body", Text, nullable=False),
    Column("folded", Text),
    _status(),
    UniqueConstraint("document", "position"),
    Index("statements_id", "id"),
)

hops = Table(
    "hops",
    metadata,
    Column("document", String(64), primary_key=True),
    Column("statement", Integer, primary_key=True),  # its position
    Column("position", Integer, primary_key=True),  # 0: nearest the reader
    Column("who", Text),
    Column("plain", Text),  # lower case, no diacritics, words between single spaces
    Column("kind", String(16), nullable=False),
    Column("named", Boolean, nullable=False),
    Column("number", String(16)),
    Column("actor", String(80)),  # who is meant, before actors were made one
    ForeignKeyConstraint(
        ["document", "statement"], ["statements.document", "statements.position"], ondelete="CASCADE"
    ),
    Index("hops_actor", "actor"),
)

actors = Table(  # whom voices and parties mean: listed in the tables of `lexicon`, or known by name alone
    "actors",
    metadata,
    _number(),  # order of birth
    Column("id", String(80), nullable=False, unique=True),
    Column("name", Text, nullable=False),  # as first told
    Column("plain", Text, nullable=False),
    Column("parted", String(80)),  # by a ruling: the actor from whom this one was told apart ...
    Column("report", String(64)),  # ... in this report
    Column("merged", String(80)),  # by a ruling: the actor that answers for this one
    Column("body", Text),  # an Actor, where a member added it
    Index("actors_plain", "plain"),
    Index("actors_report", "report"),
)

events = Table(
    "events",
    metadata,
    _number(),  # order of birth: the older answers
    Column("id", String(64), nullable=False, unique=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("founding", String(64), nullable=False),  # id of the mention that it began with
    Column("type", String(16), nullable=False),  # of that mention
    Column("anchor", Text, nullable=False),  # its trigger, to be found again: an Anchor
    Column("redirects", String(64)),  # within the report: a later reading joined it to this one
    Column("merged", String(64)),  # by a ruling
    _status(),
    Index("events_report", "report"),
)

mentions = Table(
    "mentions",
    metadata,
    _number(),
    _document(),
    Column("position", Integer, nullable=False),
    Column("id", String(64), nullable=False),
    Column("machine", Boolean, nullable=False, server_default=true()),
    Column("event", String(64), ForeignKey("events.id"), nullable=False),
    Column("type", String(16), nullable=False),
    Column("mode", String(64)),
    Column("realis", String(16), nullable=False),
    Column("background", Boolean, nullable=False),
    Column("when_value", Text),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("place", Text),
    Column("place_plain", Text),
    Column("statement", String(64)),  # id
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("words", Text, nullable=False),  # of the trigger
    Column("p", Float),
    Column("body", Text, nullable=False),
    Column("folded", Text),
    _status(),
    UniqueConstraint("document", "position"),
    Index("mentions_id", "id"),
    Index("mentions_event", "event"),
    Index("mentions_earliest", "earliest"),
)

parties = Table(
    "parties",
    metadata,
    Column("document", String(64), primary_key=True),
    Column("mention", Integer, primary_key=True),  # its position
    Column("role", String(16), primary_key=True),  # "actor", "recipient"
    Column("position", Integer, primary_key=True),
    Column("who", Text, nullable=False),
    Column("plain", Text, nullable=False),
    Column("actor", String(80)),
    ForeignKeyConstraint(
        ["document", "mention"], ["mentions.document", "mentions.position"], ondelete="CASCADE"
    ),
    Index("parties_actor", "actor"),
)

trends = Table(
    "trends",
    metadata,
    Column("document", String(64), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("type", String(16), nullable=False),
    Column("direction", String(16), nullable=False),
    Column("actor", Text),
    Column("place", Text),
    Column("since", Text),
    Column("words", Text, nullable=False),
    Column("body", Text, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("input", String(64), nullable=False),
    Column("document", String(64)),  # NULL: none came of the input
    Column("position", Integer, nullable=False, server_default="0"),
    Column("stage", String(16), nullable=False),
    Column("reason", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("resolved", Boolean, nullable=False, server_default=false()),
    Column("body", Text, nullable=False),
    _run(),
    Index("failures_input", "input"),
    Index("failures_name", "name"),
)

rulings = Table(  # append-only: triggers refuse UPDATE and DELETE
    "rulings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # order of the log
    Column("id", String(64), nullable=False, unique=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("target", String(16), nullable=False),
    Column("target_id", String(64), nullable=False),
    Column("report", String(64)),
    Column("body", Text, nullable=False),
    Index("rulings_report", "report"),
    Index("rulings_target_id", "target_id"),
)
