"""Accounts suspended and freed."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.people import may_edit_person
from civic.people.acts.sessions import end_sessions
from civic.people.events.people import AccountFreed, AccountSuspended
from civic.people.queries.accounts import account_of
from civic.people.queries.people import terms_from
from civic.people.rules.editing import SUSPENDED_FOR
from civic.people.tables import Person
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_suspend_account(work: UnitOfWork, person: Person) -> Verdict:
    """As for every edit; never whoever holds an office: the committee cannot silence those who watch it."""
    return may_edit_person(work, person).then(lambda: _suspendable(work, person))


def _suspendable(work: UnitOfWork, person: Person) -> Verdict:
    if person.suspended:
        return no(say("This account is suspended already."))
    if person.gone_on is not None and person.gone_on <= work.today:
        return no(say("This person is off the roll."))
    if terms_from(work, person.id, work.today):
        return no(say("This person holds an office. It must end before the account can be suspended."))
    if account_of(work, person.id) is None:
        return no(say("This person has no account that could be suspended."))
    return YES


def suspend_account(work: UnitOfWork, person_id: int, reason: str) -> None:
    """They may read but not act; all their login sessions end at once."""
    person = work.get(Person, person_id, lock=True)
    may_suspend_account(work, person).demand()
    work.require(P.EDIT_ROLL)
    person.suspended = True
    end_sessions(work, person.id)
    work.record(AccountSuspended(person_id=person.id, reason_no=SUSPENDED_FOR.index(reason) + 1))


def may_free_account(work: UnitOfWork, person: Person) -> Verdict:
    """As for every edit; only what is suspended."""
    return may_edit_person(work, person).then(
        lambda: YES if person.suspended else no(say("This account is not suspended."))
    )


def free_account(work: UnitOfWork, person_id: int) -> None:
    """They may act again."""
    person = work.get(Person, person_id, lock=True)
    may_free_account(work, person).demand()
    work.require(P.EDIT_ROLL)
    person.suspended = False
    work.record(AccountFreed(person_id=person.id))
