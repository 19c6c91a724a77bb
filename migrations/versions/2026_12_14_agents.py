"""Guardians and representatives, with the document that was seen; they no longer hang on the person's own row."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_14_agents"
down_revision = "2026_12_13_kept_words"
branch_labels = None
depends_on = None

KINDS = "kind IN ('relative', 'building_head', 'volunteer'{more})"
CONSENTS = "consent IN ('own_account', 'paper', 'in_person'{more})"


def checks(batch: object, kinds: str, consents: str) -> None:
    for name, text in (
        ("ck_helping_kind", KINDS.format(more=kinds)),
        ("ck_helping_consent", CONSENTS.format(more=consents)),
    ):
        batch.drop_constraint(batch.f(name), type_="check")  # type: ignore[attr-defined]
        batch.create_check_constraint(batch.f(name), text)  # type: ignore[attr-defined]


def upgrade() -> None:
    with op.batch_alter_table("helping", schema=None) as batch_op:
        batch_op.add_column(sa.Column("document", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("document_on", sa.Date(), nullable=True))
        checks(batch_op, ", 'guardian', 'representative'", ", 'document'")
    # Nothing could ever enter one.
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_person_agent_id"), type_="foreignkey")
        batch_op.drop_column("agent_id")


def downgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("agent_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_person_agent_id"), "person", ["agent_id"], ["id"])
    acting = "SELECT id FROM helping WHERE consent = 'document'"
    op.execute(f"UPDATE login_session SET helping_id = NULL WHERE helping_id IN ({acting})")
    op.execute(f"DELETE FROM helped WHERE helping_id IN ({acting})")
    op.execute("DELETE FROM helping WHERE consent = 'document'")
    with op.batch_alter_table("helping", schema=None) as batch_op:
        checks(batch_op, "", "")
        batch_op.drop_column("document_on")
        batch_op.drop_column("document")
