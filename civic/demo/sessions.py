"""What moving the clock does to those who are looking on."""

from datetime import datetime

from sqlalchemy import select

from civic.store.tables import LoginSession
from civic.work import UnitOfWork


def take_sessions_along(work: UnitOfWork, to: datetime) -> None:
    """Whoever is signed in stays so for as long as before: their hours do not pass with the clock."""
    passed = to - work.now
    for login in work.session.scalars(select(LoginSession).where(LoginSession.ends_at > work.now)):
        login.seen_at += passed
        login.idle_until += passed
        login.ends_at += passed
