"""Signing in and out. Wrong passwords are counted by account, never locked out."""

from sqlalchemy import delete, select

from civic.core.entropy import digest
from civic.core.errors import Refusal
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.passwords import fits, hashed
from civic.people.queries import actor_of
from civic.people.rules import OFFICERS, may_set_password, may_use_code, session_ends, wait_after
from civic.people.tables import Account, Person, SetupCode
from civic.store.tables import LoginSession
from civic.work import UnitOfWork

WRONG = say("Name or password is not right. Please check both, or call us.")


def may_sign_in(work: UnitOfWork, account: Account | None) -> Verdict:
    """Not while the account waits after many wrong passwords."""
    if account and account.wait_until and account.wait_until > work.now:
        return no(say("Too many wrong passwords. Please wait until %(until)s.", until=account.wait_until))
    return YES


def sign_in(work: UnitOfWork, login: str, password: str, token: str, *, shared_phone: bool) -> bool:
    """Begin a login session under `token` when the password fits; count the failure when not."""
    account = work.session.execute(
        select(Account).where(Account.community_id == work.community.id, Account.login == login)
    ).scalar_one_or_none()
    may_sign_in(work, account).demand()
    if not fits(account.password_hash if account else None, password) or account is None:
        if account:
            account.failed += 1
            account.wait_until = wait_after(account.failed, work.now)
        return False
    account.failed, account.wait_until = 0, None
    begin_session(work, account.person_id, token, shared_phone=shared_phone)
    return True


def begin_session(work: UnitOfWork, person_id: int, token: str, *, shared_phone: bool) -> None:
    """A fresh token for whoever proved to be that person."""
    actor = actor_of(work.session, work.community.id, person_id, work.today)
    idle, ends = session_ends(work.now, actor.standings, shared_phone=shared_phone)
    officer = bool(OFFICERS & set(actor.standings))
    work.add(
        LoginSession(
            token_hash=digest(token), person_id=person_id, began_at=work.now, seen_at=work.now,
            idle_until=idle, ends_at=ends, officer=officer,
        )
    )  # fmt: skip


def sign_out(work: UnitOfWork, token: str) -> None:
    """End this browser's login session; the cookie is worth nothing from now on."""
    work.session.execute(delete(LoginSession).where(LoginSession.token_hash == digest(token)))


def sign_in_by_tap(work: UnitOfWork, person_id: int, token: str) -> None:
    """One tap in the demo on loopback: the sign-in page lists its cast."""
    if not work.community.demo:
        raise Refusal(say("Only the demo community can be entered with one tap."))
    begin_session(work, person_id, token, shared_phone=False)


def renew_session(work: UnitOfWork, token: str) -> None:
    """Its owner is still here: idling begins anew, the last moment stays."""
    login = work.session.execute(
        select(LoginSession).where(LoginSession.token_hash == digest(token))
    ).scalar_one_or_none()
    if login is None or work.actor is None:
        return
    idle, _ends = session_ends(work.now, work.actor.standings, shared_phone=False)
    kept = login.idle_until - login.seen_at
    login.seen_at = work.now
    login.idle_until = min(work.now + kept, idle, login.ends_at)


def may_take_account(work: UnitOfWork, setup: SetupCode) -> Verdict:
    """Whoever has the code from the console, once, within its hour."""
    return may_use_code(work.now, setup.expires_at, setup.used_at)


def take_account(work: UnitOfWork, setup_id: int, password: str, token: str) -> None:
    """The administrator's own password, and signed in at once; sessions under an older one end."""
    setup = work.get(SetupCode, setup_id, lock=True)
    may_take_account(work, setup).then(lambda: may_set_password(password)).demand()
    setup.used_at = work.now
    work.session.execute(delete(LoginSession).where(LoginSession.person_id == setup.person_id))
    account = work.session.execute(
        select(Account).where(Account.person_id == setup.person_id)
    ).scalar_one_or_none()
    if account is None:
        name = work.get(Person, setup.person_id).name
        account = work.add(Account(person_id=setup.person_id, login=name, password_hash=""))
    account.password_hash, account.failed, account.wait_until = hashed(password), 0, None
    begin_session(work, setup.person_id, token, shared_phone=False)
