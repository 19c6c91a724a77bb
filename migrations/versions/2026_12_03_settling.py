"""Objections to a decline, hand-overs upwards, supporters who stay behind."""

revision = "2026_12_03_settling"
down_revision = "2026_12_02_papers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
