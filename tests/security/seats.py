"""Who stands where: one person for each standing, alone in it, and the office-holders who carry the story."""

from datetime import date

from sqlalchemy.orm import Session

from civic.core.entropy import digest
from civic.people.tables import Account, Dwelling, Office, Ownership, Person, Residence
from civic.permissions import Standing
from civic.store.tables import LoginSession
from tests.cast import MORNING, Cast

PHONE = "13800-canary-"
"""Every telephone number holds it; no page may."""

LIVES = {
    "resident": "householder", "owner": "", "tenant": "tenant", "raiser": "householder", "affected": "householder",
    "on_the_roll": "householder",
}  # fmt: skip
"""Who has a home here, and as what; the owner lives elsewhere. `tenant` is a resident too."""

RELATIVE = {"raiser", "affected", "on_the_roll", "lead"}
"""Standings to the subject."""

PRIVATE = {"nobody", "resident", "owner", "tenant", "raiser", "affected"}
"""Who never held an office: no page may name them."""

OUTSIDE = {"visitor", "nobody", "stranger"}
"""Columns beside the standings: nobody is signed in; signed in without any; an officer of the next community."""

ACTORS: dict[str, tuple[str, str]] = {
    "committee1": ("committee", "李建国"),
    "committee2": ("committee", "王海燕"),
    "party1": ("party_committee", "张红旗"),
    "head1": ("building_head", "刘长顺"),
    "rep1": ("representative", "孙立新"),
    "rep2": ("representative", "孙立群"),
    "advisor1": ("advisor", "吴学文"),
    "supervisor1": ("supervisor", "周正平"),
    "watch1": ("citizen_watch", "郑大勇"),
    "firm1": ("property_firm", "马管家"),
    "firm2": ("property_firm", "牛管家"),
    "clerk1": ("clerk", "林小红"),
    "clerk2": ("clerk", "高小明"),
    "neighbour1": ("", "何藏名甲"),
    "neighbour2": ("", "何藏名乙"),
}
"""Who carries the story in each community. Neighbours hold no office, so no page may name them."""

CALLED, ORDERED = date(2026, 4, 8), date(2026, 5, 11)
"""The days on which the story calls the vote and orders the work."""

LONG_AGO, FOR_EVER = date(2026, 1, 1), MORNING.replace(year=2036)


def columns() -> list[str]:
    """Everybody a row of the matrix answers for."""
    return ["visitor", "nobody", *(s.value for s in Standing if s is not Standing.VISITOR), "stranger"]


def seat_actors(session: Session, community_id: int, building_id: int) -> dict[str, int]:
    """The office-holders of one community."""
    found = {}
    for role, (office, name) in ACTORS.items():
        found[role] = _person(session, community_id, name)
        _home(session, community_id, building_id, found[role], owner=bool(office), lives="householder")
        if office:
            _office(session, community_id, found[role], office, building_id)
    return found


def seat_columns(session: Session, cast: Cast) -> dict[str, int]:
    """One person a column, in the cast's community; the stranger is Vito of the next one."""
    building, found = cast.buildings["2号楼"], {"stranger": cast.people["维托"]}
    for column in columns():
        if column in {"visitor", "stranger"}:
            continue
        ident = _person(
            session,
            cast.community_id,
            f"{SURNAMES[len(found) % len(SURNAMES)]}{'藏名' if column in PRIVATE else '公'}{column}",
        )
        found[column] = ident
        if column in LIVES:
            # Only the one who is affected lives in the building that the issues are about.
            where = building if column in {"owner", "affected"} else cast.buildings["3号楼"]
            _home(session, cast.community_id, where, ident, owner=column == "owner", lives=LIVES[column])
        if column == "suspended":
            session.get_one(Person, ident).suspended = True
            _office(session, cast.community_id, ident, "committee", building)
        elif column == "on_the_roll":
            # In office on the day of the notice alone: the frozen roll keeps the name.
            _office(session, cast.community_id, ident, "representative", building, CALLED, CALLED)
        elif column == "lead":
            # In office on the day of the order alone: the order keeps its lead.
            _office(session, cast.community_id, ident, "property_firm", building, ORDERED, ORDERED)
        elif column not in {*OUTSIDE, *LIVES, *RELATIVE}:
            _office(session, cast.community_id, ident, column, building)
    return found


def sign_in(session: Session, community_id: int, person_id: int, token: str) -> None:
    """A login session that lasts as long as the tests, seen so late that it needs no renewal."""
    session.add(
        LoginSession(
            community_id=community_id, token_hash=digest(token), person_id=person_id, began_at=MORNING,
            seen_at=FOR_EVER, idle_until=FOR_EVER, ends_at=FOR_EVER, officer=False, confirmed_at=FOR_EVER, strong=True,
        )
    )  # fmt: skip


SURNAMES = "钱冯褚卫蒋沈韩杨朱秦许吕张孔曹严华金魏陶姜"


def _person(session: Session, community_id: int, name: str) -> int:
    person = Person(community_id=community_id, name=name)
    session.add(person)
    session.flush()
    person.phone = f"{PHONE}{person.id}"
    session.add(
        Account(community_id=community_id, person_id=person.id, login=f"login{person.id}", password_hash="")
    )
    return person.id


def _home(
    session: Session, community_id: int, building_id: int, person_id: int, *, owner: bool, lives: str
) -> None:
    home = Dwelling(
        community_id=community_id, building_id=building_id, entrance=2, door=f"canary-door-{person_id}",
        area_hundredths=8000,
    )  # fmt: skip
    session.add(home)
    session.flush()
    if lives:
        session.add(
            Residence(
                community_id=community_id,
                dwelling_id=home.id,
                person_id=person_id,
                from_on=LONG_AGO,
                relation=lives,
            )
        )
    if owner:
        session.add(
            Ownership(community_id=community_id, dwelling_id=home.id, person_id=person_id, from_on=LONG_AGO)
        )


def _office(
    session: Session, community_id: int, person_id: int, kind: str, building_id: int,
    from_on: date = LONG_AGO, to_on: date | None = None,
) -> None:  # fmt: skip
    scoped = kind in {"building_head", "entrance_head", "representative", "grid_worker"}
    session.add(
        Office(
            community_id=community_id, person_id=person_id, kind=kind, from_on=from_on, to_on=to_on,
            building_id=building_id if scoped else None,
            entrance=2 if kind == "entrance_head" else None,
        )
    )  # fmt: skip
    session.flush()
