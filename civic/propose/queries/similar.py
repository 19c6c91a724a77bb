"""Issues that may be what somebody is about to raise, as the check page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import exists, select

from civic.people.tables import Building
from civic.propose.queries.listing import Listed, as_listed
from civic.propose.rules import Phase, may_endorse
from civic.propose.tables import Endorsement, Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Similar:
    """One of them, and what it is to the person who raises."""

    issue: Listed
    raised: bool
    """Whether they raised it themselves."""
    behind: bool
    """Whether they stand behind it already."""
    open: bool
    """Whether they may stand behind it now."""


def shown_similar(work: UnitOfWork, ids: Sequence[int], person_id: int) -> list[Similar]:
    """These in their order: one statement, none for none."""
    if not ids:
        return []
    behind = exists().where(
        Endorsement.issue_id == Issue.id,
        Endorsement.person_id == person_id,
        Endorsement.withdrawn_at.is_(None),
    )
    rows = work.session.execute(
        select(
            Issue.id, Issue.reference, Issue.title, Issue.phase, Issue.raised_at, Issue.endorsements,
            Issue.answer_due_on, Issue.due_on, Issue.raiser_id, Building.name.label("building"),
            behind.label("behind"),
        )
        .outerjoin(Building, (Building.id == Issue.building_id) & Issue.hide_building.is_(False))
        .where(Issue.community_id == work.community.id, Issue.id.in_(ids))
    ).all()  # fmt: skip
    found = {}
    for row in rows:
        raised = row.raiser_id == person_id
        may = may_endorse(Phase(row.phase), is_raiser=raised, already=row.behind)
        found[row.id] = Similar(as_listed(row, work), raised, bool(row.behind), bool(may))
    return [found[ident] for ident in ids if ident in found]
