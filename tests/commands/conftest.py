"""The `civic` command, run in this process on a folder of its own."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from civic.__main__ import main
from civic.settings import read_settings
from civic.store.engine import sqlite_module


@dataclass(frozen=True)
class Install:
    """An installation in a folder, and the words of its last command."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def civic(self, *words: str) -> tuple[int, str]:
        """Run a command; its exit status and what it printed."""
        try:
            status = main(list(words))
        except SystemExit as left:
            status = int(left.code or 0)
        printed = self.capture.readouterr()
        return status, printed.out + printed.err

    def change(self, *statements: str) -> None:
        """Go behind the product's back."""
        connection = sqlite_module().connect(self.folder / "civic.sqlite")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the demo at its printed dates; copy it, never change it."""
    folder = tmp_path_factory.mktemp("world")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CIVIC_DATA_DIR", str(folder))
        assert main(["demo", "--printed-dates"]) == 0
        yield folder


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Install:
    """A folder with nothing in it."""
    for name in ("CIVIC_DATABASE_URL", "CIVIC_SECRET_FILE", "CIVIC_HOST", "CIVIC_PUBLIC_URL", "PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CIVIC_DATA_DIR", str(tmp_path / "data"))
    return Install(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def install(empty: Install, world: Path) -> Install:
    """A sound installation of one's own, with the demo in it."""
    shutil.copytree(world, empty.folder)
    assert read_settings().data_dir == empty.folder
    return empty


Plant = Callable[[Install], None]
