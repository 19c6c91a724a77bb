"""Votes and what was frozen on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from civic.core.errors import NotFound
from civic.decide.rules.phases import VotePhase, phase_now
from civic.decide.rules.terms import Terms
from civic.decide.rules.terms_text import terms_from_json
from civic.decide.tables import Ballot, RollEntry, Vote
from civic.notices.tables import Notice
from civic.propose.tables import Issue
from civic.store.base import canonical_json
from civic.store.tables import Community
from civic.work import UnitOfWork


def frozen_terms(vote: Vote) -> Terms:
    """The rule as it was copied when the notice went out."""
    return terms_from_json(canonical_json(vote.terms))


def phase_of(work: UnitOfWork, vote: Vote) -> VotePhase:
    """Where the vote stands now, whatever is written down yet."""
    return phase_now(VotePhase(vote.phase), vote.opens_at, vote.closes_at, work.now)


@dataclass(frozen=True)
class Occasion:
    """A vote with the issue that it is about."""

    vote: Vote
    reference: str
    title: str
    phase: VotePhase
    terms: Terms

    @property
    def path(self) -> str:
        """Where it stands, below the community."""
        return f"/votes/{self.vote.id}"


def occasion(work: UnitOfWork, vote_id: int) -> Occasion:
    """One vote of this community, or `NotFound`: one statement."""
    row = work.session.execute(
        select(Vote, Issue.reference, Issue.title)
        .join(Issue, Issue.id == Vote.issue_id)
        .where(Vote.id == vote_id, Vote.community_id == work.community.id)
    ).first()
    if row is None:
        raise NotFound
    return Occasion(row.Vote, row.reference, row.title, phase_of(work, row.Vote), frozen_terms(row.Vote))


@dataclass(frozen=True)
class Latest:
    """The newest vote on an issue, and the reader's part in it."""

    vote: Vote
    on_roll: bool
    voted: bool


def latest_vote(work: UnitOfWork, issue_id: int) -> Latest | None:
    """For the page of an issue: one statement."""
    row = work.session.execute(
        select(Vote, RollEntry.id, Ballot.id)
        .outerjoin(RollEntry, and_(RollEntry.vote_id == Vote.id, RollEntry.person_id == _me(work)))
        .outerjoin(Ballot, and_(Ballot.vote_id == Vote.id, Ballot.roll_entry_id == RollEntry.id))
        .where(Vote.issue_id == issue_id, Vote.community_id == work.community.id)
        .order_by(Vote.id.desc())
        .limit(1)
    ).first()
    return Latest(row[0], row[1] is not None, row[2] is not None) if row else None


def waiting_for(work: UnitOfWork) -> Sequence[tuple[int, str, datetime]]:
    """Votes on the screen, open now, in which the reader has not voted: id, question, close."""
    rows = work.session.execute(
        select(Vote.id, Vote.question, Vote.closes_at)
        .join(RollEntry, RollEntry.vote_id == Vote.id)
        .outerjoin(Ballot, and_(Ballot.vote_id == Vote.id, Ballot.roll_entry_id == RollEntry.id))
        .where(
            Vote.community_id == work.community.id,
            RollEntry.person_id == _me(work),
            Vote.phase.in_([VotePhase.NOTIFIED.value, VotePhase.OPEN.value]),
            Vote.channel == "online",
            Vote.opens_at <= work.now,
            Vote.closes_at > work.now,
            Ballot.id.is_(None),
        )
        .order_by(Vote.closes_at)
    )
    return [(row.id, row.question, row.closes_at) for row in rows]


def notices_of(work: UnitOfWork, vote: Vote) -> list[Notice]:
    """What was posted about a vote, newest first."""
    return list(
        work.session.scalars(
            select(Notice)
            .where(
                Notice.issue_id == vote.issue_id,
                Notice.subject_id == vote.id,
                Notice.subject.in_(("vote", "provisional", "result")),
            )
            .order_by(Notice.id.desc())
        )
    )


def ballot_with(work: UnitOfWork, receipt: str) -> bool:
    """Whether a ballot with this receipt is counted in this community."""
    found = select(func.count()).where(Ballot.community_id == work.community.id, Ballot.receipt == receipt)
    return bool(work.session.scalar(found))


def path_of_code(session: Session, code: str) -> str | None:
    """The address that a vote's short code on paper stands for, in whichever community."""
    row = session.execute(
        select(Community.slug, Vote.id)
        .join(Community, Community.id == Vote.community_id)
        .where(Vote.code == code)
    ).first()
    return f"/{row.slug}/votes/{row.id}" if row else None


def _me(work: UnitOfWork) -> int:
    return work.actor.person_id if work.actor else -1
