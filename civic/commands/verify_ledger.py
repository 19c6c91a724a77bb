"""`civic verify-ledger`: check the chain of every community."""

from argparse import ArgumentParser, Namespace

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.ledger.queries import first_wrong_entry, head_of
from civic.settings import Settings
from civic.store.engine import connect
from civic.store.tables import Community

EPILOG = """example:
  civic verify-ledger
  gongfu: whole, 1732 entries, head 9f3c41d0…"""


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG


def run(_given: Namespace, settings: Settings) -> int:
    """A line a community; 1 if one of the chains is broken."""
    database = connect(settings.database_url)
    broken = False
    with Session(database.reader) as session:
        for ident, slug in session.execute(select(Community.id, Community.slug).order_by(Community.id)):
            wrong, (height, head) = first_wrong_entry(session, ident), head_of(session, ident)
            broken = broken or wrong is not None
            if wrong is None:
                print(f"{slug}: whole, {height} entries, head {head}")
            else:
                print(f"{slug}: broken, entry {wrong} of {height} does not fit the chain")
    database.close()
    return int(broken)
