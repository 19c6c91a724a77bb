"""What the roll is after a plan: the same as the act writes, in values. For tests and for trying out."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from civic.people.rules.importing.planned import Plan
from civic.people.rules.importing.registry import (
    KnownBuilding,
    KnownDwelling,
    KnownOwnership,
    KnownPerson,
    KnownResidence,
    Registry,
)

Known = TypeVar("Known", KnownBuilding, KnownDwelling, KnownPerson, KnownResidence, KnownOwnership)


def apply(plan: Plan, known: Registry, today: date) -> Registry:
    """The registry with the plan written into it; what has ended before today drops out."""
    buildings = _changed(known.buildings, plan, "building")
    fresh = enumerate(plan.buildings, _next(buildings))
    buildings += tuple(KnownBuilding(id, new.name, new.entrances, new.estate) for id, new in fresh)
    dwellings = _changed(known.dwellings, plan, "dwelling")
    doors = {new.ref: id for id, new in enumerate(plan.dwellings, _next(dwellings))}
    dwellings += tuple(
        KnownDwelling(
            doors[new.ref], new.building, new.entrance, new.door, new.floor, new.kind,
            new.area_hundredths, new.area_source, new.state,
        )
        for new in plan.dwellings
    )  # fmt: skip
    people = _changed(known.people, plan, "person")
    faces = {new.ref: id for id, new in enumerate(plan.people, _next(people))}
    people += tuple(
        KnownPerson(faces[new.ref], new.name, new.phone, new.born_on, new.kind) for new in plan.people
    )
    residences = _residences(known, plan, faces, doors)
    ownerships = _ownerships(known, plan, faces, doors)
    open_ones = tuple(one for one in residences if one.to_on is None or one.to_on >= today)
    return Registry(buildings, dwellings, people, open_ones, ownerships)


def _residences(
    known: Registry, plan: Plan, faces: dict[int, int], doors: dict[int, int]
) -> tuple[KnownResidence, ...]:
    residences = _changed(known.residences, plan, "residence")
    return residences + tuple(
        KnownResidence(
            id, faces.get(new.person, new.person), doors.get(new.dwelling, new.dwelling),
            new.household, new.relation, new.registered, new.from_on, new.to_on,
        )
        for id, new in enumerate(plan.residences, _next(residences))
    )  # fmt: skip


def _ownerships(
    known: Registry, plan: Plan, faces: dict[int, int], doors: dict[int, int]
) -> tuple[KnownOwnership, ...]:
    ownerships = _changed(known.ownerships, plan, "ownership")
    return ownerships + tuple(
        KnownOwnership(
            id, doors.get(new.dwelling, new.dwelling), faces.get(new.person, new.person),
            new.share_num, new.share_den, new.named_voter, new.from_on, new.share_known,
        )
        for id, new in enumerate(plan.ownerships, _next(ownerships))
    )  # fmt: skip


def _changed(rows: tuple[Known, ...], plan: Plan, table: str) -> tuple[Known, ...]:
    changes: dict[int, dict[str, Any]] = {}
    for change in plan.changes:
        if change.table == table:
            changes.setdefault(change.id, {})[change.field] = change.after
    return tuple(replace(row, **changes.get(row.id, {})) for row in rows)


def _next(rows: tuple[Known, ...]) -> int:
    return max((row.id for row in rows), default=0) + 1
