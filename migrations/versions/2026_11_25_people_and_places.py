"""People and places: dated residences, shares, terms, slips, consents, looks."""

import re

import sqlalchemy as sa
from alembic import op

import civic.store.base

revision = "2026_11_25_people_and_places"
down_revision = "2026_11_25_the_whole_road"
branch_labels = None
depends_on = None


OFFICES = (
    "building_head", "representative", "committee", "party_committee", "grid_worker", "owners_committee",
    "property_firm", "supervisor", "advisor", "citizen_watch", "volunteer", "department", "clerk", "administrator",
)  # fmt: skip
NEW_OFFICES = (OFFICES[0], "entrance_head", *OFFICES[1:])
LONG_AGO = "2000-01-01"
"""From when somebody lives here whose moving in nobody wrote down."""


def kinds(offices: tuple[str, ...]) -> str:
    """The CHECK of an office's kind."""
    return f"kind IN ({', '.join(repr(kind) for kind in offices)})"


def carry_over() -> None:
    """Who lives where becomes dated; what a person is follows from it."""
    bind = op.get_bind()
    bind.exec_driver_sql(
        "INSERT INTO residence (community_id, person_id, dwelling_id, household, relation, registered, from_on) "
        "SELECT community_id, id, dwelling_id, 1, CASE WHEN kind = 'tenant' THEN 'tenant' WHEN id = (SELECT min(o.id) "
        "FROM person o WHERE o.dwelling_id = person.dwelling_id AND o.kind <> 'tenant') THEN 'householder' "
        f"ELSE 'kin' END, TRUE, '{LONG_AGO}' FROM person WHERE dwelling_id IS NOT NULL"
    )
    bind.exec_driver_sql(
        "UPDATE person SET kind = CASE WHEN kind = 'firm' AND id NOT IN (SELECT person_id FROM office) "
        "THEN 'organisation' ELSE 'person' END"
    )
    for ident, name in bind.exec_driver_sql("SELECT id, name FROM building").all():
        number = re.search(r"[0-9]{1,6}", name)
        bind.exec_driver_sql(
            f"UPDATE building SET position = {number[0] if number else 0} WHERE id = {ident}"
        )


def carry_back() -> None:
    """The homes of today, and the kinds as they were told apart before."""
    bind = op.get_bind()
    bind.exec_driver_sql(
        "UPDATE person SET dwelling_id = (SELECT max(dwelling_id) FROM residence r "
        "WHERE r.person_id = person.id AND r.to_on IS NULL)"
    )
    owns = "id IN (SELECT person_id FROM ownership WHERE to_on IS NULL)"
    bind.exec_driver_sql(
        f"UPDATE person SET kind = CASE WHEN kind = 'organisation' THEN 'firm' WHEN dwelling_id IS NULL AND {owns} "
        "THEN 'owner' WHEN dwelling_id IS NULL THEN 'official' WHEN id IN (SELECT person_id FROM residence "
        "WHERE relation = 'tenant' AND to_on IS NULL) THEN 'tenant' "
        f"WHEN {owns} THEN 'owner_resident' ELSE 'resident' END"
    )
    bind.exec_driver_sql("UPDATE dwelling SET area_hundredths = 0 WHERE area_hundredths IS NULL")
    bind.exec_driver_sql("DELETE FROM office WHERE kind = 'entrance_head'")


def upgrade() -> None:
    op.create_table(
        "tries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key_hash", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("since", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("wait_until", civic.store.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_tries_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tries")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_tries_key_hash")),
    )
    with op.batch_alter_table("tries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tries_community_id"), ["community_id"], unique=False)

    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("asked_at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("done", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("fk_correction_answered_by")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_correction_asked_by")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_correction_community_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_correction_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_correction_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_correction_person_id"), ["person_id"], unique=False)

    op.create_table(
        "export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("masked", sa.Boolean(), nullable=False),
        sa.Column("building_id", sa.Integer(), nullable=True),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("expires_at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["building_id"], ["building.id"], name=op.f("fk_export_building_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_export_by_id")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_export_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
    )
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_export_community_id"), ["community_id"], unique=False)

    op.create_table(
        "helping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("helper_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("witness_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("ended_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "consent IN ('own_account', 'paper', 'in_person')", name=op.f("ck_helping_consent")
        ),
        sa.CheckConstraint(
            "kind IN ('relative', 'building_head', 'volunteer')", name=op.f("ck_helping_kind")
        ),
        sa.CheckConstraint("helper_id <> person_id", name=op.f("ck_helping_two_people")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_helping_community_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name=op.f("fk_helping_ended_by")),
        sa.ForeignKeyConstraint(["helper_id"], ["person.id"], name=op.f("fk_helping_helper_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_helping_person_id")),
        sa.ForeignKeyConstraint(["recorded_by"], ["person.id"], name=op.f("fk_helping_recorded_by")),
        sa.ForeignKeyConstraint(["witness_id"], ["person.id"], name=op.f("fk_helping_witness_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helping")),
    )
    with op.batch_alter_table("helping", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_helping_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_helping_helper_id"), ["helper_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_helping_person_id"), ["person_id"], unique=False)

    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sheet", civic.store.base.Json(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.Column("figures", civic.store.base.Json(), nullable=False),
        sa.CheckConstraint(
            "state IN ('previewed', 'committed', 'discarded')", name=op.f("ck_import_batch_state")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_import_batch_by_id")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_import_batch_community_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_batch_community_id"), ["community_id"], unique=False)

    op.create_table(
        "kinship",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "relation IN ('spouse', 'parent', 'child', 'sibling')", name=op.f("ck_kinship_relation")
        ),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_kinship_community_id")),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_kinship_other_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_kinship_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kinship")),
        sa.UniqueConstraint("person_id", "other_id", name=op.f("uq_kinship_person_id_other_id")),
    )
    with op.batch_alter_table("kinship", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kinship_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kinship_other_id"), ["other_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kinship_person_id"), ["person_id"], unique=False)

    op.create_table(
        "look",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("viewer_id", sa.Integer(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("building_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.CheckConstraint("what IN ('person', 'export', 'glass')", name=op.f("ck_look_what")),
        sa.ForeignKeyConstraint(["building_id"], ["building.id"], name=op.f("fk_look_building_id")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_look_community_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_look_person_id")),
        sa.ForeignKeyConstraint(["viewer_id"], ["person.id"], name=op.f("fk_look_viewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look")),
    )
    with op.batch_alter_table("look", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_look_community_id"), ["community_id"], unique=False)
        batch_op.create_index("ix_look_person", ["person_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_look_viewer_id"), ["viewer_id"], unique=False)

    op.create_table(
        "person_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("issued_by", sa.Integer(), nullable=True),
        sa.Column("issued_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.Column("expires_at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("used_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.CheckConstraint("purpose IN ('setup', 'in_person')", name=op.f("ck_person_code_purpose")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_person_code_community_id")),
        sa.ForeignKeyConstraint(["issued_by"], ["person.id"], name=op.f("fk_person_code_issued_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_code_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_person_code_code_hash")),
    )
    with op.batch_alter_table("person_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_code_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_person_code_person_id"), ["person_id"], unique=False)

    op.create_table(
        "held",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("handed_to", sa.Integer(), nullable=True),
        sa.Column("handed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("kind IN ('key', 'contact', 'paper', 'promise')", name=op.f("ck_held_kind")),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_held_community_id")),
        sa.ForeignKeyConstraint(["handed_to"], ["person.id"], name=op.f("fk_held_handed_to")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_held_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held")),
    )
    with op.batch_alter_table("held", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_held_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_held_office_id"), ["office_id"], unique=False)

    op.create_table(
        "helped",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("helping_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("helper_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("issue_id", sa.Integer(), nullable=True),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("told_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_helped_community_id")),
        sa.ForeignKeyConstraint(["helper_id"], ["person.id"], name=op.f("fk_helped_helper_id")),
        sa.ForeignKeyConstraint(["helping_id"], ["helping.id"], name=op.f("fk_helped_helping_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_helped_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helped")),
    )
    with op.batch_alter_table("helped", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_helped_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_helped_helping_id"), ["helping_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_helped_person_id"), ["person_id"], unique=False)

    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("used_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_recovery_code_account_id")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_recovery_code_community_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
    )
    with op.batch_alter_table("recovery_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recovery_code_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recovery_code_community_id"), ["community_id"], unique=False)

    op.create_table(
        "residence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("dwelling_id", sa.Integer(), nullable=False),
        sa.Column("household", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("registered", sa.Boolean(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "relation IN ('householder', 'spouse', 'child', 'parent', 'kin', 'other', 'tenant')",
            name=op.f("ck_residence_relation"),
        ),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_residence_community_id")),
        sa.ForeignKeyConstraint(["dwelling_id"], ["dwelling.id"], name=op.f("fk_residence_dwelling_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_residence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_residence")),
    )
    with op.batch_alter_table("residence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_residence_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_residence_dwelling_id"), ["dwelling_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_residence_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_residence_open",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("to_on IS NULL"),
            postgresql_where=sa.text("to_on IS NULL"),
        )

    op.create_table(
        "slip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("dwelling_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("issued_at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Integer(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("handed_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.Column("handed_by", sa.Integer(), nullable=True),
        sa.Column("used_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.Column("replaced_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_slip_community_id")),
        sa.ForeignKeyConstraint(["dwelling_id"], ["dwelling.id"], name=op.f("fk_slip_dwelling_id")),
        sa.ForeignKeyConstraint(["handed_by"], ["person.id"], name=op.f("fk_slip_handed_by")),
        sa.ForeignKeyConstraint(["issued_by"], ["person.id"], name=op.f("fk_slip_issued_by")),
        sa.ForeignKeyConstraint(["used_by"], ["person.id"], name=op.f("fk_slip_used_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_slip_code_hash")),
    )
    with op.batch_alter_table("slip", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_slip_community_id"), ["community_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_slip_dwelling_id"), ["dwelling_id"], unique=False)

    with op.batch_alter_table("setup_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_setup_code_community_id"))

    op.drop_table("setup_code")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(sa.Column("oidc_subject", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("totp_salt", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("totp_since", civic.store.base.Instant(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("totp_step", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_unique_constraint(
            batch_op.f("uq_account_community_id_oidc_subject"), ["community_id", "oidc_subject"]
        )
        batch_op.drop_column("failed")
        batch_op.drop_column("wait_until")

    with op.batch_alter_table("building", schema=None) as batch_op:
        batch_op.add_column(sa.Column("position", sa.Integer(), nullable=False, server_default="0"))

    with op.batch_alter_table("community", schema=None) as batch_op:
        batch_op.add_column(sa.Column("city", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("street", sa.Text(), nullable=False, server_default=""))

    with op.batch_alter_table("dwelling", schema=None) as batch_op:
        batch_op.add_column(sa.Column("floor", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("kind", sa.Text(), nullable=False, server_default="home"))
        batch_op.add_column(sa.Column("area_source", sa.Text(), nullable=False, server_default="register"))
        batch_op.add_column(sa.Column("state", sa.Text(), nullable=False, server_default="sold"))
        batch_op.alter_column("area_hundredths", existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_check_constraint(
            batch_op.f("ck_dwelling_kind"), "kind IN ('home', 'shop', 'parking')"
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_dwelling_area_source"), "area_source IN ('register', 'survey', 'contract')"
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_dwelling_state"), "state IN ('sold', 'unsold', 'undelivered')"
        )

    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("confirmed_at", civic.store.base.Instant(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("strong", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("device", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("helping_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_login_session_helping_id"), "helping", ["helping_id"], ["id"]
        )

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.add_column(sa.Column("entrance", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("obtained", sa.Text(), nullable=False, server_default="appointed"))
        batch_op.add_column(sa.Column("basis", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("given_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("end_reason", sa.Text(), nullable=False, server_default=""))
        batch_op.create_foreign_key(batch_op.f("fk_office_given_by"), "person", ["given_by"], ["id"])
        batch_op.drop_constraint(batch_op.f("ck_office_kind"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_office_kind"), kinds(NEW_OFFICES))
        batch_op.create_check_constraint(
            batch_op.f("ck_office_obtained"),
            "obtained IN ('elected', 'appointed', 'employed', 'recommended', 'drawn')",
        )

    with op.batch_alter_table("ownership", schema=None) as batch_op:
        batch_op.add_column(sa.Column("share_num", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("share_den", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("named_voter", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_check_constraint(
            batch_op.f("ck_ownership_share"), "share_num > 0 AND share_num <= share_den"
        )

    with op.batch_alter_table("roll_entry", schema=None) as batch_op:
        batch_op.alter_column("person_id", existing_type=sa.Integer(), nullable=True)
    op.create_table(
        "roll_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("objection_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("hash_before", sa.Text(), nullable=False),
        sa.Column("hash_after", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_roll_correction_by_id")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_roll_correction_community_id")
        ),
        sa.ForeignKeyConstraint(
            ["objection_id"], ["objection.id"], name=op.f("fk_roll_correction_objection_id")
        ),
        sa.ForeignKeyConstraint(["vote_id"], ["vote.id"], name=op.f("fk_roll_correction_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_correction")),
        sa.UniqueConstraint("objection_id", name=op.f("uq_roll_correction_objection_id")),
    )
    op.create_index(op.f("ix_roll_correction_community_id"), "roll_correction", ["community_id"])
    op.create_index(op.f("ix_roll_correction_vote_id"), "roll_correction", ["vote_id"])
    carry_over()
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("initials", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("born_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("agent_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_person_agent_id"), "person", ["agent_id"], ["id"])
        batch_op.add_column(sa.Column("gone_on", sa.Date(), nullable=True))
        batch_op.create_index("ix_person_initials", ["community_id", "initials"], unique=False)
        batch_op.drop_constraint(batch_op.f("fk_person_dwelling_id"), type_="foreignkey")
        batch_op.drop_column("dwelling_id")
        batch_op.create_check_constraint(batch_op.f("ck_person_kind"), "kind IN ('person', 'organisation')")


def downgrade() -> None:
    op.drop_table("roll_correction")
    op.execute("DELETE FROM roll_entry WHERE person_id IS NULL")
    with op.batch_alter_table("roll_entry", schema=None) as batch_op:
        batch_op.alter_column("person_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_person_kind"), type_="check")
        batch_op.add_column(sa.Column("dwelling_id", sa.INTEGER(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_person_dwelling_id"), "dwelling", ["dwelling_id"], ["id"])
    carry_back()
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index("ix_person_initials")
        batch_op.drop_column("gone_on")
        batch_op.drop_constraint(batch_op.f("fk_person_agent_id"), type_="foreignkey")
        batch_op.drop_column("agent_id")
        batch_op.drop_column("born_on")
        batch_op.drop_column("initials")

    with op.batch_alter_table("ownership", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_ownership_share"), type_="check")
        batch_op.drop_column("named_voter")
        batch_op.drop_column("share_den")
        batch_op.drop_column("share_num")

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_office_kind"), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_office_obtained"), type_="check")
        batch_op.drop_constraint(batch_op.f("fk_office_given_by"), type_="foreignkey")
        batch_op.drop_column("end_reason")
        batch_op.drop_column("given_by")
        batch_op.drop_column("basis")
        batch_op.drop_column("obtained")
        batch_op.drop_column("entrance")
        batch_op.create_check_constraint(batch_op.f("ck_office_kind"), kinds(OFFICES))

    with op.batch_alter_table("login_session", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_login_session_helping_id"), type_="foreignkey")
        batch_op.drop_column("helping_id")
        batch_op.drop_column("device")
        batch_op.drop_column("strong")
        batch_op.drop_column("confirmed_at")

    with op.batch_alter_table("dwelling", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_dwelling_kind"), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_dwelling_area_source"), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_dwelling_state"), type_="check")
        batch_op.alter_column("area_hundredths", existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column("state")
        batch_op.drop_column("area_source")
        batch_op.drop_column("kind")
        batch_op.drop_column("floor")

    with op.batch_alter_table("community", schema=None) as batch_op:
        batch_op.drop_column("street")
        batch_op.drop_column("city")

    with op.batch_alter_table("building", schema=None) as batch_op:
        batch_op.drop_column("position")

    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wait_until", civic.store.base.Instant(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("failed", sa.INTEGER(), nullable=False, server_default="0"))
        batch_op.drop_constraint(batch_op.f("uq_account_community_id_oidc_subject"), type_="unique")
        batch_op.drop_column("totp_step")
        batch_op.drop_column("totp_since")
        batch_op.drop_column("totp_salt")
        batch_op.drop_column("oidc_subject")

    op.create_table(
        "setup_code",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("community_id", sa.INTEGER(), nullable=False),
        sa.Column("person_id", sa.INTEGER(), nullable=False),
        sa.Column("code_hash", sa.TEXT(), nullable=False),
        sa.Column("expires_at", civic.store.base.Instant(timezone=True), nullable=False),
        sa.Column("used_at", civic.store.base.Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_setup_code_community_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_setup_code_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setup_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_setup_code_code_hash")),
    )
    with op.batch_alter_table("setup_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_setup_code_community_id"), ["community_id"], unique=False)

    with op.batch_alter_table("slip", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_slip_dwelling_id"))
        batch_op.drop_index(batch_op.f("ix_slip_community_id"))

    op.drop_table("slip")
    with op.batch_alter_table("residence", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_residence_open",
            sqlite_where=sa.text("to_on IS NULL"),
            postgresql_where=sa.text("to_on IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_residence_person_id"))
        batch_op.drop_index(batch_op.f("ix_residence_dwelling_id"))
        batch_op.drop_index(batch_op.f("ix_residence_community_id"))

    op.drop_table("residence")
    with op.batch_alter_table("recovery_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recovery_code_community_id"))
        batch_op.drop_index(batch_op.f("ix_recovery_code_account_id"))

    op.drop_table("recovery_code")
    with op.batch_alter_table("helped", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_helped_person_id"))
        batch_op.drop_index(batch_op.f("ix_helped_helping_id"))
        batch_op.drop_index(batch_op.f("ix_helped_community_id"))

    op.drop_table("helped")
    with op.batch_alter_table("held", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_held_office_id"))
        batch_op.drop_index(batch_op.f("ix_held_community_id"))

    op.drop_table("held")
    with op.batch_alter_table("person_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_code_person_id"))
        batch_op.drop_index(batch_op.f("ix_person_code_community_id"))

    op.drop_table("person_code")
    with op.batch_alter_table("look", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_look_viewer_id"))
        batch_op.drop_index("ix_look_person")
        batch_op.drop_index(batch_op.f("ix_look_community_id"))

    op.drop_table("look")
    with op.batch_alter_table("kinship", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_kinship_person_id"))
        batch_op.drop_index(batch_op.f("ix_kinship_other_id"))
        batch_op.drop_index(batch_op.f("ix_kinship_community_id"))

    op.drop_table("kinship")
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_batch_community_id"))

    op.drop_table("import_batch")
    with op.batch_alter_table("helping", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_helping_person_id"))
        batch_op.drop_index(batch_op.f("ix_helping_helper_id"))
        batch_op.drop_index(batch_op.f("ix_helping_community_id"))

    op.drop_table("helping")
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_export_community_id"))

    op.drop_table("export")
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_correction_person_id"))
        batch_op.drop_index(batch_op.f("ix_correction_community_id"))

    op.drop_table("correction")
    with op.batch_alter_table("tries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tries_community_id"))

    op.drop_table("tries")
