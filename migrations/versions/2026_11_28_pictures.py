"""Photos of issues."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_11_28_pictures"
down_revision = "2026_11_27_finding"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Photos of drafts and issues, their pixels in the row."""
    op.create_table(
        "picture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("issue_id", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("boxes", civic.store.base.Json(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("hidden_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.Column("hidden_by", sa.Integer(), nullable=True),
        sa.Column("hidden_because", sa.Text(), nullable=False),
        sa.Column("small", sa.LargeBinary(), nullable=False),
        sa.Column("large", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("(draft_id IS NULL) <> (issue_id IS NULL)", name=op.f("ck_picture_belongs")),
        sa.CheckConstraint("(hidden_at IS NULL) = (hidden_because = '')", name=op.f("ck_picture_hidden")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_picture_community_id")),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_picture_draft_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["hidden_by"], ["person.id"], name=op.f("fk_picture_hidden_by")),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_picture_issue_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_picture_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
    )
    for column in ("community_id", "draft_id", "issue_id", "owner_id"):
        op.create_index(op.f(f"ix_picture_{column}"), "picture", [column])


def downgrade() -> None:
    """The photos go."""
    op.drop_table("picture")
