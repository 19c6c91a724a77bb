"""Agree that somebody acts for another, and end it; begin to act and stop."""

from datetime import date

from sqlalchemy import select

from civic.core.entropy import digest, token
from civic.core.errors import NotFound
from civic.core.verdict import Verdict
from civic.people.events.helping import HelpAgreed, HelpBegun, HelpEnded
from civic.people.queries.helping import agreed_of, party
from civic.people.queries.reach import reach_of
from civic.people.queries.roll import entry_of
from civic.people.rules import helping as rules
from civic.people.rules.agents import AGENTS
from civic.people.rules.helping import Agreed
from civic.people.tables import Consent, Helping
from civic.permissions import Permission, Standing
from civic.store.tables import LoginSession
from civic.work import UnitOfWork

P = Permission


def agreed_now(
    work: UnitOfWork, helper_id: int, kind: str, until_on: date, *, person_id: int = 0,
    consent: str = Consent.OWN_ACCOUNT.value, witness_id: int | None = None,
) -> Agreed:  # fmt: skip
    """What is agreed from today on; without a person, by the actor for themselves."""
    return Agreed(
        helper_id,
        person_id or work.person_id,
        kind,
        consent,
        work.person_id,
        work.today,
        until_on,
        witness_id,
    )


def may_agree_help(work: UnitOfWork, agreed: Agreed) -> Verdict:
    """Everybody for themselves, on their own account."""
    return work.may(P.AGREE_HELP).then(lambda: _fits(work, agreed, in_office=False))


def agree_help(work: UnitOfWork, *, helper_id: int, kind: str, until_on: date) -> Helping:
    """Let somebody act for me, from today to that day."""
    agreed = agreed_now(work, helper_id, kind, until_on)
    may_agree_help(work, agreed).demand()
    work.require(P.AGREE_HELP)
    return _agree(work, agreed)


def may_record_consent(work: UnitOfWork, person_id: int, agreed: Agreed | None = None) -> Verdict:
    """Heads for people of their own doors, the committee for everybody; `NotFound` beyond their reach."""
    allowed = work.may(P.RECORD_CONSENT)
    if allowed:
        entry_of(work, reach_of(work), person_id)
    return allowed if agreed is None else allowed.then(lambda: _fits(work, agreed, in_office=True))


def record_consent(work: UnitOfWork, agreed: Agreed) -> Helping:
    """What somebody agreed to on paper or by word, written down by an officer."""
    may_record_consent(work, agreed.person_id, agreed).demand()
    work.require(P.RECORD_CONSENT)
    return _agree(work, agreed)


def _fits(work: UnitOfWork, agreed: Agreed, *, in_office: bool) -> Verdict:
    helper, person = party(work, agreed.helper_id), party(work, agreed.person_id)
    return rules.may_agree(agreed, helper, person, work.today, recorder_in_office=in_office)


def _agree(work: UnitOfWork, agreed: Agreed) -> Helping:
    row = work.add(
        Helping(
            helper_id=agreed.helper_id, person_id=agreed.person_id, kind=agreed.kind, consent=agreed.consent,
            recorded_by=agreed.recorded_by, witness_id=agreed.witness_id, recorded_at=work.now,
            from_on=agreed.from_on, until_on=agreed.until_on,
        )
    )  # fmt: skip
    own = agreed.consent == Consent.OWN_ACCOUNT.value
    work.record(
        HelpAgreed(
            helping_id=row.id, person_id=row.person_id, helper_id=row.helper_id, until_on=row.until_on,
            own_account=own,
        )
    )  # fmt: skip
    return row


def may_end_help(work: UnitOfWork, found: Helping) -> Verdict:
    """Either of the two, whoever recorded it, the committee."""
    committee = work.actor is not None and Standing.COMMITTEE in work.actor.standings
    return work.may(_ending(work, found)).then(
        lambda: rules.may_end_help(
            agreed_of(found), work.person_id, committee=committee, ended=found.ended_at is not None
        )
    )


def end_help(work: UnitOfWork, helping_id: int) -> None:
    """Over, from the next request on; no reason is asked."""
    found = work.get(Helping, helping_id, lock=True)
    may_end_help(work, found).demand()
    work.require(_ending(work, found))
    found.ended_at, found.ended_by = work.now, work.person_id
    work.record(HelpEnded(helping_id=found.id, person_id=found.person_id))


def _ending(work: UnitOfWork, found: Helping) -> Permission:
    if work.actor is not None and work.actor.person_id == found.person_id:
        return P.AGREE_HELP
    if work.actor is not None and work.actor.person_id == found.helper_id:
        return _acting(found)
    return P.RECORD_CONSENT


def may_start_helping(work: UnitOfWork, found: Helping) -> Verdict:
    """The helper who was agreed on, within the days that were agreed."""
    return _may_act(work, found).then(
        lambda: rules.may_begin(
            agreed_of(found), work.person_id, party(work, found.helper_id), party(work, found.person_id),
            work.today, ended=found.ended_at is not None,
        )
    )  # fmt: skip


def _acting(found: Helping) -> Permission:
    """A guardian or representative may have neither home nor office here: being signed in is enough."""
    return P.READ_ME if found.kind in AGENTS else P.ACT_FOR


def _may_act(work: UnitOfWork, found: Helping) -> Verdict:
    """Whoever acts for somebody already stops first."""
    already = work.actor is not None and work.actor.helper_id is not None
    return work.may(P.ACT_FOR if already else _acting(found))


def start_helping(work: UnitOfWork, helping_id: int, session_token: str) -> str:
    """This browser acts for that person from now on. Gives its new token: a form that still lies open under
    the old one is worth nothing, so nothing begun for oneself is sent for another."""
    found = work.get(Helping, helping_id)
    may_start_helping(work, found).demand()
    work.require(_acting(found))
    fresh = _turn(work, session_token, found.id)
    work.record(HelpBegun(helping_id=found.id, person_id=found.person_id))
    return fresh


def stop_helping(work: UnitOfWork, session_token: str) -> str:
    """This browser acts for its owner again; gives its new token. Everybody may stop."""
    return _turn(work, session_token, None)


def _turn(work: UnitOfWork, session_token: str, helping_id: int | None) -> str:
    login = work.session.execute(
        select(LoginSession).where(
            LoginSession.token_hash == digest(session_token), LoginSession.community_id == work.community.id
        )
    ).scalar_one_or_none()
    if login is None:
        raise NotFound
    fresh = token(work.entropy)
    login.token_hash, login.helping_id = digest(fresh), helping_id
    work.session.flush()
    return fresh
