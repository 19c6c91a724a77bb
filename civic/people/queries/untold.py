"""What somebody has not been told yet: consents that another recorded, an office that they lost."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_

from civic.people.tables import Consent, Helping, Office
from civic.work import UnitOfWork

LATELY = timedelta(days=60)
"""So long somebody is reminded of an office that ended and is not handed over."""


def unannounced(work: UnitOfWork) -> ColumnElement[bool]:
    """Consents that hold, that somebody else wrote down, and of which the person has not been told."""
    return and_(
        Helping.community_id == work.community.id, Helping.consent != Consent.OWN_ACCOUNT.value,
        Helping.told_at.is_(None), Helping.ended_at.is_(None), Helping.until_on >= work.today,
    )  # fmt: skip


def lost(work: UnitOfWork) -> ColumnElement[bool]:
    """Offices whose last day has passed lately, those withdrawn at once among them."""
    return and_(
        Office.community_id == work.community.id,
        Office.to_on < work.today,
        Office.to_on >= work.today - LATELY,
    )
