"""What somebody had typed goes along when they join an issue."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_15_words_along"
down_revision = "2026_12_14_agents"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("additions", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "addition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("hide_building", sa.Boolean(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_addition_{column}"))
            for column, other in {
                "community_id": "community",
                "issue_id": "issue",
                "person_id": "person",
            }.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addition")),
        sa.UniqueConstraint("issue_id", "person_id", name=op.f("uq_addition_issue_id_person_id")),
    )
    with op.batch_alter_table("addition", schema=None) as batch_op:
        for column in ("community_id", "person_id"):
            batch_op.create_index(batch_op.f(f"ix_addition_{column}"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("addition")
    op.drop_column("issue", "additions")
