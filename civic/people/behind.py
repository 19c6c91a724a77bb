"""What lies behind a door, as one reader may see it: who lives there, who owns it, now, to come and before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from civic.core.amount import Area
from civic.core.message import Message, say
from civic.people.queries.agents import agents_of
from civic.people.queries.dwellings import Holding, Inside, Stay, Unit
from civic.people.queries.entries import Entry
from civic.people.queries.reach import Reach
from civic.people.rules.editing import Span
from civic.people.rules.entitlement.facts import Citizen
from civic.people.rules.entitlement.facts import Holding as Dated
from civic.people.rules.entitlement.facts import Unit as Counted
from civic.people.rules.entitlement.owners import owners_on, voter_of, why_no_vote
from civic.people.rules.sight import Field, Sight
from civic.people.seeing import sights_of
from civic.people.spoken import RELATIONS
from civic.people.tables import DwellingKind, PersonKind
from civic.work import UnitOfWork

F = Field


@dataclass(frozen=True)
class Row:
    """Somebody behind the door; None is what this reader must not see."""

    id: int
    person_id: int
    name: str
    gone_on: date | None
    span: Span
    mine: bool
    """Whether it is the reader's own: a colleague edits it."""
    relation: Message | None = None
    registered: bool | None = None
    unsaid: bool = False
    """Nobody has said whether registered."""
    share: Fraction | None = None
    share_known: bool = True
    votes: bool = False
    """Whether the co-owners named this one."""


@dataclass
class When:
    """Rows by their time."""

    now: list[tuple[int, Row]] = field(default_factory=list)
    coming: list[Row] = field(default_factory=list)
    before: list[Row] = field(default_factory=list)

    def put(self, row: Row, today: date, household: int = 0) -> None:
        """Where the row belongs on that day; whoever is gone lives here no more, but what they owned waits."""
        if not row.span.lasts(today) or (household and row.gone_on and row.gone_on <= today):
            self.before.insert(0, row)
        elif row.span.from_on > today:
            self.coming.append(row)
        else:
            self.now.append((household, row))


@dataclass(frozen=True)
class Behind:
    """All of it."""

    living: When
    owning: When
    shares: bool
    """Whether shares, and who votes, lie open."""
    voting: Message | None
    """Who votes for it as owner, or what keeps it from the roll; None where that lies not open."""
    left: Fraction
    """The share of which no owner is on the roll."""

    @property
    def households(self) -> list[tuple[int, list[Row]]]:
        """Who lives there today, household by household."""
        numbers = sorted({number for number, _row in self.living.now})
        return [(n, [row for number, row in self.living.now if number == n]) for n in numbers]

    @property
    def owners(self) -> list[Row]:
        """Who owns of it today."""
        return [row for _number, row in self.owning.now]


def behind(work: UnitOfWork, reach: Reach, unit: Unit, found: Inside) -> Behind:
    """What stands on the page; of before only for whoever keeps the whole roll."""
    living, owning = When(), When()
    sights = {ident: sights_of(work, reach, entry) for ident, entry in found.people.items()}
    for stay in found.stays:
        if _open(sights, stay.person_id):
            living.put(_lives(work, stay, found, sights), work.today, stay.household)
    for held in found.holdings:
        if _open(sights, held.person_id):
            owning.put(_owns(work, held, found, sights), work.today)
    if not reach.everybody:
        living.before, owning.before = [], []
    living.before.sort(key=_latest, reverse=True)
    shares = all(sight[F.SHARE] is Sight.FULL for sight in sights.values()) and reach.everybody
    today = [held for held in found.holdings if _holds(held.span, work.today)]
    return Behind(
        living, owning, shares, _voting(work, unit, found) if shares else None,
        1 - sum((held.share for held in today), Fraction(0)),
    )  # fmt: skip


def _open(sights: dict[int, dict[Field, Sight]], person_id: int) -> bool:
    """A door never stands beside a name that the reader must not have with it."""
    return person_id in sights and {sights[person_id][F.DOOR], sights[person_id][F.NAME]} == {Sight.FULL}


def _lives(work: UnitOfWork, stay: Stay, found: Inside, sights: dict[int, dict[Field, Sight]]) -> Row:
    entry, sight = found.people[stay.person_id], sights[stay.person_id]
    return Row(
        stay.id, entry.person_id, entry.name, entry.gone_on, stay.span, _mine(work, entry),
        relation=RELATIONS[stay.relation] if sight[F.RELATION] is Sight.FULL else None,
        registered=stay.registered if sight[F.REGISTERED] is Sight.FULL else None,
        unsaid=stay.registered is None and sight[F.REGISTERED] is Sight.FULL,
    )  # fmt: skip


def _owns(work: UnitOfWork, held: Holding, found: Inside, sights: dict[int, dict[Field, Sight]]) -> Row:
    entry = found.people[held.person_id]
    full = sights[held.person_id][F.SHARE] is Sight.FULL
    return Row(
        held.id, entry.person_id, entry.name, entry.gone_on, held.span, _mine(work, entry),
        share=held.share if full else None, share_known=held.share_known, votes=full and held.named_voter,
    )  # fmt: skip


def _mine(work: UnitOfWork, entry: Entry) -> bool:
    return work.actor is not None and entry.person_id in {work.actor.person_id, work.actor.helper_id}


def _latest(row: Row) -> tuple[date, int]:
    return row.span.to_on or date.max, row.id


def _holds(span: Span, day: date) -> bool:
    return span.from_on <= day and span.lasts(day)


def _voting(work: UnitOfWork, unit: Unit, found: Inside) -> Message | None:
    """As the roll of an owners' vote would be drawn today (`rules.entitlement`)."""
    dwelling = unit.dwelling
    if dwelling.kind == DwellingKind.PARKING:
        return say("A parking space counts only where the owners' own rules say so.")
    held = owners_on(_citizens(dwelling.id, found.holdings, found.people), work.today).get(dwelling.id, [])
    counted = Counted(dwelling.id, dwelling.area_hundredths, dwelling.kind, dwelling.state)
    because = why_no_vote(counted, held, work.today, by_area=True)
    if because is not None:
        return say("Nobody can vote for it yet: %(because)s", because=because)
    return _votes(work, voter_of(held), found, Area(dwelling.area_hundredths or 0))


def _votes(work: UnitOfWork, voter: Citizen, found: Inside, area: Area) -> Message:
    """Who votes for it, and who casts the ballot where that is another: one statement."""
    name, agent = found.people[voter.id].name, agents_of(work, [voter.id]).get(voter.id)
    if agent:
        return say(
            "%(name)s votes for %(area)s m², through %(agent)s.", name=name, area=area, agent=agent.name
        )
    if voter.organisation:
        return say(
            "%(name)s votes for %(area)s m²; nobody is recorded who acts for it.", name=name, area=area
        )
    if voter.born_on and not voter.of_age(work.today):
        return say("%(name)s votes for %(area)s m²; no guardian is recorded.", name=name, area=area)
    return say("%(name)s votes for %(area)s m².", name=name, area=area)


def _citizens(dwelling_id: int, holdings: Sequence[Holding], people: dict[int, Entry]) -> list[Citizen]:
    mine: dict[int, list[Dated]] = {}
    for held in holdings:
        dated = Dated(dwelling_id, held.span.from_on, held.span.to_on, held.named_voter)
        mine.setdefault(held.person_id, []).append(dated)
    return [
        Citizen(
            ident, people[ident].born_on, people[ident].gone_on,
            people[ident].kind == PersonKind.ORGANISATION.value, holdings=tuple(dated),
        )
        for ident, dated in mine.items()
        if ident in people
    ]  # fmt: skip
