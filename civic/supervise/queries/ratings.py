"""Rating rounds: who is affected, who rated, the counts, whom to call back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from civic.core.errors import NotFound
from civic.people.queries.home import at_home
from civic.people.queries.looks import shown_now
from civic.people.tables import Building, Dwelling, Person, Residence
from civic.propose.queries.people import Neighbour, in_reach, neighbour_seen
from civic.propose.reach import Reach
from civic.propose.tables import Endorsement, Issue
from civic.supervise.rules.grades import BAD, Result
from civic.supervise.tables import Rating, RatingRound
from civic.work import UnitOfWork


def rounds_ending(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Rounds whose end was not yet written down: the instant, the round."""
    rows = session.execute(
        select(RatingRound.ends_at, RatingRound.id).where(
            RatingRound.community_id == community_id, RatingRound.ended_at.is_(None)
        )
    )
    return [(row.ends_at, row.id) for row in rows]


def newest_round(work: UnitOfWork, issue_id: int) -> RatingRound:
    """The round that counts; `NotFound` before the first close-out."""
    found = work.session.scalars(
        select(RatingRound)
        .where(RatingRound.issue_id == issue_id, RatingRound.community_id == work.community.id)
        .order_by(RatingRound.id.desc())
        .limit(1)
    ).first()
    if found is None:
        raise NotFound
    return found


def affected() -> ColumnElement[bool]:
    """Of Person joined with Issue (and outer-joined with Residence and Dwelling): who is affected by the issue. The
    raiser, who endorsed, who lives in its building; everybody who lives here when it names none."""
    endorsed = exists().where(
        Endorsement.issue_id == Issue.id,
        Endorsement.person_id == Person.id,
        Endorsement.withdrawn_at.is_(None),
    )
    here = Issue.building_id.is_(None) | (Dwelling.building_id == Issue.building_id)
    return (
        (Person.community_id == Issue.community_id)
        & Person.suspended.is_(False)
        & or_(Person.id == Issue.raiser_id, endorsed, Residence.id.is_not(None) & here)
    )


@dataclass(frozen=True)
class Rater:
    """Whether somebody may rate, and whether they did."""

    affected: bool
    already: bool


def rater(work: UnitOfWork, issue: Issue, round_id: int, person_id: int) -> Rater:
    """What the round knows of one person: one statement."""
    rated = exists().where(Rating.round_id == round_id, Rating.person_id == Person.id)
    row = work.session.execute(
        select(rated.label("already"))
        .select_from(Person)
        .join(Issue, Issue.id == issue.id)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .where(Person.id == person_id, affected())
    ).one_or_none()
    return Rater(row is not None, bool(row and row.already))


def own_rater(work: UnitOfWork, issue: Issue, found: RatingRound) -> Rater:
    """What the round knows of the actor; a visitor is not affected."""
    if work.actor is None:
        return Rater(affected=False, already=False)
    return rater(work, issue, found.id, work.actor.person_id)


def not_yet_rated(
    work: UnitOfWork, issue: Issue, round_id: int, reach: Reach, typed: str, most: int = 20
) -> list[Neighbour]:
    """People affected whose form is missing, by part of the name or by door, within a head's buildings; by the
    whole name alone, and without the door, for whoever keeps no roll."""
    rated = exists().where(Rating.round_id == round_id, Rating.person_id == Person.id)
    like = or_(Person.name.contains(typed, autoescape=True), Dwelling.door == typed)
    found = (
        select(Person.id, Person.name, Building.name.label("building"), Dwelling.entrance, Dwelling.door)
        .select_from(Person)
        .join(Issue, Issue.id == issue.id)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(affected(), ~rated, Person.name == typed if reach.by_name_only else like)
        .order_by(Building.position, Building.id, Dwelling.entrance, Dwelling.door, Person.id)
        .limit(most)
    )
    if reach.buildings is not None:
        found = found.where(in_reach(reach))
    return [neighbour_seen(row, reach) for row in work.session.execute(found)]


@dataclass(frozen=True)
class Channel:
    """How many of the valid ratings came on paper."""

    online: int
    paper: int


def result_of(work: UnitOfWork, round_id: int) -> tuple[Result, Channel]:
    """The counts by grade and by channel: one statement. Pages ask only after the end."""
    rows: Sequence[tuple[int, str, int]] = [
        (row[0], row[1], row[2])
        for row in work.session.execute(
            select(Rating.grade, Rating.channel, func.count())
            .where(Rating.round_id == round_id, Rating.community_id == work.community.id)
            .group_by(Rating.grade, Rating.channel)
        )
    ]
    counts: dict[int, int] = {}
    for grade, _channel, n in rows:
        counts[grade] = counts.get(grade, 0) + n
    paper = sum(n for _grade, channel, n in rows if channel == "paper")
    return Result(counts), Channel(sum(counts.values()) - paper, paper)


@dataclass(frozen=True)
class CallBack:
    """Somebody who was not satisfied; the committee's list alone shows it."""

    rating_id: int
    person_id: int
    name: str
    has_phone: bool
    phone: str
    """"" until the reader pressed for it; each press is logged (domain paper, section 6: need to know, logged)."""
    building: str
    grade: int
    text: str
    called_back_at: datetime | None
    note: str


def call_backs(work: UnitOfWork, round_id: int) -> list[CallBack]:
    """Grades 1 and 2 of a round, those not yet called first: two statements."""
    opened = shown_now(work)
    rows = work.session.execute(
        select(Rating, Person.name, Person.phone, Building.name.label("building"))
        .join(Person, Person.id == Rating.person_id)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(Rating.round_id == round_id, Rating.community_id == work.community.id, Rating.grade <= BAD)
        .order_by(Rating.called_back_at.is_not(None), Rating.grade, Rating.id)
    )
    return [
        CallBack(
            r.Rating.id, r.Rating.person_id, r.name, bool(r.phone),
            r.phone if r.Rating.person_id in opened else "", r.building or "", r.Rating.grade, r.Rating.text,
            r.Rating.called_back_at, r.Rating.call_back_note,
        )
        for r in rows
    ]  # fmt: skip


@dataclass(frozen=True)
class Mine:
    """An open round in which the reader is asked."""

    reference: str
    title: str
    ends_at: datetime


def asked_of(work: UnitOfWork, person_id: int) -> list[Mine]:
    """Open rounds that wait for this person's grade, soonest end first: one statement."""
    rated = exists().where(Rating.round_id == RatingRound.id, Rating.person_id == Person.id)
    rows = work.session.execute(
        select(Issue.reference, Issue.title, RatingRound.ends_at)
        .select_from(RatingRound)
        .join(Issue, Issue.id == RatingRound.issue_id)
        .join(Person, Person.id == person_id)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .where(RatingRound.community_id == work.community.id, RatingRound.ended_at.is_(None))
        .where(RatingRound.ends_at > work.now, affected(), ~rated)
        .order_by(RatingRound.ends_at, RatingRound.id)
    )
    return [Mine(r.reference, r.title, r.ends_at) for r in rows]
