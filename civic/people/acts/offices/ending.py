"""An office ends: the rights go with its last day, at the next request."""

from datetime import date

from civic.core.verdict import Verdict
from civic.people.events.offices import OfficeEnded
from civic.people.queries.offices import last_administrator
from civic.people.rules.appointing import Held, may_end
from civic.people.rules.ending import EndReason, may_end_on, may_say_why, written
from civic.people.tables import Office
from civic.permissions import Permission, Standing
from civic.work import UnitOfWork

P = Permission


def may_begin_to_end(work: UnitOfWork, office: Office) -> Verdict:
    """Whether the acting person may end this office at all."""
    held = Held(
        office.person_id,
        Standing(office.kind),
        office.from_on,
        office.to_on,
        office.building_id,
        office.entrance,
    )
    return work.may(P.APPOINT).then(
        lambda: may_end(
            held, work.person_id, work.standings(), work.today, gave_it=office.given_by == work.person_id,
            last_administrator=last_administrator(work, office),
        )
    )  # fmt: skip


def may_end_office(
    work: UnitOfWork, office: Office, last_on: date, reason: EndReason, document: str
) -> Verdict:
    """Whoever may give it, from yesterday on, with a reason; a removal with its minutes."""
    return (
        may_begin_to_end(work, office)
        .then(lambda: may_end_on(last_on, office.to_on, work.today))
        .then(lambda: may_say_why(reason, document))
    )


def end_office(
    work: UnitOfWork, office_id: int, last_on: date, reason: EndReason, document: str = ""
) -> Office:
    """Move the last day; the one before stays in the ledger. One that lies before the first day withdraws it."""
    office = work.get(Office, office_id, lock=True)
    may_end_office(work, office, last_on, reason, document).demand()
    work.require(P.APPOINT)
    before, office.to_on = office.to_on, last_on
    office.end_reason = written(reason, document)
    work.record(
        OfficeEnded(
            office_id=office.id,
            person_id=office.person_id,
            was_until=before,
            last_on=last_on,
            reason=reason.value,
        )
    )
    return office
