"""`civic reindex`: make the search index anew."""

from argparse import ArgumentParser, Namespace

from civic.commands.migrate import prepare
from civic.core.clock import SystemClock
from civic.core.entropy import SystemEntropy
from civic.settings import Settings

EPILOG = """example:
  civic reindex
  gongfu: 51 things can be found

Nothing is lost: the index is made from what is there. While a community's is being made, nobody can write there;
100,000 issues take less than a minute."""


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG


def run(_given: Namespace, settings: Settings) -> int:
    """A line a community."""
    prepare(settings)
    from civic.app import build_workshop
    from civic.finding.rebuilding import rebuild_all

    workshop = build_workshop(settings, SystemClock(), SystemEntropy())
    try:
        for slug, count in rebuild_all(workshop):
            print(f"{slug}: {count} things can be found")
    finally:
        workshop.database.close()
    return 0
