"""What was done for somebody in their place, and whether they know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from civic.people.queries.home import at_home
from civic.people.queries.reach import Reach
from civic.people.queries.roll import PER_PAGE
from civic.people.tables import Account, Building, Dwelling, Helped, Person, Residence
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Deed:
    """One thing done for somebody."""

    id: int
    kind: str
    issue_id: int | None
    at: datetime
    helper_id: int
    helper: str
    told_at: datetime | None


def deeds(work: UnitOfWork, person_id: int, page_no: int) -> tuple[Sequence[Deed], int]:
    """One page of what was done for this person, newest first, and how much there is: two statements."""
    mine = (Helped.community_id == work.community.id, Helped.person_id == person_id)
    total = work.session.scalar(select(func.count()).select_from(Helped).where(*mine))
    rows = work.session.execute(
        select(
            Helped.id, Helped.kind, Helped.issue_id, Helped.at, Helped.helper_id, Person.name, Helped.told_at
        )
        .join(Person, Person.id == Helped.helper_id)
        .where(*mine)
        .order_by(Helped.id.desc())
        .offset((page_no - 1) * PER_PAGE)
        .limit(PER_PAGE)
    )
    return [Deed(*row) for row in rows], total or 0


def untold(work: UnitOfWork, person_id: int, up_to: int) -> Sequence[Helped]:
    """What this person has not been told yet, as far as the page showed it."""
    return list(
        work.session.scalars(
            select(Helped).where(
                Helped.community_id == work.community.id, Helped.person_id == person_id,
                Helped.told_at.is_(None), Helped.id <= up_to,
            )
        )
    )  # fmt: skip


def newest_untold(work: UnitOfWork, person_id: int) -> tuple[int, int]:
    """How many things this person has not been told, and the newest one's id: one statement."""
    row = work.session.execute(
        select(func.count(), func.max(Helped.id)).where(
            Helped.community_id == work.community.id, Helped.person_id == person_id, Helped.told_at.is_(None)
        )
    ).one()
    return row[0], row[1] or 0


@dataclass(frozen=True)
class ToTell:
    """Somebody without an account to whom things are to be told at the door."""

    person_id: int
    name: str
    things: int


def to_tell(work: UnitOfWork, reach: Reach, most: int = 5) -> Sequence[ToTell]:
    """Whom a building head has to tell what others did for them: one statement."""
    found: Select[*tuple[Any, ...]] = (
        select(Person.id, Person.name, func.count(Helped.id))
        .join(Helped, Helped.person_id == Person.id)
        .join(Residence, at_home(work.today))
        .join(Dwelling, Dwelling.id == Residence.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(
            Helped.community_id == work.community.id, Helped.told_at.is_(None), Account.id.is_(None),
            Helped.helper_id != work.person_id, reach.homes(),
        )
        .group_by(Person.id, Person.name)
        .order_by(Person.id)
        .limit(most)
    )  # fmt: skip
    return [ToTell(*row) for row in work.session.execute(found)]


def voters_helped(work: UnitOfWork, helper_id: int, issue_id: int, since: datetime) -> int:
    """For how many others this helper has cast a ballot on that issue since then."""
    count = select(func.count(Helped.person_id.distinct())).where(
        Helped.community_id == work.community.id, Helped.helper_id == helper_id,
        Helped.issue_id == issue_id, Helped.kind == "decide:ballot_cast", Helped.at >= since,
        Helped.person_id != work.person_id,
    )  # fmt: skip
    return work.session.scalar(count) or 0
