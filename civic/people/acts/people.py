"""People entered and corrected by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.events.people import PersonAdded, PersonChanged
from civic.people.queries.people import begun
from civic.people.rules.editing import may_be_born, may_touch
from civic.people.rules.names import initials, may_be_name, tidy
from civic.people.tables import Person, PersonKind
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission
TWIN = say("Somebody of this name with this telephone or birthday is on the roll already.")


@dataclass(frozen=True)
class Facts:
    """What the roll holds of a person themselves; "" and None for what nobody knows."""

    name: str
    phone: str = ""
    born_on: date | None = None


def may_edit_person(work: UnitOfWork, person: Person) -> Verdict:
    """The committee; nobody their own entry."""
    own = work.actor is not None and person.id in {work.actor.person_id, work.actor.helper_id}
    return work.may(P.EDIT_ROLL).then(lambda: may_touch(own=own))


def may_add_person(
    work: UnitOfWork, facts: Facts | None = None, kind: PersonKind = PersonKind.PERSON
) -> Verdict:
    """The committee; somebody of this name with this telephone or birthday is not entered twice."""
    return work.may(P.EDIT_ROLL).then(lambda: _fits(work, facts, kind.value) if facts else YES)


def add_person(work: UnitOfWork, facts: Facts, kind: PersonKind = PersonKind.PERSON) -> Person:
    """Somebody new on the roll, who lives and owns nowhere yet."""
    may_add_person(work, facts, kind).demand()
    work.require(P.EDIT_ROLL)
    name = tidy(facts.name)
    person = work.add(
        Person(
            name=name, initials=initials(name), phone=facts.phone, born_on=facts.born_on, kind=kind.value,
        )
    )  # fmt: skip
    work.record(PersonAdded(person_id=person.id))
    return person


def may_change_person(work: UnitOfWork, person: Person, facts: Facts | None = None) -> Verdict:
    """As for every edit of a person; and not into somebody who is on the roll already."""
    return may_edit_person(work, person).then(
        lambda: _fits(work, facts, person.kind, person.id) if facts else YES
    )


def change_person(work: UnitOfWork, person_id: int, facts: Facts) -> bool:
    """Name, telephone, birthday; whether anything changed. The ledger knows which of them, not to what."""
    person = work.get(Person, person_id, lock=True)
    may_change_person(work, person, facts).demand()
    work.require(P.EDIT_ROLL)
    name = tidy(facts.name)
    changed = PersonChanged(
        person_id=person.id, name=name != person.name, phone=facts.phone != person.phone,
        born_on=facts.born_on != person.born_on,
    )  # fmt: skip
    if not (changed.name or changed.phone or changed.born_on):
        return False
    person.name, person.initials, person.phone, person.born_on = (
        name,
        initials(name),
        facts.phone,
        facts.born_on,
    )
    work.record(changed)
    return True


def faults(work: UnitOfWork, facts: Facts, kind: str, known: int = 0) -> Iterator[tuple[str, Verdict]]:
    """What is asked of each line in turn, beside everybody else on the roll; `known` is whom it is about."""
    yield "name", may_be_name(facts.name)
    yield "born_on", _may_be_born(work, facts.born_on, kind, known)
    yield "name", no(TWIN) if _twin(work, facts, kind, known) else YES


def _fits(work: UnitOfWork, facts: Facts, kind: str, known: int = 0) -> Verdict:
    return next((each for _line, each in faults(work, facts, kind, known) if not each), YES)


def _may_be_born(work: UnitOfWork, born_on: date | None, kind: str, known: int) -> Verdict:
    if born_on is None:
        return YES
    if kind != PersonKind.PERSON:
        return no(say("An organisation has no birthday. Please leave it empty."))
    return may_be_born(born_on, work.today, begun(work, known) if known else ())


def _twin(work: UnitOfWork, facts: Facts, kind: str, known: int) -> bool:
    """A person is the same by telephone or birthday, an organisation by its name alone."""
    same = [Person.kind == kind] if kind == PersonKind.ORGANISATION else []
    if facts.phone:
        same.append(Person.phone == facts.phone)
    if facts.born_on:
        same.append(Person.born_on == facts.born_on)
    if not same:
        return False
    found = select(Person.id).where(
        Person.community_id == work.community.id, Person.name == tidy(facts.name), Person.id != known, or_(*same)
    )  # fmt: skip
    return work.session.scalar(found.limit(1)) is not None
