"""R22: each broken state is named in one line that says how to mend it."""

import os
import shutil
from collections import namedtuple

import pytest

from civic.commands import soundness
from civic.store import engine
from tests.commands.conftest import Install, Plant

OUT_OF_TRIGGERS = ("DROP TRIGGER entry_stays", "DROP TRIGGER entry_kept")


def test_a_sound_installation(install: Install) -> None:
    assert install.civic("check") == (0, "Sound: 14 things looked at.\n")


def damage(install: Install) -> None:
    """Overwrite pages in the middle of the file."""
    with (install.folder / "civic.sqlite").open("r+b") as file:
        file.seek(0, 2)
        size = file.tell()
        for place in range(size // 2, size // 2 + 8192 * 8, 4096):
            file.seek(place + 16)
            file.write(b"\xa5" * 600)


def old_sqlite(install: Install) -> None:
    """Pretend that Debian's own runs."""
    install.monkeypatch.setattr(soundness, "SAFE_SQLITE", (9, 0, 0))


def unsynchronised(install: Install) -> None:
    """Somebody made commits quicker."""
    pragmas = [p.replace("FULL", "NORMAL") for p in engine.PRAGMAS]
    install.monkeypatch.setattr(engine, "PRAGMAS", pragmas)


def unreferenced(install: Install) -> None:
    """Somebody turned the references off."""
    pragmas = [p.replace("foreign_keys=ON", "foreign_keys=OFF") for p in engine.PRAGMAS]
    install.monkeypatch.setattr(engine, "PRAGMAS", pragmas)


def full_disk(install: Install) -> None:
    """499 MB left."""
    usage = namedtuple("usage", "total used free")
    install.monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**10, 10**10, 499 * 10**6))


def in_public(install: Install) -> None:
    """A proxy shows the demo to the world."""
    install.monkeypatch.setenv("CIVIC_PUBLIC_URL", "https://civic.example")


def clock_behind(install: Install) -> None:
    """The machine woke up in 2020."""
    (install.folder / "demo-clock").write_text(str(-10 * 365 * 86400))


def organisation(install: Install) -> None:
    """Somebody set an organisation's sign-in."""
    names = {"ISSUER": "https://id.example", "CLIENT_ID": "civic", "NAME": "Our street"}
    for name, value in names.items():
        install.monkeypatch.setenv(f"CIVIC_OIDC_{name}", value)


def without_its_library(install: Install) -> None:
    """But not the extra."""
    organisation(install)
    install.monkeypatch.setattr(soundness, "has_extra", lambda: False)


def open_secret(install: Install) -> None:
    """Its secret lies open."""
    organisation(install)
    file = install.folder / "oidc-secret"
    file.write_text("between us")
    file.chmod(0o644)
    install.monkeypatch.setenv("CIVIC_OIDC_SECRET_FILE", str(file))


def not_writable(install: Install) -> None:
    """The folder belongs to somebody else."""
    access = os.access
    install.monkeypatch.setattr(
        os, "access", lambda path, mode: path != install.folder and access(path, mode)
    )


FAULTS: dict[str, tuple[Plant, str]] = {
    "data folder": (not_writable, "cannot be written to: make it, or give it to the user"),
    "disk": (full_disk, "Only 499 MB of disk are free: make room"),
    "key file gone": (lambda i: (i.folder / "secret").unlink(), "There is no key file"),
    "key file open": (lambda i: (i.folder / "secret").chmod(0o644), "Others can read the key file: chmod 600"),
    "organisation without its library": (without_its_library, "pip install civic[oidc]"),
    "organisation's secret open": (open_secret, "Others can read the organisation's secret: chmod 600"),
    "old SQLite": (old_sqlite, "pip install pysqlite3"),
    "migrations": (lambda i: i.change("UPDATE alembic_version SET version_num = 'x'"), "run civic migrate"),
    "synchronous": (unsynchronised, "set synchronous=FULL"),
    "foreign keys": (unreferenced, "Foreign keys are off"),
    "integrity": (damage, "is damaged"),
    "clock": (clock_behind, "is behind the ledger"),
    "ledger": (
        lambda i: i.change(*OUT_OF_TRIGGERS, "UPDATE entry SET payload = '{}' WHERE height = 700"),
        "The ledger of gongfu is broken at entry 700: compare with a backup",
    ),
    "too many ballots": (
        lambda i: i.change("DELETE FROM roll_entry WHERE vote_id = 3 AND number > 55"),
        "Vote 3 has 56 ballots for a roll of 55",
    ),
    "wrong count": (
        lambda i: i.change("UPDATE ballot SET choice = 'yes' WHERE vote_id = 3 AND choice = 'no'"),
        "The declared result of vote 3 is not what its ballots add up to",
    ),
    "demo in public": (in_public, "The demo community gongfu can be reached by others"),
    "no database": (lambda i: (i.folder / "civic.sqlite").unlink(), "There is no database"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named(install: Install, fault: str) -> None:
    plant, words = FAULTS[fault]
    plant(install)
    status, printed = install.civic("check")
    assert status == 1
    assert words in printed
    assert len(printed.splitlines()) == 1 or fault == "too many ballots", printed
