"""Each office: who gives it, over what, how it is obtained, how long it lasts at most."""

from enum import StrEnum

from civic.permissions import Standing

S = Standing


class Scope(StrEnum):
    """Over what an office is held."""

    NONE = "none"
    MAY_BUILDING = "may_building"
    BUILDING = "building"
    ENTRANCE = "entrance"


GIVEN_BY_COMMITTEE = frozenset(
    {
        S.BUILDING_HEAD, S.ENTRANCE_HEAD, S.GRID_WORKER, S.REPRESENTATIVE, S.ADVISOR, S.VOLUNTEER, S.CLERK,
        S.CITIZEN_WATCH, S.PROPERTY_FIRM, S.DEPARTMENT,
    }
)  # fmt: skip
"""The residents' committee enters who helps it. Never itself, nor whoever checks it (Residents' Committees
Law, arts 16, 36), nor the owners' committee, which owners elect (Civil Code, art. 277)."""

SCOPES: dict[Standing, Scope] = {
    S.BUILDING_HEAD: Scope.BUILDING,
    S.ENTRANCE_HEAD: Scope.ENTRANCE,
    S.GRID_WORKER: Scope.BUILDING,
    S.REPRESENTATIVE: Scope.MAY_BUILDING,
}
"""A grid of several buildings is several rows. All other offices are over the whole community."""

OBTAINED: dict[Standing, tuple[str, ...]] = {
    S.COMMITTEE: ("elected",),
    S.SUPERVISOR: ("elected",),
    S.OWNERS_COMMITTEE: ("elected",),
    S.REPRESENTATIVE: ("elected", "recommended"),
    S.PARTY_COMMITTEE: ("elected", "appointed"),
    S.BUILDING_HEAD: ("elected", "recommended", "appointed"),
    S.ENTRANCE_HEAD: ("elected", "recommended", "appointed"),
    S.GRID_WORKER: ("employed", "appointed"),
    S.PROPERTY_FIRM: ("employed", "appointed"),
    S.ADVISOR: ("recommended", "appointed"),
    S.CITIZEN_WATCH: ("drawn", "recommended", "elected"),
    S.VOLUNTEER: ("recommended", "appointed"),
    S.CLERK: ("elected", "drawn", "appointed"),
    S.DEPARTMENT: ("appointed",),
    S.ADMINISTRATOR: ("appointed", "employed"),
}
"""Nobody appoints or employs a member of the residents' committee, a supervisor or a member of the owners'
committee: they are elected (Residents' Committees Law, arts 16-19, 36; Civil Code, art. 278)."""

LONGEST_YEARS = {S.COMMITTEE: 5, S.REPRESENTATIVE: 5, S.SUPERVISOR: 5, S.OWNERS_COMMITTEE: 5}
"""Residents' committee: five years (amendment of the law of 2018-12-29); representatives and supervisors go with
it (practice). Owners' committee: Guidance for owners' assemblies of 2009. Others: none."""
