"""Who has died or left for good, and who is back."""

from datetime import date, timedelta

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.acts.people import may_edit_person
from civic.people.acts.sessions import end_sessions
from civic.people.events.people import PersonGone, PersonReturned
from civic.people.queries.people import begun, helpings, shares_from, stays_from, terms_from
from civic.people.rules.editing import may_be_gone
from civic.people.rules.ending import EndReason
from civic.people.tables import Person, PersonKind
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission
OWNS = say(
    "Whoever owns here keeps the vote of an owner, wherever they live. First end the ownership, or just the residence."
)


def may_person_gone(
    work: UnitOfWork, person: Person, gone_on: date | None = None, *, died: bool = True
) -> Verdict:
    """As for every edit; whoever is on the roll, for a reason that fits, from a day that fits."""
    return may_go(work, person, died=died).then(
        lambda: may_be_gone(gone_on, work.today, person.born_on, begun(work, person.id)) if gone_on else YES
    )


def may_go(work: UnitOfWork, person: Person, *, died: bool = True) -> Verdict:
    """Whether this can be why: whoever leaves hands over their offices first, and an owner who moves away stays
    an owner; death ends every office."""
    return (
        may_edit_person(work, person)
        .then(lambda: YES if person.gone_on is None else no(say("This person is off the roll already.")))
        .then(lambda: _may_die(person) if died else _may_leave(work, person))
    )


def _may_die(person: Person) -> Verdict:
    if person.kind != PersonKind.PERSON:
        return no(say("An organisation does not die. Please choose the other answer."))
    return YES


def _may_leave(work: UnitOfWork, person: Person) -> Verdict:
    if terms_from(work, person.id, work.today):
        return no(say("This person holds an office. First end it, with its hand-over."))
    if shares_from(work, person.id, work.today):
        return no(OWNS)
    return YES


def person_gone(work: UnitOfWork, person_id: int, gone_on: date, *, died: bool) -> int:
    """Off the roll from that day on; how many offices ended. Home and offices end the day before, login sessions
    and consents at once. What they own stays theirs until the register says otherwise, without a voter."""
    person = work.get(Person, person_id, lock=True)
    may_person_gone(work, person, gone_on, died=died).demand()
    work.require(P.EDIT_ROLL)
    last = gone_on - timedelta(days=1)
    # An office that somebody ended already keeps its day and its reason, however late the death is entered.
    offices = [
        each for each in (terms_from(work, person.id, gone_on) if died else ())
        if not each.end_reason or each.to_on is None or each.to_on > work.today
    ]  # fmt: skip
    for stay in stays_from(work, person.id, gone_on):
        # Who dies on the day of moving in did live here; what was to begin later never will.
        stay.to_on = max(last, stay.from_on) if stay.from_on <= gone_on else last
    for office in offices:
        office.to_on, office.end_reason = last, EndReason.DIED.value
    for share in shares_from(work, person.id, gone_on):
        share.named_voter = False
    for helping in helpings(work, person.id):
        helping.ended_at, helping.ended_by = work.now, work.person_id
    person.gone_on = gone_on
    end_sessions(work, person.id)
    work.record(PersonGone(person_id=person.id, gone_on=gone_on, died=died, offices_ended=len(offices)))
    return len(offices)


def may_person_returns(work: UnitOfWork, person: Person) -> Verdict:
    """As for every edit; only whoever is off the roll."""
    return may_edit_person(work, person).then(
        lambda: YES if person.gone_on else no(say("This person is on the roll."))
    )


def person_returns(work: UnitOfWork, person_id: int) -> None:
    """Back on the roll: entered as gone by mistake, or come back. Home and offices are entered anew."""
    person = work.get(Person, person_id, lock=True)
    may_person_returns(work, person).demand()
    work.require(P.EDIT_ROLL)
    person.gone_on = None
    work.record(PersonReturned(person_id=person.id))
