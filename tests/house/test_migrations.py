"""Migrations lead up and down on both databases, and to exactly the tables of the code."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import civic.app  # noqa: F401 - every room's tables
from civic.store.base import Base, Instant
from civic.store.engine import Database, connect
from civic.store.matching import looked_at
from civic.store.migrate import config_for, migrate, migrate_down


def drift(database: Database, metadata: sa.MetaData = Base.metadata) -> list[object]:
    """Where the database and the tables of the code differ."""
    with database.writer.connect() as connection:
        return list(
            compare_metadata(
                MigrationContext.configure(connection, opts={"include_name": looked_at}), metadata
            )
        )


def test_the_migrations_make_the_tables_of_the_code(database: Database) -> None:
    assert drift(database) == []


def test_a_planted_column_is_seen(database: Database) -> None:
    planted = sa.MetaData()
    for table in Base.metadata.sorted_tables:
        table.to_metadata(planted)
    planted.tables["community"].append_column(sa.Column("planted", sa.Text))
    assert len(drift(database, planted)) == 1


def test_the_migrations_make_the_checks_of_the_code(database_url: str, database: Database) -> None:
    """Autogenerate does not see a changed CHECK, so both ways are tried and compared."""
    migrated = checks(database)
    assert migrated
    migrate_down(database_url)
    Base.metadata.create_all(database.writer)
    assert migrated == checks(database)


@pytest.mark.on_postgresql
def test_a_planted_check_is_seen(database: Database) -> None:
    before = checks(database)
    with database.writer.begin() as connection:
        connection.execute(sa.text("ALTER TABLE community ADD CONSTRAINT planted CHECK (id > 0)"))
    assert len(checks(database) - before) == 1


def test_down_and_up_again(database_url: str, database: Database) -> None:
    before = tables(database)
    migrate_down(database_url)
    assert tables(database) <= {"alembic_version"}
    migrate(database_url)
    assert tables(database) == before
    assert drift(database) == []


def test_the_migrations_stand_in_one_line(database_url: str) -> None:
    assert len(ScriptDirectory.from_config(config_for(database_url)).get_heads()) == 1


def checks(database: Database) -> set[tuple[str, str | None, str]]:
    look = sa.inspect(database.writer)
    found = {
        (table, check["name"], " ".join(check["sqltext"].split()))
        for table in look.get_table_names()
        for check in look.get_check_constraints(table)
    }
    database.close()
    return found


def tables(database: Database) -> set[str]:
    names = set(sa.inspect(database.writer).get_table_names())
    database.close()  # nothing may hold the file while it is migrated
    return names


FIRST = "2026_11_25_the_whole_road"
OLD = {
    "community": "INSERT INTO community (id, slug, name, prefix, zone, language, phone, help_name, help_hours, demo, "
    "res_rep_authority) VALUES (1, 'old', '旧社区', 'OL', 'Asia/Shanghai', 'zh_CN', '1', '甲', '8', FALSE, '')",
    "building": "INSERT INTO building (id, community_id, name, estate, entrances) VALUES (1, 1, '12号楼', '', 1)",
    "dwelling": "INSERT INTO dwelling (id, community_id, building_id, entrance, door, area_hundredths) "
    "VALUES (1, 1, 1, 1, '101', 8000)",
    "person": "INSERT INTO person (id, community_id, name, phone, kind, dwelling_id, suspended) VALUES "
    "(1, 1, '王桂兰', '', 'owner_resident', 1, FALSE), (2, 1, '邓小北', '', 'tenant', 1, FALSE), "
    "(3, 1, '曙光置业', '', 'firm', NULL, FALSE), (4, 1, '唐伟', '', 'official', NULL, FALSE)",
    "ownership": "INSERT INTO ownership (id, community_id, dwelling_id, person_id, from_on) "
    "VALUES (1, 1, 1, 1, '2012-06-01')",
}
"""A community as the first release kept it."""


def test_people_of_the_first_release_keep_their_homes(database_url: str) -> None:
    migrate_down(database_url)
    migrate(database_url, FIRST)
    database = connect(database_url)
    with database.writer.begin() as connection:
        for statement in OLD.values():
            connection.exec_driver_sql(statement)
    migrate(database_url)
    with database.writer.connect() as connection:
        homes = connection.exec_driver_sql(
            "SELECT person_id, relation FROM residence ORDER BY person_id"
        ).all()
        kinds = connection.exec_driver_sql("SELECT kind FROM person ORDER BY id").scalars().all()
        position = connection.exec_driver_sql("SELECT position FROM building").scalar()
    assert [tuple(row) for row in homes] == [(1, "householder"), (2, "tenant")]
    assert kinds == ["person", "person", "organisation", "person"]
    assert position == 12
    database.close()
    migrate_down(database_url, FIRST)
    with database.writer.connect() as connection:
        back = connection.exec_driver_sql("SELECT kind, dwelling_id FROM person ORDER BY id").all()
    assert [tuple(r) for r in back] == [
        ("owner_resident", 1),
        ("tenant", 1),
        ("firm", None),
        ("official", None),
    ]
    database.close()


SECOND = "2026_11_25_people_and_places"
CORRECTION = sa.table(
    "correction",
    *(
        sa.column(name)
        for name in ("id", "community_id", "person_id", "asked_by", "about", "wanted", "answer")
    ),
    *(sa.column(name, Instant) for name in ("asked_at", "answered_at", "seen_at")),
    sa.column("done", sa.Boolean),
)


def test_answers_of_the_last_days_are_still_news(database_url: str) -> None:
    """What Today named before it knew who had read it, it names on; what is older it does not bring back."""
    migrate_down(database_url)
    migrate(database_url, FIRST)
    database = connect(database_url)
    with database.writer.begin() as connection:
        for statement in OLD.values():
            connection.exec_driver_sql(statement)
    migrate(database_url, SECOND)
    now = datetime.now(UTC)
    with database.writer.begin() as connection:
        for ident, days, done in ((1, 1, True), (2, 9, False), (3, 9, None), (4, None, None)):
            asked = {"id": ident, "community_id": 1, "person_id": 1, "asked_by": 1, "about": "phone"}
            at = None if days is None else now - timedelta(days=days)
            connection.execute(
                sa.insert(CORRECTION).values(
                    **asked,
                    wanted="139",
                    answer="",
                    asked_at=now - timedelta(days=10),
                    answered_at=at,
                    done=done,
                )
            )
    migrate(database_url)
    with database.writer.connect() as connection:
        found = connection.execute(
            sa.select(CORRECTION.c.id, CORRECTION.c.seen_at).order_by(CORRECTION.c.id)
        ).all()
    assert [(row.id, row.seen_at) for row in found] == [
        (1, None),
        (2, now - timedelta(days=9)),
        (3, None),
        (4, None),
    ]
    database.close()
    migrate_down(database_url, SECOND)
    assert "seen_at" not in {
        column["name"] for column in sa.inspect(database.writer).get_columns("correction")
    }
    database.close()
