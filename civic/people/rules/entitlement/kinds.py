"""The bodies that vote."""

from enum import StrEnum

from civic.permissions import Standing


class Electorate(StrEnum):
    """Who votes. A building's or small group's meeting is one of these over its own dwellings alone."""

    RESIDENTS = "residents"
    """居民会议 by persons; the voters who elect the committee (Residents' Committees Law, arts 16, 26)."""
    HOUSEHOLDS = "households"
    """居民会议 by households, one delegate each (art. 26)."""
    REPRESENTATIVES_MEETING = "representatives_meeting"
    """居民代表会议: the residents' committee and the representatives (art. 28)."""
    REPRESENTATIVES = "representatives"
    """The representatives alone, where they elect or recall the committee (arts 19, 20)."""
    REVIEWING_REPRESENTATIVES = "reviewing_representatives"
    """民主评议 in the representatives' meeting: without the members who are judged (art. 37)."""
    REVIEWING_RESIDENTS = "reviewing_residents"
    """民主评议 in the residents' meeting, likewise."""
    OWNERS = "owners"
    """业主大会, heads and area (Civil Code, art. 278); over one entrance: the owners who share its cost."""
    OWNERS_BY_HEAD = "owners_by_head"
    """Owners by head alone: those affected (art. 279), those who call an assembly (PMR, art. 13)."""
    OWNERS_COMMITTEE = "owners_committee"
    """业主委员会, its members."""


E, S = Electorate, Standing

OFFICES: dict[Electorate, tuple[str, ...]] = {
    E.REPRESENTATIVES_MEETING: (S.COMMITTEE.value, S.REPRESENTATIVE.value),
    E.REPRESENTATIVES: (S.REPRESENTATIVE.value,),
    E.REVIEWING_REPRESENTATIVES: (S.REPRESENTATIVE.value,),
    E.OWNERS_COMMITTEE: (S.OWNERS_COMMITTEE.value,),
}
"""Bodies of office-holders."""

JUDGED = {E.REVIEWING_REPRESENTATIVES: (S.COMMITTEE.value,), E.REVIEWING_RESIDENTS: (S.COMMITTEE.value,)}
"""Who is judged and therefore does not judge (domain paper, section 4: judged)."""

OF_OWNERS = frozenset({E.OWNERS, E.OWNERS_BY_HEAD})
OF_RESIDENTS = frozenset({E.RESIDENTS, E.REVIEWING_RESIDENTS})
