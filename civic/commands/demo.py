"""`civic demo`: load the demo community."""

from argparse import ArgumentParser, Namespace
from datetime import date, datetime, time
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from civic.commands.migrate import prepare
from civic.core.clock import SystemClock
from civic.core.entropy import SystemEntropy
from civic.demo.clock import DemoClock
from civic.settings import Settings
from civic.store.engine import Database, connect
from civic.store.tables import Community

EPILOG = """example:
  civic demo --if-empty
  The demo is loaded, as it stands on 2026-11-25. Start it with: civic run"""


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG
    parser.add_argument("--if-empty", action="store_true", help="do nothing if there is a community already")
    parser.add_argument(
        "--printed-dates", action="store_true", help="leave the story at its dates of 2026, told to its end"
    )


def run(given: Namespace, settings: Settings) -> int:
    """Load it, unless somebody lives here."""
    prepare(settings)
    database = connect(settings.database_url)
    try:
        if _communities(database):
            if given.if_empty:
                return 0
            print("civic: this database holds a community already; use another CIVIC_DATA_DIR for the demo.")
            return 1
        _load(database, settings, printed=given.printed_dates)
    finally:
        database.close()
    return 0


def clock_file(settings: Settings) -> Path:
    """Where the demo's clock keeps by how much it was moved."""
    return settings.data_dir / "demo-clock"


def passwords_file(settings: Settings) -> Path:
    """Where the passwords of the demo's people are kept."""
    return settings.data_dir / "demo-passwords.txt"


def _communities(database: Database) -> int:
    with Session(database.reader) as session:
        return session.scalar(select(func.count(Community.id))) or 0


def _load(database: Database, settings: Settings, *, printed: bool) -> None:
    from civic.demo.accounts import give_passwords
    from civic.demo.load import ENDS, load_demo
    from civic.demo.story import ZONE

    entropy, clock = SystemEntropy(), DemoClock(SystemClock(), clock_file(settings))
    if printed:
        clock.move_to(ENDS)
    elif settings.demo_today:
        clock.move_to(datetime.combine(date.fromisoformat(settings.demo_today), time(10), ZONE))
    story = load_demo(database, entropy, clock.now(), printed=printed)
    give_passwords(database, entropy, story.roll, passwords_file(settings))
    day = clock.now().astimezone(ZONE).date()
    print(f"The demo is loaded, as it stands on {day}. Start it with: civic run")
