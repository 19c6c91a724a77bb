"""One-time codes in person: given by a building head at the door, used once."""

from sqlalchemy import select, update

from civic.core.entropy import digest
from civic.core.verdict import Verdict
from civic.people.events.joining import CodeGiven, CodeUsed
from civic.people.queries.codes import Receiver, given_lately, person_code, receiver, taken_like
from civic.people.queries.dwellers import doorways_of
from civic.people.queries.reach import reach_of
from civic.people.queries.second_factor import took_away_at
from civic.people.rules.codes import LIVES, may_give_another, may_receive, may_use_person_code
from civic.people.rules.logins import folded, suggested
from civic.people.rules.second_factor import may_give_code_after
from civic.people.tables import Account, Person, PersonCode, Purpose
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_give_code(work: UnitOfWork, to: Receiver) -> Verdict:
    """Heads and grid workers to people of their own buildings, the committee to everybody; within the hour's
    limit. `to` was found within the actor's reach."""
    return (
        work.may(P.GIVE_CODE)
        .then(
            lambda: may_receive(
                work.person_id, work.standings(), to.person_id, to.offices, second_factor=to.second_factor
            )
        )
        .then(lambda: may_give_code_after(took_away_at(work, to.person_id), work.now))
        .then(lambda: may_give_another(work.now, given_lately(work, to.person_id)))
    )


def give_code(work: UnitOfWork, person_id: int) -> PersonCode:
    """Eight signs for ten minutes; an earlier code of that person is worth nothing from now on."""
    work.may(P.GIVE_CODE).demand()
    to = receiver(work, reach_of(work), person_id)
    may_give_code(work, to).demand()
    work.require(P.GIVE_CODE)
    work.session.execute(
        update(PersonCode)
        .where(
            PersonCode.person_id == person_id, PersonCode.purpose == Purpose.IN_PERSON.value,
            PersonCode.used_at.is_(None), PersonCode.expires_at > work.now,
        )
        .values(expires_at=work.now)
    )  # fmt: skip
    salt = work.entropy.bytes(16).hex()
    # The code needs the row's id; until it has one, the salt's hash holds its place.
    given = work.add(
        PersonCode(
            person_id=person_id, purpose=Purpose.IN_PERSON.value, code_hash=digest(salt), salt=salt,
            issued_by=work.person_id, issued_at=work.now, expires_at=work.now + LIVES,
        )
    )  # fmt: skip
    given.code_hash = digest(person_code(work.secret, given))
    work.record(CodeGiven(person_id=person_id, code_id=given.id))
    return given


def may_enter_by_code(work: UnitOfWork, given: PersonCode) -> Verdict:
    """Whoever has the code, once, within its ten minutes."""
    return work.may(P.SIGN_IN).then(lambda: may_use_person_code(work.now, given.expires_at, given.used_at))


def enter_by_code(work: UnitOfWork, code_id: int) -> int:
    """The code is used up; an account is opened when it is the first time. Gives the id of whose code it was."""
    given = work.get(PersonCode, code_id, lock=True)
    may_enter_by_code(work, given).demand()
    work.require(P.SIGN_IN)
    given.used_at = work.now
    opened = _open_account(work, given.person_id)
    work.record(CodeUsed(person_id=given.person_id, code_id=given.id, opened=opened))
    return given.person_id


def _open_account(work: UnitOfWork, person_id: int) -> bool:
    """Whether there was none yet; the login is what the roll suggests, without a password."""
    known = work.session.scalar(select(Account.id).where(Account.person_id == person_id))
    if known is not None:
        return False
    name = work.get(Person, person_id).name
    door = next((home.door for home in doorways_of(work, person_id)), "")
    login = suggested(name, door, taken_like(work, name, door))
    work.add(Account(person_id=person_id, login=folded(login), password_hash=""))
    return True
