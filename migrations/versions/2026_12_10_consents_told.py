"""When whoever is helped had been told that a consent was recorded for them."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_10_consents_told"
down_revision = "2026_12_09_handed_in"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("helping", schema=None) as batch_op:
        batch_op.add_column(sa.Column("told_at", civic.store.base.Instant(timezone=True), nullable=True))
    # What was recorded before is known to both.
    op.execute("UPDATE helping SET told_at = recorded_at")


def downgrade() -> None:
    op.drop_column("helping", "told_at")
