"""Where a demo keeps what is not in its database, and whether there is one."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.settings import Settings
from civic.store.engine import connect
from civic.store.tables import Community


def clock_file(settings: Settings) -> Path:
    """Where the demo's clock keeps by how much it was moved."""
    return settings.data_dir / "demo-clock"


def passwords_file(settings: Settings) -> Path:
    """Where the passwords of the demo's people are kept."""
    return settings.data_dir / "demo-passwords.txt"


def communities(settings: Settings) -> list[bool]:
    """For every community here whether it is a demo."""
    database = connect(settings.database_url)
    with Session(database.reader) as session:
        found = list(session.scalars(select(Community.demo)))
    database.close()
    return found
