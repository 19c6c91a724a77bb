"""The two clocks of an issue: put a date off, wait for a named party, write lateness down."""

from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Permission
from civic.propose import events
from civic.propose.queries.dates import clocks_of, open_waits
from civic.propose.rules import STAGE, Phase
from civic.propose.rules.clock import (
    Term,
    fallen_due,
    may_put_off,
    may_wait,
    next_note,
    stood,
    working_days_before,
    working_days_between,
)
from civic.propose.tables import Issue, MovedDate, Wait
from civic.work import UnitOfWork

P = Permission


def may_put_date_off(
    work: UnitOfWork, issue: Issue, term: Term | None = None, to_on: date | None = None
) -> Verdict:
    """The committee; a date that still runs, to a later day; without a day: whether any date runs."""
    clocks = clocks_of(work, issue)
    if term is None or to_on is None:
        runs = any(clocks.due(each) for each in Term)
        return work.may(P.MOVE_DATES).then(lambda: YES if runs else no(say("This issue has ended.")))
    return work.may(P.MOVE_DATES).then(lambda: may_put_off(clocks.due(term), to_on, work.today))


def put_date_off(work: UnitOfWork, issue_id: int, *, term: Term, to_on: date, reason: str) -> None:
    """The old date and the reason stay on the page for everybody."""
    issue = work.get(Issue, issue_id, lock=True)
    may_put_date_off(work, issue, term, to_on).demand()
    work.require(P.MOVE_DATES)
    was = clocks_of(work, issue).due(term)
    assert was is not None
    move_date(issue, work, term, to_on, reason=reason)
    work.record(
        events.DatePutOff(
            issue_id=issue.id, stage_no=STAGE[Phase(issue.phase)], term=term, was_on=was, now_on=to_on
        )
    )


def move_date(
    issue: Issue, work: UnitOfWork, term: Term, to_on: date, *, reason: str = "", wait: Wait | None = None
) -> None:
    """One date of the issue goes there; a row keeps the old one. What was late and is no more may become so again."""
    was = clocks_of(work, issue).due(term)
    if was is None or was == to_on:
        return
    if term is Term.ANSWER:
        issue.answer_due_on, issue.answer_noted = to_on, 0
    else:
        issue.whole_due_on, issue.whole_noted = to_on, 0
    issue.dates_moved += 1
    issue.note_on = next_note(clocks_of(work, issue))
    work.add(
        MovedDate(
            issue_id=issue.id, term=term, was_on=was, now_on=to_on, reason=reason,
            wait_id=wait.id if wait else None, by_id=work.person_id, at=work.now,
        )
    )  # fmt: skip


def may_wait_for(work: UnitOfWork, issue: Issue, until_on: date | None = None) -> Verdict:
    """The committee; for one named party at a time, to a day to come."""
    return may_put_date_off(work, issue).then(
        lambda: (
            may_wait(Phase(issue.phase), [each.until_on for each in open_waits(work, issue.id)], until_on, work.today)
            if until_on
            else YES
        )
    )  # fmt: skip


def wait_for(work: UnitOfWork, issue_id: int, *, party: str, reason: str, until_on: date) -> None:
    """The clock stands: both dates that run move by the working days until then, and back if the answer is early."""
    issue = work.get(Issue, issue_id, lock=True)
    may_wait_for(work, issue, until_on).demand()
    work.require(P.MOVE_DATES)
    wait = work.add(
        Wait(
            issue_id=issue.id, party=party, reason=reason, began_on=work.today, until_on=until_on, by_id=work.person_id
        )
    )  # fmt: skip
    for term in Term:
        due = clocks_of(work, issue).due(term)
        if due is not None:
            move_date(issue, work, term, stood(due, work.today, until_on, work.calendar), wait=wait)
    work.record(
        events.WaitBegun(
            issue_id=issue.id, stage_no=STAGE[Phase(issue.phase)], wait_id=wait.id, until_on=until_on
        )
    )


def may_end_wait(work: UnitOfWork, wait: Wait) -> Verdict:
    """The committee, while it lasts."""
    over = wait.ended_on is not None or wait.until_on < work.today
    return work.may(P.MOVE_DATES).then(lambda: no(say("The clock runs again already.")) if over else YES)


def end_wait(work: UnitOfWork, wait_id: int) -> None:
    """What was waited for came: both dates that still run move back by the working days that were not needed."""
    wait = work.get(Wait, wait_id, lock=True)
    may_end_wait(work, wait).demand()
    work.require(P.MOVE_DATES)
    issue = work.get(Issue, wait.issue_id, lock=True)
    wait.ended_on = work.today
    spare = working_days_between(work.today, wait.until_on, work.calendar)
    for term in Term:
        due = clocks_of(work, issue).due(term)
        if due is not None and spare:
            move_date(issue, work, term, working_days_before(due, spare, work.calendar), wait=wait)
    work.record(
        events.WaitEnded(
            issue_id=issue.id, stage_no=STAGE[Phase(issue.phase)], wait_id=wait.id, ended_on=work.today,
            until_on=wait.until_on,
        )
    )  # fmt: skip


def note_missed(work: UnitOfWork, issue_id: int) -> None:
    """What became late is written down, once at its day and once at three times its limit: a duty of the timetable."""
    issue = work.get(Issue, issue_id, lock=True)
    missed = fallen_due(clocks_of(work, issue), work.today)
    dues = {term: clocks_of(work, issue).due(term) for term, _times in missed}
    for term, times in missed:
        if term is Term.ANSWER:
            issue.answer_noted = times
        else:
            issue.whole_noted = times
    issue.note_on = next_note(clocks_of(work, issue))
    for term, times in missed:
        due = dues[term]
        assert due is not None
        work.record(
            events.DateMissed(
                issue_id=issue.id,
                stage_no=STAGE[Phase(issue.phase)],
                term=term,
                due_on=due,
                times=times,
            )
        )
