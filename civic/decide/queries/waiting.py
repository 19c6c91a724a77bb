"""Votes that wait for an office-holder: sheets to read, results to declare, objections to answer."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, or_, select

from civic.decide.rules.phases import VotePhase
from civic.decide.tables import Ballot, RollEntry, Sheet, Vote
from civic.notices.tables import Notice, Objection
from civic.propose.tables import Issue
from civic.work import UnitOfWork

COUNTED = (VotePhase.NOTIFIED.value, VotePhase.OPEN.value, VotePhase.CLOSED.value)
"""Until the result is declared; the hour may have come before it was written down."""


@dataclass(frozen=True)
class ToCount:
    """A vote whose sheets are being read, or that waits for its declaration."""

    vote: Vote
    title: str
    due: int
    """Entries of the roll."""
    on_screen: int
    keyed: int
    once: int
    """Keyed by one clerk alone."""
    once_by_me: int
    differing: int
    """Keyed twice with different readings, not settled."""

    @property
    def unread(self) -> int:
        """Numbers of the roll that nobody has keyed; some of these sheets may never come in."""
        return self.due - self.on_screen - self.keyed


def to_count(work: UnitOfWork, most: int = 10) -> list[ToCount]:
    """Votes with sheets, from their opening to their declaration, the soonest close first: one statement."""
    single = Sheet.second_clerk_id.is_(None)
    differs = and_(Sheet.second_clerk_id.is_not(None), Sheet.settled_choice.is_(None))
    rows = work.session.execute(
        select(
            Vote, Issue.title,
            select(func.count()).where(RollEntry.vote_id == Vote.id).scalar_subquery(),
            select(func.count()).where(Ballot.vote_id == Vote.id, Ballot.channel != "paper").scalar_subquery(),
            _sheets(), _sheets(single), _sheets(single, Sheet.first_clerk_id == work.person_id),
            _sheets(differs),
        )
        .join(Issue, Issue.id == Vote.issue_id)
        .where(
            Vote.community_id == work.community.id,
            Vote.phase.in_(COUNTED),
            Vote.opens_at <= work.now,
            or_(Vote.channel == "paper", Vote.closes_at <= work.now),
        )
        .order_by(Vote.closes_at, Vote.id)
        .limit(most)
    )  # fmt: skip
    return [ToCount(*row) for row in rows]


def _sheets(*which: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).where(Sheet.vote_id == Vote.id, *which).scalar_subquery()


@dataclass(frozen=True)
class Objected:
    """Objections to a notice about a vote that have no answer yet."""

    notice_id: int
    title: str
    preset: str
    objections: int
    due_on: date
    """The day of the earliest answer."""


def unanswered(work: UnitOfWork, most: int = 10) -> list[Objected]:
    """Notices of votes and results with unanswered objections, the longest due first: one statement."""
    due_on = func.min(Objection.answer_due_on)
    rows = work.session.execute(
        select(Notice.id, Notice.title, Vote.preset, func.count(Objection.id), due_on)
        .join(Notice, Notice.id == Objection.notice_id)
        .join(Vote, Vote.id == Notice.subject_id)
        .where(
            Objection.community_id == work.community.id,
            Objection.answered_at.is_(None),
            Notice.subject.in_(("vote", "provisional", "result")),
        )
        .group_by(Notice.id, Notice.title, Vote.preset)
        .order_by(due_on, Notice.id)
        .limit(most)
    )
    return [Objected(*row) for row in rows]
