"""What was entered in one go: a pile of paper, by one collector at one instant."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from civic.people.queries.home import at_home
from civic.people.tables import Building, Dwelling, Person, Residence
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Entered:
    """An issue of the pile, and to whom its number is to be brought."""

    issue: Issue
    name: str
    home: str


def entered_with(work: UnitOfWork, issue: Issue) -> Sequence[Entered]:
    """The issues that its collector entered together with it, in the order of their numbers: one statement."""
    rows = work.session.execute(
        select(Issue, Person.name, Building.name.label("building"), Dwelling.door)
        .join(Person, Person.id == Issue.raiser_id)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(
            Issue.community_id == work.community.id, Issue.collector_id == issue.collector_id,
            Issue.raised_at == issue.raised_at,
        )
        .order_by(Issue.year, Issue.number)
    )  # fmt: skip
    return [Entered(r.Issue, r.name, f"{r.building or ''} {r.door or ''}".strip()) for r in rows]
