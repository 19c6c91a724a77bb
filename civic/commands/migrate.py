"""`civic migrate`: bring the database up to this release."""

from argparse import ArgumentParser, Namespace

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from civic.core.entropy import SystemEntropy
from civic.settings import Settings, WrongSetting
from civic.store.engine import connect
from civic.store.migrate import config_for, migrate
from civic.web.security import read_secret

EPILOG = """example:
  civic migrate
  Database is at 2026_11_25_the_whole_road."""


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG


def run(_given: Namespace, settings: Settings) -> int:
    """Migrate and say where the database is now."""
    prepare(settings)
    print(f"Database is at {head()}.")
    return 0


def prepare(settings: Settings) -> None:
    """The data folder, the key and an up-to-date database; one that is up to date is not locked for it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    read_secret(settings.secret_file, SystemEntropy())
    database = connect(settings.database_url)
    try:
        if revision_of(database.reader) != head():
            migrate(settings.database_url)
    except OperationalError as failed:
        raise WrongSetting(
            f"CIVIC_DATABASE_URL: the database cannot be used now: {failed.orig}. If another program holds it, "
            "stop that one and try again."
        ) from None
    finally:
        database.close()


def head() -> str:
    """The newest revision of this release."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(config_for("")).get_current_head() or "nothing"


def revision_of(engine: Engine) -> str:
    """The revision of a database; empty if it was never migrated."""
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""
