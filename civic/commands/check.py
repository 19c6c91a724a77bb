"""`civic check`: say whether this installation is sound."""

from argparse import ArgumentParser, Namespace

from civic.commands.run import clock_for
from civic.commands.soundness import TIERS, Site, faults
from civic.core.clock import SystemClock
from civic.core.holidays import is_known
from civic.settings import Settings
from civic.store.engine import connect

EPILOG = """example:
  civic check
  Sound: 14 things looked at.

Each broken state is one line that says how to mend it; the exit status is then 1.

An organisation's own sign-in (OpenID Connect) is off unless it is set: pip install civic[oidc], register the address
https://YOUR.HOST/SLUG/in/oidc/back there, then set CIVIC_PUBLIC_URL, CIVIC_OIDC_ISSUER, CIVIC_OIDC_CLIENT_ID,
CIVIC_OIDC_SECRET_FILE (or CIVIC_OIDC_SECRET) and CIVIC_OIDC_NAME, the name on its button."""


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG


def run(_given: Namespace, settings: Settings) -> int:
    """Look at everything; nothing is changed."""
    database, now = connect(settings.database_url), SystemClock().now()
    try:
        found = faults(Site(settings, database, lambda: clock_for(settings).now()))
    finally:
        database.close()
    for fault in found:
        print(fault)
    if not is_known(now.year):
        print(f"Note: the holidays of {now.year} are not in this release; only weekends count as days off.")
    if not found:
        print(f"Sound: {sum(map(len, TIERS))} things looked at.")
    return int(bool(found))
