"""Opinion maps: statements and opinions."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_01_opinion_map"
down_revision = "2026_11_30_talk"
branch_labels = None
depends_on = None

INSTANT = civic.store.base.Instant(timezone=True)


def upgrade() -> None:
    """A map a topic, its statements, what each person says to each."""
    op.create_table(
        "opinion_map",
        *_head(),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("closes_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("drawn_at", INSTANT, nullable=True),
        sa.Column("drawn", civic.store.base.Json(), nullable=True),
        sa.Column("kept", civic.store.base.Json(), nullable=True),
        *_keys("opinion_map", "community", "topic"),
        sa.UniqueConstraint("topic_id", name=op.f("uq_opinion_map_topic_id")),
    )
    op.create_table(
        "statement",
        *_head(),
        sa.Column("map_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        *_keys("statement", "community", "map", "author"),
        sa.UniqueConstraint("map_id", "number", name=op.f("uq_statement_map_id_number")),
        sa.UniqueConstraint("map_id", "words", name=op.f("uq_statement_map_id_words")),
        sa.CheckConstraint("kind IN ('seed', 'resident')", name=op.f("ck_statement_kind")),
        sa.CheckConstraint("state IN ('waiting', 'shown', 'left_out')", name=op.f("ck_statement_state")),
        sa.CheckConstraint("(state = 'left_out') = (reason <> '')", name=op.f("ck_statement_reason")),
    )
    op.create_table(
        "opinion",
        *_head(),
        sa.Column("map_id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("vote", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        *_keys("opinion", "community", "map", "statement", "person"),
        sa.UniqueConstraint("person_id", "statement_id", name=op.f("uq_opinion_person_id_statement_id")),
        sa.CheckConstraint("vote IN (-1, 0, 1)", name=op.f("ck_opinion_vote")),
    )
    for table in ("opinion_map", "statement", "opinion"):
        op.create_index(op.f(f"ix_{table}_community_id"), table, ["community_id"])
    op.create_index(op.f("ix_statement_author_id"), "statement", ["author_id"])
    op.create_index("ix_opinion_map", "opinion", ["map_id", "at"])


def downgrade() -> None:
    """The maps go."""
    for table in ("opinion", "statement", "opinion_map"):
        op.drop_table(table)


TABLES = {"map": "opinion_map", "author": "person"}


def _head() -> list[sa.Column[int]]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
    ]


def _keys(table: str, *others: str) -> list[sa.Constraint]:
    return [
        *(
            sa.ForeignKeyConstraint(
                [f"{each}_id"], [f"{TABLES.get(each, each)}.id"], name=op.f(f"fk_{table}_{each}_id")
            )
            for each in others
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
