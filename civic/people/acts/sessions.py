"""Login sessions: begun, kept alive, ended. The cookie holds the token, the table its hash."""

from sqlalchemy import delete, select

from civic.core.entropy import digest
from civic.core.errors import NotFound
from civic.people.queries.who import actor_of
from civic.people.rules.sign_in import OFFICERS, session_ends
from civic.store.tables import LoginSession
from civic.work import UnitOfWork


def begin_session(
    work: UnitOfWork, person_id: int, token: str, *, shared_phone: bool, strong: bool = False, device: str = ""
) -> None:  # fmt: skip
    """A fresh token for whoever proved to be that person; `strong` with the second factor."""
    actor = actor_of(work.session, work.community.id, person_id, work.today)
    idle, ends = session_ends(work.now, actor.standings, shared_phone=shared_phone)
    officer = bool(OFFICERS & set(actor.standings))
    work.add(
        LoginSession(
            token_hash=digest(token), person_id=person_id, began_at=work.now, seen_at=work.now,
            idle_until=idle, ends_at=ends, officer=officer, confirmed_at=work.now,
            strong=strong, device=device,
        )
    )  # fmt: skip


def sign_out(work: UnitOfWork, token: str) -> None:
    """End this browser's login session; the cookie is worth nothing from now on."""
    work.session.execute(delete(LoginSession).where(LoginSession.token_hash == digest(token)))


def end_session(work: UnitOfWork, session_id: int) -> None:
    """End one of my own sessions elsewhere: a phone that was lost, a computer that others use too."""
    login = work.get(LoginSession, session_id, lock=True)
    if login.person_id != work.person_id:
        raise NotFound
    work.session.delete(login)


def end_sessions(work: UnitOfWork, person_id: int, *, but: str = "") -> int:
    """End all sessions of a person, this browser's excepted when its token is given; how many those were.

    Whoever suspends an account, or gives it another password, calls this: old cookies are worth nothing
    from the next request on (ASVS 7.4.2).
    """
    ended = work.session.scalars(
        delete(LoginSession)
        .where(
            LoginSession.community_id == work.community.id,
            LoginSession.person_id == person_id,
            LoginSession.token_hash != (digest(but) if but else ""),
        )
        .returning(LoginSession.id)
    )
    return len(ended.all())


def confirm_session(work: UnitOfWork, token: str) -> None:
    """Whoever sits there just typed the password once more."""
    login = work.session.execute(
        select(LoginSession).where(LoginSession.token_hash == digest(token))
    ).scalar_one_or_none()
    if login is not None:
        login.confirmed_at = work.now


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
