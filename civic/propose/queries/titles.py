"""Issues by their id, for lists of what happened to several of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from civic.propose.readers import reads
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Title:
    """How an issue is called and where it stands."""

    reference: str
    title: str
    open: bool = True
    """Whether the reader may read what was said about it."""


def titles(work: UnitOfWork, ids: Collection[int]) -> Mapping[int, Title]:
    """Those of this community: one statement, none for none."""
    if not ids:
        return {}
    rows = work.session.execute(
        select(
            Issue.id, Issue.reference, Issue.title, Issue.nature, Issue.raiser_id, Issue.collector_id,
            Issue.building_id, Issue.entrance,
        ).where(Issue.community_id == work.community.id, Issue.id.in_(sorted(ids)))
    )  # fmt: skip
    return {row.id: Title(row.reference, row.title, reads(work, row)) for row in rows}
