"""All work orders of one issue together: how many, what they cost, what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from civic.manage.rules.orders import OPEN, OrderPhase
from civic.permissions import Standing


@dataclass(frozen=True)
class Line:
    """An order as the outlook of its issue sees it."""

    order_id: int
    office: Standing
    phase: OrderPhase
    due_on: date
    cost_fen: int


@dataclass(frozen=True)
class Outlook:
    """All orders of an issue together: how many, what they cost, what is next."""

    orders: int
    cost_fen: int
    open: int
    returned: bool
    next_id: int | None
    next_office: Standing | None
    next_due_on: date | None


def outlook(lines: Sequence[Line]) -> Outlook:
    """What came back first, then what is due soonest."""
    waiting = sorted(
        (line for line in lines if line.phase in OPEN),
        key=lambda line: (line.phase is not OrderPhase.RETURNED, line.due_on, line.order_id),
    )
    first = waiting[0] if waiting else None
    return Outlook(
        orders=len(lines),
        cost_fen=sum(line.cost_fen for line in lines),
        open=len(waiting),
        returned=bool(first and first.phase is OrderPhase.RETURNED),
        next_id=first.order_id if first else None,
        next_office=first.office if first else None,
        next_due_on=first.due_on if first else None,
    )
