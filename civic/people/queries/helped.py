"""What was done for somebody in their place, and whether they know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, union_all

from civic.people.queries.corrections import UNREAD
from civic.people.queries.home import at_home
from civic.people.queries.reach import Reach
from civic.people.queries.roll import PER_PAGE
from civic.people.queries.untold import unannounced
from civic.people.tables import Account, Building, Correction, Dwelling, Helped, Helping, Person, Residence
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


def untold_consents(work: UnitOfWork, person_id: int) -> Sequence[Helping]:
    """Consents that another recorded for this person, who has not been told: one statement."""
    found = select(Helping).where(unannounced(work), Helping.person_id == person_id).order_by(Helping.id)
    return list(work.session.scalars(found))


def unread_answers(work: UnitOfWork, person_id: int) -> Sequence[Correction]:
    """Answers to corrections about this person that they have not heard: one statement."""
    found = select(Correction).where(
        Correction.community_id == work.community.id, Correction.person_id == person_id, UNREAD
    )
    return list(work.session.scalars(found.order_by(Correction.id)))


@dataclass(frozen=True)
class ToTell:
    """Somebody without an account to whom things are to be told at the door."""

    person_id: int
    name: str
    things: int


def to_tell(work: UnitOfWork, reach: Reach, most: int = 5) -> Sequence[ToTell]:
    """Whom a head has to tell: what others did for them, who may act for them, what became of their request for
    correction; never what the head did themselves: one statement."""
    news = union_all(
        select(Helped.person_id).where(
            Helped.community_id == work.community.id,
            Helped.told_at.is_(None),
            Helped.helper_id != work.person_id,
        ),
        select(Helping.person_id).where(unannounced(work), Helping.helper_id != work.person_id),
        select(Correction.person_id).where(Correction.community_id == work.community.id, UNREAD),
    ).subquery()
    found: Select[*tuple[Any, ...]] = (
        select(Person.id, Person.name, func.count())
        .join(news, news.c.person_id == Person.id)
        .join(Residence, at_home(work.today))
        .join(Dwelling, Dwelling.id == Residence.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(Account.id.is_(None), reach.homes())
        .group_by(Person.id, Person.name)
        .order_by(Person.id)
        .limit(most)
    )
    return [ToTell(*row) for row in work.session.execute(found)]


def voters_helped(work: UnitOfWork, helper_id: int, issue_id: int, since: datetime) -> int:
    """For how many others this helper has cast a ballot on that issue since then."""
    count = select(func.count(Helped.person_id.distinct())).where(
        Helped.community_id == work.community.id, Helped.helper_id == helper_id,
        Helped.issue_id == issue_id, Helped.kind == "decide:ballot_cast", Helped.at >= since,
        Helped.person_id != work.person_id,
    )  # fmt: skip
    return work.session.scalar(count) or 0
