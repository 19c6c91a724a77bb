"""Where the demo's clock may be put: to the next instant at which something falls due, or to tomorrow."""

from datetime import datetime, timedelta

from sqlalchemy import select, union_all

from civic.core.days import end_of
from civic.manage.rules import OPEN
from civic.manage.tables import WorkOrder
from civic.notices.tables import Objection
from civic.propose.tables import Issue
from civic.supervise.queries.promises import watch_ends
from civic.supervise.tables import Demand
from civic.timetable import agenda
from civic.work import UnitOfWork

FARTHEST = timedelta(days=400)
"""A step without a promised day waits for no hour."""


def next_deadline(work: UnitOfWork) -> datetime | None:
    """The next instant at which the clock does something here, a promised day is over, or a watch ends."""
    agreed = [due.at for due in agenda(work.session, work.community.id)]
    return min((at for at in (*agreed, *_days_end(work), *watch_ends(work)) if at > work.now), default=None)


def _days_end(work: UnitOfWork) -> list[datetime]:
    """24:00 of the days promised from today on: first answers and steps of issues, open work orders,
    demands and objections that wait for an answer. One statement."""
    promised = (
        (Issue, Issue.promised_on, Issue.promised_on.is_not(None)),
        (WorkOrder, WorkOrder.due_on, WorkOrder.phase.in_([phase.value for phase in OPEN])),
        (Demand, Demand.due_on, Demand.answered_at.is_(None)),
        (Objection, Objection.answer_due_on, Objection.answered_at.is_(None)),
    )
    days = work.session.scalars(
        union_all(
            *(
                select(day).where(
                    table.community_id == work.community.id,
                    waits,
                    day >= work.today,
                    day < work.today + FARTHEST,
                )
                for table, day, waits in promised
            )
        )
    )
    return [end_of(day, work.zone) for day in days if day is not None]
