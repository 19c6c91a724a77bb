"""The permission table in plain words: what each role may, and who may do each act. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from civic.core.message import Message, say, say_p
from civic.people.rules.sign_in import KEEPERS
from civic.permissions import (
    DEPARTURES,
    EVERYONE_SIGNED_IN,
    GRANTS,
    GUARDED,
    HEADS,
    NEIGHBOURS,
    STEP_UP,
    WORDS,
    Permission,
    Standing,
    names_of,
)  # fmt: skip

S = Standing


@dataclass(frozen=True)
class Role:
    """A column of the table: standings that may exactly the same."""

    key: str
    standings: frozenset[Standing]
    you_may: Message

    @property
    def names(self) -> list[Message]:
        """What they are called."""
        return names_of(self.standings)

    def may(self, permission: Permission) -> bool:
        """Whether the table grants it."""
        return self.standings <= GRANTS[permission]


ROLES: tuple[Role, ...] = (
    Role("neighbour", NEIGHBOURS, say("If you live or own here you may")),
    Role("head", HEADS, say("As a building head or entrance head you may")),
    Role("representative", frozenset({S.REPRESENTATIVE}), say("As a residents' representative you may")),
    Role("committee", frozenset({S.COMMITTEE}), say("On the residents' committee you may")),
    Role("party_committee", frozenset({S.PARTY_COMMITTEE}), say("On the Party committee you may")),
    Role("grid_worker", frozenset({S.GRID_WORKER}), say("As a grid worker you may")),
    Role("owners_committee", frozenset({S.OWNERS_COMMITTEE}), say("On the owners' committee you may")),
    Role("property_firm", frozenset({S.PROPERTY_FIRM}), say("As the property service firm you may")),
    Role("supervisor", frozenset({S.SUPERVISOR}), say("On the supervisory committee you may")),
    Role("advisor", frozenset({S.ADVISOR}), say("On the advisory panel you may")),
    Role("citizen_watch", frozenset({S.CITIZEN_WATCH}), say("In the citizen watch you may")),
    Role("volunteer", frozenset({S.VOLUNTEER}), say("As a volunteer you may")),
    Role("department", frozenset({S.DEPARTMENT}), say("As a government department you may")),
    Role("clerk", frozenset({S.CLERK}), say("As a counting clerk you may")),
    Role("administrator", frozenset({S.ADMINISTRATOR}), say("As an administrator you may")),
    Role("raiser", frozenset({S.RAISER}), say("If you raised the issue you may")),
    Role("affected", frozenset({S.AFFECTED}), say("If the issue affects you, you may")),
    Role("on_the_roll", frozenset({S.ON_THE_ROLL}), say("If you are on the roll of a vote you may")),
    Role("lead", frozenset({S.LEAD}), say("If you lead a work order you may")),
)
"""Every standing but the visitor and the suspended, in the order of the table."""

ROOMS: tuple[tuple[str, Message], ...] = (
    ("road", say_p("part of the permission table", "Reading")),
    ("people", say_p("part of the permission table", "People and places")),
    ("sealed", say_p("part of the permission table", "The sealed box")),
    ("propose", say_p("part of the permission table", "Propose")),
    ("discuss", say_p("part of the permission table", "Discuss")),
    ("pictures", say_p("part of the permission table", "Photos")),
    ("notices", say_p("part of the permission table", "Notices")),
    ("decide", say_p("part of the permission table", "Decide")),
    ("manage", say_p("part of the permission table", "Manage")),
    ("supervise", say_p("part of the permission table", "Supervise")),
    ("demo", say_p("part of the permission table", "The demo")),
)
"""Permissions read room:thing:act; the rooms stand in the order of the road."""

BEHIND_GLASS = frozenset({Permission.READ_ROLL, Permission.SHOW_PERSON})
"""What an administrator may only for the hour after giving a reason."""


@dataclass(frozen=True)
class Act:
    """A row of the table."""

    permission: Permission
    words: Message
    everybody: bool
    """Visitors too."""
    signed_in: bool
    """Everybody who is signed in, with a home or an office."""
    roles: tuple[Role, ...]
    second_factor: bool
    password_again: bool
    glass: bool
    """Administrators only once they broke the glass."""

    @property
    def who(self) -> list[Message]:
        """Who may, in words."""
        if self.everybody:
            return [say("everybody")]
        if self.signed_in:
            rest = [role for role in self.roles if not role.standings <= EVERYONE_SIGNED_IN]
            also = [name for role in rest if role.key == "administrator" for name in role.names]
            return [say("everybody who is signed in here"), *also]
        return [name for role in self.roles for name in role.names]


def act_of(permission: Permission) -> Act:
    """The row of one permission."""
    return Act(
        permission, WORDS[permission], S.VISITOR in GRANTS[permission], GRANTS[permission] >= EVERYONE_SIGNED_IN,
        tuple(role for role in ROLES if role.may(permission)), permission in GUARDED, permission in STEP_UP,
        permission in BEHIND_GLASS,
    )  # fmt: skip


Rooms = Sequence[tuple[Message, Sequence[Act]]]
"""Acts by room."""


@dataclass(frozen=True)
class May:
    """What a role may, besides what everybody may."""

    key: str
    you_may: Message
    rooms: Rooms
    keeper: bool = False
    """Whether the second factor is asked of them for what reaches everybody's data."""


def published(*, demo: bool) -> list[Permission]:
    """What the page tells of: a real community has no clock to move."""
    return [permission for permission in Permission if demo or not permission.startswith("demo:")]


def by_room(permissions: Iterable[Permission]) -> Rooms:
    """These acts, by room; rooms of which there is none are left out."""
    rows = [act_of(permission) for permission in permissions]
    found = [(name, [row for row in rows if row.permission.split(":")[0] == room]) for room, name in ROOMS]
    return [(name, acts) for name, acts in found if acts]


def by_role(permissions: Sequence[Permission]) -> Sequence[May]:
    """What everybody may, what whoever is signed in may, and what each role may besides."""
    rows = {permission: act_of(permission) for permission in permissions}
    everybody = [p for p in permissions if rows[p].everybody]
    signed_in = [p for p in permissions if rows[p].signed_in and not rows[p].everybody]
    rest = [p for p in permissions if p not in {*everybody, *signed_in}]
    return [
        May("everybody", say("Everybody may, without signing in"), by_room(everybody)),
        May("signed_in", say("Whoever is signed in may besides"), by_room(signed_in)),
        *(
            May(role.key, role.you_may, by_room(p for p in rest if role.may(p)), role.standings <= KEEPERS)
            for role in ROLES
        ),
    ]


def departures() -> Sequence[tuple[Message, Sequence[Message], Message]]:
    """Where the table differs from that of the domain paper: the act, whose right differs, why."""
    found: dict[tuple[Permission, str], tuple[Message, set[Standing]]] = {}
    for (permission, standing), why in DEPARTURES.items():
        found.setdefault((permission, why.text), (why, set()))[1].add(standing)
    return [(WORDS[permission], names_of(who), why) for (permission, _text), (why, who) in found.items()]
