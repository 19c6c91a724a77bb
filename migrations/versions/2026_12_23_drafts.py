"""The draft of a resolution in its versions, and amendments to it."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_23_drafts"
down_revision = "2026_12_22_talks"
branch_labels = None
depends_on = None

INSTANT = civic.store.base.Instant


def _shared() -> list[sa.Column[int]]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
    ]


def _keys(table: str, *people: str) -> list[sa.Constraint]:
    targets = {"community_id": "community.id", "topic_id": "topic.id", **dict.fromkeys(people, "person.id")}
    return [
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"))
            for column, target in targets.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def upgrade() -> None:
    op.create_table(
        "draft_version",
        *_shared(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT(timezone=True), nullable=False),
        *_keys("draft_version", "by_id"),
        sa.UniqueConstraint("topic_id", "number", name=op.f("uq_draft_version_topic_id_number")),
    )
    op.create_index(op.f("ix_draft_version_community_id"), "draft_version", ["community_id"])
    op.create_table(
        "amendment",
        *_shared(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("shown_as", sa.Text(), nullable=False),
        sa.Column("at", INSTANT(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_end_at", INSTANT(timezone=True), nullable=False),
        sa.Column("late_noted_at", INSTANT(timezone=True), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", INSTANT(timezone=True), nullable=True),
        sa.Column("seen_at", INSTANT(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'declined', 'withdrawn', 'outdated')",
            name=op.f("ck_amendment_known_state"),
        ),
        sa.CheckConstraint("(state = 'open') = (answered_at IS NULL)", name=op.f("ck_amendment_answered")),
        *_keys("amendment", "person_id", "answered_by"),
    )
    for column in ("community_id", "person_id", "topic_id"):
        op.create_index(op.f(f"ix_amendment_{column}"), "amendment", [column])


def downgrade() -> None:
    op.drop_table("amendment")
    op.drop_table("draft_version")
