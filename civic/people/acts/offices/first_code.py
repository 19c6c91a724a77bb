"""The first way in for whoever came onto the roll with an office: a code for sixty minutes."""

from datetime import timedelta

from sqlalchemy import select, update

from civic.core.entropy import digest
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.events.joining import CodeGiven
from civic.people.founding import CODE_MINUTES
from civic.people.queries.dwellers import doorways_of
from civic.people.queries.first_code import first_code
from civic.people.tables import Account, Office, PersonCode, Purpose
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_give_first_code(work: UnitOfWork, office: Office) -> Verdict:
    """An administrator, for an office given by themselves, to somebody without account and without a home here.

    A code for a resident would open a resident's vote: those join by their slip, or get a code in person.
    """
    return work.may(P.APPOINT).then(lambda: _own_giving(work, office)).then(lambda: _unknown(work, office))


def give_first_code(work: UnitOfWork, office_id: int) -> PersonCode:
    """Twenty signs for sixty minutes; an earlier one is worth nothing from now on."""
    office = work.get(Office, office_id, lock=True)
    may_give_first_code(work, office).demand()
    work.require(P.APPOINT)
    work.session.execute(
        update(PersonCode)
        .where(
            PersonCode.person_id == office.person_id, PersonCode.purpose == Purpose.SETUP.value,
            PersonCode.used_at.is_(None), PersonCode.expires_at > work.now,
        )
        .values(expires_at=work.now)
    )  # fmt: skip
    salt = work.entropy.bytes(16).hex()
    # The code needs the row's id; until it has one, the salt's hash holds its place.
    given = work.add(
        PersonCode(
            person_id=office.person_id, purpose=Purpose.SETUP.value, code_hash=digest(salt), salt=salt,
            issued_by=work.person_id, issued_at=work.now, expires_at=work.now + timedelta(minutes=CODE_MINUTES),
        )
    )  # fmt: skip
    given.code_hash = digest(first_code(work.secret, given))
    work.record(CodeGiven(person_id=office.person_id, code_id=given.id))
    return given


def _own_giving(work: UnitOfWork, office: Office) -> Verdict:
    if work.may(P.GIVE_CODE):
        return not_allowed(say("Please give a code in person, on the page of this person."))
    if office.person_id == work.person_id:
        return not_allowed(say("You do not give yourself a code. Please ask somebody else in office."))
    if office.given_by != work.person_id:
        return not_allowed(say("The first code comes from whoever gave the office."))
    if office.to_on is not None and office.to_on < work.today:
        return no(say("This term is over already."))
    return YES


def _unknown(work: UnitOfWork, office: Office) -> Verdict:
    known = work.session.scalar(select(Account.id).where(Account.person_id == office.person_id))
    if known is not None:
        return no(say("This person signs in already."))
    if doorways_of(work, office.person_id):
        return not_allowed(
            say("Whoever has a home here joins by the slip of the home, or by a code in person.")
        )
    return YES
