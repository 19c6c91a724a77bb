"""Who follows which issue, and up to where they have read."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_21_following"
down_revision = "2026_12_20_owner_roll"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "following",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        *_keys("following", "community", "issue", "person"),
        sa.UniqueConstraint("issue_id", "person_id", name=op.f("uq_following_issue_id_person_id")),
    )
    op.create_table(
        "last_look",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        *_keys("last_look", "community", "person"),
        sa.UniqueConstraint("person_id", name=op.f("uq_last_look_person_id")),
    )
    for table, column in (
        ("following", "community_id"),
        ("following", "person_id"),
        ("last_look", "community_id"),
    ):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("last_look")
    op.drop_table("following")


def _keys(table: str, *others: str) -> list[sa.Constraint]:
    return [
        *(
            sa.ForeignKeyConstraint([f"{other}_id"], [f"{other}.id"], name=op.f(f"fk_{table}_{other}_id"))
            for other in others
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]
