"""Whoever raised an issue is told what became of it: on their own page, or by whoever entered it for them."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.permissions import Permission, Standing
from civic.propose import events
from civic.propose.archived import archived
from civic.propose.rules import STAGE, Phase
from civic.propose.tables import DeclineObjection, Issue
from civic.work import UnitOfWork

P = Permission


def may_note_told(work: UnitOfWork, issue: Issue) -> Verdict:
    """The raiser, or whoever entered it for them; once, when it was answered."""
    return work.may(P.NOTE_TOLD, *_as(work, issue)).then(lambda: _answered(work, issue))


def note_told(work: UnitOfWork, issue_id: int) -> None:
    """It leaves the page Today."""
    issue = work.get(Issue, issue_id, lock=True)
    may_note_told(work, issue).demand()
    work.require(P.NOTE_TOLD, *_as(work, issue))
    issue.told_at = work.now
    in_person = issue.raiser_id != work.person_id
    work.record(
        events.OutcomeTold(issue_id=issue.id, stage_no=STAGE[Phase(issue.phase)], in_person=in_person)
    )


def may_note_answer_told(work: UnitOfWork, objection: DeclineObjection) -> Verdict:
    """Whoever objected, or entered it for them; once, when it was answered."""
    return work.may(P.NOTE_TOLD, *_as_objector(work, objection)).then(lambda: _objector(work, objection))


def note_answer_told(work: UnitOfWork, objection_id: int) -> None:
    """The answer to an objection leaves the page Today."""
    objection = work.get(DeclineObjection, objection_id, lock=True)
    may_note_answer_told(work, objection).demand()
    work.require(P.NOTE_TOLD, *_as_objector(work, objection))
    objection.told_at = work.now
    in_person = objection.person_id != work.person_id
    work.record(events.OutcomeTold(issue_id=objection.issue_id, stage_no=1, in_person=in_person))


def _as_objector(work: UnitOfWork, objection: DeclineObjection) -> tuple[Standing, ...]:
    mine = work.actor is not None and work.actor.person_id == objection.person_id
    return (Standing.AFFECTED,) if mine else ()


def _objector(work: UnitOfWork, objection: DeclineObjection) -> Verdict:
    if work.person_id not in {objection.person_id, objection.collector_id}:
        return not_allowed(say("This is for whoever objected, or entered the objection for them."))
    if objection.answered_at is None or objection.told_at is not None:
        return no(say("There is nothing new to read here."))
    return YES


def _as(work: UnitOfWork, issue: Issue) -> tuple[Standing, ...]:
    mine = work.actor is not None and work.actor.person_id == issue.raiser_id
    return (Standing.RAISER,) if mine else ()


def _answered(work: UnitOfWork, issue: Issue) -> Verdict:
    if work.person_id not in {issue.raiser_id, issue.collector_id}:
        return not_allowed(say("This is for whoever raised the issue, or entered it for them."))
    answered = issue.phase in {Phase.HANDLED, Phase.DECLINED} or (
        issue.phase == Phase.CLOSED and (bool(issue.receiver or issue.mediation) or archived(issue))
    )
    # Of a merger the raiser is told under Today; whoever has no account, by who entered it.
    answered = answered or (issue.phase == Phase.MERGED and work.person_id != issue.raiser_id)
    if not answered or issue.told_at is not None:
        return no(say("There is nothing new to read here."))
    return YES
