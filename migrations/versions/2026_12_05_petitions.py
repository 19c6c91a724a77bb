"""Petitions that put a topic on the agenda."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_05_petitions"
down_revision = "2026_12_04_sealed"
branch_labels = None
depends_on = None

FIGURES = tuple(
    f"{of}_{who}" for who in ("residents", "representatives", "owners") for of in ("of", "needed")
)


def instant(name: str, *, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, civic.store.base.Instant(timezone=True), nullable=nullable)


def upgrade() -> None:
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("petitions", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("petitioned_until_on", sa.Date(), nullable=True))
    op.create_table(
        "petition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("starter_id", sa.Integer(), nullable=False),
        instant("started_at"),
        sa.Column("roll_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        instant("ends_at"),
        instant("checks_end_at"),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in FIGURES),
        instant("ended_at", nullable=True),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.Column("refused", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "ended IS NULL OR ended IN ('succeeded', 'short', 'overtaken', 'private')", name=op.f("ck_petition_ended")
        ),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_petition_community_id")),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name=op.f("fk_petition_issue_id")),
        sa.ForeignKeyConstraint(["starter_id"], ["person.id"], name=op.f("fk_petition_starter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition")),
    )  # fmt: skip
    op.create_table(
        "petition_signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("petition_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        instant("at"),
        sa.Column("entered_by_id", sa.Integer(), nullable=True),
        sa.Column("checked_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "way IN ('resident', 'representative', 'owner')", name=op.f("ck_petition_signature_way")
        ),
        sa.CheckConstraint("channel IN ('phone', 'paper')", name=op.f("ck_petition_signature_channel")),
        sa.CheckConstraint(
            "state IN ('counted', 'waiting', 'struck', 'withdrawn')", name=op.f("ck_petition_signature_state")
        ),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_petition_signature_{column}"))
            for column, table in (
                ("checked_by_id", "person"), ("community_id", "community"), ("entered_by_id", "person"),
                ("person_id", "person"), ("petition_id", "petition"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petition_signature")),
        sa.UniqueConstraint(
            "petition_id", "person_id", "way", "channel",
            name=op.f("uq_petition_signature_petition_id_person_id_way_channel"),
        ),
    )  # fmt: skip
    for table, column in (
        ("petition", "community_id"), ("petition", "issue_id"),
        ("petition_signature", "community_id"), ("petition_signature", "person_id"),
    ):  # fmt: skip
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


def downgrade() -> None:
    op.drop_table("petition_signature")
    op.drop_table("petition")
    # Not in a batch: SQLite would copy the table, and what it computes itself cannot be copied.
    op.drop_column("issue", "petitioned_until_on")
    op.drop_column("issue", "petitions")
