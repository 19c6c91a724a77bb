"""Login sessions: begun, kept alive, ended. The cookie holds the token, the table its hash."""

from sqlalchemy import delete, select

from civic.core.entropy import digest
from civic.core.errors import Refusal
from civic.core.message import say
from civic.people.queries.who import actor_of
from civic.people.rules.sign_in import OFFICERS, session_ends
from civic.store.tables import LoginSession
from civic.work import UnitOfWork


def begin_session(work: UnitOfWork, person_id: int, token: str, *, shared_phone: bool) -> None:
    """A fresh token for whoever proved to be that person."""
    actor = actor_of(work.session, work.community.id, person_id, work.today)
    idle, ends = session_ends(work.now, actor.standings, shared_phone=shared_phone)
    officer = bool(OFFICERS & set(actor.standings))
    work.add(
        LoginSession(
            token_hash=digest(token), person_id=person_id, began_at=work.now, seen_at=work.now,
            idle_until=idle, ends_at=ends, officer=officer, confirmed_at=work.now,
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
