"""Who takes part in a discussion, how, and until which day."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_17_taking_part"
down_revision = "2026_12_16_not_known"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("invited", civic.store.base.Json(), nullable=True))
        batch_op.add_column(sa.Column("speak_until_on", sa.Date(), nullable=True))
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.add_column(sa.Column("speak_until_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("talk_moved", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "moved_talk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("was_on", sa.Date(), nullable=False),
        sa.Column("now_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_moved_talk_by_id")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_moved_talk_community_id")),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name=op.f("fk_moved_talk_topic_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moved_talk")),
    )
    with op.batch_alter_table("moved_talk", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_moved_talk_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_moved_talk_topic_id"), ["topic_id"], unique=False)


def downgrade() -> None:
    op.drop_table("moved_talk")
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.drop_column("talk_moved")
        batch_op.drop_column("speak_until_on")
    # Not in a batch: SQLite would copy the table, and what it computes itself cannot be copied.
    for name in ("invited", "speak_until_on"):
        op.drop_column("issue", name)
