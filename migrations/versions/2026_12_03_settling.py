"""Objections to a decline, hand-overs upwards, supporters who stay behind."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_03_settling"
down_revision = "2026_12_02_papers"
branch_labels = None
depends_on = None

ISSUE = ("told_at", "object_until_on", "hand_ups", "level")


def upgrade() -> None:
    instant = civic.store.base.Instant(timezone=True)
    with op.batch_alter_table("endorsement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("withdrawn_at", instant, nullable=True))
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("level", sa.Text(), nullable=False, server_default="community"))
        batch_op.add_column(sa.Column("hand_ups", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("object_until_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("told_at", instant, nullable=True))
        batch_op.create_index(batch_op.f("ix_issue_collector_id"), ["collector_id"], unique=False)
    # What was settled long ago is no news.
    op.execute("UPDATE issue SET told_at = settled_at WHERE settled_at IS NOT NULL")
    op.create_table(
        "carried",
        *_begun(),
        sa.Column("into_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", instant, nullable=False),
        sa.Column("seen_at", instant, nullable=True),
        sa.Column("stayed_at", instant, nullable=True),
        *_referring("carried", into_id="issue", person_id="person"),
        sa.UniqueConstraint("issue_id", "person_id", name=op.f("uq_carried_issue_id_person_id")),
    )
    op.create_table(
        "decline_objection",
        *_begun(),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("declined_for", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("collector_id", sa.Integer(), nullable=True),
        sa.Column("made_at", instant, nullable=False),
        sa.Column("answer_due_on", sa.Date(), nullable=False),
        sa.Column("noted", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("upheld", sa.Boolean(), nullable=True),
        sa.Column("answered_at", instant, nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("told_at", instant, nullable=True),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (upheld IS NULL)", name=op.f("ck_decline_objection_answered")
        ),
        *_referring("decline_objection", person_id="person", collector_id="person", answered_by_id="person"),
    )
    op.create_table(
        "hand_up",
        *_begun(),
        sa.Column("level_from", sa.Text(), nullable=False),
        sa.Column("level_to", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("skipped", sa.Text(), nullable=False),
        sa.Column("at", instant, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("noted", sa.Boolean(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        *(
            sa.CheckConstraint(
                f"{name} IN ('building', 'community', 'subdistrict', 'department')",
                name=op.f(f"ck_hand_up_{name}"),
            )
            for name in ("level_from", "level_to")
        ),
        *_referring("hand_up", by_id="person"),
    )
    for table, columns in INDEXED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)
    op.create_index(
        "ix_decline_objection_open", "decline_objection", ["community_id", "answered_at", "answer_due_on"]
    )
    op.create_index("ix_hand_up_open", "hand_up", ["community_id", "ended_on", "due_on"])


INDEXED = {
    "carried": ("community_id", "into_id", "person_id"),
    "decline_objection": ("community_id", "issue_id"),
    "hand_up": ("community_id", "issue_id"),
}


def _begun() -> list[sa.Column]:
    names = ("id", "community_id", "issue_id")
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _referring(table: str, **columns: str) -> list[sa.Constraint]:
    found = {"community_id": "community", "issue_id": "issue", **columns}
    return [
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
            for column, other in found.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    for table in INDEXED:
        op.drop_table(table)
    # Not in a batch: SQLite would copy the table, and what it computes itself cannot be copied.
    op.drop_index("ix_issue_collector_id", table_name="issue")
    for name in ISSUE:
        op.drop_column("issue", name)
    op.drop_column("endorsement", "withdrawn_at")
