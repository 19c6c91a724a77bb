"""The public board: what stands where, late ones first. The same statements however many rows there are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, func, literal, select, union_all

from civic.core.days import day_of, days_late, start_of
from civic.core.message import Message
from civic.manage.queries.leads import who
from civic.manage.rules import OPEN
from civic.manage.tables import WorkOrder
from civic.propose.queries.listing import Counts, counts
from civic.propose.rules import STATUS, Phase, due_of
from civic.propose.tables import Issue
from civic.work import UnitOfWork

COLUMN = 6
"""So many of each status at once; the rest is one press away."""
EARLIER = 3
"""So many of those closed before this month, when it has none yet."""
PER_PAGE = 20
COLUMNS = ("waiting", "managing", "rating", "closed")
UNDER_WAY = ("waiting", "discussing", "voting", "managing", "rating")
FILTERS = ("late", *UNDER_WAY, "closed")

Order = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Hanging:
    """One issue on the board."""

    ident: int
    reference: str
    title: str
    phase: Phase
    raised_on: date
    moved_on: date
    due_on: date | None
    late_days: int
    receiver: str

    @property
    def status(self) -> str:
        """One of the seven words."""
        return STATUS[self.phase]

    @property
    def days_taken(self) -> int:
        """Of a closed one: from the day it was raised, at least one."""
        return max(1, (self.moved_on - self.raised_on).days)


@dataclass(frozen=True)
class Board:
    """Everything the board shows."""

    known: Counts
    late: int
    closed_this_month: int
    worst: Hanging | None
    columns: dict[str, list[Hanging]]

    @property
    def under_way(self) -> int:
        """Whatever has not ended."""
        return sum(self.known.of(status) for status in UNDER_WAY)

    @property
    def lately(self) -> list[Hanging]:
        """Closed this month; when there are none, the last ones before."""
        closed = self.columns["closed"]
        return closed[: min(self.closed_this_month, COLUMN)] or closed[:EARLIER]

    def count(self, wanted: str) -> int:
        """How many stand under a word of the filter; closed ones of this month."""
        if wanted == "late":
            return self.late
        return self.closed_this_month if wanted == "closed" else self.known.of(wanted)

    @property
    def most_urgent(self) -> list[Hanging]:
        """All columns in one list: late ones first, then in the order of the work."""
        order = {
            status: place for place, status in enumerate(("managing", "waiting", "voting", "discussing"))
        }
        shown = [each for status in UNDER_WAY for each in self.columns[status]]
        return sorted(shown, key=lambda each: (-each.late_days, order.get(each.status, 9)))


FACTS = (
    Issue.id, Issue.reference, Issue.title, Issue.phase, Issue.raised_at, Issue.moved_at, Issue.answer_due_on,
    Issue.due_on, Issue.receiver,
)  # fmt: skip
HERE = Issue.community_id == bindparam("community")
IS_LATE = Issue.promised_on < bindparam("today")
CLOSED_LATELY = (Issue.status == "closed") & (Issue.moved_at >= bindparam("month_began"))
SOONEST: Order = (Issue.promised_on, Issue.id)
NEWEST: Order = (Issue.moved_at.desc(), Issue.id.desc())


def _count(which: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(Issue).where(HERE, which).scalar_subquery()


def _arm(place: str, which: ColumnElement[bool], order: Order, limit: int = COLUMN) -> Select[Any]:
    first = select(literal(place).label("place"), *FACTS).where(HERE, which).order_by(*order).limit(limit)
    return select(first.subquery())


# Put together once: the largest part of such a statement's time is its making.
FIGURES = select(_count(IS_LATE).label("late"), _count(CLOSED_LATELY).label("closed"))
FIRST_ROWS = union_all(
    _arm("worst", IS_LATE, SOONEST, 1),
    *(_arm(status, Issue.status == status, SOONEST) for status in UNDER_WAY),
    _arm("closed", Issue.status == "closed", NEWEST),
)


def board(work: UnitOfWork) -> Board:
    """Counts, figures and the first rows of every column: three statements."""
    asked = _asked(work)
    figures = work.session.execute(FIGURES, asked).one()
    rows: dict[str, list[Hanging]] = {status: [] for status in ("worst", *UNDER_WAY, "closed")}
    for row in work.session.execute(FIRST_ROWS, asked):
        rows[row.place].append(_hanging(work, row))
    worst = next(iter(rows.pop("worst")), None)
    return Board(counts(work), figures.late, figures.closed, worst, rows)


def _asked(work: UnitOfWork) -> dict[str, Any]:
    month = start_of(work.today.replace(day=1), work.zone)
    return {"community": work.community.id, "today": work.today, "month_began": month}


def _hanging(work: UnitOfWork, row: Any) -> Hanging:
    phase = Phase(row.phase)
    due = due_of(phase, row.answer_due_on, row.due_on)
    return Hanging(
        row.id, row.reference, row.title, phase, day_of(row.raised_at, work.zone), day_of(row.moved_at, work.zone),
        due, days_late(due, work.today) if due else 0, row.receiver,
    )  # fmt: skip


def filtered(work: UnitOfWork, wanted: str, page_no: int) -> list[Hanging]:
    """One page of those under a word of the filter: one statement."""
    which, order = {"late": (IS_LATE, SOONEST), "closed": (CLOSED_LATELY, NEWEST)}.get(
        wanted, (Issue.status == wanted, SOONEST)
    )
    first = (page_no - 1) * PER_PAGE
    rows = work.session.execute(
        select(*FACTS).where(HERE, which).order_by(*order).limit(PER_PAGE).offset(first), _asked(work)
    )
    return [_hanging(work, row) for row in rows]


@dataclass(frozen=True)
class Led:
    """Who leads the open order that is due first, and how many are open."""

    who: Message | str
    due_on: date
    open: int


def led(work: UnitOfWork, issues: Collection[Hanging]) -> dict[int, Led]:
    """The open orders of the issues that are shown, by issue: one statement."""
    ids = {each.ident for each in issues if each.status == "managing"}
    rows = work.session.execute(
        select(WorkOrder.issue_id, WorkOrder.lead_office, WorkOrder.lead_title, WorkOrder.due_on)
        .where(
            WorkOrder.community_id == work.community.id,
            WorkOrder.issue_id.in_(ids),
            WorkOrder.phase.in_(OPEN),
        )
        .order_by(WorkOrder.due_on, WorkOrder.id)
    )
    found: dict[int, Led] = {}
    for row in rows:
        first = found.get(row.issue_id)
        found[row.issue_id] = (
            Led(first.who, first.due_on, first.open + 1)
            if first
            else Led(who(row.lead_office, row.lead_title), row.due_on, 1)
        )
    return found
