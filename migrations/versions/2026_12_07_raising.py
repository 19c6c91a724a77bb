"""Where exactly and who else is affected."""

revision = "2026_12_07_raising"
down_revision = "2026_12_06_rounds"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
