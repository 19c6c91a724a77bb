"""The public board: what stands where, late ones first. The same statements however many rows there are."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Subquery, func, literal, select, union_all

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
PER_PAGE = 20
COLUMNS = ("waiting", "managing", "rating", "closed")
UNDER_WAY = ("waiting", "discussing", "voting", "managing", "rating")
FILTERS = ("late", *UNDER_WAY, "closed")


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


def board(work: UnitOfWork) -> Board:
    """Counts, figures and the first rows of every column: three statements."""
    late, closed = _figures(work)
    rows: dict[str, list[Hanging]] = {status: [] for status in ("worst", *UNDER_WAY, "closed")}
    for row in work.session.execute(union_all(*(select(arm) for arm in _arms(work)))):
        rows[row.place].append(_hanging(work, row))
    worst = next(iter(rows.pop("worst")), None)
    return Board(counts(work), late, closed, worst, rows)


def _figures(work: UnitOfWork) -> tuple[int, int]:
    here = Issue.community_id == work.community.id
    late = (
        select(func.count()).select_from(Issue).where(here, Issue.promised_on < work.today).scalar_subquery()
    )
    closed = select(func.count()).select_from(Issue).where(here, _closed_lately(work)).scalar_subquery()
    row = work.session.execute(select(late, closed)).one()
    return row[0], row[1]


def _closed_lately(work: UnitOfWork) -> ColumnElement[bool]:
    return (Issue.status == "closed") & (Issue.moved_at >= _month_began(work))


def _month_began(work: UnitOfWork) -> datetime:
    return start_of(work.today.replace(day=1), work.zone)


FACTS = (
    Issue.id, Issue.reference, Issue.title, Issue.phase, Issue.raised_at, Issue.moved_at, Issue.answer_due_on,
    Issue.due_on, Issue.receiver,
)  # fmt: skip


def _arms(work: UnitOfWork) -> Iterable[Subquery]:
    late = Issue.promised_on < work.today
    yield _arm(work, "worst", late, (Issue.promised_on, Issue.id), 1)
    for status in UNDER_WAY:
        yield _arm(work, status, Issue.status == status, (Issue.promised_on, Issue.id))
    yield _arm(work, "closed", _closed_lately(work), (Issue.moved_at.desc(), Issue.id.desc()))


def _arm(
    work: UnitOfWork, place: str, wanted: ColumnElement[bool], order: tuple[Any, ...], limit: int = COLUMN
) -> Subquery:
    return (
        select(literal(place).label("place"), *FACTS)
        .where(Issue.community_id == work.community.id, wanted)
        .order_by(*order)
        .limit(limit)
        .subquery()
    )


def _hanging(work: UnitOfWork, row: Any) -> Hanging:
    phase = Phase(row.phase)
    due = due_of(phase, row.answer_due_on, row.due_on)
    return Hanging(
        row.id, row.reference, row.title, phase, day_of(row.raised_at, work.zone), day_of(row.moved_at, work.zone),
        due, days_late(due, work.today) if due else 0, row.receiver,
    )  # fmt: skip


def filtered(work: UnitOfWork, wanted: str, page_no: int) -> list[Hanging]:
    """One page of those under a word of the filter: one statement."""
    order: tuple[Any, ...] = (Issue.promised_on, Issue.id)
    if wanted == "late":
        which = Issue.promised_on < work.today
    elif wanted == "closed":
        which, order = _closed_lately(work), (Issue.moved_at.desc(), Issue.id.desc())
    else:
        which = Issue.status == wanted
    rows = work.session.execute(
        select(*FACTS)
        .where(Issue.community_id == work.community.id, which)
        .order_by(*order)
        .limit(PER_PAGE)
        .offset((page_no - 1) * PER_PAGE)
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
