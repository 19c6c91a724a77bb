"""A roll to be kept: planted people in two buildings, and everybody who may look at them."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from civic.people.tables import (
    Account,
    Dwelling,
    Helping,
    Look,
    Office,
    Ownership,
    Person,
    Residence,
)
from civic.store.engine import Database
from tests.cast import MORNING, Cast, gather
from tests.web import Browser, browser

SINCE = date(2020, 1, 1)
PHONE, BORN = "13812345678", date(1943, 5, 12)
MASKED_PHONE, MASKED_BORN = "138********", "19**"
LOGIN = "planted-login"

KEEPERS: dict[str, tuple[str, str | None, int | None]] = {
    "楼一": ("building_head", "1号楼", None),
    "门一": ("entrance_head", "1号楼", 1),
    "门二": ("entrance_head", "1号楼", 2),
    "格一": ("grid_worker", "1号楼", None),
    "楼三": ("building_head", "3号楼", None),
    "业委": ("owners_committee", None, None),
}
"""Further office-holders; none of them lives here."""


@dataclass
class Kept:
    """The cast with the planted people."""

    cast: Cast
    people: dict[str, int] = field(default_factory=dict)
    dwellings: dict[str, int] = field(default_factory=dict)

    def at(self, name: str | None, folder: Path) -> Browser:
        """This person's browser."""
        return browser(self.cast, name, folder=folder, slug="weiwan" if name == "维托" else "gongfu")


def keep(database: Database) -> Kept:
    """何藏名甲 owns half of 1号楼1单元101 and lives there with 何藏名乙; 何藏名丙 owns 1号楼2单元201 and lives in
    building 3; 何藏名丁 has gone. All but 乙 with telephone and birthday."""
    kept = Kept(gather(database))
    cast = kept.cast
    with Session(database.writer) as session:
        for name, (kind, place, entrance) in KEEPERS.items():
            cast.people[name] = _person(session, cast, name, phone="", born=None)
            building = cast.buildings[place] if place else None
            _office(session, cast, cast.people[name], kind, building, entrance)
        for door, (place, entrance) in {
            "101": ("1号楼", 1),
            "201": ("1号楼", 2),
            "301": ("3号楼", 1),
        }.items():
            home = Dwelling(
                community_id=cast.community_id, building_id=cast.buildings[place], entrance=entrance, door=door,
                floor=1, area_hundredths=8960,
            )  # fmt: skip
            session.add(home)
            session.flush()
            kept.dwellings[door] = home.id
        for name in ("甲", "丙", "丁"):
            kept.people[name] = _person(session, cast, f"何藏名{name}", phone=PHONE, born=BORN)
        kept.people["乙"] = _person(session, cast, "何藏名乙", phone="", born=None)
        _live(session, cast, kept.people["甲"], kept.dwellings["101"], "householder")
        _live(session, cast, kept.people["乙"], kept.dwellings["101"], "spouse")
        _live(session, cast, kept.people["丙"], kept.dwellings["301"], "householder")
        _own(session, cast, kept.people["甲"], kept.dwellings["101"], 2)
        _own(session, cast, kept.people["乙"], kept.dwellings["101"], 2, named=False)
        _own(session, cast, kept.people["丙"], kept.dwellings["201"], 1)
        session.get_one(Person, kept.people["丁"]).gone_on = date(2025, 1, 1)
        _live(session, cast, kept.people["丁"], kept.dwellings["101"], "parent")
        session.add(
            Account(
                community_id=cast.community_id, person_id=kept.people["甲"], login=LOGIN, password_hash="x"
            )
        )
        session.add(
            Helping(
                community_id=cast.community_id, helper_id=cast.people["王桂兰"], person_id=kept.people["甲"],
                kind="relative", consent="paper", recorded_by=cast.people["刘敏"], recorded_at=MORNING,
                from_on=SINCE, until_on=date(2030, 1, 1),
            )
        )  # fmt: skip
        session.commit()
    return kept


def crowd(database: Database, kept: Kept, number: int) -> None:
    """That many more people, each in a home of their own in building 1, for counting statements."""
    cast = kept.cast
    with Session(database.writer) as session:
        people = [
            Person(community_id=cast.community_id, name=f"众{n}", initials="z", phone="")
            for n in range(number)
        ]
        homes = [
            Dwelling(
                community_id=cast.community_id,
                building_id=cast.buildings["1号楼"],
                entrance=3,
                door=f"{number}-{n}",
            )
            for n in range(number)
        ]
        session.add_all([*people, *homes])
        session.flush()
        session.add_all(
            Residence(
                community_id=cast.community_id, person_id=person.id, dwelling_id=home.id, from_on=SINCE,
                relation="child",
            )
            for person, home in zip(people, homes, strict=True)
        )  # fmt: skip
        session.commit()


def looked(database: Database, cast: Cast) -> list[Look]:
    """All looks of the community, the oldest first."""
    with Session(database.reader) as session:
        found = session.query(Look).filter_by(community_id=cast.community_id).order_by(Look.id).all()
        session.expunge_all()
    return found


def _person(session: Session, cast: Cast, name: str, *, phone: str, born: date | None) -> int:
    person = Person(community_id=cast.community_id, name=name, initials="hcm", phone=phone, born_on=born)
    session.add(person)
    session.flush()
    return person.id


def _office(
    session: Session, cast: Cast, person: int, kind: str, building: int | None, entrance: int | None
) -> None:
    session.add(
        Office(
            community_id=cast.community_id, person_id=person, kind=kind, building_id=building, entrance=entrance,
            from_on=SINCE,
        )
    )  # fmt: skip


def _live(session: Session, cast: Cast, person: int, dwelling: int, relation: str) -> None:
    session.add(
        Residence(
            community_id=cast.community_id, person_id=person, dwelling_id=dwelling, from_on=SINCE,
            relation=relation, registered=True,
        )
    )  # fmt: skip


def _own(session: Session, cast: Cast, person: int, dwelling: int, den: int, *, named: bool = True) -> None:
    session.add(
        Ownership(
            community_id=cast.community_id, person_id=person, dwelling_id=dwelling, from_on=SINCE, share_num=1,
            share_den=den, named_voter=named,
        )
    )  # fmt: skip
