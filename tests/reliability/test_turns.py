"""Acts that wait for one another share a commit: nobody's failure takes another's act along."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from civic.store.engine import Database, connect


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = connect(f"sqlite:///{tmp_path}/turns.sqlite")
    with database.session(write=True) as session:
        session.execute(text("CREATE TABLE word (said TEXT UNIQUE)"))
    return database


def say(database: Database, word: str, before: Callable[[], object] = lambda: None) -> str:
    """One act; what became of it."""
    try:
        with database.session(write=True) as session:
            before()
            session.execute(text("INSERT INTO word VALUES (:word)"), {"word": word})
            if word.startswith("bad"):
                raise ValueError(word)
    except ValueError:
        return "taken back"
    except IntegrityError:
        return "twice"
    return "stored"


def words(database: Database) -> list[str]:
    with database.session(write=False) as session:
        return sorted(session.scalars(text("SELECT said FROM word")))


def together(database: Database, *said: str) -> list[str]:
    """The first holds its turn until all others wait for theirs, so that they share its commit."""
    ready, waiting = Event(), Barrier(len(said))

    def first() -> str:
        def hold() -> None:
            ready.set()
            waiting.wait(5)
            while database.turns is not None and database.turns.waiting < len(said) - 1:
                pass

        return say(database, said[0], hold)

    def later(word: str) -> str:
        ready.wait(5)
        waiting.wait(5)
        return say(database, word)

    with ThreadPoolExecutor(len(said)) as pool:
        futures = [pool.submit(first), *(pool.submit(later, word) for word in said[1:])]
        return [future.result(10) for future in futures]


def test_many_acts_one_commit(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    commits: list[int] = []
    real = Connection._commit_impl

    def counted(self: Connection) -> None:
        commits.append(1)
        real(self)

    monkeypatch.setattr(Connection, "_commit_impl", counted)
    assert together(database, "a", "b", "c", "d") == ["stored"] * 4
    assert len(commits) == 1
    assert words(database) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("said", [("bad", "a", "b"), ("a", "bad", "b"), ("a", "b", "bad")])
def test_one_failure_takes_nobody_along(database: Database, said: tuple[str, ...]) -> None:
    answers = together(database, *said)
    assert answers == ["taken back" if word == "bad" else "stored" for word in said]
    assert words(database) == ["a", "b"]


def test_the_same_word_twice_is_stored_once(database: Database) -> None:
    assert sorted(together(database, "a", "a", "b")) == ["stored", "stored", "twice"]
    assert words(database) == ["a", "b"]


def test_a_commit_that_fails_is_told_to_all(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Connection) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Connection, "_commit_impl", full)
    with pytest.raises(OSError, match="full"):
        together(database, "a", "b")
    monkeypatch.undo()
    assert words(database) == []
    assert say(database, "a") == "stored"


def test_a_unit_of_work_inside_another_is_a_mistake(database: Database) -> None:
    with pytest.raises(RuntimeError, match="inside another"), database.session(write=True):
        say(database, "a")
    assert words(database) == []
