"""Buildings, and who holds which office there."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.people.queries.home import current, in_office
from civic.people.tables import Building, Dwelling, Office, Residence
from civic.work import UnitOfWork


def buildings(session: Session, community_id: int) -> list[Building]:
    """All buildings in the order people count them."""
    return list(
        session.scalars(
            select(Building)
            .where(Building.community_id == community_id)
            .order_by(Building.position, Building.id)
        )
    )


def holders(session: Session, community_id: int, kinds: Iterable[str], today: date) -> list[int]:
    """Ids of the people who hold one of these offices today, each once."""
    found = session.scalars(
        select(Office.person_id)
        .where(
            Office.community_id == community_id,
            Office.kind.in_(list(kinds)),
            in_office(today),
        )
        .distinct()
        .order_by(Office.person_id)
    )
    return list(found)


def home_of(work: UnitOfWork, person_id: int) -> tuple[int | None, int | None]:
    """Building and entrance in which somebody lives today; nothing for who lives nowhere here."""
    row = work.session.execute(
        select(Dwelling.building_id, Dwelling.entrance)
        .join(Residence, Residence.dwelling_id == Dwelling.id)
        .where(Residence.person_id == person_id, current(Residence, work.today))
        .limit(1)
    ).first()
    return (row.building_id, row.entrance) if row else (None, None)
