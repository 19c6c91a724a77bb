"""Who owns what share of which dwelling, from when to when, and who of several owners votes."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import select

from civic.core.days import asked_from, known
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.people import may_edit_person
from civic.people.acts.places import may_edit_dwelling
from civic.people.events.households import (
    OwnershipBegun,
    OwnershipEnded,
    OwnershipResumed,
    OwnershipTakenBack,
    VoterNamed,
)
from civic.people.queries.dwellings import Holding, holdings_of
from civic.people.queries.home import owned
from civic.people.rules.editing import Span, may_begin, may_end, may_hold
from civic.people.tables import Dwelling, Ownership, Person
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_own(work: UnitOfWork, person: Person, dwelling: Dwelling, from_on: date | None = None) -> Verdict:
    """The committee; neither oneself nor of one's own dwelling; whoever is on the roll, one share each."""
    return (
        may_edit_person(work, person)
        .then(lambda: may_edit_dwelling(work, dwelling))
        .then(lambda: no(say("This person is off the roll.")) if person.gone_on else YES)
        .then(lambda: _first_share(work, person, dwelling, from_on))
    )


def _first_share(work: UnitOfWork, person: Person, dwelling: Dwelling, from_on: date | None) -> Verdict:
    day = asked_from(from_on, work.today) if from_on else work.today
    held = holdings_of(work, dwelling.id)
    if any(each.person_id == person.id and each.span.lasts(day) for each in held):
        return no(say("This person owns of it already. First end that share."))
    return may_begin(day, work.today, person.born_on) if from_on else YES


def may_take_share(work: UnitOfWork, dwelling_id: int, share: Fraction, from_on: date) -> Verdict:
    """Whether so much is left from that day on."""
    return _fits(holdings_of(work, dwelling_id), share, asked_from(from_on, work.today))


def _fits(holdings: Iterable[Holding], share: Fraction, from_on: date) -> Verdict:
    return may_hold([(each.span, each.share) for each in holdings], share, from_on)


def own(work: UnitOfWork, person_id: int, dwelling_id: int, share: Fraction, from_on: date) -> Ownership:
    """Somebody owns this share from that day on. Whom several owners name to vote is asked apart: a sole
    owner was named by nobody."""
    person, dwelling = work.get(Person, person_id), work.get(Dwelling, dwelling_id, lock=True)
    may_own(work, person, dwelling, from_on).demand()
    may_take_share(work, dwelling.id, share, from_on).demand()
    work.require(P.EDIT_ROLL)
    before = owners_today(work, dwelling.id)
    if len(before) == 1:
        before[0].named_voter = False
    row = work.add(
        Ownership(
            dwelling_id=dwelling.id, person_id=person.id, share_num=share.numerator, share_den=share.denominator,
            from_on=from_on,
        )
    )  # fmt: skip
    work.record(
        OwnershipBegun(
            ownership_id=row.id, person_id=person.id, dwelling_id=dwelling.id, share_num=share.numerator,
            share_den=share.denominator, from_on=known(from_on),
        )
    )  # fmt: skip
    return row


def may_edit_ownership(work: UnitOfWork, row: Ownership) -> Verdict:
    """As for every edit of the dwelling and of the owner."""
    return may_edit_dwelling(work, work.get(Dwelling, row.dwelling_id)).then(
        lambda: may_edit_person(work, work.get(Person, row.person_id))
    )


def may_end_ownership(work: UnitOfWork, row: Ownership) -> Verdict:
    """As for every edit; what has not ended."""
    return may_edit_ownership(work, row).then(
        lambda: YES if row.to_on is None else no(say("An end of this is on the roll already."))
    )


def end_ownership(work: UnitOfWork, ownership_id: int, to_on: date) -> Ownership:
    """That day is the last one; the row stays."""
    row = work.get(Ownership, ownership_id, lock=True)
    may_end_ownership(work, row).demand()
    may_end(Span(row.from_on), to_on, work.today).demand()
    work.require(P.EDIT_ROLL)
    row.to_on = to_on
    work.record(
        OwnershipEnded(ownership_id=row.id, person_id=row.person_id, dwelling_id=row.dwelling_id, to_on=to_on)
    )
    return row


def may_resume_ownership(work: UnitOfWork, row: Ownership) -> Verdict:
    """As for every edit; what has ended, if nobody took over the share since."""
    return may_edit_ownership(work, row).then(lambda: _goes_on(work, row))


def _goes_on(work: UnitOfWork, row: Ownership) -> Verdict:
    if row.to_on is None:
        return no(say("No end of this is on the roll."))
    others = [each for each in holdings_of(work, row.dwelling_id) if each.id != row.id]
    if any(
        each.person_id == row.person_id and each.span.lasts(asked_from(row.from_on, work.today))
        for each in others
    ):
        return no(say("This person owns of it already. First end that share."))
    return _fits(others, Fraction(row.share_num, row.share_den), asked_from(row.from_on, work.today))


def resume_ownership(work: UnitOfWork, ownership_id: int) -> Ownership:
    """Its end, or that it was taken back, was entered by mistake: it goes on. Whom the owners name is asked."""
    row = work.get(Ownership, ownership_id, lock=True)
    may_resume_ownership(work, row).demand()
    work.require(P.EDIT_ROLL)
    row.to_on, row.named_voter = None, False
    work.record(OwnershipResumed(ownership_id=row.id, person_id=row.person_id, dwelling_id=row.dwelling_id))
    return row


def may_take_back_ownership(work: UnitOfWork, row: Ownership) -> Verdict:
    """As for every edit of the dwelling and of the owner; once."""
    return may_edit_ownership(work, row).then(
        lambda: no(say("This was taken back already.")) if Span(row.from_on, row.to_on).void else YES
    )


def take_back_ownership(work: UnitOfWork, ownership_id: int) -> Ownership:
    """It was entered by mistake and never held; the row stays, and counts on no day."""
    row = work.get(Ownership, ownership_id, lock=True)
    may_take_back_ownership(work, row).demand()
    work.require(P.EDIT_ROLL)
    row.to_on, row.named_voter = row.from_on - timedelta(days=1), False
    work.record(OwnershipTakenBack(ownership_id=row.id, person_id=row.person_id, dwelling_id=row.dwelling_id))
    return row


def may_name_voter(work: UnitOfWork, row: Ownership) -> Verdict:
    """As for every edit; one of several owners of today, who is still here (Ningbo, art. 18)."""
    return may_edit_ownership(work, row).then(lambda: _nameable(work, row))


def _nameable(work: UnitOfWork, row: Ownership) -> Verdict:
    today = owners_today(work, row.dwelling_id)
    if row.id not in {each.id for each in today}:
        return no(say("This person does not own it today."))
    if len(today) == 1:
        return no(say("A sole owner votes without being named."))
    if work.get(Person, row.person_id).gone_on is not None:
        return no(say("This person is off the roll."))
    return YES


def name_voter(work: UnitOfWork, ownership_id: int) -> Ownership:
    """The co-owners named this one to vote for the dwelling; nobody else does from now on."""
    row = work.get(Ownership, ownership_id)
    work.get(Dwelling, row.dwelling_id, lock=True)
    may_name_voter(work, row).demand()
    work.require(P.EDIT_ROLL)
    for each in owners_today(work, row.dwelling_id):
        each.named_voter = each.id == row.id
    work.record(VoterNamed(ownership_id=row.id, person_id=row.person_id, dwelling_id=row.dwelling_id))
    return row


def owners_today(work: UnitOfWork, dwelling_id: int) -> list[Ownership]:
    """Whoever owns of it today: one statement."""
    return list(
        work.session.scalars(
            select(Ownership)
            .where(Ownership.community_id == work.community.id, Ownership.dwelling_id == dwelling_id)
            .where(owned(work.today))
            .order_by(Ownership.id)
        )
    )
