"""Bring a database to a revision."""

from alembic import command
from alembic.config import Config

from civic.settings import place_of


def config_for(url: str) -> Config:
    """Alembic's settings for this database; no ini file."""
    config = Config()
    config.set_main_option("script_location", str(place_of("migrations")))
    config.attributes["url"] = url
    return config


def migrate(url: str, revision: str = "head") -> None:
    """Up to `revision`."""
    command.upgrade(config_for(url), revision)


def migrate_down(url: str, revision: str = "base") -> None:
    """Down to `revision`; the ledger is never edited, only dropped with everything."""
    command.downgrade(config_for(url), revision)
