"""Posting, objecting, answering, and the end of a posting."""

from datetime import date

from sqlalchemy import func, select

from civic.core.days import end_of, working_days_after
from civic.core.entropy import code
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.notices.events import NoticeLapsed, NoticePosted, ObjectionAnswered, ObjectionMade
from civic.notices.queries import owns_in
from civic.notices.tables import Notice, Objection
from civic.people.queries.helping import helper_standings
from civic.people.rules.helping import Party, may_use
from civic.permissions import Permission
from civic.work import UnitOfWork

ANSWER_DAYS = 3
"""Working days for the answer to an objection."""

STAGE_OF = {"topic": 2, "outcome": 2, "vote": 3, "provisional": 3, "result": 3}


def post_notice(
    work: UnitOfWork,
    *,
    issue_id: int,
    subject: str,
    subject_id: int,
    title: str,
    body: str,
    issuer: str,
    until_on: date,
    takes_objections: bool = False,
    owners_of: str | None = None,
    comments_until_on: date | None = None,
) -> Notice:
    """Hang something on the board until 24:00 of `until_on`. A reaction; asks nobody."""
    notice = work.add(
        Notice(
            code=code(work.entropy), issue_id=issue_id, subject=subject, subject_id=subject_id, title=title,
            body=body, issuer=issuer, posted_at=work.now, until_on=until_on, ends_at=end_of(until_on, work.zone),
            takes_objections=takes_objections, owners_of=owners_of, comments_until_on=comments_until_on,
        )
    )  # fmt: skip
    work.record(NoticePosted(issue_id=issue_id, notice_id=notice.id, subject=subject, until_on=until_on))
    return notice


def may_object(work: UnitOfWork, notice: Notice) -> Verdict:
    """Neighbours, while it hangs, where objections are taken; to a vote of owners only those whose it is."""
    return (
        work.may(Permission.OBJECT)
        .then(lambda: _still_open(work, notice))
        .then(lambda: _concerned(work, notice.owners_of))
        .then(lambda: _in_place(work))
    )


def _in_place(work: UnitOfWork) -> Verdict:
    """In another's place no committee or lead objects to what it decided itself."""
    if work.actor is None or work.actor.helper_id is None:
        return YES
    return may_use(Permission.OBJECT, Party(of_age=True, standings=helper_standings(work)))


def _concerned(work: UnitOfWork, estate: str | None) -> Verdict:
    if estate is None or owns_in(work, estate):
        return YES
    if not estate:
        return not_allowed(say("Only owners may object to a vote of owners."))
    return not_allowed(say("Only owners of %(estate)s may object to this vote of theirs.", estate=estate))


def _still_open(work: UnitOfWork, notice: Notice) -> Verdict:
    if not notice.takes_objections:
        return no(say("This notice is for information; it takes no objections."))
    if work.now >= notice.ends_at:
        return no(say("The posting ended on %(until)s.", until=notice.ends_at))
    return YES


def object_to_notice(work: UnitOfWork, notice_id: int, text: str) -> Objection:
    """One objection with its reason; the clock for the answer starts."""
    notice = work.get(Notice, notice_id)
    may_object(work, notice).demand()
    work.require(Permission.OBJECT)
    due = working_days_after(work.today, ANSWER_DAYS, work.calendar)
    objection = work.add(
        Objection(
            notice_id=notice.id, person_id=work.person_id, text=text, made_at=work.now, answer_due_on=due
        )
    )
    work.record(
        ObjectionMade(
            issue_id=notice.issue_id, notice_id=notice.id, objection_id=objection.id, answer_due_on=due,
            stage_no=STAGE_OF[notice.subject],
        )
    )  # fmt: skip
    return objection


def may_answer_objection(work: UnitOfWork, objection: Objection) -> Verdict:
    """The committee, once."""
    return work.may(Permission.ANSWER_OBJECTION).then(
        lambda: no(say("This objection was answered already.")) if objection.answered_at else YES
    )


def answer_objection(work: UnitOfWork, objection_id: int, answer: str, *, upheld: bool) -> None:
    """The public answer to an objection."""
    objection = work.get(Objection, objection_id, lock=True)
    may_answer_objection(work, objection).demand()
    work.require(Permission.ANSWER_OBJECTION)
    notice = work.get(Notice, objection.notice_id)
    objection.answer, objection.upheld, objection.answered_at = answer, upheld, work.now
    work.record(
        ObjectionAnswered(
            issue_id=notice.issue_id, notice_id=notice.id, objection_id=objection.id, upheld=upheld,
            days=max(1, (work.now - objection.made_at).days), stage_no=STAGE_OF[notice.subject],
            posting_until_on=notice.until_on,
        )
    )  # fmt: skip


def lapse_notice(work: UnitOfWork, notice_id: int) -> None:
    """The posting is over; a duty of the timetable, once."""
    notice = work.get(Notice, notice_id, lock=True)
    if notice.lapsed_at is not None or work.now < notice.ends_at:
        return
    notice.lapsed_at = work.now
    objections = work.session.scalar(select(func.count()).where(Objection.notice_id == notice.id)) or 0
    work.record(
        NoticeLapsed(
            issue_id=notice.issue_id, notice_id=notice.id, subject=notice.subject, subject_id=notice.subject_id,
            objections=objections, stage_no=STAGE_OF[notice.subject],
        )
    )  # fmt: skip
