"""Where exactly and who else is affected."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_07_raising"
down_revision = "2026_12_06_rounds"
branch_labels = None
depends_on = None

ISSUE = ("floor", "common_part", "affects", "hide_building")


def upgrade() -> None:
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("floor", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("common_part", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("affects", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("hide_building", sa.Boolean(), nullable=False, server_default="0"))
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kept_until_on", sa.Date(), nullable=True))
        batch_op.create_index("ix_draft_kept", ["community_id", "kept_until_on"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_draft_kept", table_name="draft")
    op.drop_column("draft", "kept_until_on")
    # Not in a batch: SQLite would copy the table, and what it computes itself cannot be copied.
    for name in ISSUE:
        op.drop_column("issue", name)
