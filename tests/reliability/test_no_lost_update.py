"""R1: 20 threads × 20 read-then-write through the product's own units of work lose nothing.

The control goes past `open_work`, through SQLAlchemy's defaults: it must lose updates, or this test
would prove nothing.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from sqlalchemy import create_engine, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from civic.people.tables import Account
from civic.store.engine import Database
from tests.cast import Cast, gather

THREADS, EACH = 20, 20


def run(once: Callable[[], None]) -> None:
    """Everybody at the same time."""

    def many(_: int) -> None:
        for _again in range(EACH):
            once()

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(many, range(THREADS)))


def counted(database: Database) -> int:
    with Session(database.reader) as session:
        return session.scalar(select(Account.totp_step).where(Account.login == "赵玉梅")) or 0


def test_units_of_work_lose_nothing(database: Database) -> None:
    cast = gather(database)

    def once() -> None:
        with cast.acting("赵玉梅") as work:
            account = work.one(Account, login="赵玉梅")
            sleep(0.0005)
            account.totp_step += 1

    run(once)
    assert counted(database) == THREADS * EACH


def test_default_sessions_lose_updates(database: Database, database_url: str) -> None:
    """The control: the same reading and writing past the unit of work."""
    _cast: Cast = gather(database)
    engine = create_engine(database_url, pool_size=THREADS, max_overflow=0, pool_timeout=60)
    refused: list[str] = []

    def once() -> None:
        try:
            with Session(engine) as session:
                before = session.scalar(select(Account.totp_step).where(Account.login == "赵玉梅"))
                sleep(0.0005)
                session.execute(
                    update(Account).where(Account.login == "赵玉梅").values(totp_step=(before or 0) + 1)
                )
                session.commit()
        except OperationalError as busy:
            refused.append(str(busy.orig))

    run(once)
    engine.dispose()
    assert counted(database) < THREADS * EACH - len(refused), "the control must lose acknowledged updates"


@pytest.mark.on_sqlite
def test_the_writer_waits_for_the_disk(database: Database) -> None:
    """An acknowledged ballot survives power loss only with FULL (security §2.1)."""
    with database.writer.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
