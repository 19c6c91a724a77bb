"""An office is given, to somebody of the roll or to somebody who works here and lives elsewhere."""

from dataclasses import dataclass
from datetime import date

from civic.core.errors import NotFound
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.events.offices import OfficeGiven
from civic.people.queries.kin import held_beside, ties_of
from civic.people.rules.appointing import Giving, Held, may_give
from civic.people.rules.names import initials, may_be_name, tidy
from civic.people.tables import Building, Obtained, Office, OfficeKind, Person, PersonKind
from civic.permissions import Permission, Standing
from civic.work import UnitOfWork

P = Permission


@dataclass(frozen=True)
class Wanted:
    """An office to be given."""

    kind: OfficeKind
    person_id: int | None
    """None: a new person of this name and telephone."""
    name: str
    from_on: date
    to_on: date | None
    obtained: Obtained
    phone: str = ""
    basis: str = ""
    title: str = ""
    building_id: int | None = None
    entrance: int | None = None


def may_appoint(work: UnitOfWork, wanted: Wanted) -> Verdict:
    """The administrator and the residents' committee, each the offices that are theirs to give (rules/appointing)."""
    return (
        work.may(P.APPOINT)
        .then(lambda: _by_rule(work, wanted))
        .then(lambda: _at_a_place(work, wanted))
        .then(lambda: _documented(wanted))
    )


def appoint(work: UnitOfWork, wanted: Wanted) -> Office:
    """The office counts from its first day; a new person comes onto the roll with it."""
    may_appoint(work, wanted).demand()
    work.require(P.APPOINT)
    person_id = wanted.person_id or _newcomer(work, wanted).id
    office = work.add(
        Office(
            person_id=person_id, kind=wanted.kind.value, building_id=wanted.building_id, entrance=wanted.entrance,
            from_on=wanted.from_on, to_on=wanted.to_on, title=wanted.title, obtained=wanted.obtained.value,
            basis=wanted.basis, given_by=work.person_id,
        )
    )  # fmt: skip
    work.record(
        OfficeGiven(
            office_id=office.id, person_id=person_id, office=office.kind, from_on=office.from_on,
            to_on=office.to_on, new_person=wanted.person_id is None,
        )
    )  # fmt: skip
    return office


def _by_rule(work: UnitOfWork, wanted: Wanted) -> Verdict:
    ident = wanted.person_id or 0
    person = work.get(Person, ident) if ident else None
    ties = ties_of(work, ident) if ident else frozenset()
    giving = Giving(
        Held(
            ident,
            Standing(wanted.kind.value),
            wanted.from_on,
            wanted.to_on,
            wanted.building_id,
            wanted.entrance,
        ),
        wanted.obtained.value,
        work.person_id,
        gone=person is not None and person.gone_on is not None and person.gone_on <= work.today,
        suspended=person is not None and person.suspended,
        organisation=person is not None and person.kind == PersonKind.ORGANISATION.value,
    )
    others = held_beside(work, ident, ties) if ident else []
    allowed = may_give(giving, work.standings(), others, ties, work.today)
    return allowed.then(lambda: YES if ident else _may_come(work, wanted))


def _may_come(work: UnitOfWork, wanted: Wanted) -> Verdict:
    """Nobody gets around the rules by coming onto the roll a second time."""
    if work.actor is not None and tidy(wanted.name) == tidy(work.actor.name):
        return not_allowed(say("Nobody gives or ends an office of their own; please ask a colleague."))
    return may_be_name(wanted.name)


def _at_a_place(work: UnitOfWork, wanted: Wanted) -> Verdict:
    if wanted.building_id is None:
        return YES
    entrances = work.get(Building, wanted.building_id).entrances
    if wanted.entrance is not None and wanted.entrance > entrances:
        return no(say("This building has no entrance %(number)s.", number=wanted.entrance))
    return YES


def _documented(wanted: Wanted) -> Verdict:
    if wanted.obtained is Obtained.ELECTED and not wanted.basis:
        return no(say("Please name the document: an election has its minutes."))
    return YES


def _newcomer(work: UnitOfWork, wanted: Wanted) -> Person:
    name = tidy(wanted.name)
    if not name:
        raise NotFound
    return work.add(Person(name=name, initials=initials(name), phone=wanted.phone))
