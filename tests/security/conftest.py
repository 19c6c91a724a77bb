"""The world of the matrix, built once for all tests of security."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.security.world import World, built


@pytest.fixture(scope="session")
def world(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Everybody seated, the story told, each stage kept."""
    with built(sqlite_template, tmp_path_factory.mktemp("world")) as world:
        yield world
