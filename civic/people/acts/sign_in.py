"""Signing in by name and password, and changing the password."""

from dataclasses import dataclass
from datetime import datetime

from civic.core.errors import Refusal
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.limits import Door, forgive, give_back
from civic.people.acts.sessions import end_sessions
from civic.people.rules.limits import ADDRESS
from civic.people.tables import Account
from civic.work import UnitOfWork

WRONG = say("Name or password is not right. Please check both, or call us.")
WRONG_PASSWORD = say("The password is not right. Please try once more, or call us.")


@dataclass(frozen=True)
class Proof:
    """What became of a password that was typed: whose it is, or until when nobody listens."""

    doors: tuple[Door, ...] = ()
    wait_until: datetime | None = None
    account_id: int | None = None
    checked: str = ""
    """The stored hash against which it was checked."""
    better: str = ""
    """The same password hashed anew, where the parameters were raised since."""


def may_sign_in(proof: Proof) -> Verdict:
    """Not while the name or the network waits, after many wrong tries; nobody is locked out for good."""
    if proof.wait_until is not None:
        return no(say("Too many wrong passwords. Please wait until %(until)s.", until=proof.wait_until))
    return YES if proof.account_id is not None else no(WRONG)


def accept_password(work: UnitOfWork, proof: Proof) -> Account:
    """The account of whoever typed its password: nothing is held against them any more.

    Checked ahead of this transaction: a password that was changed since is wrong by now.
    """
    may_sign_in(proof).demand()
    assert proof.account_id is not None
    account = work.get(Account, proof.account_id, lock=True)
    if account.password_hash != proof.checked:
        raise Refusal(WRONG)
    forgive(work, *(door for door in proof.doors if door[0] is not ADDRESS))
    for door in proof.doors:
        if door[0] is ADDRESS:
            give_back(work, door)
    if proof.better:
        account.password_hash = proof.better
    return account


def keep_password(work: UnitOfWork, account: Account, password_hash: str, token: str) -> int:
    """The new password; every other session ends at once. How many those were."""
    account.password_hash = password_hash
    return end_sessions(work, account.person_id, but=token)


def may_enter_by_tap(work: UnitOfWork) -> Verdict:
    """One tap, in the demo alone: the sign-in page lists its cast."""
    if work.community.demo:
        return YES
    return no(say("Only the demo community can be entered with one tap."))
