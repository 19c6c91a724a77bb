"""Turning the second factor on and off, giving it, taking it from somebody who lost it."""

from sqlalchemy import select, update

from civic.core.entropy import digest
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.sessions import end_sessions
from civic.people.events.accounts import (
    RecoveryCodesMade,
    RecoveryCodeUsed,
    SecondFactorTakenAway,
    SecondFactorTurnedOff,
    SecondFactorTurnedOn,
)
from civic.people.queries.accounts import account_of
from civic.people.queries.second_factor import key_of, recovery_code, recovery_hash, unused_codes
from civic.people.rules.second_factor import (
    RECOVERY_CODES,
    WRONG,
    fitting_step,
    may_begin,
    may_take_away,
    read_digits,
    read_recovery,
)
from civic.people.tables import Account, RecoveryCode
from civic.permissions import Permission
from civic.store.tables import LoginSession
from civic.work import UnitOfWork

P = Permission


def may_turn_on_second_factor(work: UnitOfWork, account: Account, salt: str, typed: str) -> Verdict:
    """With the six digits of the key that was just put into the phone."""
    key = key_of(work, account.id, salt)
    return (
        work.may(P.KEEP_ACCOUNT)
        .then(lambda: may_begin(on=account.totp_since is not None))
        .then(lambda: YES if fitting_step(key, read_digits(typed), work.now, 0) else no(WRONG))
    )


def turn_on_second_factor(work: UnitOfWork, account_id: int, salt: str, typed: str, token: str) -> None:
    """From now on; this browser has given it already, every other one is signed out."""
    account = work.get(Account, account_id, lock=True)
    may_turn_on_second_factor(work, account, salt, typed).demand()
    work.require(P.KEEP_ACCOUNT)
    step = fitting_step(key_of(work, account_id, salt), read_digits(typed), work.now, 0)
    account.totp_salt, account.totp_since, account.totp_step = salt, work.now, step or 0
    end_sessions(work, account.person_id, but=token)
    work.session.execute(
        update(LoginSession).where(LoginSession.token_hash == digest(token)).values(strong=True)
    )
    _make_codes(work, account)
    work.record(SecondFactorTurnedOn(person_id=account.person_id))


def may_give_second_factor(work: UnitOfWork, account: Account, typed: str) -> Verdict:
    """The digits of this half minute, or a recovery code; one sentence whatever is wrong."""
    return YES if _step(work, account, typed) or _recovery(work, account, typed) else no(WRONG)


def give_second_factor(work: UnitOfWork, account_id: int, typed: str) -> int:
    """It is used up: nobody can give the same again. Gives the id of whose it is."""
    account = work.get(Account, account_id, lock=True)
    may_give_second_factor(work, account, typed).demand()
    work.require(P.SIGN_IN)
    _spend(work, account, typed)
    return account.person_id


def may_turn_off_second_factor(work: UnitOfWork, account: Account, typed: str) -> Verdict:
    """Its owner, with a code of its own."""
    return (
        work.may(P.KEEP_ACCOUNT)
        .then(lambda: YES if account.totp_since else no(say("The second factor is off.")))
        .then(lambda: may_give_second_factor(work, account, typed))
    )


def turn_off_second_factor(work: UnitOfWork, account_id: int, typed: str) -> None:
    """As before it was turned on; what needs it is closed from the next request on."""
    account = work.get(Account, account_id, lock=True)
    may_turn_off_second_factor(work, account, typed).demand()
    work.require(P.KEEP_ACCOUNT)
    _forget(work, account)
    work.session.execute(
        update(LoginSession).where(LoginSession.person_id == account.person_id).values(strong=False)
    )
    work.record(SecondFactorTurnedOff(person_id=account.person_id))


def may_make_recovery_codes(work: UnitOfWork, account: Account, typed: str) -> Verdict:
    """Its owner, with a code of the second factor."""
    return may_turn_off_second_factor(work, account, typed)


def make_recovery_codes(work: UnitOfWork, account_id: int, typed: str) -> None:
    """Eight fresh ones; those before are worth nothing."""
    account = work.get(Account, account_id, lock=True)
    may_make_recovery_codes(work, account, typed).demand()
    work.require(P.KEEP_ACCOUNT)
    account.totp_step = _step(work, account, typed) or account.totp_step
    _make_codes(work, account)
    work.record(RecoveryCodesMade(person_id=account.person_id, codes=RECOVERY_CODES))


def may_take_away_second_factor(work: UnitOfWork, person_id: int) -> Verdict:
    """Somebody else who gives offices, for whoever lost the phone and the recovery codes."""
    account = account_of(work, person_id)
    on = account is not None and account.totp_since is not None
    return work.may(P.APPOINT).then(lambda: may_take_away(work.person_id, person_id, on=on))


def take_away_second_factor(work: UnitOfWork, person_id: int) -> None:
    """All sessions of that person end; the supervisory committee sees who did it."""
    may_take_away_second_factor(work, person_id).demand()
    work.require(P.APPOINT)
    drop_second_factor(work, person_id)


def drop_second_factor(work: UnitOfWork, person_id: int) -> None:
    """Off, whatever was lost: for `take_away_second_factor`, and for the console's code."""
    account = account_of(work, person_id)
    if account is None or account.totp_since is None:
        return
    _forget(work, account)
    end_sessions(work, person_id)
    work.record(SecondFactorTakenAway(person_id=person_id))


def _step(work: UnitOfWork, account: Account, typed: str) -> int | None:
    if account.totp_since is None:
        return None
    key = key_of(work, account.id, account.totp_salt)
    return fitting_step(key, read_digits(typed), work.now, account.totp_step)


def _recovery(work: UnitOfWork, account: Account, typed: str) -> RecoveryCode | None:
    hashed = recovery_hash(work, account.id, read_recovery(typed))
    return work.session.execute(
        select(RecoveryCode).where(
            RecoveryCode.account_id == account.id, RecoveryCode.code_hash == hashed, RecoveryCode.used_at.is_(None)
        )
    ).scalar_one_or_none()  # fmt: skip


def _spend(work: UnitOfWork, account: Account, typed: str) -> None:
    step = _step(work, account, typed)
    if step is not None:
        account.totp_step = step
    elif row := _recovery(work, account, typed):
        row.used_at = work.now
        left = len(unused_codes(work, account.id))
        work.record(RecoveryCodeUsed(person_id=account.person_id, left=left))


def _make_codes(work: UnitOfWork, account: Account) -> None:
    _use_up(work, account)
    for _each in range(RECOVERY_CODES):
        # The code needs the row's id; until it has one, chance holds its place.
        row = work.add(RecoveryCode(account_id=account.id, code_hash=digest(work.entropy.bytes(16).hex())))
        row.code_hash = recovery_hash(work, account.id, recovery_code(work, row, account.totp_salt))


def _forget(work: UnitOfWork, account: Account) -> None:
    account.totp_since = None
    _use_up(work, account)


def _use_up(work: UnitOfWork, account: Account) -> None:
    for row in unused_codes(work, account.id):
        row.used_at = work.now
