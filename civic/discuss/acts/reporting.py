"""Report what breaks the rules; read what became of it."""

from civic.core.days import working_days_after
from civic.core.errors import Refusal
from civic.core.message import say
from civic.core.verdict import YES, Verdict, not_allowed
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import Spoken, helping, spoken_of
from civic.discuss.tables import Hiding, Report
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_report_contribution(work: UnitOfWork, spoken: Spoken, *, reported: bool) -> Verdict:
    """Everybody here, once, of what somebody else said."""
    return work.may(P.CONTRIBUTE).then(
        lambda: rules.may_report(
            own=spoken.own(work), withdrawn=spoken.withdrawn, hidden=spoken.hidden, reported=reported
        )
    )


def report_contribution(work: UnitOfWork, contribution_id: int, *, ground: str) -> Report:
    """The committee looks within two working days and learns the ground, not the name."""
    spoken = spoken_of(work, contribution_id)
    work.may(P.CONTRIBUTE).demand()
    mine = queries.my_report(work, contribution_id)
    may_report_contribution(work, spoken, reported=mine is not None).demand()
    work.require(P.CONTRIBUTE)
    until = working_days_after(work.today, rules.LOOK_DAYS, work.calendar)
    report = work.add(
        Report(
            contribution_id=contribution_id, person_id=work.person_id, ground=ground, at=work.now,
            look_until_on=until,
        )
    )  # fmt: skip
    work.record(
        events.ContributionReported(
            issue_id=spoken.issue.id, contribution_id=contribution_id, ground=ground, look_until_on=until
        )
    )
    return report


def may_keep_contribution(work: UnitOfWork, *, reports: int) -> Verdict:
    """The committee, where a report waits."""
    return work.may(P.MODERATE).then(lambda: rules.may_keep(reports=reports))


def keep_contribution(work: UnitOfWork, contribution_id: int) -> None:
    """Looked at, and it breaks no rule."""
    spoken = spoken_of(work, contribution_id, lock=True)
    waiting = queries.open_reports(work, contribution_id)
    may_keep_contribution(work, reports=len(waiting)).demand()
    work.require(P.MODERATE)
    for report in waiting:
        report.answer = "kept"
    work.record(
        events.ReportsAnswered(
            issue_id=spoken.issue.id, contribution_id=contribution_id, reports=len(waiting)
        )
    )


def may_see_talk_news(work: UnitOfWork) -> Verdict:
    """Whom it concerns, themselves: a helper does not see it in their place."""
    theirs = not_allowed(say("News like this is read by the person alone."))
    return work.may(P.CONTRIBUTE).then(lambda: theirs if helping(work) else YES)


def see_talk_news(work: UnitOfWork, contribution_id: int) -> None:
    """I have read what became of what I said, or of my report."""
    spoken = spoken_of(work, contribution_id)
    may_see_talk_news(work).demand()
    work.require(P.CONTRIBUTE)
    mine, report = queries.unseen_hidings(work, contribution_id), queries.my_report(work, contribution_id)
    news: list[Hiding | Report] = [
        *(mine if spoken.own(work) else []),
        *([report] if report and report.answer else []),
    ]
    unread = [each for each in news if each.seen_at is None]
    if not unread:
        raise Refusal(say("There is no news of it."))
    for each in unread:
        each.seen_at = work.now
    work.record(events.TalkNewsSeen(issue_id=spoken.issue.id, contribution_id=contribution_id))
