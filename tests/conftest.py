"""What every test may ask for: a migrated database of its own, on SQLite and on PostgreSQL."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from civic.store.engine import Database, connect
from civic.words.compile import compile_words
from tests import postgres

KINDS = os.environ.get("CIVIC_TEST_DATABASES", "sqlite,postgresql").split(",")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--run-long", action="store_true", help="run the long fault tests too")


def pytest_configure() -> None:
    compile_words()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whoever asks for a database, directly or not, is run on each kind."""
    if "database_url" in metafunc.fixturenames:
        alone = [k for k in KINDS if metafunc.definition.get_closest_marker(f"on_{k}")]
        other = any(metafunc.definition.get_closest_marker(f"on_{k}") for k in ("sqlite", "postgresql"))
        metafunc.parametrize("database_url", alone if other else KINDS, indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--run-long"):
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        yield f"sqlite:///{shutil.copyfile(template, tmp_path / 'civic.sqlite')}"
    else:
        cluster: postgres.Cluster = request.getfixturevalue("cluster")
        name = cluster.create(template=request.getfixturevalue("postgresql_template"))
        yield cluster.url(name)
        cluster.drop(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A connected, migrated database."""
    database = connect(database_url)
    yield database
    database.close()


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL server that lives as long as the tests."""
    with postgres.cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all migrations, to be copied."""
    file = tmp_path_factory.mktemp("template") / "civic.sqlite"
    from civic.store.migrate import migrate

    migrate(f"sqlite:///{file}")
    assert not file.with_name("civic.sqlite-wal").exists(), "migrate() left a connection open"
    return file


@pytest.fixture(scope="session")
def postgresql_template(cluster: postgres.Cluster) -> str:
    """The name of a PostgreSQL database with all migrations, to be cloned."""
    name = cluster.create()
    from civic.store.migrate import migrate

    migrate(cluster.url(name))
    return name
