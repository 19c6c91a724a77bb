"""How far somebody may look into the roll today: by office over buildings, or behind a broken glass."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select, true

from civic.core.errors import NotAllowed
from civic.core.message import say
from civic.people.queries.home import current, in_office
from civic.people.rules.keeping import GLASS, still_open
from civic.people.tables import Dwelling, Look, Looked, Office, OfficeKind, Ownership, Person, Residence
from civic.permissions import Standing
from civic.work import UnitOfWork

KEEPERS = {OfficeKind.BUILDING_HEAD, OfficeKind.ENTRANCE_HEAD, OfficeKind.GRID_WORKER}
"""Offices that reach the roll of their own buildings (domain §4, identity data)."""

SHUT = say("The roll is shut to administrators. In an emergency you can open it for one hour, with a reason.")


class GlassShut(NotAllowed):
    """An administrator who has not broken the glass: the page offers it."""

    def __init__(self) -> None:
        super().__init__(SHUT, say("The form for it stands under Me, on the page “People”."))


@dataclass(frozen=True)
class Reach:
    """Whose entries lie open: everybody's, or those of some buildings and entrances."""

    standing: Standing
    everybody: bool = False
    buildings: frozenset[int] = frozenset()
    entrances: frozenset[tuple[int, int]] = frozenset()
    until: datetime | None = None
    """When the broken glass closes again."""

    def covers(self, building_id: int | None, entrance: int | None) -> bool:
        """Whether a home there lies within it."""
        return self.everybody or building_id in self.buildings or (building_id, entrance) in self.entrances

    def homes(self) -> ColumnElement[bool]:
        """Of dwellings: those within it."""
        if self.everybody:
            return true()
        doors = [and_(Dwelling.building_id == b, Dwelling.entrance == e) for b, e in sorted(self.entrances)]
        return or_(false(), Dwelling.building_id.in_(sorted(self.buildings)), *doors)

    def people(self, work: UnitOfWork) -> ColumnElement[bool]:
        """Of people: those who live or own within it today."""
        if self.everybody:
            return true()
        lives = exists().where(Residence.person_id == Person.id, current(Residence, work.today))
        owns = exists().where(Ownership.person_id == Person.id, current(Ownership, work.today))
        return or_(
            lives.where(Residence.dwelling_id == Dwelling.id, self.homes()).correlate(Person),
            owns.where(Ownership.dwelling_id == Dwelling.id, self.homes()).correlate(Person),
        )


def reach_of(work: UnitOfWork) -> Reach:
    """The acting person's reach: at most one statement. `NotAllowed` where there is none."""
    held = set(work.actor.standings) if work.actor else set()
    if Standing.COMMITTEE in held:
        return Reach(Standing.COMMITTEE, everybody=True)
    if Standing.ADMINISTRATOR in held and (until := glass_open(work)):
        return Reach(Standing.ADMINISTRATOR, everybody=True, until=until)
    if held & {Standing(kind.value) for kind in KEEPERS}:
        return _own(work)
    if Standing.ADMINISTRATOR in held:
        raise GlassShut
    raise NotAllowed(say("The roll is open to those who keep it."))


def glass_open(work: UnitOfWork) -> datetime | None:
    """Until when the glass that the acting administrator broke stays open."""
    broken = work.session.scalar(
        select(func.max(Look.at)).where(
            Look.community_id == work.community.id, Look.viewer_id == work.person_id,
            Look.what == Looked.GLASS.value,
        )
    )  # fmt: skip
    return still_open(broken, GLASS, work.now)


def _own(work: UnitOfWork) -> Reach:
    """What heads and grid workers hold office over; no other office of theirs widens it."""
    rows = work.session.execute(
        select(Office.kind, Office.building_id, Office.entrance)
        .where(
            Office.community_id == work.community.id, Office.person_id == work.person_id,
            Office.kind.in_([kind.value for kind in KEEPERS]), in_office(work.today),
            Office.building_id.is_not(None),
        )
        .order_by(Office.id)
    ).all()  # fmt: skip
    return Reach(
        Standing(rows[0].kind) if rows else Standing.BUILDING_HEAD,
        buildings=frozenset(row.building_id for row in rows if row.entrance is None),
        entrances=frozenset((row.building_id, row.entrance) for row in rows if row.entrance is not None),
    )
