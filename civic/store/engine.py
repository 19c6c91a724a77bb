"""Connections: a reader that cannot write, and a writer that holds the lock from its first word."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from civic.store.turns import Turns

SAFE_SQLITE = (3, 51, 3)
"""The first SQLite without the WAL-reset corruption bug (3.7.0 to 3.51.2)."""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA cache_size=-8192",
    "PRAGMA temp_store=MEMORY",
    # What is deleted is overwritten: faces below a black box are not left lying in free pages.
    "PRAGMA secure_delete=ON",
    # 16 MB of log before it is worked in: in a closing rush the same pages are written again and again.
    "PRAGMA wal_autocheckpoint=4000",
)


@dataclass(frozen=True)
class Database:
    """Two engines on one database: whoever reads cannot write by accident."""

    reader: Engine
    writer: Engine
    turns: Turns | None = None
    """Whose turn it is to write; PostgreSQL queues its writers itself."""

    @contextmanager
    def session(self, *, write: bool) -> Iterator[Session]:
        """One transaction: leaving it commits, raising rolls back. The one who reads cannot write."""
        if write and self.turns is not None:
            with self.turns.session() as session:
                yield session
            return
        with Session(
            self.writer if write else self.reader, expire_on_commit=False, autoflush=write
        ) as session:
            yield session
            session.commit()

    @property
    def is_sqlite(self) -> bool:
        """Whether it is one SQLite file."""
        return self.writer.dialect.name == "sqlite"

    def close(self) -> None:
        """Give all connections back."""
        self.reader.dispose()
        self.writer.dispose()


def sqlite_module() -> ModuleType:
    """The standard library's SQLite when it is sound, else the one that is bundled."""
    if sqlite3.sqlite_version_info >= SAFE_SQLITE:
        return sqlite3
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        return sqlite3
    module: ModuleType = dbapi2
    return module


def connect(url: str) -> Database:
    """Engines for `sqlite:///file` or `postgresql+psycopg://…`."""
    if make_url(url).get_backend_name() == "sqlite":
        writer = _sqlite(url, readonly=False)
        return Database(_sqlite(url, readonly=True), writer, Turns(writer))
    return Database(_postgresql(url, readonly=True), _postgresql(url, readonly=False))


def _sqlite(url: str, *, readonly: bool) -> Engine:
    # isolation_level=None plus an explicit BEGIN: the driver's own transactions lose updates (R1).
    engine = create_engine(
        url,
        module=sqlite_module(),
        pool_size=2 if readonly else 1,
        max_overflow=8,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 10},
    )
    begin = "BEGIN" if readonly else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        for pragma in PRAGMAS:
            connection.execute(pragma)
        if readonly:
            connection.execute("PRAGMA query_only=ON")

    # Told to the dialect, not listened for: a listener on the engine makes every statement pay for events.
    engine.dialect.do_begin = lambda connection: _say(connection, begin)  # type: ignore[assignment,method-assign]
    return engine


def _say(connection: Any, sql: str) -> None:
    connection.execute(sql)


def _postgresql(url: str, *, readonly: bool) -> Engine:
    if readonly:
        return create_engine(
            url,
            pool_size=8,
            pool_pre_ping=True,
            isolation_level="AUTOCOMMIT",
            connect_args={"options": "-c default_transaction_read_only=on"},
        )
    return create_engine(url, pool_size=8, pool_pre_ping=True)
