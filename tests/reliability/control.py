"""Builds that are broken on purpose: a test that passes on them would prove nothing.

`python -m tests.reliability.control late|naive`: `late` answers before it commits; `naive` looks, then
inserts, with no lock before and no UNIQUE behind it.
"""

import re
import sys
import time
from threading import Thread

from sqlalchemy import Connection, Engine, create_engine, inspect, text

import civic.work
from civic.__main__ import main
from civic.commands import run
from civic.store import engine
from civic.store.engine import Database
from civic.store.turns import Batch, Turns

LATE_SECONDS = 0.05
GUARDED = ("ballot", "endorsement", "form_use", "entry")


def answer_before_commit() -> None:
    """Says done at once and commits a little later."""

    def late(turns: Turns, batch: Batch) -> None:
        turns._batch = None
        batch.ended.set()
        Thread(target=afterwards, args=(batch,), daemon=True).start()

    def afterwards(batch: Batch) -> None:
        time.sleep(LATE_SECONDS)
        transaction = batch.connection.get_transaction()
        if transaction is not None and transaction.is_active:
            transaction.commit()
        batch.connection.close()

    Turns._end = late  # type: ignore[assignment,method-assign]


def look_then_insert() -> None:
    """Sessions as SQLAlchemy gives them, no lock of a community, no migration that would mend it."""

    def plain(url: str, *, readonly: bool) -> Engine:
        return create_engine(url, module=engine.sqlite_module())

    engine._sqlite = plain
    civic.work.text = lambda _lock: text("SELECT :key")  # type: ignore[attr-defined, assignment]
    run.prepare = lambda _settings: None  # type: ignore[attr-defined, assignment]


def drop_guards(database: Database) -> None:
    """Take the UNIQUE constraints away."""
    with database.writer.connect() as connection:
        for table in GUARDED:
            for guard in inspect(connection).get_unique_constraints(table):
                if not database.is_sqlite:
                    connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {guard['name']}")
            if database.is_sqlite:
                _rebuild(connection, table)
        connection.commit()


def _rebuild(connection: Connection, table: str) -> None:
    sql = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).scalar_one()
    loose = re.sub(r",\s*CONSTRAINT \w+ UNIQUE \([^)]*\)", "", sql)
    assert loose != sql, f"{table} has no UNIQUE to take away"
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(loose)


if __name__ == "__main__":
    {"late": answer_before_commit, "naive": look_then_insert}[sys.argv[1]]()
    sys.exit(main(["run"]))
