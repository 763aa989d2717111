"""What did the first record look like?"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCH = (  # full text over texts and statements; triggers keep the index in step with the tables
    """CREATE VIRTUAL TABLE documents_fts USING fts5(title, text, content='documents', content_rowid='number',
    tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts(rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    """CREATE TRIGGER documents_fts_delete AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts(documents_fts, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text); END""",
    """CREATE TRIGGER documents_fts_update AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO documents_fts(documents_fts, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO documents_fts(rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    """CREATE VIRTUAL TABLE statements_fts USING fts5(words, content='statements', content_rowid='number',
    tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER statements_fts_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts(rowid, words) VALUES (new.number, new.words); END""",
    """CREATE TRIGGER statements_fts_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts(statements_fts, rowid, words) VALUES ('delete', old.number, old.words); END""",
    """CREATE TRIGGER statements_fts_update AFTER UPDATE OF words ON statements BEGIN
    INSERT INTO statements_fts(statements_fts, rowid, words) VALUES ('delete', old.number, old.words);
    INSERT INTO statements_fts(rowid, words) VALUES (new.number, new.words); END""",
)
APPEND_ONLY = (
    """CREATE TRIGGER rulings_keep BEFORE UPDATE ON rulings
    BEGIN SELECT RAISE(ABORT, 'rulings are append-only: undo one by another'); END""",
    """CREATE TRIGGER rulings_stay BEFORE DELETE ON rulings
    BEGIN SELECT RAISE(ABORT, 'rulings are append-only: undo one by another'); END""",
)


def upgrade() -> None:
    op.create_table(
        "failures",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("input", sa.String(64), nullable=False),
        sa.Column("document", sa.String(64)),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("resolved", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("run", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("failures_input", "failures", ["input"])
    op.create_index("failures_name", "failures", ["name"])
    op.create_table(
        "pages",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("redirects", sa.String(64)),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("reports_name", "reports", ["name"])
    op.create_index("reports_redirects", "reports", ["redirects"])
    op.create_table(
        "rulings",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("target", sa.String(16), nullable=False),
        sa.Column("target_id", sa.String(64), nullable=False),
        sa.Column("report", sa.String(64)),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("rulings_report", "rulings", ["report"])
    op.create_index("rulings_target_id", "rulings", ["target_id"])
    op.create_table(
        "runs",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("started", sa.String(32), nullable=False),
        sa.Column("ended", sa.String(32)),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("report", sa.String(64), nullable=False),
        sa.Column("input", sa.String(64), nullable=False),
        sa.Column("page", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("fetched", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("outlet_plain", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("published", sa.String(40)),
        sa.Column("language", sa.String(16)),
        sa.Column("url", sa.Text()),
        sa.Column("reader", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text()),
        sa.Column("status", sa.String(16), server_default="untouched", nullable=False),
        sa.ForeignKeyConstraint(
            ["page"],
            ["pages.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("documents_name", "documents", ["name"])
    op.create_index("documents_page", "documents", ["page"])
    op.create_index("documents_report", "documents", ["report"])
    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("report", sa.String(64), nullable=False),
        sa.Column("founding", sa.String(64), nullable=False),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("redirects", sa.String(64)),
        sa.Column("merged", sa.String(64)),
        sa.Column("status", sa.String(16), server_default="untouched", nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("events_report", "events", ["report"])
    op.create_table(
        "inputs",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("page", sa.String(64)),
        sa.Column("document", sa.String(64)),
        sa.Column("media", sa.String(16)),
        sa.Column("source", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("headers", sa.Text()),
        sa.Column("fetched", sa.String(32)),
        sa.Column("extractor", sa.String(64)),
        sa.Column("reader", sa.String(64)),
        sa.Column("run", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["page"],
            ["pages.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("inputs_document", "inputs", ["document"])
    op.create_index("inputs_name", "inputs", ["name"])
    op.create_table(
        "mentions",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("machine", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("mode", sa.String(64)),
        sa.Column("realis", sa.String(16), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("when_value", sa.Text()),
        sa.Column("earliest", sa.String(10)),
        sa.Column("latest", sa.String(10)),
        sa.Column("place", sa.Text()),
        sa.Column("place_plain", sa.Text()),
        sa.Column("statement", sa.String(64)),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("p", sa.Float()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text()),
        sa.Column("status", sa.String(16), server_default="untouched", nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["event"],
            ["events.id"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document", "position"),
    )
    op.create_index("mentions_earliest", "mentions", ["earliest"])
    op.create_index("mentions_event", "mentions", ["event"])
    op.create_index("mentions_id", "mentions", ["id"])
    op.create_table(
        "statements",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("machine", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(16), nullable=False),
        sa.Column("quoted", sa.String(16), nullable=False),
        sa.Column("who", sa.Text()),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("p", sa.Float()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text()),
        sa.Column("status", sa.String(16), server_default="untouched", nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document", "position"),
    )
    op.create_index("statements_id", "statements", ["id"])
    op.create_table(
        "trends",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("direction", sa.String(16), nullable=False),
        sa.Column("actor", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("since", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "position"),
    )
    op.create_table(
        "hops",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text()),
        sa.Column("plain", sa.Text()),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("number", sa.String(16)),
        sa.ForeignKeyConstraint(
            ["document", "statement"], ["statements.document", "statements.position"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "statement", "position"),
    )
    op.create_table(
        "parties",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("mention", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "mention"], ["mentions.document", "mentions.position"], ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "mention", "role", "position"),
    )

    if op.get_bind().dialect.name == "sqlite":
        for sql in SEARCH + APPEND_ONLY:
            op.execute(sql)
