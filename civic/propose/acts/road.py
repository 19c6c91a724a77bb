"""Moves that a later room caused; called by reactions alone."""

from datetime import date, timedelta

from civic.propose import rules
from civic.propose.queries.dates import clocks_of
from civic.propose.rules import Phase
from civic.propose.rules.clock import next_note
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def advance_issue(work: UnitOfWork, issue_id: int, step: str, *, days: int | None = None) -> None:
    """A later room moved the issue on its road. Called by reactions alone."""
    issue = work.get(Issue, issue_id, lock=True)
    rules.may_move(Phase(issue.phase), step).demand()
    issue.phase = rules.TRANSITIONS[(Phase(issue.phase), step)].value
    issue.moved_at = work.now
    issue.due_on = work.today + timedelta(days=days) if days is not None else None
    issue.note_on = next_note(clocks_of(work, issue))


def set_due(work: UnitOfWork, issue_id: int, due_on: date | None) -> None:
    """The day that the step in hand is promised for. Called by reactions alone."""
    work.get(Issue, issue_id).due_on = due_on


def archive_issue(work: UnitOfWork, issue_id: int, *, reason: str) -> None:
    """Its outcome said that nothing more is done: closed with that reason, its raiser is told. Called by a reaction."""
    advance_issue(work, issue_id, "archive")
    issue = work.get(Issue, issue_id)
    issue.reason, issue.receiver, issue.receipt = reason, "", ""
    issue.settled_at, issue.told_at = issue.moved_at, None
