"""The author's appeal against a hiding, its answer, and when the answer is late."""

from civic.core.days import days_late, end_of, working_days_after
from civic.core.errors import NotFound
from civic.core.verdict import Verdict
from civic.discuss import events, queries, rules
from civic.discuss.acts.hiding import bring_back
from civic.discuss.acts.subject import Spoken, helping, spoken_of
from civic.discuss.rules import own_words
from civic.discuss.tables import Hiding
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_appeal_hiding(work: UnitOfWork, spoken: Spoken, newest: Hiding | None) -> Verdict:
    """Its author, or a helper in their place, once, within fifteen days."""
    return (
        work.may(P.CONTRIBUTE)
        .then(lambda: own_words(own=spoken.own(work), helping=False))
        .then(
            lambda: rules.may_appeal(
                hidden=spoken.hidden,
                withdrawn=spoken.withdrawn,
                appealed=newest is not None and newest.appealed_at is not None,
                until_on=newest.appeal_until_on if newest else None,
                today=work.today,
            )
        )
    )


def appeal_hiding(work: UnitOfWork, contribution_id: int, *, text: str) -> Hiding:
    """The supervisory committee decides within five working days."""
    spoken = spoken_of(work, contribution_id, lock=True)
    hiding = queries.newest_hiding(work, contribution_id)
    may_appeal_hiding(work, spoken, hiding).demand()
    work.require(P.CONTRIBUTE)
    if hiding is None or work.actor is None:
        raise NotFound
    due = working_days_after(work.today, rules.ANSWER_DAYS, work.calendar)
    hiding.appeal, hiding.appealed_at, hiding.seen_at = text, work.now, work.now
    hiding.appealed_by = work.actor.helper_id if helping(work) else work.person_id
    hiding.answer_due_on, hiding.answer_end_at = due, end_of(due, work.zone)
    work.record(
        events.HidingAppealed(
            issue_id=spoken.issue.id, reference=spoken.issue.reference, contribution_id=contribution_id,
            hiding_id=hiding.id, answer_due_on=due,
        )
    )  # fmt: skip
    return hiding


def may_answer_appeal(work: UnitOfWork, spoken: Spoken, newest: Hiding | None) -> Verdict:
    """The supervisory committee: nobody who hid it, said it or appealed."""
    concerned = {spoken.said.person_id, *((newest.by_id, newest.appealed_by) if newest else ())}
    return work.may(P.ANSWER_APPEAL).then(
        lambda: rules.may_answer_appeal(
            appealed=newest is not None and newest.appealed_at is not None,
            answered=newest is not None and newest.answered_at is not None,
            shown=newest is not None and newest.shown_at is not None,
            involved=work.actor is not None and work.actor.person_id in concerned,
        )
    )


def answer_appeal(work: UnitOfWork, contribution_id: int, *, upheld: bool, answer: str) -> None:
    """In public: right, and it is shown again at once; not right, and it stays hidden for good."""
    spoken = spoken_of(work, contribution_id, lock=True)
    hiding = queries.newest_hiding(work, contribution_id)
    may_answer_appeal(work, spoken, hiding).demand()
    work.require(P.ANSWER_APPEAL)
    if hiding is None or hiding.answer_due_on is None:
        raise NotFound
    if upheld:
        bring_back(spoken, hiding, work.now)
    hiding.upheld, hiding.answer, hiding.answered_at = upheld, answer, work.now
    hiding.answered_by, hiding.seen_at = work.person_id, None
    work.record(
        events.AppealAnswered(
            issue_id=spoken.issue.id, reference=spoken.issue.reference, contribution_id=contribution_id,
            hiding_id=hiding.id, upheld=upheld, late_days=days_late(hiding.answer_due_on, work.today),
        )
    )  # fmt: skip


def note_appeal_late(work: UnitOfWork, hiding_id: int) -> None:
    """The day of the answer has passed; a duty of the timetable, once."""
    hiding = work.get(Hiding, hiding_id, lock=True)
    over = hiding.answered_at or hiding.shown_at or hiding.late_noted_at
    if (
        over
        or hiding.answer_due_on is None
        or hiding.answer_end_at is None
        or work.now < hiding.answer_end_at
    ):
        return
    hiding.late_noted_at = work.now
    spoken = spoken_of(work, hiding.contribution_id)
    work.record(
        events.AppealOverdue(
            issue_id=spoken.issue.id, reference=spoken.issue.reference, contribution_id=spoken.said.id,
            hiding_id=hiding.id, answer_due_on=hiding.answer_due_on,
        )
    )  # fmt: skip
