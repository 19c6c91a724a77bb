"""Complaints in the sealed box, mediation in private."""

revision = "2026_12_04_sealed"
down_revision = "2026_12_03_settling"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
