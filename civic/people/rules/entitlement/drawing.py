"""The roll of a whole community, estate or building on one day."""

from collections.abc import Iterable
from datetime import date

from civic.people.rules.entitlement.facts import Citizen, Unit
from civic.people.rules.entitlement.kinds import OF_OWNERS, OF_RESIDENTS, Electorate
from civic.people.rules.entitlement.lines import Roll
from civic.people.rules.entitlement.owners import owners
from civic.people.rules.entitlement.residents import households, in_office, residents


def electorate(
    kind: Electorate,
    citizens: Iterable[Citizen],
    dwellings: Iterable[Unit],
    day: date,
    *,
    parking: bool = False,
) -> Roll:
    """Everybody entitled to this vote on that day, in the order of their ids.

    `dwellings` are those the vote is about: all of the community, an estate, one building or entrance;
    office-holders vote whatever they are. `parking`: whether the owners' own rules count parking spaces.
    """
    people, units = list(citizens), list(dwellings)
    if kind in OF_OWNERS:
        return owners(people, units, day, parking=parking, by_area=kind is Electorate.OWNERS)
    within = frozenset(unit.id for unit in units)
    if kind is Electorate.HOUSEHOLDS:
        return households(people, within, day)
    if kind in OF_RESIDENTS:
        return residents(kind, people, within, day)
    return in_office(kind, people, day)
