"""May this person vote in that? The same rules as the roll's, with the reason in a sentence."""

from collections.abc import Iterable
from datetime import date

from civic.core.message import Message, say
from civic.core.verdict import Kind, Verdict, not_allowed
from civic.people.rules.entitlement.drawing import electorate
from civic.people.rules.entitlement.facts import Citizen, Unit
from civic.people.rules.entitlement.kinds import OF_OWNERS, OF_RESIDENTS, Electorate
from civic.people.rules.entitlement.lines import Line
from civic.people.rules.entitlement.owners import counted, owners_on, voter_of, why_no_vote
from civic.people.rules.entitlement.residents import why_judged, why_no_resident


def may_vote(
    kind: Electorate,
    person_id: int,
    citizens: Iterable[Citizen],
    dwellings: Iterable[Unit],
    day: date,
    *,
    parking: bool = False,
) -> Verdict:
    """Yes with what one votes as, or why not; whoever is on the roll of `electorate` gets a yes, nobody else.

    KeyError for somebody who is not among the citizens.
    """
    people, units = {citizen.id: citizen for citizen in citizens}, list(dwellings)
    citizen = people[person_id]
    lines = electorate(kind, people.values(), units, day, parking=parking).lines
    mine = next((line for line in lines if line.voter_id == person_id), None)
    if mine is not None:
        return Verdict(Kind.YES, _as(kind, citizen, mine))
    if kind in OF_OWNERS:
        return not_allowed(_why_no_owner(kind, citizen, people.values(), units, day, parking=parking))
    if kind in OF_RESIDENTS or kind is Electorate.HOUSEHOLDS:
        within = frozenset(unit.id for unit in units)
        because = why_no_resident(citizen, within, day) or why_judged(kind, citizen, day)
        return not_allowed(because or say("Another member of your household votes for it."))
    return not_allowed(_why_no_member(kind, citizen, day))


def _as(kind: Electorate, citizen: Citizen, line: Line) -> Message:
    """What somebody votes as."""
    if kind in OF_OWNERS and citizen.organisation:
        return say("Votes as an owner, through the person it has authorised.")
    if kind in OF_OWNERS and line.cast_by != citizen.id:
        return say("Votes as an owner, through a guardian or whoever else is authorised.")
    if kind in OF_OWNERS:
        return say("Votes as an owner: one person, however many units.")
    if kind is Electorate.HOUSEHOLDS:
        return say("Votes for the household.")
    if kind in OF_RESIDENTS:
        return say("Votes as a resident: 18 or older, living here and registered.")
    return say("Votes as a member in office.")


def _why_no_owner(
    kind: Electorate,
    citizen: Citizen,
    people: Iterable[Citizen],
    units: list[Unit],
    day: date,
    *,
    parking: bool,
) -> Message:
    held = owners_on(people, day)
    because: Message | None = None
    for unit in counted(units, parking=parking):
        having = held.get(unit.id, [])
        if citizen.id not in {owner.id for owner, _ in having}:
            continue
        hindered = why_no_vote(unit, having, day, by_area=kind is Electorate.OWNERS)
        if hindered is None and voter_of(having).id == citizen.id:
            return say("You own your units together and are one person; another of you votes.")
        because = because or hindered or say("Your co-owners named another of them to vote for this unit.")
    if because is not None:
        return because
    if citizen.home(day) is not None:
        return say("Only owners vote on what owners share; others may speak, and vote by an owner's proxy.")
    return say("Only owners vote on what owners share.")


def _why_no_member(kind: Electorate, citizen: Citizen, day: date) -> Message:
    judged = why_judged(kind, citizen, day)
    if judged is not None:
        return judged
    if kind is Electorate.OWNERS_COMMITTEE:
        return say("Only members of the owners' committee vote in it.")
    if kind is Electorate.REPRESENTATIVES_MEETING:
        return say(
            "Only the residents' committee and the representatives vote here; others may attend and speak."
        )
    return say("Only residents' representatives in office vote here.")
