"""The cast of every test of search, and their browsers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.web import Browser, browser

At = Callable[..., Browser]


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def at(cast: Cast, tmp_path: Path) -> At:
    """A browser of somebody of the cast, or of a visitor."""

    def sit_down(name: str | None = None) -> Browser:
        return browser(cast, name, folder=tmp_path, slug="weiwan" if name == "维托" else "gongfu")

    return sit_down
