"""What was typed when nobody was signed in any more waits an hour for its writer."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_13_kept_words"
down_revision = "2026_12_12_outcome"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("helper_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_kept_words_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_words")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_kept_words_code_hash")),
    )
    with op.batch_alter_table("kept_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kept_words_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kept_words_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("kept_words")
