"""What did the record look like once voices and parties were linked to actors?"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "actors",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("parted", sa.String(80)),
        sa.Column("report", sa.String(64)),
        sa.Column("merged", sa.String(80)),
        sa.Column("body", sa.Text()),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("actors_plain", "actors", ["plain"])
    op.create_index("actors_report", "actors", ["report"])
    for table in ("hops", "parties"):
        op.add_column(table, sa.Column("actor", sa.String(80)))
        op.create_index(f"{table}_actor", table, ["actor"])
