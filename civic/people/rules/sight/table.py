"""Field × viewer (domain paper, section 4 "See identity data", and section 6).

The purpose decides (PIPL, arts 6, 19): who keeps the roll of a building sees its people, and a telephone or
birthday only after a press that is logged; who judges, advises, governs or installs sees nobody's data.
"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum


class Field(StrEnum):
    """What the roll and the account hold of a person."""

    NAME = "name"
    PHONE = "phone"
    BORN_ON = "born_on"
    DOOR = "door"
    BUILDING = "building"
    AREA = "area"
    HOUSEHOLD = "household"
    RELATION = "relation"
    REGISTERED = "registered"
    SHARE = "share"
    OFFICES = "offices"
    LOGIN = "login"
    HELPERS = "helpers"
    CORRECTIONS = "corrections"
    LOOKS = "looks"


class Sight(IntEnum):
    """How much is seen; more is greater."""

    ABSENT = 0
    MASKED = 1
    SHOWN_ON_PRESS = 2
    """In full after a press that is logged; masked until then."""
    FULL = 3


class Viewer(StrEnum):
    """Who looks, by the relation to the person looked at; the strongest first."""

    ONESELF = "oneself"
    ADMINISTRATOR_GLASS = "administrator_glass"
    COMMITTEE = "committee"
    HEAD = "head"
    GRID_WORKER = "grid_worker"
    OWNERS_COMMITTEE = "owners_committee"
    """About an owner, while owners are called to vote; at other times a resident like others."""
    HELPER = "helper"
    SAME_HOUSEHOLD = "same_household"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    PARTY_COMMITTEE = "party_committee"
    HEAD_ELSEWHERE = "head_elsewhere"
    GRID_WORKER_ELSEWHERE = "grid_worker_elsewhere"
    PROPERTY_FIRM = "property_firm"
    ADVISOR = "advisor"
    VOLUNTEER = "volunteer"
    DEPARTMENT = "department"
    CLERK = "clerk"
    NEIGHBOUR = "neighbour"
    RESIDENT = "resident"
    VISITOR = "visitor"


F, V, S = Field, Viewer, Sight

PUBLIC = {F.NAME: S.MASKED, F.BUILDING: S.FULL, F.OFFICES: S.FULL}
"""What everybody sees: 王**, 2号楼, and whoever holds an office with the post (section 6: a building, never
a door beside a name)."""

_ENTRY = {F.NAME: S.FULL, F.DOOR: S.FULL, F.BUILDING: S.FULL, F.AREA: S.FULL, F.OFFICES: S.FULL}
"""Who somebody is and where."""

_KEEPER = {
    **_ENTRY, F.HOUSEHOLD: S.FULL, F.RELATION: S.FULL, F.REGISTERED: S.FULL,
    F.PHONE: S.SHOWN_ON_PRESS, F.BORN_ON: S.SHOWN_ON_PRESS,
}  # fmt: skip
"""Whoever keeps the roll of these dwellings: need to know, logged."""

_WHOLE_ROLL = {
    **_KEEPER, F.SHARE: S.FULL, F.LOGIN: S.SHOWN_ON_PRESS, F.HELPERS: S.FULL, F.CORRECTIONS: S.FULL,
}  # fmt: skip

TABLE: dict[Viewer, dict[Field, Sight]] = {
    **dict.fromkeys(Viewer, PUBLIC),
    V.ONESELF: dict.fromkeys(Field, S.FULL),
    V.ADMINISTRATOR_GLASS: {**_WHOLE_ROLL, F.LOOKS: S.FULL},
    V.COMMITTEE: _WHOLE_ROLL,
    V.HEAD: {**_KEEPER, F.HELPERS: S.FULL},
    V.GRID_WORKER: _KEEPER,
    V.OWNERS_COMMITTEE: {**_ENTRY, F.SHARE: S.FULL},
    V.HELPER: {
        **_ENTRY, F.PHONE: S.MASKED, F.BORN_ON: S.MASKED, F.REGISTERED: S.FULL, F.CORRECTIONS: S.FULL,
    },
    V.SAME_HOUSEHOLD: {
        **_ENTRY, F.PHONE: S.MASKED, F.BORN_ON: S.MASKED, F.HOUSEHOLD: S.FULL, F.RELATION: S.FULL,
    },
    V.SUPERVISOR: {**PUBLIC, F.LOOKS: S.FULL},
    V.ADMINISTRATOR: {**PUBLIC, F.LOOKS: S.FULL},
}  # fmt: skip
"""A field that is not named is absent."""


def sight(field: Field, viewer: Viewer) -> Sight:
    """How much of a field this viewer sees."""
    return TABLE[viewer].get(field, Sight.ABSENT)


def best(field: Field, viewers: Iterable[Viewer]) -> Sight:
    """Of somebody who is several at once: the most that any of it gives; nothing for nobody."""
    return max((sight(field, viewer) for viewer in viewers), default=Sight.ABSENT)
