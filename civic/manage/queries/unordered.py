"""What was decided and waits for its first work order."""

from collections.abc import Collection

from sqlalchemy import exists, select

from civic.manage.tables import WorkOrder
from civic.propose.rules import Nature, Phase
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def unordered(work: UnitOfWork, natures: Collection[Nature] | None, most: int = 10) -> list[tuple[str, str]]:
    """Reference and title of issues to be carried out without any order, of these natures or (None) of all,
    the longest waiting first: one statement."""
    found = select(Issue.reference, Issue.title).where(
        Issue.community_id == work.community.id,
        Issue.phase == Phase.MANAGING.value,
        ~exists().where(WorkOrder.issue_id == Issue.id),
    )
    if natures is not None:
        found = found.where(Issue.nature.in_([nature.value for nature in natures]))
    rows = work.session.execute(found.order_by(Issue.moved_at, Issue.id).limit(most))
    return [(row.reference, row.title) for row in rows]
