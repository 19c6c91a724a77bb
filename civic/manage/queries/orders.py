"""Work orders as pages show them: one with what its leads said, those of an issue, those of the reader."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from civic.core.errors import NotFound
from civic.core.message import Message, say
from civic.decide.tables import Vote
from civic.manage.queries.leads import who
from civic.manage.rules import OrderPhase, late_by
from civic.manage.tables import Progress, WorkOrder
from civic.people.tables import Person
from civic.permissions import Standing
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Shown:
    """An order with its issue and the names around it."""

    order: WorkOrder
    lead: str
    issue: Issue
    resolution: str
    """Number of the vote that it carries out, 工福居决〔2026〕3号."""


def shown(work: UnitOfWork, order_id: int) -> Shown:
    """One order: one statement; `NotFound` if it is not of this community."""
    row = work.session.execute(
        select(WorkOrder, Person.name, Issue, Vote.number)
        .join(Person, Person.id == WorkOrder.lead_id)
        .join(Issue, Issue.id == WorkOrder.issue_id)
        .outerjoin(Vote, Vote.id == WorkOrder.vote_id)
        .where(WorkOrder.id == order_id, WorkOrder.community_id == work.community.id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return Shown(row[0], row[1], row[2], row[3] or "")


@dataclass(frozen=True)
class Report:
    """What a lead said, newest last."""

    kind: str
    text: str
    at: datetime
    who: Message


def reports(work: UnitOfWork, order_id: int) -> list[Report]:
    """Everything that was said on an order, oldest first."""
    rows = work.session.execute(
        select(Progress.kind, Progress.text, Progress.at, Progress.office, Progress.title, Person.name)
        .join(Person, Person.id == Progress.person_id)
        .where(Progress.order_id == order_id, Progress.community_id == work.community.id)
        .order_by(Progress.id)
    )
    return [
        Report(r.kind, r.text, r.at, say("%(title)s, %(name)s", title=who(r.office, r.title), name=r.name))
        for r in rows
    ]


@dataclass(frozen=True, slots=True)
class Placed:
    """An order on the page of its issue."""

    ident: int
    number: int
    task: str
    lead: Message | str
    phase: OrderPhase
    due_on: date
    late_days: int
    mine: bool
    cost_fen: int


def of_issue(work: UnitOfWork, issue_id: int) -> list[Placed]:
    """All orders of an issue, open ones first: one statement."""
    me = work.actor.person_id if work.actor else None
    rows = work.session.execute(
        select(
            WorkOrder.id, WorkOrder.number, WorkOrder.task, WorkOrder.lead_id, WorkOrder.lead_office,
            WorkOrder.lead_title, WorkOrder.phase, WorkOrder.due_on, WorkOrder.cost_fen,
        ).where(WorkOrder.community_id == work.community.id, WorkOrder.issue_id == issue_id)
    )  # fmt: skip
    found = [_placed(work, row, me) for row in rows]
    return sorted(found, key=lambda each: (each.phase is OrderPhase.DONE, each.due_on, each.number))


def _placed(work: UnitOfWork, row: Any, me: int | None) -> Placed:
    phase = OrderPhase(row.phase)
    return Placed(
        row.id, row.number, row.task, who(row.lead_office, row.lead_title), phase, row.due_on,
        late_by(phase, row.due_on, work.today), row.lead_id == me, row.cost_fen,
    )  # fmt: skip


@dataclass(frozen=True)
class Waiting:
    """An order that waits for the reader."""

    ident: int
    task: str
    phase: OrderPhase
    due_on: date


def waiting_for(work: UnitOfWork) -> list[Waiting]:
    """Open orders that the reader leads, and for the committees what came back: one statement."""
    if work.actor is None:
        return []
    wanted = (WorkOrder.lead_id == work.actor.person_id) & WorkOrder.phase.in_(WITH_THE_LEAD)
    if {Standing.COMMITTEE, Standing.PARTY_COMMITTEE} & set(work.actor.standings):
        wanted |= WorkOrder.phase == OrderPhase.RETURNED.value
    rows = work.session.execute(
        select(WorkOrder.id, WorkOrder.task, WorkOrder.phase, WorkOrder.due_on)
        .where(WorkOrder.community_id == work.community.id, wanted)
        .order_by(WorkOrder.due_on, WorkOrder.id)
    )
    return [Waiting(row.id, row.task, OrderPhase(row.phase), row.due_on) for row in rows]


WITH_THE_LEAD = (OrderPhase.ISSUED.value, OrderPhase.ACCEPTED.value)
