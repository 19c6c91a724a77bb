"""Who votes as a resident, for a household, or by office."""

from collections.abc import Iterable, Sequence
from datetime import date

from civic.core.message import Message, say
from civic.people.rules.entitlement.facts import Citizen, holds
from civic.people.rules.entitlement.kinds import JUDGED, OFFICES, Electorate
from civic.people.rules.entitlement.lines import Gap, Line, Roll

Household = tuple[int, int]
"""A dwelling and a number in it."""


def why_no_resident(citizen: Citizen, dwellings: frozenset[int], day: date) -> Message | None:
    """Why somebody has no vote among the residents of these dwellings; None if they have.

    18 on the day or older, household register here or living here, and registered; owning alone gives no
    vote (Residents' Committees Law, arts 16, 26; domain paper, section 4). A suspended account takes away
    no vote: only a court can, with the political rights (law of 2018, art. 8); it is then cast on paper.
    """
    home = citizen.home(day)
    if citizen.organisation:
        return say("Organisations have no vote among residents.")
    if not citizen.here(day):
        return say("Whoever has died or left for good has no vote here.")
    if home is None or home.dwelling_id not in dwellings:
        if any(holds(holding, day) for holding in citizen.holdings):
            return say(
                "Owning a dwelling gives no vote among residents; living here and being registered does."
            )
        return say("Only those who live here vote here.")
    if home.registered is None:
        return say("Nobody has said yet whether this person is registered as living here.")
    if not home.registered:
        return say(
            "Not registered here yet; whoever lives here can be registered by the residents' committee."
        )
    if citizen.born_on is None:
        return say("The birthday is not on the roll, so nobody can say whether this person is 18.")
    return None if citizen.of_age(day) else say("Whoever votes must be 18 on the day of the roll.")


def residents(kind: Electorate, citizens: Iterable[Citizen], dwellings: frozenset[int], day: date) -> Roll:
    """Every resident of these dwellings who may vote, each once."""
    lines: list[Line] = []
    gaps: list[Gap] = []
    for citizen in sorted(citizens, key=lambda one: one.id):
        because = why_no_resident(citizen, dwellings, day) or why_judged(kind, citizen, day)
        if because is None:
            lines.append(Line(citizen.id, cast_by=citizen.id))
        elif _only_unknown(citizen, dwellings, day):
            gaps.append(Gap(because, person_id=citizen.id))
    return Roll(tuple(lines), tuple(gaps))


def households(citizens: Iterable[Citizen], dwellings: frozenset[int], day: date) -> Roll:
    """One delegate a household: its householder, else the eldest adult (of one age, the first entered)."""
    everybody = members(citizens, dwellings, day)
    lines, gaps = [], []
    for (dwelling_id, _), people in sorted(everybody.items()):
        delegate = delegate_of(people, dwellings, day)
        if delegate is not None:
            lines.append(Line(delegate.id, (dwelling_id,), cast_by=delegate.id))
        else:
            because = say("Nobody of this household is on the roll as 18 or older and registered.")
            gaps.append(Gap(because, dwelling_id=dwelling_id, heads=1))
    return Roll(tuple(sorted(lines, key=lambda line: line.voter_id)), tuple(gaps))


def members(
    citizens: Iterable[Citizen], dwellings: frozenset[int], day: date
) -> dict[Household, list[Citizen]]:
    """Who lives in each household that day."""
    found: dict[Household, list[Citizen]] = {}
    for citizen in citizens:
        home = citizen.home(day)
        if (
            home is not None
            and home.dwelling_id in dwellings
            and citizen.here(day)
            and not citizen.organisation
        ):
            found.setdefault((home.dwelling_id, home.household), []).append(citizen)
    return found


def delegate_of(people: Sequence[Citizen], dwellings: frozenset[int], day: date) -> Citizen | None:
    """Who votes for a household; None while nobody in it may."""
    able = [one for one in people if why_no_resident(one, dwellings, day) is None]
    return min(able, key=lambda one: (not _is_householder(one, day), one.born_on, one.id), default=None)


def in_office(kind: Electorate, citizens: Iterable[Citizen], day: date) -> Roll:
    """The members of a body who are in office that day, each once, whatever offices they hold in it."""
    sitting = (one for one in citizens if sits(kind, one, day) and why_judged(kind, one, day) is None)
    return Roll(tuple(Line(one.id, cast_by=one.id) for one in sorted(sitting, key=lambda one: one.id)))


def sits(kind: Electorate, citizen: Citizen, day: date) -> bool:
    """Whether somebody alive and here belongs to this body of office-holders."""
    return citizen.here(day) and not citizen.organisation and citizen.holds_office(OFFICES[kind], day)


def why_judged(kind: Electorate, citizen: Citizen, day: date) -> Message | None:
    """Nobody judges their own work."""
    if citizen.holds_office(JUDGED.get(kind, ()), day):
        return say("Whoever is judged does not judge.")
    return None


def _is_householder(citizen: Citizen, day: date) -> bool:
    home = citizen.home(day)
    return home is not None and home.relation == "householder"


def _only_unknown(citizen: Citizen, dwellings: frozenset[int], day: date) -> bool:
    """Whether nothing speaks against a vote but that birthday or registration is not on the roll."""
    home = citizen.home(day)
    lives = home is not None and home.registered is not False and home.dwelling_id in dwellings
    of_age = citizen.born_on is None or citizen.of_age(day)
    return lives and of_age and citizen.here(day) and not citizen.organisation
