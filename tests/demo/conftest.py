"""The demo, told once at its printed dates and once as a running demo shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from civic.core.entropy import SeededEntropy
from civic.demo.load import ENDS, load_demo
from civic.demo.story import Story
from civic.propose.tables import Issue
from civic.store.engine import Database, connect
from civic.store.migrate import migrate
from tests.conftest import KINDS


@dataclass(frozen=True)
class Told:
    """A demo that was loaded, to look at."""

    story: Story
    session: Session

    def issue(self, thread: str) -> Issue:
        """The issue of a thread."""
        return self.session.get_one(Issue, self.story.noted[thread])

    def all(self, table: type[Any], **where: Any) -> list[Any]:
        """All rows with these values, oldest first."""
        return list(self.session.scalars(select(table).filter_by(**where).order_by(table.id)))

    def one(self, table: type[Any], **where: Any) -> Any:
        """The only one."""
        return self.session.scalars(select(table).filter_by(**where)).one()

    def count(self, table: type[Any], **where: Any) -> int:
        """How many."""
        return self.session.scalar(select(func.count()).select_from(table).filter_by(**where)) or 0


def tell(database: Database, now: datetime, *, printed: bool = False) -> Story:
    """Load the demo as the command does, with chance that repeats itself."""
    return load_demo(database, SeededEntropy("told"), now, printed=printed)


@pytest.fixture(scope="session", params=KINDS)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The whole story at its printed dates, on each kind of database."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('told') / 'civic.sqlite'}"
        migrate(url)
    else:
        cluster = request.getfixturevalue("cluster")
        url = cluster.url(cluster.create(template=request.getfixturevalue("postgresql_template")))
    database = connect(url)
    story = tell(database, ENDS, printed=True)
    with Session(database.reader) as session:
        yield Told(story, session)
    database.close()


@pytest.fixture
def fresh(tmp_path: Path, sqlite_template: Path) -> Iterator[Database]:
    """An empty SQLite database."""
    file = tmp_path / "civic.sqlite"
    file.write_bytes(sqlite_template.read_bytes())
    database = connect(f"sqlite:///{file}")
    yield database
    database.close()
