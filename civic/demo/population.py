"""Founds the demo's community: the roll, before its road begins. Everything later goes through acts."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from civic.demo import cast, places, shuguang
from civic.demo.book import Book, Population
from civic.demo.cast import Member
from civic.demo.names import invented
from civic.people.tables import Building
from civic.store.tables import Community


def found_community(session: Session, since: date) -> Population:
    """Insert community, places, people and offices; the terms begin on `since`."""
    # By it the residents' meeting of 10 January (1,007 of 1,862 households) lets the representatives
    # decide matters of public order, environment and facilities for the year.
    authority = f"工福居会〔{since.year}〕1号"
    community = Community(**places.COMMUNITY, res_rep_authority=authority)
    session.add(community)
    session.flush()
    roll = Population(community.id, since)
    _buildings(session, roll)
    book = Book(roll)
    names = invented({m.name for m in cast.SEATED} | {*cast.OWNERS_COMMITTEE, cast.BIG_OWNER})
    for member in cast.SEATED:
        _seat(book, member)
    for number in range(1, shuguang.BUILDINGS[0]):
        while len(roll.by_building[number]) < places.HOMES:
            tenant = len(roll.by_building[number]) % 6 == 5
            _seat(book, Member(next(names), building=number, kind="tenant" if tenant else "owner_resident"))
    _let_by_neighbours(book)
    _seat_owners(book, names)
    _fill_offices(book)
    book.write(session)
    return roll


def _buildings(session: Session, roll: Population) -> None:
    for estate, first, last in places.ESTATES:
        for number in range(first, last + 1):
            building = Building(
                community_id=roll.community_id, name=places.building_name(number), estate=estate, entrances=3,
                position=number,
            )  # fmt: skip
            session.add(building)
            session.flush()
            roll.buildings[number] = building.id
            roll.by_building[number] = []


def _seat(book: Book, member: Member) -> None:
    """A person with a home (where they have one here), offices and account."""
    dwelling = None
    if member.building:
        neighbours = book.roll.by_building[member.building]
        entrance, door = places.door_of(len(neighbours))
        area = places.home_area(member.building, len(neighbours))
        dwelling = book.dwelling(member.building, entrance, door, area)
        neighbours.append(member.name)
    book.person(member.name, member.kind, dwelling)
    if dwelling is not None and member.kind == "owner_resident":
        book.owns(member.name, dwelling)
    for scope in member.scope or ((0,) if member.office else ()):
        book.office(member.name, member.office, member.title, scope)
    if member.account:
        book.account(member.name)


def _let_by_neighbours(book: Book) -> None:
    """Whoever rents, rents from a neighbour in the building who owns two flats."""
    mine = {row["dwelling_id"]: row["person_id"] for row in book.ownerships}
    building_of = {home: book.dwellings[home]["building_id"] for home in range(len(book.dwellings))}
    owners: dict[int, list[str]] = {}
    for home, name in mine.items():
        owners.setdefault(building_of[home], []).append(name)
    for home, building in building_of.items():
        if home not in mine:
            book.owns(owners[building].pop(0), home)


def _seat_owners(book: Book, names: Iterator[str]) -> None:
    """The 209 heads of 曙光 in their 216 dwellings."""
    free = shuguang.doors()
    for owner, name in zip(shuguang.owners(), _owners_names(names), strict=True):
        homes = [book.dwelling(*next(free), area) for area in owner.areas]
        kind = "organisation" if owner.is_developer else "owner_resident"
        book.person(name, kind, None if owner.is_developer else homes[0])
        for home in homes:
            book.owns(name, home)
        book.roll.owners[name] = owner
        if not owner.is_developer:
            book.roll.by_building[book.building_of(homes[0])].append(name)


def _owners_names(names: Iterator[str]) -> Iterator[str]:
    """A name for each: the owners' committee sits among those who are for it."""
    committee = list(cast.OWNERS_COMMITTEE)
    for place, owner in enumerate(shuguang.owners()):
        if owner.is_developer:
            yield cast.DEVELOPER
        elif len(owner.areas) > 1:
            yield cast.BIG_OWNER
        elif (
            committee
            and owner.answer == "yes"
            and place >= 35 * (len(cast.OWNERS_COMMITTEE) - len(committee))
        ):
            yield committee.pop(0)
        else:
            yield next(names)


def _fill_offices(book: Book) -> None:
    """A head for every building and sixty representatives, from people who hold no office yet."""
    roll = book.roll
    for place, name in enumerate(cast.OWNERS_COMMITTEE):
        title = "曙光小区业主委员会" + ("主任" if place == 0 else "委员")
        book.office(name, "owners_committee", title)
    book.account(cast.OWNERS_COMMITTEE[0])
    named = {member.name for member in cast.SEATED} | {*cast.OWNERS_COMMITTEE, cast.BIG_OWNER}
    for number, neighbours in roll.by_building.items():
        free = (name for name in neighbours if name not in named)
        here = places.building_name(number)
        if number != 2:
            roll.heads[number] = next(free)
            book.office(roll.heads[number], "building_head", f"{here}楼长", number)
        seats = 2 if number <= places.SECOND_REPRESENTATIVE else 1
        for _ in range(seats - (number == 2)):
            roll.representatives.append(next(free))
            book.office(roll.representatives[-1], "representative", f"{here}居民代表", number)
    roll.heads[2] = cast.HEAD_OF_2.name
    roll.representatives.append(cast.REPRESENTATIVE.name)
