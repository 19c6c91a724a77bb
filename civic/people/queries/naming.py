"""Whom somebody means who writes a full name and a door: one person, or nobody."""

from typing import Any

from sqlalchemy import and_, exists, or_, select

from civic.people.queries.home import at_home, current, in_office
from civic.people.rules.names import DoorTyped, door_typed, tidy
from civic.people.tables import Building, Dwelling, Office, Ownership, Person, PersonKind, Residence
from civic.work import UnitOfWork


def meant(work: UnitOfWork, name: str, door: str) -> int | None:
    """The id of the one person of that full name who lives or owns at that door: one statement.

    Without a door, whoever holds an office: those are named in public anyway. None as well where it might
    be two people: nothing is guessed.
    """
    at = door_typed(tidy(door)) if door else None
    if door and at is None:
        return None
    posts = exists().where(Office.person_id == Person.id, in_office(work.today))
    rows = work.session.execute(
        select(
            Person.id, posts.label("office"), Building.name, Building.position, Dwelling.entrance, Dwelling.door
        )
        .outerjoin(Residence, at_home(work.today))
        .outerjoin(Ownership, and_(Ownership.person_id == Person.id, current(Ownership, work.today)))
        .outerjoin(
            Dwelling, or_(Dwelling.id == Residence.dwelling_id, Dwelling.id == Ownership.dwelling_id)
        )
        .outerjoin(Building, Building.id == Dwelling.building_id)
        .where(
            Person.community_id == work.community.id, Person.name == tidy(name),
            Person.kind == PersonKind.PERSON.value,
            or_(Person.gone_on.is_(None), Person.gone_on > work.today),
        )
    )  # fmt: skip
    found = {row.id for row in rows if (row.office if at is None else _there(row, at))}
    return found.pop() if len(found) == 1 else None


def _there(row: Any, at: DoorTyped) -> bool:
    """Whether what was typed names this dwelling: the door always, building and entrance where they are said."""
    if at.door is None or row.door != at.door:
        return False
    if at.entrance is not None and row.entrance != at.entrance:
        return False
    if at.building is None:
        return True
    if at.building.isdigit():
        return bool(row.position == int(at.building))
    return bool(row.name.upper().startswith(at.building))
