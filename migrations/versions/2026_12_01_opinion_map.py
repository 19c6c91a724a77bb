"""Opinion maps: statements and opinions."""

revision = "2026_12_01_opinion_map"
down_revision = "2026_11_30_talk"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
