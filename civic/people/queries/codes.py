"""Codes that open a door: which one was typed, and who gave whom a code in person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from civic.core.entropy import derived_code, digest
from civic.core.errors import NotFound
from civic.people.founding import CODE_MINUTES
from civic.people.queries.dwellers import Doorway, doorways_of
from civic.people.queries.home import at_home, in_office
from civic.people.queries.reach import Reach
from civic.people.rules.logins import folded, suggestions
from civic.people.tables import (
    Account,
    Building,
    Dwelling,
    Office,
    Person,
    PersonCode,
    PersonKind,
    Purpose,
    Residence,
    Slip,
)
from civic.permissions import Standing
from civic.work import UnitOfWork

PER_PAGE = 20


def person_code(secret: bytes, given: PersonCode) -> str:
    """The eight signs that are read out; stored nowhere, made again while they are shown to their giver."""
    return derived_code(secret, f"person_code:{given.id}:{given.salt}")


def find_slip(work: UnitOfWork, code: str) -> Slip | None:
    """The slip of this community with that code, usable or not."""
    return work.session.execute(
        select(Slip).where(Slip.community_id == work.community.id, Slip.code_hash == digest(code))
    ).scalar_one_or_none()


def find_person_code(work: UnitOfWork, code: str, purpose: Purpose) -> PersonCode | None:
    """The one-time code of this community, usable or not."""
    return work.session.execute(
        select(PersonCode).where(
            PersonCode.community_id == work.community.id, PersonCode.code_hash == digest(code),
            PersonCode.purpose == purpose.value,
        )
    ).scalar_one_or_none()  # fmt: skip


def live_code(work: UnitOfWork, person_id: int) -> PersonCode | None:
    """The code that the actor gave this person and that still opens the door."""
    return work.session.scalar(
        select(PersonCode)
        .where(
            PersonCode.community_id == work.community.id, PersonCode.person_id == person_id,
            PersonCode.purpose == Purpose.IN_PERSON.value, PersonCode.issued_by == work.person_id,
            PersonCode.used_at.is_(None), PersonCode.expires_at > work.now,
        )
        .order_by(PersonCode.id.desc())
        .limit(1)
    )  # fmt: skip


@dataclass(frozen=True)
class Given:
    """A code that opened a way in: by whom, for whom, when, and whether it was used."""

    at: datetime
    giver: str
    """In full: whoever gives codes holds an office. "" for the console on the server."""
    person: str
    building: str
    used_at: datetime | None
    first: bool
    """Not for ten minutes at the door: with it a password is chosen, for an office."""


def given_to(work: UnitOfWork, person_id: int, *, latest: int = 20) -> list[Given]:
    """Codes that were given for this person, newest first: for the page about me."""
    return _given(work, PersonCode.person_id == person_id, limit=latest, offset=0)


def all_given(work: UnitOfWork, page_no: int) -> tuple[list[Given], int]:
    """All codes of this community, first ones for an office and the console's among them, newest first, and how
    many there are: for the supervisors (V8)."""
    total = work.session.scalar(select(func.count()).where(PersonCode.community_id == work.community.id))
    return _given(work, limit=PER_PAGE, offset=(page_no - 1) * PER_PAGE), total or 0


def _given(work: UnitOfWork, *where: ColumnElement[bool], limit: int, offset: int) -> list[Given]:
    giver = aliased(Person)
    rows = work.session.execute(
        select(PersonCode, giver.name, Person.name, Building.name)
        .join(Person, Person.id == PersonCode.person_id)
        .outerjoin(giver, giver.id == PersonCode.issued_by)
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(PersonCode.community_id == work.community.id, *where)
        .order_by(PersonCode.id.desc())
        .limit(limit)
        .offset(offset)
    )  # fmt: skip
    return [
        Given(
            code.issued_at or code.expires_at - timedelta(minutes=CODE_MINUTES), by or "", person, building or "",
            code.used_at, code.purpose == Purpose.SETUP.value,
        )
        for code, by, person, building in rows
    ]  # fmt: skip


def taken(work: UnitOfWork, logins: Iterable[str]) -> set[str]:
    """Which of these names somebody here signs in with already, folded."""
    asked = {folded(each) for each in logins}
    return set(
        work.session.scalars(
            select(Account.login).where(Account.community_id == work.community.id, Account.login.in_(asked))
        )
    )


def taken_like(work: UnitOfWork, name: str, door: str) -> set[str]:
    """Of all names that might be suggested to somebody: the taken ones."""
    return taken(work, suggestions(name, door))


@dataclass(frozen=True)
class Receiver:
    """Somebody a code may be given to."""

    person_id: int
    name: str
    offices: tuple[Standing, ...]
    second_factor: bool
    account: bool
    """Whether they have one yet; with which name they sign in is nobody else's business."""
    homes: tuple[Doorway, ...]


def receiver(work: UnitOfWork, reach: Reach, person_id: int) -> Receiver:
    """That person, when they live or own within reach; `NotFound` says nothing about anybody else."""
    person = work.get(Person, person_id)
    homes = tuple(doorways_of(work, person_id))
    within = reach.everybody or any(reach.covers(home.building_id, home.entrance) for home in homes)
    if (
        not within
        or person.kind != PersonKind.PERSON.value
        or (person.gone_on and person.gone_on <= work.today)
    ):
        raise NotFound
    account = work.session.execute(select(Account).where(Account.person_id == person_id)).scalar_one_or_none()
    kinds = work.session.scalars(
        select(Office.kind).where(Office.person_id == person_id, in_office(work.today)).distinct()
    )
    return Receiver(
        person_id, person.name, tuple(Standing(kind) for kind in kinds),
        account is not None and account.totp_since is not None, account is not None, homes,
    )  # fmt: skip


def given_lately(work: UnitOfWork, person_id: int) -> list[datetime]:
    """When codes were given to that person within the last hour."""
    found = work.session.scalars(
        select(PersonCode.issued_at).where(
            PersonCode.person_id == person_id, PersonCode.purpose == Purpose.IN_PERSON.value,
            PersonCode.issued_at > work.now - timedelta(hours=1),
        )
    )  # fmt: skip
    return [at for at in found if at is not None]


@dataclass(frozen=True)
class MyLogin:
    """What the actor signs in with."""

    name: str
    login: str
    password: bool


def my_login(work: UnitOfWork) -> MyLogin | None:
    """The actor's own; None for somebody without an account, and for a helper: nobody else learns it."""
    assert work.actor is not None
    if work.actor.helper_id is not None:
        return None
    account = work.session.execute(
        select(Account).where(Account.person_id == work.actor.person_id)
    ).scalar_one_or_none()
    return MyLogin(work.actor.name, account.login, bool(account.password_hash)) if account else None
