"""Issues that became one: what was merged into it, who came along, how it was with the reader."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import aliased

from civic.propose.rules import OVER
from civic.propose.tables import Carried, Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Joined:
    """One issue that was merged into another, with its own supporters and what they chose."""

    reference: str
    title: str
    endorsements: int
    into: str
    came: int
    stayed: int
    carried: bool
    """Whether the reader was carried over with it."""
    behind: bool
    """Whether the reader stayed behind."""
    known: bool
    """Whether the reader has said that they know."""
    under_way: bool
    """Whether the other issue is, so that one may still choose."""


def merged_into(work: UnitOfWork, issue_id: int) -> list[Joined]:
    """What was merged into this issue, the earliest first: one statement."""
    return _read(work, _joined(work).where(Issue.merged_into_id == issue_id))


def merged_from(work: UnitOfWork, issue_id: int) -> list[Joined]:
    """How it went with a merged issue itself, as a list of one: one statement."""
    return _read(work, _joined(work).where(Issue.id == issue_id))


def _joined(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    mine = Carried.person_id == (work.actor.person_id if work.actor else None)
    into = aliased(Issue)
    return (
        select(
            Issue.reference, Issue.title, Issue.endorsements, into.reference.label("into"),
            into.status.label("status"), func.count(Carried.id).label("all"),
            func.count(Carried.stayed_at).label("stayed"),
            func.count(case((mine, 1))).label("carried"),
            func.count(case((mine, Carried.stayed_at))).label("behind"),
            func.count(case((mine, Carried.seen_at))).label("known"),
        )
        .join(into, into.id == Issue.merged_into_id)
        .outerjoin(Carried, Carried.issue_id == Issue.id)
        .where(Issue.community_id == work.community.id)
        .group_by(Issue.id, into.reference, into.status)
        .order_by(Issue.id)
    )  # fmt: skip


def _read(work: UnitOfWork, found: Select[*tuple[Any, ...]]) -> list[Joined]:
    return [
        Joined(
            row.reference, row.title, row.endorsements, row.into, row.all - row.stayed, row.stayed,
            bool(row.carried), bool(row.behind), bool(row.known), row.status not in OVER,
        )
        for row in work.session.execute(found)
    ]  # fmt: skip
