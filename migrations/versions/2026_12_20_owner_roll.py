"""The owners' committee looks at the names on the roll of its vote: a kind of look."""

from alembic import op

revision = "2026_12_20_owner_roll"
down_revision = "2026_12_17_taking_part"
branch_labels = None
depends_on = None

BEFORE = ("person", "export", "glass")


def upgrade() -> None:
    _kinds((*BEFORE, "owners"))


def downgrade() -> None:
    op.execute("DELETE FROM look WHERE what = 'owners'")
    _kinds(BEFORE)


def _kinds(kinds: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("look", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_look_what"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_look_what"), f"what IN ({listed})")
