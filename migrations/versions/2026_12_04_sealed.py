"""Words of quarrels and one person's services leave the public; the sealed box; mediation in private."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_04_sealed"
down_revision = "2026_12_03_settling"
branch_labels = None
depends_on = None

PRIVATE = "('dispute', 'private_service')"
MOVED = ("title", "facts", "wish", "findings", "background", "scope")
NEUTRAL = {
    ("dispute", True): "邻里纠纷（不公开）",
    ("private_service", True): "个人服务事项（不公开）",
    ("dispute", False): "A quarrel between neighbours (not public)",
    ("private_service", False): "One person's service (not public)",
}


def upgrade() -> None:
    instant = civic.store.base.Instant(timezone=True)
    op.create_table(
        "private_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*MOVED, "done", "receipt")),
        sa.Column("agreed_at", instant, nullable=True),
        sa.Column("agreed_by", sa.Integer(), nullable=True),
        sa.CheckConstraint("(agreed_at IS NULL) = (agreed_by IS NULL)", name=op.f("ck_private_words_agreed")),
        sa.ForeignKeyConstraint(["agreed_by"], ["person.id"], name=op.f("fk_private_words_agreed_by")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_private_words_community_id")
        ),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_private_words_issue_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_words")),
        sa.UniqueConstraint("issue_id", name=op.f("uq_private_words_issue_id")),
    )
    with op.batch_alter_table("private_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_private_words_community_id"), ["community_id"], unique=False)
    _hide()
    _box()


def _hide() -> None:
    """What was verified as private before: its words move, why it was declined or merged stays public."""
    told = "phase IN ('declined', 'merged')"
    names = ", ".join(MOVED)
    op.execute(
        f"INSERT INTO private_words (community_id, issue_id, {names}, done, receipt)"
        f" SELECT community_id, id, {names}, CASE WHEN {told} THEN '' ELSE reason END, receipt"
        f" FROM issue WHERE nature IN {PRIVATE}"
    )
    blank = ", ".join(f"{name} = ''" for name in MOVED if name != "title")
    for (nature, chinese), title in NEUTRAL.items():
        here = f"(SELECT id FROM community WHERE language {'=' if chinese else '<>'} 'zh_CN')"
        op.execute(
            sa.text(
                f"UPDATE issue SET title = :title, {blank}, receipt = '',"
                f" reason = CASE WHEN {told} THEN reason ELSE '' END"
                f" WHERE nature = :nature AND community_id IN {here}"
            ).bindparams(title=title, nature=nature)
        )
    op.execute(f"DELETE FROM passage WHERE issue_id IN (SELECT id FROM issue WHERE nature IN {PRIVATE})")


def _box() -> None:
    instant = civic.store.base.Instant(timezone=True)
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("filed_at", instant, nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("whole_due_on", sa.Date(), nullable=False),
        sa.Column("first_answer", sa.Text(), nullable=False),
        sa.Column("first_at", instant, nullable=True),
        sa.Column("final_answer", sa.Text(), nullable=False),
        sa.Column("final_at", instant, nullable=True),
        sa.CheckConstraint("channel IN ('online', 'paper')", name=op.f("ck_complaint_channel")),
        sa.CheckConstraint("(channel = 'paper') = (person_id IS NULL)", name=op.f("ck_complaint_paper")),
        sa.CheckConstraint("(first_at IS NULL) = (first_answer = '')", name=op.f("ck_complaint_first")),
        sa.CheckConstraint("(final_at IS NULL) = (final_answer = '')", name=op.f("ck_complaint_final")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_complaint_community_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_complaint_person_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["person.id"], name=op.f("fk_complaint_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_complaint_code_hash")),
        sa.UniqueConstraint(
            "community_id", "year", "number", name=op.f("uq_complaint_community_id_year_number")
        ),
    )
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_complaint_community_id"), ["community_id"], unique=False)
        batch_op.create_index("ix_complaint_open", ["community_id", "final_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_complaint_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("complaint")
    words = "(SELECT {0} FROM private_words WHERE private_words.issue_id = issue.id)"
    back = ", ".join(f"{name} = {words.format(name)}" for name in (*MOVED, "receipt"))
    told = "phase IN ('declined', 'merged')"
    op.execute(
        f"UPDATE issue SET {back}, reason = CASE WHEN {told} THEN reason ELSE {words.format('done')} END"
        " WHERE id IN (SELECT issue_id FROM private_words)"
    )
    op.drop_table("private_words")
