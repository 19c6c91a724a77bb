"""Nothing sinks: what each category promises, two clocks an issue, waits and moved dates."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_11_29_nothing_sinks"
down_revision = "2026_11_28_pictures"
branch_labels = None
depends_on = None

ISSUE = ("whole_due_on", "owner", "answer_noted", "whole_noted", "note_on", "dates_moved")


def upgrade() -> None:
    with op.batch_alter_table("community", schema=None) as batch_op:
        batch_op.add_column(sa.Column("categories", civic.store.base.Json(), nullable=True))
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("whole_due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("owner", sa.Text(), nullable=False, server_default="committee"))
        batch_op.add_column(sa.Column("answer_noted", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("whole_noted", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("note_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("dates_moved", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_index("ix_issue_note", ["community_id", "note_on"], unique=False)
    # What waits for its first answer keeps its day; nobody promised an end for it.
    op.execute("UPDATE issue SET note_on = answer_due_on WHERE status = 'waiting'")
    op.create_table(
        "wait",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("began_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_wait_by_id")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_wait_community_id")),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_wait_issue_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wait")),
    )
    op.create_table(
        "moved_date",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("was_on", sa.Date(), nullable=False),
        sa.Column("now_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("wait_id", sa.Integer(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.CheckConstraint("term IN ('answer', 'whole')", name=op.f("ck_moved_date_term")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_moved_date_by_id")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_moved_date_community_id")),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_moved_date_issue_id")),
        sa.ForeignKeyConstraint(["wait_id"], ["wait.id"], name=op.f("fk_moved_date_wait_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moved_date")),
    )
    for table in ("wait", "moved_date"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_community_id"), ["community_id"], unique=False)
            batch_op.create_index(batch_op.f(f"ix_{table}_issue_id"), ["issue_id"], unique=False)


def downgrade() -> None:
    op.drop_table("moved_date")
    op.drop_table("wait")
    # Not in a batch: SQLite would copy the table, and what it computes itself cannot be copied.
    op.drop_index("ix_issue_note", table_name="issue")
    for name in ISSUE:
        op.drop_column("issue", name)
    op.drop_column("community", "categories")
