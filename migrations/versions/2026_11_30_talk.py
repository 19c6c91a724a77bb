"""What was said: answered, edited, reported, hidden, appealed."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_11_30_talk"
down_revision = "2026_11_29_nothing_sinks"
branch_labels = None
depends_on = None

INSTANT = civic.store.base.Instant(timezone=True)
NUMBERS = ("place", "replies", "edits", "hidings")
WORDS = ("hidden_ground", "hidden_because")


def upgrade() -> None:
    # By hand: Alembic would copy the whole table on SQLite for the one foreign key.
    op.execute(
        "ALTER TABLE contribution ADD COLUMN parent_id INTEGER"
        " CONSTRAINT fk_contribution_parent_id REFERENCES contribution (id)"
    )
    for name in NUMBERS:
        op.add_column("contribution", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    for name in WORDS:
        op.add_column("contribution", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_contribution_replies", "contribution", ["parent_id", "place"])
    _table(
        "wording",
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("until_at", INSTANT, nullable=False),
        indexed=("contribution_id",),
    )
    _table(
        "report",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("look_until_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("seen_at", INSTANT, nullable=True),
        sa.UniqueConstraint("contribution_id", "person_id", name=op.f("uq_report_contribution_id_person_id")),
        people=("person_id",),
        indexed=("person_id",),
    )
    _table(
        "hiding",
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("hidden_at", INSTANT, nullable=False),
        sa.Column("appeal_until_on", sa.Date(), nullable=False),
        sa.Column("appeal", sa.Text(), nullable=False),
        sa.Column("appealed_at", INSTANT, nullable=True),
        sa.Column("appealed_by", sa.Integer(), nullable=True),
        sa.Column("answer_due_on", sa.Date(), nullable=True),
        sa.Column("answer_end_at", INSTANT, nullable=True),
        sa.Column("late_noted_at", INSTANT, nullable=True),
        sa.Column("upheld", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", INSTANT, nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("shown_at", INSTANT, nullable=True),
        sa.Column("seen_at", INSTANT, nullable=True),
        people=("by_id", "appealed_by", "answered_by"),
        indexed=("contribution_id",),
    )


def _table(
    name: str, *columns: sa.schema.SchemaItem, people: tuple[str, ...] = (), indexed: tuple[str, ...] = ()
) -> None:
    """Something that belongs to a contribution."""
    refers = {
        "community_id": "community",
        "contribution_id": "contribution",
        **dict.fromkeys(people, "person"),
    }
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{name}_{column}"))
            for column, table in refers.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in ("community_id", *indexed):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def downgrade() -> None:
    for table in ("hiding", "report", "wording"):
        op.drop_table(table)
    op.drop_index("ix_contribution_replies", table_name="contribution")
    with op.batch_alter_table("contribution", schema=None) as batch_op:
        for name in ("parent_id", *NUMBERS, *WORDS):
            batch_op.drop_column(name)
