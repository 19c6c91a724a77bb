"""Which account a sign-in at an organisation opens."""

from sqlalchemy import select

from civic.people.tables import Account
from civic.work import UnitOfWork


def account_by_subject(work: UnitOfWork, subject: str) -> Account | None:
    """The account that was linked to it; None when nobody's is."""
    return work.session.execute(
        select(Account).where(Account.community_id == work.community.id, Account.oidc_subject == subject)
    ).scalar_one_or_none()
