"""Migrations lead up and down on both databases, and to exactly the tables of the code."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import civic.app  # noqa: F401 - every room's tables
from civic.store.base import Base
from civic.store.engine import Database
from civic.store.migrate import config_for, migrate, migrate_down


def drift(database: Database, metadata: sa.MetaData = Base.metadata) -> list[object]:
    """Where the database and the tables of the code differ."""
    with database.writer.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))


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
