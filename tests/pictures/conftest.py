"""The cast of the tests of photos."""

from pathlib import Path

import pytest

from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.web import Browser, browser


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def at(cast: Cast, tmp_path: Path):  # type: ignore[no-untyped-def]
    """A browser of somebody of the cast, or of a visitor."""

    def sit_down(name: str | None = None) -> Browser:
        return browser(cast, name, folder=tmp_path, slug="weiwan" if name == "维托" else "gongfu")

    return sit_down
