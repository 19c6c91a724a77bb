"""What was said: edited, reported, hidden, appealed."""

revision = "2026_11_30_talk"
down_revision = "2026_11_29_nothing_sinks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
