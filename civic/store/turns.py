"""SQLite has one writer: acts take turns, and those that wait for one another share a commit.

In a closing hour the disk is asked once for many ballots. Nobody is answered before the commit that
holds the own act; an act that fails takes back what it did and nothing of the others (group commit,
performance paper 1.5).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock, get_ident

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

MOST = 64
"""Acts that share a commit at most, so that nobody waits long for the others."""


@dataclass
class Batch:
    """One transaction of SQLite, and what became of it."""

    connection: Connection
    acts: int = 0
    ended: Event = field(default_factory=Event)
    failure: BaseException | None = None


class Turns:
    """Hands the one writing connection from act to act."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn, self._count = Lock(), Lock()
        self.waiting = 0
        """How many acts wait for their turn."""
        self._batch: Batch | None = None
        self._holder: int | None = None

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for one act. Leaving it waits for the commit; raising takes the act back."""
        if self._holder == get_ident():
            raise RuntimeError("a unit of work was opened inside another one")
        batch: Batch | None = None
        try:
            with self._next():
                batch = self._batch or self._begin()
                with self._act(batch) as session:
                    yield session
        finally:
            # Also after a refusal: what it was refused for may be an act of the same commit.
            if batch is not None:
                batch.ended.wait()
        if batch.failure is not None:
            raise batch.failure

    @contextmanager
    def _next(self) -> Iterator[None]:
        with self._count:
            self.waiting += 1
        with self._turn:
            with self._count:
                self.waiting -= 1
            self._holder = get_ident()
            try:
                yield
            finally:
                self._holder = None
                if self._batch is not None and self._over(self._batch):
                    self._end(self._batch)

    def _begin(self) -> Batch:
        connection = self._engine.connect()
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        self._batch = Batch(connection)
        return self._batch

    @contextmanager
    def _act(self, batch: Batch) -> Iterator[Session]:
        """The first act of a batch is its transaction; each further one can be taken back by itself."""
        mode = "rollback_only" if batch.acts == 0 else "create_savepoint"
        batch.acts += 1
        with Session(batch.connection, expire_on_commit=False, join_transaction_mode=mode) as session:  # type: ignore[arg-type]
            try:
                yield session
                session.commit()
            except BaseException:
                session.rollback()
                raise

    def _over(self, batch: Batch) -> bool:
        """Nobody waits to join, enough have, or its first act failed and took the transaction along."""
        transaction = batch.connection.get_transaction()
        alive = transaction is not None and transaction.is_active
        return self.waiting == 0 or batch.acts >= MOST or not alive

    def _end(self, batch: Batch) -> None:
        self._batch = None
        try:
            transaction = batch.connection.get_transaction()
            if transaction is not None and transaction.is_active:
                transaction.commit()
        except BaseException as failure:
            batch.failure = failure
            # Whatever state it is in: a new connection begins with none of it.
            batch.connection.invalidate()
        finally:
            batch.connection.close()
            batch.ended.set()
