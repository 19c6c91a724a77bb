"""`civic migrate`: bring the database up to this release."""

from argparse import ArgumentParser, Namespace

from sqlalchemy import Engine

from civic.settings import Settings
from civic.store.migrate import config_for, migrate

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
    """The data folder and an up-to-date database."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    migrate(settings.database_url)


def head() -> str:
    """The newest revision of this release."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(config_for("")).get_current_head() or "nothing"


def revision_of(engine: Engine) -> str:
    """The revision of a database; empty if it was never migrated."""
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""
