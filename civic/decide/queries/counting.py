"""What was counted, and what still has to be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from civic.decide.rules.kinds import Choice, Counter
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.tally import Count, Counts, PlainBallot, count_ballots
from civic.decide.rules.terms import Terms
from civic.decide.tables import Ballot, RollEntry, Sheet, Vote
from civic.notices.tables import Notice, Objection

RESULT_SUBJECTS = ("result", "provisional")


@dataclass(frozen=True)
class Counted:
    """The figures of each counter, and the invalid ballots by their reason."""

    counts: Counts
    invalid: dict[str, int]

    def stored(self) -> dict[str, Any]:
        """As it is kept with the vote."""
        return {
            "counters": {
                c.value: [n.entitled, n.yes, n.no, n.abstain, n.invalid] for c, n in self.counts.items()
            },
            "invalid": self.invalid,
        }


def counted_from(stored: dict[str, Any]) -> Counted:
    """What was kept with a vote, as figures again."""
    counts = {Counter(c): Count(*figures) for c, figures in stored["counters"].items()}
    return Counted(counts, stored["invalid"])


def count_vote(session: Session, vote_id: int, terms: Terms) -> Counted:
    """Add all ballots up against the frozen roll: two statements, whatever the number of ballots."""
    roll = session.execute(
        select(func.sum(RollEntry.heads), func.sum(RollEntry.area_hundredths)).where(
            RollEntry.vote_id == vote_id
        )
    ).one()
    rows = session.execute(
        select(
            Ballot.choice, Ballot.invalid_reason, func.count(),
            func.sum(RollEntry.heads), func.sum(RollEntry.area_hundredths),
        )
        .join(RollEntry, RollEntry.id == Ballot.roll_entry_id)
        .where(Ballot.vote_id == vote_id)
        .group_by(Ballot.choice, Ballot.invalid_reason)
    ).all()  # fmt: skip
    piles = [_pile(choice, int(heads), int(area)) for choice, _reason, _n, heads, area in rows]
    entitled = {c: int(roll[1] or 0) if c is Counter.AREA else int(roll[0] or 0) for c in terms.counters}
    invalid = {reason: int(n) for choice, reason, n, _h, _a in rows if choice == "invalid"}
    return Counted(count_ballots(piles, entitled), invalid)


def _pile(choice: str, heads: int, area: int) -> PlainBallot:
    if choice == "invalid":
        return PlainBallot(Choice.ABSTAIN, heads, area, valid=False)
    return PlainBallot(Choice(choice), heads, area)


def ballots_in(session: Session, vote_id: int) -> int:
    """How many ballots are on record."""
    return session.scalar(select(func.count()).where(Ballot.vote_id == vote_id)) or 0


def entitled_in(session: Session, vote_id: int) -> int:
    """How many entries the roll has: as many sheets go out."""
    return session.scalar(select(func.count()).where(RollEntry.vote_id == vote_id)) or 0


def pending_sheets(session: Session, vote_id: int) -> int:
    """Sheets that were keyed once only, or whose readings differ."""
    return (
        session.scalar(select(func.count()).where(Sheet.vote_id == vote_id, Sheet.settled_choice.is_(None)))
        or 0
    )


def open_objections(session: Session, vote: Vote) -> int:
    """Objections to the result of this vote that wait for an answer."""
    return (
        session.scalar(
            select(func.count(Objection.id))
            .join(Notice, Notice.id == Objection.notice_id)
            .where(
                Notice.issue_id == vote.issue_id,
                Notice.subject_id == vote.id,
                Notice.subject.in_(RESULT_SUBJECTS),
                Objection.answered_at.is_(None),
            )
        )
        or 0
    )


def votes_opening(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Votes whose hour of opening was not yet written down."""
    rows = session.execute(
        select(Vote.opens_at, Vote.id).where(
            Vote.community_id == community_id, Vote.phase == VotePhase.NOTIFIED.value
        )
    )
    return [(row.opens_at, row.id) for row in rows]


def votes_closing(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Votes whose hour of closing was not yet written down."""
    rows = session.execute(
        select(Vote.closes_at, Vote.id).where(
            Vote.community_id == community_id,
            Vote.phase.in_([VotePhase.NOTIFIED.value, VotePhase.OPEN.value]),
        )
    )
    return [(row.closes_at, row.id) for row in rows]
