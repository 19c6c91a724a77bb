"""What a list does not say is not known: source of an area, sale of a unit, registration, size of a share."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_16_not_known"
down_revision = "2026_12_15_words_along"
branch_labels = None
depends_on = None

SOURCES = ("register", "survey", "contract")
STATES = ("sold", "unsold", "undelivered")


def upgrade() -> None:
    _dwellings((*SOURCES, "not_known"), (*STATES, "not_known"))
    with op.batch_alter_table("residence", schema=None) as batch_op:
        batch_op.alter_column("registered", existing_type=sa.Boolean(), nullable=True)
    with op.batch_alter_table("ownership", schema=None) as batch_op:
        batch_op.add_column(sa.Column("share_known", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    op.drop_column("ownership", "share_known")
    # What nobody knew becomes what was taken for granted before; of registrations, the answer without a right.
    op.execute("UPDATE residence SET registered = FALSE WHERE registered IS NULL")
    op.execute("UPDATE dwelling SET area_source = 'register' WHERE area_source = 'not_known'")
    op.execute("UPDATE dwelling SET state = 'sold' WHERE state = 'not_known'")
    with op.batch_alter_table("residence", schema=None) as batch_op:
        batch_op.alter_column("registered", existing_type=sa.Boolean(), nullable=False)
    _dwellings(SOURCES, STATES)


def _dwellings(sources: tuple[str, ...], states: tuple[str, ...]) -> None:
    with op.batch_alter_table("dwelling", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_dwelling_area_source"), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_dwelling_state"), type_="check")
        batch_op.create_check_constraint(
            batch_op.f("ck_dwelling_area_source"), f"area_source IN ({_listed(sources)})"
        )
        batch_op.create_check_constraint(batch_op.f("ck_dwelling_state"), f"state IN ({_listed(states)})")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
