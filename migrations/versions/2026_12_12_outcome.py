"""What an outcome promises in full, and in which words a comment on it was treated."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_12_outcome"
down_revision = "2026_12_11_mediation"
branch_labels = None
depends_on = None

WORDS = ("conditions", "payer", "duty", "because")


def upgrade() -> None:
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        for name in WORDS:
            batch_op.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("deadline_on", sa.Date(), nullable=True))
    with op.batch_alter_table("contribution", schema=None) as batch_op:
        batch_op.add_column(sa.Column("treatment", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("contribution", schema=None) as batch_op:
        batch_op.drop_column("treatment")
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        for name in (*WORDS, "deadline_on"):
            batch_op.drop_column(name)
