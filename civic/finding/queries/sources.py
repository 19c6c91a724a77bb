"""Where the words come from: issues, contributions and notices that everybody may read."""

from collections.abc import Callable, Iterator
from heapq import merge
from typing import Any

from sqlalchemy import ColumnElement, Select, case, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from civic.discuss.rules import WITHDRAWN
from civic.discuss.tables import Contribution, Topic
from civic.finding.rules import DELICATE, PRIVATE
from civic.notices.tables import Notice
from civic.people.tables import Building
from civic.propose.tables import Issue
from civic.store.search import prepared
from civic.work import UnitOfWork

Asked = Select[*tuple[Any, ...]]
Values = dict[str, Any]
"""The values of a passage."""
SHOWN_BUILDING = case((Issue.hide_building, None), else_=Issue.building_id).label("building_id")
"""Nothing is found by a building that its raiser asked not to show."""


def open_to_all() -> ColumnElement[bool]:
    """Of which issues anything may be found; the one place that decides it."""
    private = [nature.value for nature in PRIVATE]
    return or_(
        Issue.nature.not_in(private), Issue.nature.is_(None) & Issue.category.not_in(DELICATE)
    )  # fmt: skip


def _issues(work: UnitOfWork) -> Asked:
    return (
        select(
            Issue.id.label("row_id"), Issue.id.label("issue_id"), Issue.category, SHOWN_BUILDING,
            Issue.raised_at.label("at"), Issue.title, Issue.facts, Issue.wish, Issue.findings, Issue.background,
            Issue.scope, Issue.reason, Issue.receiver, Issue.reference, Issue.code, Building.name.label("place"),
        )
        .outerjoin(Building, Building.id == SHOWN_BUILDING)
        .where(Issue.community_id == work.community.id, open_to_all())
    )  # fmt: skip


def _said(work: UnitOfWork) -> Asked:
    return (
        select(
            Contribution.id.label("row_id"), Issue.id.label("issue_id"), Issue.category, SHOWN_BUILDING,
            Contribution.at, Contribution.text,
        )
        .join(Topic, Topic.id == Contribution.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(
            Contribution.community_id == work.community.id, open_to_all(), Contribution.hidden_ground == "",
            Contribution.stance != WITHDRAWN,
        )
    )  # fmt: skip


def _posted(work: UnitOfWork) -> Asked:
    return (
        select(
            Notice.id.label("row_id"), Issue.id.label("issue_id"), Issue.category, SHOWN_BUILDING,
            Notice.posted_at.label("at"), Notice.title, Notice.body, Notice.code, Issue.reference,
        )
        .join(Issue, Issue.id == Notice.issue_id)
        .where(Notice.community_id == work.community.id, open_to_all())
    )  # fmt: skip


def _of_issue(row: Any) -> tuple[str, str, list[str]]:
    parts = (row.facts, row.wish, row.findings, row.background, row.scope, row.receiver, row.reason)
    return row.title, "\n".join(filter(None, parts)), [row.reference, row.code, row.place or ""]


def _of_contribution(row: Any) -> tuple[str, str, list[str]]:
    return "", row.text, []


def _of_notice(row: Any) -> tuple[str, str, list[str]]:
    return row.title, row.body, [row.reference, row.code]


Column = InstrumentedAttribute[Any]
Source = tuple[Callable[[UnitOfWork], Asked], Column, Column, Callable[[Any], tuple[str, str, list[str]]]]
SOURCES: dict[str, Source] = {
    "issue": (_issues, Issue.id, Issue.raised_at, _of_issue),
    "contribution": (_said, Contribution.id, Contribution.at, _of_contribution),
    "notice": (_posted, Notice.id, Notice.posted_at, _of_notice),
}
"""By kind: what to ask, the row's own number, its moment, and what of it is shown and what only found."""


def passages(work: UnitOfWork, kind: str, *where: ColumnElement[bool]) -> Iterator[Values]:
    """What may be found of a kind, oldest first."""
    asked, ident, at, read = SOURCES[kind]
    rows = work.session.execute(
        asked(work).where(*where).order_by(at, ident), execution_options={"yield_per": 500}
    )
    for row in rows:
        title, text, numbers = read(row)
        yield {
            "community_id": work.community.id, "kind": kind, "row_id": row.row_id, "issue_id": row.issue_id,
            "category": row.category, "building_id": row.building_id, "at": row.at, "title": title,
            "text": text, "words": prepared(title, *text.split("\n"), *numbers),
        }  # fmt: skip


def the_one(work: UnitOfWork, kind: str, row_id: int) -> Values | None:
    """One of them; None if it is not here or not for everybody."""
    return next(iter([*passages(work, kind, SOURCES[kind][1] == row_id)]), None)


def all_of(work: UnitOfWork, *where: ColumnElement[bool]) -> Iterator[Values]:
    """All kinds together, oldest first."""
    return merge(*(passages(work, kind, *where) for kind in SOURCES), key=lambda values: values["at"])
