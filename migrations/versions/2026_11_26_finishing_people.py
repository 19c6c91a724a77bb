"""What finishes people and places: answers seen, marks."""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

import civic.store.base
from civic.core.clock import SystemClock

revision = "2026_11_26_finishing_people"
down_revision = "2026_11_25_people_and_places"
branch_labels = None
depends_on = None

WERE_NEWS = timedelta(days=7)
"""So long Today named an answer before it was known whether somebody had read it."""


def upgrade() -> None:
    """Answers that Today named no longer count as read."""
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seen_at", civic.store.base.Instant(timezone=True), nullable=True))

    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.add_column(sa.Column("after_reset", sa.Integer(), nullable=True))

    instant = civic.store.base.Instant(timezone=True)
    correction = sa.table(
        "correction", sa.column("done"), sa.column("answered_at", instant), sa.column("seen_at", instant)
    )
    op.get_bind().execute(
        sa.update(correction)
        .where(correction.c.done.is_not(None), correction.c.answered_at <= SystemClock().now() - WERE_NEWS)
        .values(seen_at=correction.c.answered_at)
    )


def downgrade() -> None:
    with op.batch_alter_table("vote", schema=None) as batch_op:
        batch_op.drop_column("after_reset")

    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_column("seen_at")
