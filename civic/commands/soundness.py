"""What must hold of an installation, one function each: None, or a line that says how to mend it.

Source: R22 of the security paper.
"""

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, make_url, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from civic.commands.migrate import head, revision_of
from civic.decide.queries.counting import ballots_in, count_vote, entitled_in
from civic.decide.queries.votes import frozen_terms
from civic.decide.tables import Vote
from civic.ledger.queries import first_wrong_entry
from civic.ledger.tables import Entry
from civic.people.oidc.organisation import has_extra
from civic.settings import Settings
from civic.store.engine import SAFE_SQLITE, Database, sqlite_module
from civic.store.tables import Community

LEAST_FREE = 500 * 1000 * 1000
"""Bytes."""


@dataclass(frozen=True)
class Site:
    """The installation as it stands."""

    settings: Settings
    database: Database
    now: Callable[[], datetime]
    """Asked only of a database that is known to be sound so far."""


Check = Callable[[Site], str | None]


def data_folder(site: Site) -> str | None:
    """The data folder is there and can be written to."""
    folder = site.settings.data_dir
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return None
    return f"The data folder {folder} cannot be written to: make it, or give it to the user who runs civic."


def free_disk(site: Site) -> str | None:
    """Room for the database to grow."""
    free = shutil.disk_usage(site.settings.data_dir).free if site.settings.data_dir.is_dir() else LEAST_FREE
    if free >= LEAST_FREE:
        return None
    return f"Only {free // 1_000_000} MB of disk are free: make room until 500 MB are."


def key_file(site: Site) -> str | None:
    """The key that signs forms exists and is its owner's alone."""
    file = site.settings.secret_file
    if not file.exists():
        return f"There is no key file {file}: restore it from the backup, or start civic run to make one."
    if stat.S_IMODE(file.stat().st_mode) != 0o600:
        return f"Others can read the key file: chmod 600 {file}"
    return None


def organisation(site: Site) -> str | None:
    """An organisation's own sign-in, where one is set: its library is here, its secret its owner's alone."""
    if not site.settings.oidc_issuer:
        return None
    if not has_extra():
        return "CIVIC_OIDC_ISSUER is set, but its library is missing: pip install civic[oidc]."
    file = site.settings.oidc_secret_file
    if file and stat.S_IMODE(Path(file).stat().st_mode) & 0o077:
        return f"Others can read the organisation's secret: chmod 600 {file}"
    return None


def revision(site: Site) -> str | None:
    """The database is there, and the one that this release works with."""
    file = make_url(site.settings.database_url).database or ""
    if site.database.is_sqlite and not Path(file).is_file():
        return f"There is no database {file}: restore the backup, or begin with civic migrate."
    try:
        found, wanted = revision_of(site.database.reader), head()
    except SQLAlchemyError as failed:
        return f"The database cannot be opened ({_first_line(failed)}): does it run, is CIVIC_DATABASE_URL right?"
    if found == wanted:
        return None
    return f"The database is at {found or 'no revision'}, this release needs {wanted}: run civic migrate."


def _first_line(failed: SQLAlchemyError) -> str:
    return str(getattr(failed, "orig", failed)).strip().splitlines()[0]


def sqlite_release(_site: Site) -> str | None:
    """The SQLite that runs has no WAL-reset bug."""
    module = sqlite_module()
    if module.sqlite_version_info >= SAFE_SQLITE:
        return None
    return (
        f"SQLite {module.sqlite_version} can lose data (WAL reset, mended in 3.51.3): pip install pysqlite3."
    )


def full_sync(site: Site) -> str | None:
    """What was acknowledged is on the disk."""
    wanted = "2" if site.database.is_sqlite else "on"
    if _setting(site, "PRAGMA synchronous", "SHOW synchronous_commit") == wanted:
        return None
    return "Commits are not flushed to disk: set synchronous=FULL (PostgreSQL: synchronous_commit=on)."


def foreign_keys(site: Site) -> str | None:
    """References are checked."""
    if _setting(site, "PRAGMA foreign_keys", "SELECT 1") == "1":
        return None
    return "Foreign keys are off: this SQLite was built without them, use another one."


def integrity(site: Site) -> str | None:
    """The database file is whole."""
    found = _setting(site, "PRAGMA integrity_check", "SELECT 'ok'")
    if found == "ok":
        return None
    return f"The database file is damaged ({found.splitlines()[-1]}): restore the last backup."


def _setting(site: Site, sqlite: str, postgresql: str) -> str:
    with site.database.reader.connect() as connection:
        return str(connection.exec_driver_sql(sqlite if site.database.is_sqlite else postgresql).scalar())


def clock(site: Site) -> str | None:
    """Time does not run behind the ledger."""
    with Session(site.database.reader) as session:
        last = session.scalar(select(func.max(Entry.at)))
    now = site.now()
    if last is None or last <= now:
        return None
    return f"The clock ({now:%Y-%m-%d %H:%M} UTC) is behind the ledger ({last:%Y-%m-%d %H:%M} UTC): set it right."


def ledgers(site: Site) -> str | None:
    """Every chain fits."""
    with Session(site.database.reader) as session:
        for ident, slug in session.execute(select(Community.id, Community.slug)):
            wrong = first_wrong_entry(session, ident)
            if wrong is not None:
                return f"The ledger of {slug} is broken at entry {wrong}: compare with a backup, tell the supervisors."
    return None


def rolls(site: Site) -> str | None:
    """No vote has more ballots than its roll."""
    with Session(site.database.reader) as session:
        for vote in session.scalars(select(Vote)):
            ballots, entitled = ballots_in(session, vote.id), entitled_in(session, vote.id)
            if ballots > entitled:
                return f"Vote {vote.id} has {ballots} ballots for a roll of {entitled}: stop, keep a copy, recount."
    return None


def counts(site: Site) -> str | None:
    """Every declared result is what its ballots add up to."""
    with Session(site.database.reader) as session:
        for vote in session.scalars(select(Vote).where(Vote.counts.is_not(None))):
            if count_vote(session, vote.id, frozen_terms(vote)).stored() != vote.counts:
                return f"The declared result of vote {vote.id} is not what its ballots add up to: recount it."
    return None


def demo_in_public(site: Site) -> str | None:
    """A demo stays on this machine: its people are known to everybody."""
    with Session(site.database.reader) as session:
        slug = session.scalar(select(Community.slug).where(Community.demo).limit(1))
    if slug is None or (site.settings.loopback and not site.settings.public_url):
        return None
    return f"The demo community {slug} can be reached by others: use another CIVIC_DATA_DIR, or CIVIC_HOST=127.0.0.1."


TIERS: tuple[tuple[Check, ...], ...] = (
    (data_folder, free_disk, key_file, sqlite_release, organisation, revision),
    (full_sync, foreign_keys, integrity),
    (clock, ledgers, rolls, counts, demo_in_public),
)
"""The last of each tier bears the next: of a database that is not there nothing more is asked."""


def faults(site: Site) -> list[str]:
    """Every broken state in one line; nothing when the installation is sound."""
    found: list[str] = []
    for *others, bearing in TIERS:
        found += [fault for check in others if (fault := check(site))]
        if fault := bearing(site):
            return [*found, fault]
    return found
