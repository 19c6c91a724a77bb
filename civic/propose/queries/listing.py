"""The list of issues: one page of it, and how many stand where."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import product
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Executable, bindparam, func, select

from civic.core.days import day_of
from civic.people.tables import Building
from civic.propose.rules import STAGE, STATUS, Phase, late_by
from civic.propose.rules.private import PRIVATE
from civic.propose.tables import Issue
from civic.work import UnitOfWork

PER_PAGE = 20


@dataclass(frozen=True)
class Wanted:
    """What the reader asked to see; empty words mean all."""

    status: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One issue in the list."""

    reference: str
    title: str
    phase: Phase
    building: str
    raised_on: date
    endorsements: int
    late_days: int

    @property
    def stage(self) -> int:
        """1 Propose … 5 Supervise."""
        return STAGE[self.phase]

    @property
    def status(self) -> str:
        """One of the seven words."""
        return STATUS[self.phase]


BUILDING_SHOWN = Issue.hide_building.is_(False) & func.coalesce(Issue.nature, "").not_in(
    [each.value for each in PRIVATE]
)
"""Neither where the raiser asked otherwise nor of a private matter: there it might say whose it is."""


@lru_cache(maxsize=256)
def _page(status: str, category: str) -> Executable:
    """Put together once for each filter: that takes longer than to run it."""
    chosen = select(Issue.id).where(Issue.community_id == bindparam("community"))
    if status:
        chosen = chosen.where(Issue.status == status)
    if category:
        chosen = chosen.where(Issue.category == category)
    # The ids come from an index alone, however deep the page.
    ids = chosen.order_by(Issue.id.desc()).limit(bindparam("most")).offset(bindparam("skip")).subquery()
    return (
        select(
            Issue.reference, Issue.title, Issue.phase, Issue.raised_at, Issue.endorsements,
            Issue.answer_due_on, Issue.due_on, Building.name.label("building"),
        )
        .join(ids, ids.c.id == Issue.id)
        .outerjoin(Building, (Building.id == Issue.building_id) & BUILDING_SHOWN)
        .order_by(Issue.id.desc())
    )  # fmt: skip


def listed(work: UnitOfWork, wanted: Wanted, page_no: int, per_page: int = PER_PAGE) -> list[Listed]:
    """One page, newest first: one statement."""
    window = {"community": work.community.id, "most": per_page, "skip": (page_no - 1) * per_page}
    rows = work.session.execute(_page(wanted.status, wanted.category), window)
    return [as_listed(row, work) for row in rows]


def as_listed(row: Any, work: UnitOfWork) -> Listed:
    """A row with its columns of the list."""
    phase = Phase(row.phase)
    return Listed(
        reference=row.reference,
        title=row.title,
        phase=phase,
        building=row.building or "",
        raised_on=day_of(row.raised_at, work.zone),
        endorsements=row.endorsements,
        late_days=late_by(phase, row.answer_due_on, row.due_on, work.today),
    )


@dataclass(frozen=True)
class Counts:
    """How many issues there are of each status and category, and when that was counted."""

    at: datetime
    sums: Counter[tuple[str, str]]
    """By status and category; an empty word stands for all of them."""

    def of(self, status: str = "", category: str = "") -> int:
        """Those of a status, of a category, of both, or all."""
        return self.sums[status, category]


def counted(at: datetime, by: Iterable[tuple[str, str, int]]) -> Counts:
    """Sums of rows of status, category and number."""
    sums: Counter[tuple[str, str]] = Counter()
    for status, category, n in by:
        for key in product({status, ""}, {category, ""}):
            sums[key] += n
    return Counts(at, sums)


LARGE = 2_000
"""From here on a count takes longer (13 ms at 20,000 issues, 70 ms at 100,000) than the whole page."""
KEPT = timedelta(seconds=5)

_counted: WeakKeyDictionary[Engine, dict[int, Counts]] = WeakKeyDictionary()


def counts(work: UnitOfWork) -> Counts:
    """Counted anew for every page, so that nobody misses the issue just raised; only where a
    community has very many is a count of the last five seconds good enough."""
    engine = work.session.get_bind()
    assert isinstance(engine, Engine)
    kept = _counted.setdefault(engine, {})
    known = kept.get(work.community.id)
    if known and known.of() > LARGE and timedelta() <= work.now - known.at < KEPT:
        return known
    rows = work.session.execute(
        select(Issue.status, Issue.category, func.count())
        .where(Issue.community_id == work.community.id)
        .group_by(Issue.status, Issue.category)
    )
    kept[work.community.id] = counted(work.now, [(status, category, n) for status, category, n in rows])
    return kept[work.community.id]
