"""Close kin who sit on the residents' committee and on the body that supervises it: declared later, or by a move."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from civic.core.message import Message
from civic.people.queries.home import in_office
from civic.people.queries.kin import ties_around
from civic.people.rules.appointing import kin_in_office
from civic.people.tables import Office, OfficeKind, Person
from civic.permissions import NAMES, Standing
from civic.work import UnitOfWork

WATCHED = (OfficeKind.COMMITTEE.value, OfficeKind.SUPERVISOR.value)


@dataclass(frozen=True)
class Holding:
    """Somebody in one of the two offices today."""

    person_id: int
    name: str
    office_id: int
    kind: str

    @property
    def office(self) -> Message:
        """Its name."""
        return NAMES[Standing(self.kind)]


def kin_holding(work: UnitOfWork) -> Sequence[tuple[Holding, Holding]]:
    """Pairs that the law does not allow, the committee's member first: three statements, one while either body has
    nobody."""
    rows = work.session.execute(
        select(Person.id, Person.name, Office.id.label("office_id"), Office.kind)
        .join(Office, Office.person_id == Person.id)
        .where(Office.community_id == work.community.id, Office.kind.in_(WATCHED), in_office(work.today))
        .order_by(Office.id)
    )
    held = [Holding(*row) for row in rows]
    committee, supervisors = (
        {each.person_id: each for each in held if each.kind == kind} for kind in WATCHED
    )
    if not committee or not supervisors:
        return ()
    ties = ties_around(work, {each.person_id for each in held})
    return [
        (committee[one], supervisors[other]) for one, other in kin_in_office(committee, supervisors, ties)
    ]
