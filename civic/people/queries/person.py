"""One person's page beside the entry itself: shares, offices ever held, helpers, corrections, account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from civic.core.days import known
from civic.people.queries.entries import Entry, Place
from civic.people.queries.home import at_home, current
from civic.people.queries.reach import Reach
from civic.people.tables import (
    Account,
    Building,
    Correction,
    Dwelling,
    Helping,
    Office,
    Ownership,
    Person,
    Residence,
)  # fmt: skip
from civic.store.tables import LoginSession
from civic.work import UnitOfWork


class LastIn(StrEnum):
    """When somebody signed in last, as coarse as a neighbour may know."""

    WEEK = "week"
    MONTH = "month"
    LONGER = "longer"


@dataclass(frozen=True)
class Share:
    """A dwelling that somebody owns, or a part of it."""

    place: Place
    num: int
    den: int
    named_voter: bool
    since: date | None
    """None where nobody knows it."""
    known: bool
    """Whether anybody has said how large the share is."""
    named: bool
    """Whether the owners of today named anybody to vote."""


@dataclass(frozen=True)
class Term:
    """An office, past, present or to come."""

    kind: str
    building: str
    entrance: int | None
    title: str
    obtained: str
    from_on: date
    to_on: date | None
    over: bool
    """Its last day has passed."""


@dataclass(frozen=True)
class Helper:
    """Who may act in this person's place."""

    person_id: int
    name: str
    near: bool
    """Whether the reader may open the helper's own page."""
    until_on: date
    kind: str


@dataclass(frozen=True)
class File:
    """What stands on the page below the entry."""

    shares: Sequence[Share]
    terms: Sequence[Term]
    helpers: Sequence[Helper]
    corrections: Sequence[tuple[int, str, datetime]]
    login: str
    password: bool
    second_factor: bool
    last_in: LastIn | None


def file_of(work: UnitOfWork, reach: Reach, entry: Entry) -> File:
    """Five statements."""
    ident = entry.person_id
    return File(
        _shares(work, reach, ident), _terms(work, ident), _helpers(work, reach, ident), _corrections(work, ident),
        *_account(work, ident),
    )  # fmt: skip


def _shares(work: UnitOfWork, reach: Reach, person_id: int) -> list[Share]:
    other = aliased(Ownership)
    named = exists().where(
        other.dwelling_id == Dwelling.id, other.named_voter.is_(True), current(other, work.today)
    )
    rows = work.session.execute(
        select(
            Dwelling.id, Dwelling.building_id, Building.name, Dwelling.entrance, Dwelling.door,
            Ownership.share_num, Ownership.share_den, Ownership.named_voter, Ownership.from_on,
            Ownership.share_known, named,
        )
        .join(Dwelling, Dwelling.id == Ownership.dwelling_id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(Ownership.person_id == person_id, current(Ownership, work.today), reach.homes())
        .order_by(Building.position, Building.id, Dwelling.entrance, Dwelling.id)
    )  # fmt: skip
    return [_share(row) for row in rows]


def _share(row: Any) -> Share:
    num, den, voter, from_on, told, named = row[5:]
    return Share(Place(*row[:5]), num, den, voter, known(from_on), told, named)


def _terms(work: UnitOfWork, person_id: int) -> list[Term]:
    rows = work.session.execute(
        select(
            Office.kind,
            Building.name,
            Office.entrance,
            Office.title,
            Office.obtained,
            Office.from_on,
            Office.to_on,
        )
        .outerjoin(Building, Building.id == Office.building_id)
        .where(Office.person_id == person_id)
        .order_by(Office.from_on.desc(), Office.id.desc())
    )
    return [
        Term(
            row.kind, row.name or "", row.entrance, row.title, row.obtained, row.from_on, row.to_on,
            over=row.to_on is not None and row.to_on < work.today,
        )
        for row in rows
    ]  # fmt: skip


def _helpers(work: UnitOfWork, reach: Reach, person_id: int) -> list[Helper]:
    helper = aliased(Person)
    rows = work.session.execute(
        select(
            helper.id, helper.name, Helping.until_on, Helping.kind, Dwelling.building_id, Dwelling.entrance
        )
        .join(helper, helper.id == Helping.helper_id)
        .outerjoin(Residence, at_home(work.today, helper))
        .outerjoin(Dwelling, Dwelling.id == Residence.dwelling_id)
        .where(
            Helping.person_id == person_id, Helping.ended_at.is_(None), Helping.from_on <= work.today,
            Helping.until_on >= work.today,
        )
        .order_by(Helping.id)
    )  # fmt: skip
    return [
        Helper(row.id, row.name, reach.covers(row.building_id, row.entrance), row.until_on, row.kind)
        for row in rows
    ]


def _corrections(work: UnitOfWork, person_id: int) -> list[tuple[int, str, datetime]]:
    rows = work.session.execute(
        select(Correction.id, Correction.about, Correction.asked_at)
        .where(Correction.person_id == person_id, Correction.answered_at.is_(None))
        .order_by(Correction.asked_at, Correction.id)
    )
    return [(row.id, row.about, row.asked_at) for row in rows]


def _account(work: UnitOfWork, person_id: int) -> tuple[str, bool, bool, LastIn | None]:
    last = select(func.max(LoginSession.began_at)).where(
        LoginSession.person_id == person_id, LoginSession.helping_id.is_(None)
    )
    row = work.session.execute(
        select(
            Account.login, Account.password_hash, Account.totp_since, last.scalar_subquery().label("last")
        ).where(Account.person_id == person_id)
    ).one_or_none()
    if row is None:
        return "", False, False, None
    return row.login, bool(row.password_hash), row.totp_since is not None, _coarse(row.last, work.now)


def _coarse(last: datetime | None, now: datetime) -> LastIn | None:
    if last is None:
        return None
    gone = now - last
    return (
        LastIn.WEEK
        if gone < timedelta(days=7)
        else LastIn.MONTH
        if gone < timedelta(days=30)
        else LastIn.LONGER
    )
