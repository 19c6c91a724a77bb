"""Talks that are called from a topic; their minutes are the outcome."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_22_talks"
down_revision = "2026_12_21_following"
branch_labels = None
depends_on = None

INDEXED = {
    "talk": ("called_by_id", "community_id", "topic_id"),
    "talk_invited": ("community_id",),
    "talk_move": ("community_id", "talk_id"),
}


def upgrade() -> None:
    instant = civic.store.base.Instant(timezone=True)
    op.create_table(
        "talk",
        *_part("topic_id"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts_at", instant, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("called_at", instant, nullable=False),
        sa.Column("called_by_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("was_at", instant, nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_end_at", instant, nullable=False),
        sa.Column("late_noted_at", instant, nullable=True),
        sa.Column("called_off_at", instant, nullable=True),
        sa.Column("called_off_because", sa.Text(), nullable=False),
        sa.Column("concluded_at", instant, nullable=True),
        sa.CheckConstraint(
            "kind IN ('open_talk', 'hearing', 'four_body', 'parlour')", name=op.f("ck_talk_kind")
        ),
        sa.CheckConstraint("called_off_at IS NULL OR concluded_at IS NULL", name=op.f("ck_talk_ended")),
        *_referring("talk", topic_id="topic", called_by_id="person"),
    )
    op.create_table(
        "talk_invited",
        *_part("talk_id"),
        sa.Column("body", sa.Text(), nullable=False),
        sa.UniqueConstraint("talk_id", "body", name=op.f("uq_talk_invited_talk_id_body")),
        *_referring("talk_invited", talk_id="talk"),
    )
    op.create_table(
        "talk_move",
        *_part("talk_id"),
        sa.Column("from_at", instant, nullable=False),
        sa.Column("from_place", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("moved_at", instant, nullable=False),
        *_referring("talk_move", talk_id="talk"),
    )
    for table, columns in INDEXED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)
    op.create_index("ix_talk_waiting", "talk", ["community_id", "starts_at"], unique=False)
    with op.batch_alter_table("parlour", schema=None) as batch_op:
        batch_op.add_column(sa.Column("talk_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("not_agreed", sa.Text(), nullable=False, server_default=""))
        batch_op.create_foreign_key(batch_op.f("fk_parlour_talk_id"), "talk", ["talk_id"], ["id"])
        batch_op.create_unique_constraint(batch_op.f("uq_parlour_talk_id"), ["talk_id"])


def _part(other: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in ("id", "community_id", other)]


def _referring(table: str, **columns: str) -> list[sa.Constraint]:
    found = {"community_id": "community", **columns}
    return [
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
            for column, other in found.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    with op.batch_alter_table("parlour", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_parlour_talk_id"), type_="unique")
        batch_op.drop_constraint(batch_op.f("fk_parlour_talk_id"), type_="foreignkey")
        batch_op.drop_column("not_agreed")
        batch_op.drop_column("talk_id")
    for table in reversed(INDEXED):
        op.drop_table(table)
