"""Petitions that put a topic on the agenda."""

revision = "2026_12_05_petitions"
down_revision = "2026_12_04_sealed"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
