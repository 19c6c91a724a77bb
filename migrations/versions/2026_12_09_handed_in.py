"""The day on which paper was handed in."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_09_handed_in"
down_revision = "2026_12_08_private_from_birth"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("received_on", sa.Date(), nullable=True))


def downgrade() -> None:
    # Not in a batch: SQLite would copy the table, and what it computes itself cannot be copied.
    op.drop_column("issue", "received_on")
