"""Somebody opens their account with a code of their dwelling's card and one fact from the roll."""

from civic.core.errors import NotFound
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.events.joining import PersonJoined
from civic.people.queries.codes import taken
from civic.people.queries.dwellers import Dweller, dwellers
from civic.people.queries.slips import code_of
from civic.people.rules.cards import adult_if_born_by
from civic.people.rules.logins import folded, may_take_login
from civic.people.rules.slips import may_use_slip
from civic.people.tables import Account, Slip
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_join_by_slip(work: UnitOfWork, slip: Slip, person: Dweller | None = None) -> Verdict:
    """Whoever holds a card that is still good; and is somebody of that dwelling without an account."""
    return (
        work.may(P.SIGN_IN)
        .then(lambda: may_use_slip(code_of(slip), work.today))
        .then(lambda: may_open_account(work, person) if person else YES)
    )


def may_open_account(work: UnitOfWork, person: Dweller) -> Verdict:
    """Adults, once, and not while suspended."""
    if person.has_account:
        return no(
            say("You have joined already. Please sign in; your code stays good for others of your home.")
        )
    if person.suspended:
        return no(say("Your account is suspended. Please call us; we tell you why and until when."))
    if person.born_on and person.born_on > adult_if_born_by(work.today):
        return no(
            say("Accounts are for people of eighteen and over. Somebody at home can raise your matter.")
        )
    return YES


def join_by_slip(work: UnitOfWork, slip_id: int, person_id: int, *, login: str, password_hash: str) -> None:
    """The code is used up, the account is there.

    `password_hash` is "" for those who sign in by codes in person alone. Two at once on one code: the slip
    is locked, the second one finds it used.
    """
    slip = work.get(Slip, slip_id, lock=True)
    person = next((each for each in dwellers(work, slip.dwelling_id) if each.person_id == person_id), None)
    if person is None:
        raise NotFound
    may_join_by_slip(work, slip, person).then(lambda: may_take_login(login, taken(work, [login]))).demand()
    work.require(P.SIGN_IN)
    slip.used_at, slip.used_by = work.now, person_id
    work.add(Account(person_id=person_id, login=folded(login), password_hash=password_hash))
    work.record(PersonJoined(person_id=person_id, slip_id=slip.id))
