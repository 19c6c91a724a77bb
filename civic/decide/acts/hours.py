"""What the hour does: a vote opens, closes, and online ballots are counted at once."""

from civic.core.phase import step
from civic.decide import events
from civic.decide.acts.results import declare
from civic.decide.queries.counting import pending_sheets
from civic.decide.queries.votes import frozen_terms
from civic.decide.rules.holding import PAPER
from civic.decide.rules.notice import declare_by
from civic.decide.rules.phases import TRANSITIONS, VotePhase
from civic.decide.tables import Vote
from civic.work import UnitOfWork


def open_vote(work: UnitOfWork, vote_id: int) -> None:
    """The hour of opening; a duty of the timetable, once."""
    vote = work.get(Vote, vote_id, lock=True)
    vote.phase = step(TRANSITIONS, VotePhase(vote.phase), "open").value
    vote.opened_at = vote.opens_at
    paper = vote.channel == PAPER
    work.record(
        events.VoteOpened(issue_id=vote.issue_id, vote_id=vote.id, closes_at=vote.closes_at, paper=paper)
    )


def close_vote(work: UnitOfWork, vote_id: int) -> None:
    """The hour of closing, stamped with the scheduled instant; a duty of the timetable, once."""
    vote = work.get(Vote, vote_id, lock=True)
    vote.phase = step(TRANSITIONS, VotePhase(vote.phase), "close").value
    vote.closed_at = vote.closes_at
    by = declare_by(frozen_terms(vote), work.today, work.calendar) if vote.channel == PAPER else None
    work.record(
        events.VoteClosed(issue_id=vote.issue_id, vote_id=vote.id, channel=vote.channel, declare_by=by)
    )


def declare_at_close(work: UnitOfWork, vote_id: int) -> None:
    """An online vote is counted as it closes, unless paper sheets still wait for their second reading."""
    vote = work.get(Vote, vote_id, lock=True)
    if vote.channel != PAPER and pending_sheets(work.session, vote.id) == 0:
        declare(work, vote)
