"""Rounds of the listening team."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_06_rounds"
down_revision = "2026_12_05_petitions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    instant = civic.store.base.Instant(timezone=True)
    op.create_table(
        "round",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("id", "community_id", "building_id")),
        sa.Column("entrance", sa.Integer(), nullable=True),
        sa.Column("walker_id", sa.Integer(), nullable=False),
        sa.Column("planned_by_id", sa.Integer(), nullable=False),
        sa.Column("walk_on", sa.Date(), nullable=False),
        sa.Column("planned_at", instant, nullable=False),
        sa.Column("ended_at", instant, nullable=True),
        *_referring(
            "round",
            community_id="community",
            building_id="building",
            walker_id="person",
            planned_by_id="person",
        ),
    )
    op.create_table(
        "round_door",
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("id", "community_id", "round_id", "dwelling_id")
        ),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('met', 'away', 'declined')", name=op.f("ck_round_door_outcome")
        ),
        sa.CheckConstraint("(outcome IS NULL) = (seen_on IS NULL)", name=op.f("ck_round_door_seen")),
        sa.UniqueConstraint("round_id", "dwelling_id", name=op.f("uq_round_door_round_id_dwelling_id")),
        *_referring("round_door", community_id="community", round_id="round", dwelling_id="dwelling"),
    )
    for table, columns in INDEXED.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    op.create_index("ix_round_open", "round", ["community_id", "ended_at", "walk_on"])
    op.create_index("ix_round_door_seen", "round_door", ["dwelling_id", "outcome", "seen_on"])


INDEXED = {"round": ("community_id", "building_id", "walker_id"), "round_door": ("community_id",)}


def _referring(table: str, **columns: str) -> list[sa.Constraint]:
    return [
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
            for column, other in columns.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    op.drop_table("round_door")
    op.drop_table("round")
