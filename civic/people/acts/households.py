"""Who lives where, from when to when, as what in which household."""

from datetime import date, timedelta

from civic.core.days import LONG_AGO, asked_from, known
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.people import may_edit_person
from civic.people.acts.places import may_edit_dwelling
from civic.people.events.households import (
    MovedIn,
    MovedOut,
    ResidenceChanged,
    ResidenceResumed,
    ResidenceTakenBack,
)
from civic.people.queries.dwellings import stays_in, stays_of
from civic.people.rules.editing import Span, may_begin, may_end, may_live
from civic.people.tables import Dwelling, DwellingKind, Person, PersonKind, Relation, Residence
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_move_in(work: UnitOfWork, person: Person, dwelling: Dwelling, from_on: date | None = None) -> Verdict:
    """The committee; neither oneself nor into one's own home; people, who are here, into one home at a time."""
    return (
        may_edit_person(work, person)
        .then(lambda: may_edit_dwelling(work, dwelling))
        .then(lambda: _can_live(person, dwelling))
        .then(lambda: _free(work, person, dwelling, from_on))
    )


def _can_live(person: Person, dwelling: Dwelling) -> Verdict:
    if person.kind != PersonKind.PERSON:
        return no(say("An organisation can own, but it lives nowhere."))
    if person.gone_on is not None:
        return no(say("This person is off the roll."))
    if dwelling.kind == DwellingKind.PARKING:
        return no(say("Nobody lives in a parking space."))
    return YES


def _free(work: UnitOfWork, person: Person, dwelling: Dwelling, from_on: date | None) -> Verdict:
    """Nowhere else from that day on, but for the home that the move ends."""
    left = leaves(work, person.id, known(from_on))
    if left is not None and left.dwelling_id == dwelling.id:
        return no(say("By the roll this person lives here already."))
    if left is not None and not (may := may_edit_dwelling(work, work.get(Dwelling, left.dwelling_id))):
        return may
    if from_on is None:
        return YES
    spans = [
        Span(stay.from_on, stay.to_on)
        for stay in stays_of(work, person.id)
        if from_on == LONG_AGO or left is None or stay.id != left.id
    ]
    return may_begin(from_on, work.today, person.born_on).then(lambda: may_live(spans, from_on))


def leaves(work: UnitOfWork, person_id: int, from_on: date | None = None) -> Residence | None:
    """The home without an end that a move ends the day before; None if there is none, or it began later."""
    for stay in stays_of(work, person_id):
        if stay.to_on is None and (from_on is None or stay.from_on < from_on):
            return stay
    return None


def may_head(work: UnitOfWork, dwelling_id: int, household: int, day: date, besides: int = 0) -> Verdict:
    """One householder a household: nobody else from that day on; `besides` that residence itself."""
    heads = [
        stay
        for stay in stays_in(work, dwelling_id)
        if stay.household == household and stay.relation == Relation.HOUSEHOLDER and stay.id != besides
    ]
    if any(stay.span.lasts(asked_from(day, work.today)) for stay in heads):
        return no(say("This household has a householder already. First correct what that person is there."))
    return YES


def move_in(
    work: UnitOfWork, person_id: int, dwelling_id: int, *, household: int, relation: Relation, registered: bool | None, from_on: date
) -> Residence:  # fmt: skip
    """Somebody lives there from that day on, in this household (1, 2 … of the dwelling). A home elsewhere here
    ends the day before. LONG_AGO: nobody knows since when."""
    person, dwelling = work.get(Person, person_id, lock=True), work.get(Dwelling, dwelling_id, lock=True)
    may_move_in(work, person, dwelling, from_on).demand()
    if relation is Relation.HOUSEHOLDER:
        may_head(work, dwelling.id, household, from_on).demand()
    work.require(P.EDIT_ROLL)
    left = leaves(work, person.id, from_on)
    if left is not None:
        left.to_on = from_on - timedelta(days=1)
        work.session.flush()
    stay = work.add(
        Residence(
            person_id=person.id, dwelling_id=dwelling.id, household=household, relation=relation.value,
            registered=registered, from_on=from_on,
        )
    )  # fmt: skip
    work.record(
        MovedIn(
            residence_id=stay.id, person_id=person.id, dwelling_id=dwelling.id, from_on=known(from_on),
            left_id=left.id if left else None,
        )
    )  # fmt: skip
    return stay


def may_edit_stay(work: UnitOfWork, stay: Residence) -> Verdict:
    """As for every edit of the person and of the dwelling."""
    return may_edit_person(work, work.get(Person, stay.person_id)).then(
        lambda: may_edit_dwelling(work, work.get(Dwelling, stay.dwelling_id))
    )


def may_change_stay(work: UnitOfWork, stay: Residence) -> Verdict:
    """As for every edit; what was not taken back."""
    return may_edit_stay(work, stay).then(
        lambda: no(say("This was taken back already.")) if Span(stay.from_on, stay.to_on).void else YES
    )


def change_stay(
    work: UnitOfWork, residence_id: int, *, household: int, relation: Relation, registered: bool | None
) -> bool:
    """What somebody is in which household, and whether registered; whether anything changed."""
    stay = work.get(Residence, residence_id, lock=True)
    may_change_stay(work, stay).demand()
    if relation is Relation.HOUSEHOLDER:
        may_head(work, stay.dwelling_id, household, max(stay.from_on, work.today), stay.id).demand()
    work.require(P.EDIT_ROLL)
    changed = ResidenceChanged(
        residence_id=stay.id, person_id=stay.person_id, dwelling_id=stay.dwelling_id,
        household_changed=stay.household != household, relation_changed=stay.relation != relation,
        registered_changed=stay.registered != registered,
    )  # fmt: skip
    if not (changed.household_changed or changed.relation_changed or changed.registered_changed):
        return False
    stay.household, stay.relation, stay.registered = household, relation.value, registered
    work.record(changed)
    return True


def may_move_out(work: UnitOfWork, stay: Residence) -> Verdict:
    """As for every edit; a residence that has not ended."""
    return may_edit_stay(work, stay).then(
        lambda: YES if stay.to_on is None else no(say("An end of this is on the roll already."))
    )


def move_out(work: UnitOfWork, residence_id: int, to_on: date) -> Residence:
    """That day is the last one; the row stays."""
    stay = work.get(Residence, residence_id, lock=True)
    may_move_out(work, stay).demand()
    may_end(Span(stay.from_on), to_on, work.today).demand()
    work.require(P.EDIT_ROLL)
    stay.to_on = to_on
    work.record(
        MovedOut(residence_id=stay.id, person_id=stay.person_id, dwelling_id=stay.dwelling_id, to_on=to_on)
    )
    return stay


def may_resume_residence(work: UnitOfWork, stay: Residence) -> Verdict:
    """As for every edit; what has ended, of somebody who is here and has lived nowhere else since."""
    return may_edit_stay(work, stay).then(lambda: _goes_on(work, stay))


def _goes_on(work: UnitOfWork, stay: Residence) -> Verdict:
    if stay.to_on is None:
        return no(say("No end of this is on the roll."))
    if work.get(Person, stay.person_id).gone_on is not None:
        return no(say("This person is off the roll."))
    others = [Span(each.from_on, each.to_on) for each in stays_of(work, stay.person_id) if each.id != stay.id]
    head = stay.relation == Relation.HOUSEHOLDER
    return may_live(others, stay.from_on).then(
        lambda: may_head(work, stay.dwelling_id, stay.household, stay.from_on, stay.id) if head else YES
    )


def resume_residence(work: UnitOfWork, residence_id: int) -> Residence:
    """Its end, or that it was taken back, was entered by mistake: it goes on as if nothing had been."""
    stay = work.get(Residence, residence_id, lock=True)
    may_resume_residence(work, stay).demand()
    work.require(P.EDIT_ROLL)
    stay.to_on = None
    work.record(
        ResidenceResumed(residence_id=stay.id, person_id=stay.person_id, dwelling_id=stay.dwelling_id)
    )
    return stay


def may_take_back_residence(work: UnitOfWork, stay: Residence) -> Verdict:
    """As for every edit; once."""
    return may_change_stay(work, stay)


def take_back_residence(work: UnitOfWork, residence_id: int) -> Residence:
    """It was entered by mistake and never held; the row stays, and counts on no day."""
    stay = work.get(Residence, residence_id, lock=True)
    may_take_back_residence(work, stay).demand()
    work.require(P.EDIT_ROLL)
    stay.to_on = stay.from_on - timedelta(days=1)
    work.record(
        ResidenceTakenBack(residence_id=stay.id, person_id=stay.person_id, dwelling_id=stay.dwelling_id)
    )
    return stay
