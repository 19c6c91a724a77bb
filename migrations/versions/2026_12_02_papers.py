"""Option papers with versions; questions with answers due."""

revision = "2026_12_02_papers"
down_revision = "2026_12_01_opinion_map"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
