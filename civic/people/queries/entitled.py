"""The dated facts from which a roll is drawn: two to four statements, however many people."""

from collections import defaultdict
from typing import Any

from sqlalchemy import exists, func, or_, select

from civic.people.queries.agents import acting
from civic.people.rules.entitlement import Citizen, Electorate, Holding, Home, Term, Unit
from civic.people.rules.entitlement.kinds import OF_OWNERS, OFFICES
from civic.people.tables import Building, Dwelling, Helping, Office, Ownership, Person, Residence
from civic.work import UnitOfWork


def citizens_for(work: UnitOfWork, kind: Electorate, estate: str | None) -> list[Citizen]:
    """Everybody whom this vote may concern, with their homes, holdings and terms; of owners, those who ever
    owned something in the estate (None: anywhere here)."""
    agent = select(func.max(Helping.helper_id)).where(Helping.person_id == Person.id, acting(work.today))
    people = select(
        Person.id, Person.born_on, Person.gone_on, Person.kind, Person.suspended,
        agent.scalar_subquery().label("agent_id"),
    )  # fmt: skip
    concerned = people.where(Person.community_id == work.community.id, _concerned(work, kind, estate))
    homes = _by_person(work, Residence) if kind not in OF_OWNERS and kind not in OFFICES else {}
    holdings = _by_person(work, Ownership) if kind not in OFFICES else {}
    terms = _by_person(work, Office) if kind not in OF_OWNERS else {}
    return [
        Citizen(
            row.id,
            row.born_on,
            row.gone_on,
            row.kind == "organisation",
            row.suspended,
            row.agent_id,
            homes=tuple(
                Home(r.dwelling_id, r.from_on, r.to_on, r.household, r.relation, r.registered)
                for r in homes.get(row.id, ())
            ),
            holdings=tuple(
                Holding(r.dwelling_id, r.from_on, r.to_on, r.named_voter) for r in holdings.get(row.id, ())
            ),
            terms=tuple(Term(r.kind, r.from_on, r.to_on, r.building_id) for r in terms.get(row.id, ())),
        )
        for row in work.session.execute(concerned)
    ]


def units_for(work: UnitOfWork, estate: str | None) -> list[Unit]:
    """The dwellings of an estate; of the whole community without one."""
    rows = work.session.execute(
        select(Dwelling.id, Dwelling.area_hundredths, Dwelling.kind, Dwelling.state).where(
            Dwelling.community_id == work.community.id, _in_estate(estate)
        )
    )
    return [Unit(row.id, row.area_hundredths, row.kind, row.state) for row in rows]


def _in_estate(estate: str | None) -> Any:
    if estate is None:
        return True
    return exists().where(Building.id == Dwelling.building_id, Building.estate == estate)


def _concerned(work: UnitOfWork, kind: Electorate, estate: str | None) -> Any:
    if kind in OF_OWNERS:
        return exists().where(
            Ownership.person_id == Person.id, Ownership.dwelling_id == Dwelling.id, _in_estate(estate)
        )
    if kind in OFFICES:
        return exists().where(Office.person_id == Person.id, Office.kind.in_(OFFICES[kind]))
    return or_(exists().where(Residence.person_id == Person.id), Person.kind == "person")


def _by_person(work: UnitOfWork, table: Any) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    rows = work.session.execute(
        select(*table.__table__.columns).where(table.community_id == work.community.id).order_by(table.id)
    )
    for row in rows:
        found[row.person_id].append(row)
    return found
