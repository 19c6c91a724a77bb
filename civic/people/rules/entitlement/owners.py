"""Who votes as an owner, with which units, and what keeps a unit from the roll."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from civic.core.message import Message, say
from civic.people.rules.entitlement.facts import Citizen, Holding, Unit, holds
from civic.people.rules.entitlement.heads import DEVELOPER, NOBODY, Buyer, heads_of
from civic.people.rules.entitlement.lines import Gap, Line, Roll

Owners = list[tuple[Citizen, Holding]]

DEVELOPERS = ("unsold", "undelivered")
"""States in which a unit counts with the developer's; while nobody has said, whoever is on the roll as owner votes
(Weifang, art. 26: the registered owner)."""


@dataclass
class _Drawn:
    """The roll while it is being drawn: units by voter, and units that cannot vote with who would; each with
    whose it is."""

    units: dict[int, list[tuple[Unit, Buyer]]] = field(default_factory=dict)
    waiting: list[tuple[Unit, Buyer, int | None, Message]] = field(default_factory=list)
    builders: set[int] = field(default_factory=set)
    """Organisations with an unsold or undelivered unit: what such a firm owns is the developer's."""

    def known(self, buyer: Buyer) -> Buyer:
        """The developer under one name."""
        return DEVELOPER if buyer and buyer <= self.builders else buyer


def owners(
    citizens: Iterable[Citizen],
    units: Iterable[Unit],
    day: date,
    *,
    parking: bool = False,
    by_area: bool = True,
) -> Roll:
    """One line an owner: one head however many units, their areas added.

    One buyer's several units, and the developer's unsold or undelivered ones together, are one person
    (Interpretation of 2020, art. 9; Shandong, art. 25; Hangzhou, art. 17). Co-owners who named different
    people for their units stay one person: one line has the head, the others their area alone, and none
    where only heads count. Shops count; parking only where the owners' own rules say so (Ningbo, art. 18).
    An area is needed only where area is counted.
    """
    people = {citizen.id: citizen for citizen in citizens}
    held = owners_on(people.values(), day)
    drawn = _Drawn()
    for unit in counted(units, parking=parking):
        having = held.get(unit.id, [])
        because, whose = why_no_vote(unit, having, day, by_area=by_area), _whose(unit, having)
        if whose == DEVELOPER:
            drawn.builders |= {owner.id for owner, _ in having if owner.organisation}
        if because is None:
            drawn.units.setdefault(voter_of(having).id, []).append((unit, whose))
        else:
            drawn.waiting.append((unit, whose, _would_vote(having), because))
    buyers = {voter: [drawn.known(whose) for _, whose in mine] for voter, mine in drawn.units.items()}
    heads = heads_of(buyers)
    lines = [_line(people[voter], drawn.units[voter], heads[voter], day) for voter in sorted(drawn.units)]
    kept = tuple(line for line in lines if line.heads or by_area)
    return Roll(kept, tuple(_gaps(drawn, {buyer for each in buyers.values() for buyer in each})))


def counted(units: Iterable[Unit], *, parking: bool) -> list[Unit]:
    """The units that weigh in a vote, by id."""
    return sorted((unit for unit in units if parking or unit.kind != "parking"), key=lambda unit: unit.id)


def owners_on(citizens: Iterable[Citizen], day: date) -> dict[int, Owners]:
    """The registered owners of each unit that day; on the day of a sale the buyer, for a sale takes effect
    when it is registered (Civil Code, art. 214)."""
    found: dict[int, Owners] = {}
    for citizen in citizens:
        for holding in citizen.holdings:
            if holds(holding, day):
                found.setdefault(holding.dwelling_id, []).append((citizen, holding))
    for dwelling_id, having in found.items():
        if any(holding.from_on == day for _, holding in having):
            found[dwelling_id] = [each for each in having if each[1].to_on != day or each[1].from_on == day]
    return found


def why_no_vote(unit: Unit, having: Owners, day: date, *, by_area: bool) -> Message | None:
    """What keeps a unit from the roll; None if somebody votes for it."""
    if not having:
        return say("No owner of this unit is on the roll.")
    if unit.state in DEVELOPERS and not all(owner.organisation for owner, _ in having):
        return say("Not handed over yet: until then this unit counts with the developer's.")
    ids = {owner.id for owner, _ in having}
    named = {owner.id for owner, holding in having if holding.named_voter}
    if len(ids) > 1 and len(named) != 1:
        return say("The owners of this unit must name one of them to vote.")
    if not voter_of(having).here(day):
        return say("The owner has died or left for good; whoever follows must show the papers.")
    if by_area and not unit.area:
        return say(
            "The area of this unit is not known: see the register, else the survey, else the contract."
        )
    return None


def voter_of(having: Owners) -> Citizen:
    """The sole owner, or the one whom the co-owners named."""
    return next((owner for owner, holding in having if holding.named_voter), having[0][0])


def cast_by(owner: Citizen, day: date) -> int | None:
    """Who casts an owner's vote: a guardian for a minor, an authorised person for an organisation
    (Guidance for owners' assemblies, art. 25; Weifang, art. 34); else the owner or whom they authorised."""
    minor = owner.born_on is not None and not owner.of_age(day)
    return owner.agent_id if owner.organisation or minor else owner.agent_id or owner.id


def _whose(unit: Unit, having: Owners) -> Buyer:
    """Who bought a unit; what is not handed over yet is the developer's."""
    if unit.state in DEVELOPERS:
        return DEVELOPER
    return frozenset(owner.id for owner, _ in having) or NOBODY


def _would_vote(having: Owners) -> int | None:
    """Who votes for a unit once what keeps it from the roll is mended; None while nobody can tell."""
    named = {owner.id for owner, holding in having if holding.named_voter}
    ids = named if len(named) == 1 else {owner.id for owner, _ in having}
    return ids.pop() if len(ids) == 1 else None


def _line(voter: Citizen, mine: list[tuple[Unit, Buyer]], heads: int, day: date) -> Line:
    return Line(
        voter.id,
        tuple(unit.id for unit, _ in mine),
        heads,
        sum(unit.area or 0 for unit, _ in mine),
        cast_by(voter, day),
    )


def _gaps(drawn: _Drawn, counted_already: set[Buyer]) -> Iterable[Gap]:
    """A unit that waits adds its area, and a head unless its owners have one already or would vote with one."""
    for unit, whose, voter, because in drawn.waiting:
        buyer = drawn.known(whose)
        new = buyer == NOBODY or not (buyer in counted_already or voter in drawn.units)
        counted_already.add(buyer)
        yield Gap(because, dwelling_id=unit.id, heads=int(new), area=unit.area or 0)
