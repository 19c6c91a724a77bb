"""`civic demo`: load the demo community."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

from sqlalchemy import make_url

from civic.commands.migrate import prepare
from civic.commands.places import clock_file, communities, passwords_file
from civic.core.clock import SystemClock
from civic.core.days import day_of
from civic.core.entropy import SystemEntropy
from civic.demo.accounts import give_passwords
from civic.demo.clock import DemoClock
from civic.demo.load import ENDS, load_demo
from civic.demo.story import ZONE
from civic.settings import Settings
from civic.store.engine import Database, connect
from civic.store.migrate import migrate

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
    if communities(settings):
        if given.if_empty:
            return 0
        print("civic: this database holds a community already; use another CIVIC_DATA_DIR for the demo.")
        return 1
    clock = DemoClock(SystemClock(), clock_file(settings))
    if given.printed_dates:
        clock.move_to(ENDS)
    elif settings.demo_today:
        clock.move_to(datetime.combine(date.fromisoformat(settings.demo_today), time(10), ZONE))
    with fresh_database(settings.database_url) as database:
        story = load_demo(database, SystemEntropy(), clock.now(), printed=given.printed_dates)
        give_passwords(database, SystemEntropy(), story.roll, passwords_file(settings))
    print(f"The demo is loaded, as it stands on {day_of(story.now, ZONE)}. Start it with: civic run")
    return 0


@contextmanager
def fresh_database(url: str) -> Iterator[Database]:
    """An empty database to fill: on SQLite a file beside the real one, which takes its place when it
    is whole, so that nobody ever meets half a demo."""
    target = make_url(url)
    if target.get_backend_name() != "sqlite" or not target.database:
        database = connect(url)
        yield database
        database.close()
        return
    loading = Path(f"{target.database}.loading")
    loading.unlink(missing_ok=True)
    migrate(f"sqlite:///{loading}")
    database = connect(f"sqlite:///{loading}")
    hurry(database)
    yield database
    database.close()
    with loading.open("rb+") as file:
        os.fsync(file.fileno())
    loading.replace(target.database)


def hurry(database: Database) -> None:
    """Nothing in a database that is being loaded is precious yet: it need not wait for the disk."""
    raw = database.writer.raw_connection()
    raw.cursor().execute("PRAGMA synchronous=OFF")
    raw.close()
