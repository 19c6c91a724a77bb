"""Rounds of the listening team."""

revision = "2026_12_06_rounds"
down_revision = "2026_12_05_petitions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
