"""Option papers with versions; questions with answers due."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_02_papers"
down_revision = "2026_12_01_opinion_map"
branch_labels = None
depends_on = None

WORDS = ("reason", "law_basis")


def upgrade() -> None:
    instant = civic.store.base.Instant(timezone=True)
    with op.batch_alter_table("option_paper", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("role", sa.Text(), nullable=False, server_default="advisor"))
        for name in WORDS:
            batch_op.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("superseded_at", instant, nullable=True))
        batch_op.drop_constraint("uq_option_paper_topic_id", type_="unique")
        batch_op.create_unique_constraint(op.f("uq_option_paper_topic_id_version"), ["topic_id", "version"])
    op.add_column("option", sa.Column("effects", sa.Text(), nullable=False, server_default=""))
    refers = {
        "community_id": "community", "topic_id": "topic", "contribution_id": "contribution",
        "answer_id": "contribution",
    }  # fmt: skip
    op.create_table(
        "paper_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("owed_by", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_end_at", instant, nullable=False),
        sa.Column("late_noted_at", instant, nullable=True),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", instant, nullable=True),
        sa.Column("withdrawn_at", instant, nullable=True),
        sa.Column("seen_at", instant, nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_paper_question_{column}"))
            for column, table in refers.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_question")),
        sa.UniqueConstraint("contribution_id", name=op.f("uq_paper_question_contribution_id")),
        sa.UniqueConstraint("answer_id", name=op.f("uq_paper_question_answer_id")),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answer_id IS NULL)", name=op.f("ck_paper_question_answered")
        ),
    )
    op.create_index(op.f("ix_paper_question_community_id"), "paper_question", ["community_id"])
    op.create_index(op.f("ix_paper_question_topic_id"), "paper_question", ["topic_id"])


def downgrade() -> None:
    op.drop_table("paper_question")
    # Only the newest paper of a topic is known before; a question stays as a contribution.
    old = "SELECT id FROM option_paper WHERE superseded_at IS NOT NULL"
    op.execute(f"DELETE FROM option WHERE paper_id IN ({old})")
    op.execute("DELETE FROM option_paper WHERE superseded_at IS NOT NULL")
    with op.batch_alter_table("option", schema=None) as batch_op:
        batch_op.drop_column("effects")
    with op.batch_alter_table("option_paper", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("uq_option_paper_topic_id_version"), type_="unique")
        batch_op.create_unique_constraint(op.f("uq_option_paper_topic_id"), ["topic_id"])
        for name in ("version", "role", *WORDS, "superseded_at"):
            batch_op.drop_column(name)
