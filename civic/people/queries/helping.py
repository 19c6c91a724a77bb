"""Who helps whom: the consents, who the two are, for whom the actor may act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import aliased

from civic.core.errors import NotFound
from civic.people.queries.home import at_home, current, in_office
from civic.people.queries.who import actor_of
from civic.people.rules.cards import adult_if_born_by
from civic.people.rules.helping import Agreed, Party
from civic.people.tables import Account, Building, Dwelling, Helping, Office, Ownership, Person, Residence
from civic.permissions import Standing
from civic.work import UnitOfWork

Helper, Recorder = aliased(Person), aliased(Person)
MOST = 40


@dataclass(frozen=True)
class Consented:
    """A consent with the names of the two and of whoever recorded it."""

    helping: Helping
    helper: str
    person: str
    recorder: str
    building: str
    """Where the person lives."""

    def over(self, today: date) -> bool:
        """Whether it counts no more."""
        return self.helping.ended_at is not None or self.helping.until_on < today


def consents_of(work: UnitOfWork, person_id: int) -> Sequence[Consented]:
    """Whom this person let act for them, the newest first: one statement."""
    return _consents(work, Helping.person_id == person_id)


def my_helping(work: UnitOfWork) -> Sequence[Consented]:
    """For whom the actor may act, today or from a later day: one statement."""
    return _consents(
        work, Helping.helper_id == work.person_id, Helping.ended_at.is_(None), Helping.until_on >= work.today
    )


def _consents(work: UnitOfWork, *where: ColumnElement[bool]) -> list[Consented]:
    rows = work.session.execute(
        select(Helping, Helper.name, Person.name, Recorder.name, Building.name)
        .join(Helper, Helper.id == Helping.helper_id)
        .join(Person, Person.id == Helping.person_id)
        .join(Recorder, Recorder.id == Helping.recorded_by)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(Helping.community_id == work.community.id, *where)
        .order_by(Helping.id.desc())
        .limit(MOST)
    )
    return [Consented(*row[:4], row[4] or "") for row in rows]


def consent(work: UnitOfWork, helping_id: int, *, helper_id: int = 0, person_id: int = 0) -> Helping:
    """That consent, when it is this helper's or this person's; `NotFound` says nothing about others."""
    found = work.get(Helping, helping_id, lock=True)
    if (helper_id and found.helper_id != helper_id) or (person_id and found.person_id != person_id):
        raise NotFound
    return found


def agreed_of(found: Helping) -> Agreed:
    """What was agreed, for the rules."""
    return Agreed(
        found.helper_id, found.person_id, found.kind, found.consent, found.recorded_by, found.from_on,
        found.until_on, found.witness_id,
    )  # fmt: skip


def party(work: UnitOfWork, person_id: int) -> Party:
    """What the rules must know of one of the two: one statement. `NotFound` in another community.

    Whoever's birthday the roll does not know counts as grown up, as with the slips.
    """
    lives = exists().where(Residence.person_id == Person.id, current(Residence, work.today))
    owns = exists().where(Ownership.person_id == Person.id, current(Ownership, work.today))
    rows = work.session.execute(
        select(Person.born_on, Person.suspended, Person.gone_on, lives, owns, Office.kind)
        .outerjoin(Office, and_(Office.person_id == Person.id, in_office(work.today)))
        .where(Person.id == person_id, Person.community_id == work.community.id)
    ).all()
    if not rows:
        raise NotFound
    born, suspended, gone, lives_here, owns_here, _kind = rows[0]
    held = frozenset(Standing(row.kind) for row in rows if row.kind)
    return Party(
        of_age=born is None or born <= adult_if_born_by(work.today),
        here=bool(lives_here or owns_here or held) and (gone is None or gone > work.today),
        alive=gone is None or gone > work.today,
        suspended=suspended,
        standings=held,
    )


def helper_standings(work: UnitOfWork) -> frozenset[Standing]:
    """The own standings of whoever acts in the actor's place today; none when nobody does."""
    if work.actor is None or work.actor.helper_id is None:
        return frozenset()
    return frozenset(actor_of(work.session, work.community.id, work.actor.helper_id, work.today).standings)


@dataclass(frozen=True)
class Member:
    """Somebody of the actor's own household."""

    person_id: int
    name: str


def members(work: UnitOfWork) -> Sequence[Member]:
    """The other grown-ups of the actor's household: one statement."""
    mine = aliased(Residence)
    rows = work.session.execute(
        select(Person.id, Person.name, Person.born_on)
        .join(Residence, at_home(work.today))
        .join(
            mine,
            and_(mine.dwelling_id == Residence.dwelling_id, mine.household == Residence.household),
        )
        .where(
            mine.person_id == work.person_id, current(mine, work.today), Person.id != work.person_id,
            Person.gone_on.is_(None), Person.suspended.is_(False),
        )
        .order_by(Person.id)
    )  # fmt: skip
    grown = adult_if_born_by(work.today)
    return [Member(row.id, row.name) for row in rows if row.born_on is None or row.born_on <= grown]


def has_account(work: UnitOfWork, person_id: int) -> bool:
    """Whether the person can look for themselves."""
    return work.session.scalar(select(Account.id).where(Account.person_id == person_id)) is not None


def named_person(work: UnitOfWork, person_id: int) -> Member:
    """Somebody of this community, named; `NotFound` elsewhere."""
    found = work.get(Person, person_id)
    return Member(found.id, found.name)
