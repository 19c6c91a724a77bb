"""Mediation in private: who mediates whom, when they meet, what they agreed."""

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_12_11_mediation"
down_revision = "2026_12_10_consents_told"
branch_labels = None
depends_on = None

INDEXED = {
    "mediation": ("community_id", "issue_id", "mediator_id"),
    "mediation_party": ("community_id", "mediation_id", "person_id"),
    "mediation_session": ("community_id", "mediation_id"),
}


def upgrade() -> None:
    instant = civic.store.base.Instant(timezone=True)
    with op.batch_alter_table("issue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("mediation", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "mediation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=False),
        sa.Column("mediator_id", sa.Integer(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("begun_at", instant, nullable=False),
        sa.Column("begun_by_id", sa.Integer(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("ended_at", instant, nullable=True),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.Column("reviewed_at", instant, nullable=True),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('agreed', 'not_agreed', 'withdrawn')",
            name=op.f("ck_mediation_outcome"),
        ),
        sa.CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name=op.f("ck_mediation_ended")),
        sa.CheckConstraint("(kept IS NULL) = (reviewed_at IS NULL)", name=op.f("ck_mediation_reviewed")),
        sa.CheckConstraint(
            "outcome = 'agreed' OR (agreement = '' AND review_on IS NULL)",
            name=op.f("ck_mediation_agreement"),
        ),
        *_referring("mediation", issue_id="issue", mediator_id="person", begun_by_id="person"),
    )
    op.create_table(
        "mediation_party",
        *_part(),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=False),
        *_referring("mediation_party", mediation_id="mediation", person_id="person"),
    )
    op.create_table(
        "mediation_session",
        *_part(),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("hour", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        *_referring("mediation_session", mediation_id="mediation"),
    )
    for table, columns in INDEXED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


def _part() -> list[sa.Column]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in ("id", "community_id", "mediation_id")]


def _referring(table: str, **columns: str) -> list[sa.Constraint]:
    found = {"community_id": "community", **columns}
    return [
        *(
            sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
            for column, other in found.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    for table in reversed(INDEXED):
        op.drop_table(table)
    op.drop_column("issue", "mediation")
