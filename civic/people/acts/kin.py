"""Close kin as they declare it: who may not hold which office beside whom depends on it."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.people import may_edit_person
from civic.people.events.people import KinRecorded, KinStruck
from civic.people.queries.kinship import ties_between
from civic.people.rules.editing import may_be_kin
from civic.people.tables import Kin, Kinship, Person, PersonKind
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_record_kin(
    work: UnitOfWork, person: Person, other: Person | None = None, relation: Kin | None = None
) -> Verdict:
    """As for every edit: neither of the two is the acting person. Two natural persons, of ages that fit."""
    mine = may_edit_person(work, person).then(lambda: _natural(person))
    if other is None:
        return mine
    return (
        mine.then(lambda: may_edit_person(work, other))
        .then(lambda: _natural(other))
        .then(lambda: _two(person, other))
        .then(lambda: may_be_kin(relation, person.born_on, other.born_on) if relation else YES)
    )


def _natural(person: Person) -> Verdict:
    return YES if person.kind == PersonKind.PERSON else no(say("An organisation has no kin."))


def _two(person: Person, other: Person) -> Verdict:
    return no(say("Nobody is their own kin. Please choose somebody else.")) if person.id == other.id else YES


def record_kin(work: UnitOfWork, person_id: int, other_id: int, relation: Kin) -> None:
    """What `other` is to `person`: a new declaration replaces the former, whichever way round that was."""
    person, other = work.get(Person, person_id), work.get(Person, other_id)
    may_record_kin(work, person, other, relation).demand()
    work.require(P.EDIT_ROLL)
    for tie in ties_between(work, person.id, other.id):
        work.session.delete(tie)
    work.session.flush()
    work.add(Kinship(person_id=person.id, other_id=other.id, relation=relation.value))
    work.record(KinRecorded(person_id=person.id, other_id=other.id, relation=relation.value))


def may_strike_kin(work: UnitOfWork, person: Person, other: Person) -> Verdict:
    """As for recording; only what was declared: within a household it follows from the relations."""
    return (
        may_edit_person(work, person)
        .then(lambda: may_edit_person(work, other))
        .then(
            lambda: (
                YES if ties_between(work, person.id, other.id) else no(say("This is off the roll already."))
            )
        )
    )


def strike_kin(work: UnitOfWork, person_id: int, other_id: int) -> None:
    """They are divorced, or it was a mistake; the ledger keeps that it stood here."""
    person, other = work.get(Person, person_id), work.get(Person, other_id)
    may_strike_kin(work, person, other).demand()
    work.require(P.EDIT_ROLL)
    for tie in ties_between(work, person.id, other.id):
        work.session.delete(tie)
    work.record(KinStruck(person_id=person.id, other_id=other.id))
