"""A voter's place in a vote: the vote, the roll entry, the ballot, in one statement."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, select

from civic.core.errors import NotFound
from civic.decide.rules.phases import VotePhase
from civic.decide.tables import Ballot, RollEntry, Vote
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Seat:
    """What one person may do in one vote; no roll entry: not on the roll."""

    vote_id: int
    issue_id: int
    phase: VotePhase
    opens_at: datetime
    closes_at: datetime
    channel: str
    entry_id: int | None
    number: int | None
    office: str
    label: str
    units: int
    area: int
    ballot_id: int | None
    choice: str | None
    receipt: str | None
    cast_at: datetime | None

    @property
    def on_roll(self) -> bool:
        """Whether the person may vote here at all."""
        return self.entry_id is not None

    @property
    def voted(self) -> bool:
        """Whether a ballot is on record, by whatever channel."""
        return self.ballot_id is not None


SEAT = (
    select(
        Vote.id, Vote.issue_id, Vote.phase, Vote.opens_at, Vote.closes_at, Vote.channel,
        RollEntry.id, RollEntry.number, RollEntry.office, RollEntry.label, RollEntry.units,
        RollEntry.area_hundredths, Ballot.id, Ballot.choice, Ballot.receipt, Ballot.cast_at,
    )
    .outerjoin(RollEntry, and_(RollEntry.vote_id == Vote.id, RollEntry.person_id == bindparam("person")))
    .outerjoin(Ballot, and_(Ballot.vote_id == Vote.id, Ballot.roll_entry_id == RollEntry.id))
    .where(Vote.id == bindparam("vote"), Vote.community_id == bindparam("community"))
)  # fmt: skip


def seat_of(work: UnitOfWork, vote_id: int) -> Seat:
    """The acting person's place; `NotFound` for a vote of another community."""
    person = work.actor.person_id if work.actor else -1
    row = (
        work.session.connection()
        .execute(SEAT, {"person": person, "vote": vote_id, "community": work.community.id})
        .first()
    )
    if row is None:
        raise NotFound
    vote, issue, phase, opens, closes, channel, entry, number, office, label, units, area, *ballot = row
    return Seat(
        vote, issue, VotePhase(phase), opens, closes, channel, entry, number, office or "", label or "",
        units or 0, area or 0, *ballot,
    )  # fmt: skip
