"""What the database itself refuses: a changed or missing entry, a phase without its moment."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

import civic.app  # noqa: F401 - every room's tables
from civic.ledger.tables import Entry
from civic.store.base import Base
from civic.store.engine import Database
from tests.cast import Cast, gather


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    from civic.propose.acts import raise_issue

    with cast.acting("赵玉梅") as work:
        raise_issue(work, title="Scooters", facts="They block the stairs", wish="Clear", category="safety")
    return cast


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entry SET kind = 'propose:issue_declined'",
        "UPDATE entry SET payload = payload",
        "DELETE FROM entry",
        "DELETE FROM entry WHERE height = (SELECT max(height) FROM entry)",
    ],
)
def test_an_entry_is_neither_changed_nor_taken_away(cast: Cast, sql: str) -> None:
    before = entries(cast)
    assert before
    with pytest.raises(DBAPIError), cast.workshop.database.writer.begin() as connection:
        connection.execute(sa.text(sql))
    assert entries(cast) == before


def test_not_even_by_replacing_it(cast: Cast) -> None:
    """`INSERT OR REPLACE` and `ON CONFLICT DO UPDATE` would get round a trigger that watches UPDATE alone."""
    before = entries(cast)
    sqlite = cast.workshop.database.is_sqlite
    upsert = "INSERT OR REPLACE INTO entry" if sqlite else "INSERT INTO entry"
    end = "" if sqlite else " ON CONFLICT (id) DO UPDATE SET kind = 'x'"
    sql = (
        f"{upsert} (id, community_id, height, kind, at, role, payload, previous, hash) SELECT id, community_id,"
        f" height, 'x', at, role, payload, previous, hash FROM entry WHERE true{end}"
    )
    with pytest.raises(DBAPIError), cast.workshop.database.writer.begin() as connection:
        connection.execute(sa.text(sql))
    assert entries(cast) == before


def test_every_phase_is_one_of_its_words(database: Database) -> None:
    """A table with a phase has a CHECK on it, and the database holds it."""
    with_phase = [table for table in Base.metadata.sorted_tables if "phase" in table.columns]
    assert with_phase
    look = sa.inspect(database.writer)
    for table in with_phase:
        texts = " ".join(str(check["sqltext"]) for check in look.get_check_constraints(table.name))
        assert "phase" in texts, f"{table.name} has no CHECK on its phase"


@pytest.mark.parametrize(
    "change",
    [
        "phase = 'singing'",
        "phase = 'verified', settled_at = NULL",
        "phase = 'merged', settled_at = raised_at",
    ],
)
def test_a_phase_without_its_moment_is_refused(cast: Cast, change: str) -> None:
    with pytest.raises(DBAPIError), cast.workshop.database.writer.begin() as connection:
        connection.execute(sa.text(f"UPDATE issue SET {change}"))


def entries(cast: Cast) -> list[tuple[object, ...]]:
    with cast.workshop.database.reader.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(Entry.__table__).order_by(Entry.id))]
