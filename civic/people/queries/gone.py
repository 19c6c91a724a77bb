"""Why somebody is off the roll, and where whoever lives nowhere here lived last."""

from dataclasses import dataclass
from datetime import date
from json import loads

from sqlalchemy import select

from civic.ledger.tables import Entry
from civic.people.events.people import PersonGone
from civic.people.queries.entries import Place
from civic.people.queries.reach import Reach
from civic.people.tables import Building, Dwelling, Residence
from civic.work import UnitOfWork


def has_died(work: UnitOfWork, person_id: int) -> bool | None:
    """Died, or moved away for good, as the newest entry tells; None where none does: one statement."""
    payloads = work.session.scalars(
        select(Entry.payload)
        .where(
            Entry.community_id == work.community.id, Entry.kind == PersonGone.kind,
            Entry.payload.contains(f'"person_id":{person_id}'),
        )
        .order_by(Entry.height.desc())
    )  # fmt: skip
    told = (loads(payload) for payload in payloads)
    return next((bool(each["died"]) for each in told if each["person_id"] == person_id), None)


@dataclass(frozen=True)
class Left:
    """A home that somebody left."""

    place: Place
    last_on: date


def home_left(work: UnitOfWork, reach: Reach, person_id: int) -> Left | None:
    """The newest home that ended, within the reader's reach; what was taken back is none: one statement."""
    row = work.session.execute(
        select(
            Dwelling.id, Dwelling.building_id, Building.name, Dwelling.entrance, Dwelling.door, Residence.to_on
        )
        .join(Residence, Residence.dwelling_id == Dwelling.id)
        .join(Building, Building.id == Dwelling.building_id)
        .where(
            Residence.community_id == work.community.id, Residence.person_id == person_id,
            Residence.to_on < work.today, Residence.to_on >= Residence.from_on, reach.homes(),
        )
        .order_by(Residence.to_on.desc(), Residence.id.desc())
        .limit(1)
    ).one_or_none()  # fmt: skip
    return Left(Place(*row[:5]), row[5]) if row and row[5] else None
