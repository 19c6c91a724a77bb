"""Petitions: where the newest one of an issue stands for one person, sheets that wait for a check, what has ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, func, select
from sqlalchemy.orm import Session, aliased

from civic.core.verdict import Verdict
from civic.people.queries.entitled import citizens_for, units_for
from civic.people.queries.home import current
from civic.people.rules.entitlement import Citizen, Home, Term, Unit, electorate, may_vote
from civic.people.rules.entitlement.kinds import OF_OWNERS
from civic.people.tables import Building, Office, OfficeKind, Person, Residence
from civic.propose.rules import Nature
from civic.propose.rules.petition import ELECTORATES, Bar, Counted, Way, needed, ways_of
from civic.propose.tables import Issue, Petition, Signature
from civic.work import UnitOfWork

ANY = aliased(Petition)


@dataclass(frozen=True)
class Standing:
    """The newest petition of an issue: its figures, and what one person has to do with it."""

    petition: Petition
    bars: tuple[Bar, ...]
    waiting: int
    """Entered from paper and not checked yet."""
    signed: frozenset[Way] = frozenset()
    """As what this person's signature counts."""
    on_paper: bool = False
    """Whether a signature of theirs on paper waits for its check."""
    citizen: Citizen | None = None
    """What the roll says of them on the day of the roll; None for a visitor."""

    def runs(self, now: datetime) -> bool:
        """Whether it can be signed."""
        return self.petition.ended is None and now < self.petition.ends_at

    def open_ways(self) -> list[Way]:
        """As what it can be signed at all."""
        return [bar.way for bar in self.bars if bar.of]

    def may_vote(self, way: Way) -> Verdict:
        """The answer of the entitlement rule for this person on the day of the roll; owners are asked elsewhere."""
        assert self.citizen is not None
        homes = [Unit(home.dwelling_id) for home in self.citizen.homes]
        return may_vote(ELECTORATES[way], self.citizen.id, [self.citizen], homes, self.petition.roll_on)


def standing_of(work: UnitOfWork, issue: Issue, person_id: int | None) -> Standing | None:
    """One statement; none for an issue on which none was ever begun."""
    if not issue.petitions:
        return None
    rows = work.session.execute(
        select(
            Petition, *(_signed(way).label(f"n_{way}") for way in Way),
            *(_signed(way, person_id).label(f"mine_{way}") for way in Way),
            _signed(None, person_id, Counted.WAITING).label("on_paper"),
            _signed(None, None, Counted.WAITING).label("waiting"),
            Person.born_on, Person.gone_on, Person.kind, Residence.dwelling_id, Residence.from_on,
            Residence.registered,
            exists().where(
                Office.person_id == person_id, Office.kind == OfficeKind.REPRESENTATIVE.value,
                current(Office, Petition.roll_on),
            ).label("represents"),
        )
        .select_from(Petition)
        .outerjoin(Person, and_(Person.id == person_id, Person.community_id == work.community.id))
        .outerjoin(Residence, and_(Residence.person_id == Person.id, current(Residence, Petition.roll_on)))
        .where(Petition.issue_id == issue.id, Petition.community_id == work.community.id)
        .where(Petition.id == select(func.max(ANY.id)).where(ANY.issue_id == issue.id).scalar_subquery())
    ).all()  # fmt: skip
    return _standing(rows, person_id) if rows else None


def _signed(way: Way | None, person_id: int | None = None, state: Counted = Counted.COUNTED) -> Any:
    """How many people stand on it in that state, each once; the one person alone where one is named."""
    found = select(func.count(Signature.person_id.distinct())).where(
        Signature.petition_id == Petition.id, Signature.state == state.value
    )
    if way is not None:
        found = found.where(Signature.way == way.value)
    if person_id is not None:
        found = found.where(Signature.person_id == person_id)
    return found.correlate(Petition).scalar_subquery()


def _standing(rows: Sequence[Any], person_id: int | None) -> Standing:
    row, petition = rows[0], rows[0].Petition
    counts = [getattr(row, f"n_{way}") for way in Way]
    known = person_id is not None and row.kind is not None
    return Standing(
        petition=petition,
        bars=tuple(_with(bar, n) for bar, n in zip(bars_of(petition), counts, strict=True)),
        waiting=row.waiting,
        signed=frozenset(way for way in Way if getattr(row, f"mine_{way}")) if known else frozenset(),
        on_paper=bool(row.on_paper) and known,
        citizen=_citizen(rows, person_id) if known and person_id is not None else None,
    )


def _with(bar: Bar, signed: int) -> Bar:
    return Bar(bar.way, bar.of, bar.needed, signed)


def _citizen(rows: Sequence[Any], person_id: int) -> Citizen:
    row, day = rows[0], rows[0].Petition.roll_on
    homes = (
        Home(r.dwelling_id, r.from_on, registered=r.registered) for r in rows if r.dwelling_id is not None
    )
    terms = (Term(OfficeKind.REPRESENTATIVE.value, day),) if row.represents else ()
    return Citizen(
        person_id, row.born_on, row.gone_on, row.kind == "organisation", homes=tuple(homes), terms=terms
    )


def bars_of(petition: Petition) -> list[Bar]:
    """Each way as it was fixed at the start."""
    return [
        Bar(Way.RESIDENT, petition.of_residents, petition.needed_residents),
        Bar(Way.REPRESENTATIVE, petition.of_representatives, petition.needed_representatives),
        Bar(Way.OWNER, petition.of_owners, petition.needed_owners),
    ]


def bars_today(work: UnitOfWork, issue: Issue) -> list[Bar]:
    """How many are entitled today each way, and how many of them it takes: the roll of each is drawn."""
    found = {way: Bar(way, 0, 0) for way in Way}
    for way, num, den in ways_of(Nature(issue.nature) if issue.nature else None):
        of = _heads(work, way, issue)
        found[way] = Bar(way, of, needed(of, num, den))
    return list(found.values())


def _heads(work: UnitOfWork, way: Way, issue: Issue) -> int:
    kind = ELECTORATES[way]
    estate = estate_of(work, issue) if kind in OF_OWNERS else None
    return electorate(kind, citizens_for(work, kind, estate), units_for(work, estate), work.today).heads


def votes_as_owner(work: UnitOfWork, issue: Issue, petition: Petition, person_id: int) -> Verdict:
    """Whether somebody was the one who votes for a dwelling of the issue's estate on the day of the roll."""
    kind, estate = ELECTORATES[Way.OWNER], estate_of(work, issue)
    citizens = citizens_for(work, kind, estate)
    known = [*citizens, *([] if any(one.id == person_id for one in citizens) else [Citizen(person_id)])]
    return may_vote(kind, person_id, known, units_for(work, estate), petition.roll_on)


def estate_of(work: UnitOfWork, issue: Issue) -> str | None:
    """The estate of the issue's building; None where no building is named."""
    if issue.building_id is None:
        return None
    return work.session.scalar(select(Building.estate).where(Building.id == issue.building_id))


def petitions_ending(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """When each petition that runs is decided: at its end, later while sheets wait for their check."""
    waits = exists().where(Signature.petition_id == Petition.id, Signature.state == Counted.WAITING.value)
    rows = session.execute(
        select(Petition.id, Petition.ends_at, Petition.checks_end_at, waits.label("waits")).where(
            Petition.community_id == community_id, Petition.ended.is_(None)
        )
    )
    return [(row.checks_end_at if row.waits else row.ends_at, row.id) for row in rows]
