"""Issues by their id, for lists of what happened to several of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Title:
    """How an issue is called and where it stands."""

    reference: str
    title: str


def titles(work: UnitOfWork, ids: Collection[int]) -> Mapping[int, Title]:
    """Those of this community: one statement, none for none."""
    if not ids:
        return {}
    rows = work.session.execute(
        select(Issue.id, Issue.reference, Issue.title).where(
            Issue.community_id == work.community.id, Issue.id.in_(sorted(ids))
        )
    )
    return {row.id: Title(row.reference, row.title) for row in rows}
