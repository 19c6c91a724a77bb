"""What finishes people and places: answers seen, marks."""

revision = "2026_11_26_finishing_people"
down_revision = "2026_11_25_people_and_places"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Nothing yet."""
