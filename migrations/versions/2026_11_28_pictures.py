"""Photos of issues."""

revision = "2026_11_28_pictures"
down_revision = "2026_11_27_finding"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
