"""Somebody's close kin: as declared, and as it follows from the household."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from civic.people.queries.entries import Entry, entries
from civic.people.queries.kin import ties_of
from civic.people.queries.reach import Reach
from civic.people.queries.roll import people_where
from civic.people.rules.appointing import close_kin
from civic.people.rules.appointing.kin import BACK
from civic.people.tables import Kinship, Person
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Relative:
    """Somebody, what they are to the person, and whether that was declared or follows from the household."""

    entry: Entry
    relation: str
    """"" for what is further than one step: grandparents, brothers and sisters by a parent."""
    declared: bool


def ties_between(work: UnitOfWork, one: int, other: int) -> Sequence[Kinship]:
    """What was declared about these two, whichever way round: one statement."""
    K = Kinship
    return work.session.scalars(
        select(K).where(
            K.community_id == work.community.id,
            or_(and_(K.person_id == one, K.other_id == other), and_(K.person_id == other, K.other_id == one)),
        )
    ).all()


def relatives(work: UnitOfWork, reach: Reach, person_id: int) -> list[Relative]:
    """All close kin known here, in the order of their doors: six statements."""
    declared = _declared(work, person_id)
    ties = ties_of(work, person_id)
    told = {other: tie for one, other, tie in ties if one == person_id}
    told |= {one: BACK[tie] for one, other, tie in ties if other == person_id} | declared
    ids = close_kin(person_id, ties)
    rows = work.session.execute(people_where(work, reach, Person.id.in_(ids)).where(reach.people(work))).all()
    return [
        Relative(entry, told.get(entry.person_id, ""), entry.person_id in declared)
        for entry in entries(work, reach, rows)
    ]


def _declared(work: UnitOfWork, person_id: int) -> dict[int, str]:
    """What each is to the person, by id."""
    K = Kinship
    rows = work.session.execute(
        select(K.person_id, K.other_id, K.relation).where(
            K.community_id == work.community.id, or_(K.person_id == person_id, K.other_id == person_id)
        )
    )
    return {
        row.other_id if row.person_id == person_id else row.person_id: (
            row.relation if row.person_id == person_id else BACK[row.relation]
        )
        for row in rows
    }
