"""Report what breaks the rules; leave it as it is."""

from civic.core.days import start_of, working_days_after
from civic.core.verdict import Verdict
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import Spoken, spoken_of
from civic.discuss.tables import Report
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_report_contribution(work: UnitOfWork, spoken: Spoken, *, reported: bool, today: int = 0) -> Verdict:
    """Everybody here, once, of what somebody else said."""
    return work.may(P.CONTRIBUTE).then(
        lambda: rules.may_report(
            own=spoken.own(work),
            withdrawn=spoken.withdrawn,
            hidden=spoken.hidden,
            reported=reported,
            today=today,
        )
    )


def report_contribution(work: UnitOfWork, contribution_id: int, *, ground: str) -> Report:
    """The committee looks within two working days and learns the ground, not the name."""
    spoken = spoken_of(work, contribution_id)
    work.may(P.CONTRIBUTE).demand()
    mine = queries.my_report(work, contribution_id)
    today = queries.reports_since(work, start_of(work.today, work.zone))
    may_report_contribution(work, spoken, reported=mine is not None, today=today).demand()
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
