"""What search reads."""

revision = "2026_11_27_finding"
down_revision = "2026_11_26_finishing_people"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
