"""What Supervise needs to know of an issue's work orders, and the demands about them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from civic.core.days import days_late
from civic.manage.rules import OrderPhase
from civic.manage.tables import WorkOrder
from civic.supervise.tables import Demand
from civic.work import UnitOfWork

OPEN = frozenset({OrderPhase.ISSUED.value, OrderPhase.ACCEPTED.value})


@dataclass(frozen=True)
class Order:
    """A work order as supervision sees it."""

    id: int
    number: int
    task: str
    lead_id: int
    lead_title: str
    due_on: date
    open: bool

    def days_late(self, today: date) -> int:
        """By how many days it is overdue; 0 when it is done."""
        return days_late(self.due_on, today) if self.open else 0


@dataclass(frozen=True)
class Orders:
    """All work orders of an issue that were not returned."""

    all: tuple[Order, ...]

    @property
    def leads(self) -> frozenset[int]:
        """Everybody who leads one: the doers."""
        return frozenset(order.lead_id for order in self.all)

    @property
    def unfinished(self) -> list[int]:
        """Numbers of those still open."""
        return [order.number for order in self.all if order.open]

    def late(self, today: date) -> list[Order]:
        """Those overdue, the latest first."""
        late = [order for order in self.all if order.days_late(today)]
        return sorted(late, key=lambda order: order.due_on)

    def find(self, order_id: int | None) -> Order | None:
        """The one of this id, if it is one of these."""
        return next((order for order in self.all if order.id == order_id), None)


def orders_of(work: UnitOfWork, issue_id: int) -> Orders:
    """The issue's orders in the order of their numbers: one statement."""
    rows = work.session.execute(
        select(
            WorkOrder.id, WorkOrder.number, WorkOrder.task, WorkOrder.lead_id, WorkOrder.lead_title,
            WorkOrder.due_on, WorkOrder.phase,
        )
        .where(
            WorkOrder.issue_id == issue_id,
            WorkOrder.community_id == work.community.id,
            WorkOrder.phase != OrderPhase.RETURNED.value,
        )
        .order_by(WorkOrder.number)
    )  # fmt: skip
    return Orders(
        tuple(Order(r.id, r.number, r.task, r.lead_id, r.lead_title, r.due_on, r.phase in OPEN) for r in rows)
    )


def demands_of(work: UnitOfWork, issue_id: int) -> list[Demand]:
    """All demands about an issue, oldest first."""
    return list(
        work.session.scalars(
            select(Demand)
            .where(Demand.issue_id == issue_id, Demand.community_id == work.community.id)
            .order_by(Demand.number)
        )
    )


def next_number(work: UnitOfWork, issue_id: int) -> int:
    """The number of the next demand about this issue; the caller holds the issue's lock."""
    return (work.session.scalar(select(func.max(Demand.number)).where(Demand.issue_id == issue_id)) or 0) + 1
