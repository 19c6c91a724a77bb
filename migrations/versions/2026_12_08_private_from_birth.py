"""What is raised under quarrels or help in hardship is private until somebody has checked it."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_08_private_from_birth"
down_revision = "2026_12_07_raising"
branch_labels = None
depends_on = None

BORN_PRIVATE = {"disputes": "dispute", "hardship": "private_service"}
MOVED = ("title", "facts", "wish", "findings", "background", "scope")
NEUTRAL = {
    ("dispute", True): "邻里纠纷（不公开）",
    ("private_service", True): "个人服务事项（不公开）",
    ("dispute", False): "A quarrel between neighbours (not public)",
    ("private_service", False): "One person's service (not public)",
}
UNCHECKED = "nature IS NULL AND category IN ('disputes', 'hardship')"


def upgrade() -> None:
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("public_because", sa.Text(), nullable=False, server_default=""))
    names, told = ", ".join(MOVED), "phase IN ('declined', 'merged')"
    op.execute(
        f"INSERT INTO private_words (community_id, issue_id, {names}, done, receipt)"
        f" SELECT community_id, id, {names}, CASE WHEN {told} THEN '' ELSE reason END, receipt"
        f" FROM issue WHERE {UNCHECKED}"
    )
    for category, nature in BORN_PRIVATE.items():
        op.execute(f"UPDATE issue SET nature = '{nature}' WHERE nature IS NULL AND category = '{category}'")
    blank = ", ".join(f"{name} = ''" for name in MOVED if name != "title")
    for (nature, chinese), title in NEUTRAL.items():
        here = f"(SELECT id FROM community WHERE language {'=' if chinese else '<>'} 'zh_CN')"
        op.execute(
            sa.text(
                f"UPDATE issue SET title = :title, {blank}, receipt = '',"
                f" reason = CASE WHEN {told} THEN reason ELSE '' END"
                f" WHERE nature = :nature AND facts <> '' AND community_id IN {here}"
            ).bindparams(title=title, nature=nature)
        )


def downgrade() -> None:
    words = "(SELECT {0} FROM private_words WHERE private_words.issue_id = issue.id)"
    back = ", ".join(f"{name} = {words.format(name)}" for name in (*MOVED, "receipt"))
    # What was never checked goes back to what it was; what somebody found private stays so.
    unchecked = (
        "phase IN ('submitted', 'declined', 'merged') AND category IN ('disputes', 'hardship')"
        " AND id IN (SELECT issue_id FROM private_words WHERE findings = '')"
    )
    op.execute(f"UPDATE issue SET {back}, nature = NULL WHERE {unchecked}")
    op.execute("DELETE FROM private_words WHERE issue_id IN (SELECT id FROM issue WHERE nature IS NULL)")
    op.drop_column("issue", "public_because")
