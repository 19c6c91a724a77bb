"""Hide a contribution with a public reason, or show it again."""

from datetime import datetime

from civic.core.days import deadline
from civic.core.errors import NotFound
from civic.core.verdict import Verdict
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import Spoken, spoken_of
from civic.discuss.tables import Hiding
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_hide_contribution(work: UnitOfWork, spoken: Spoken, newest: Hiding | None) -> Verdict:
    """The committee; never what the supervisory committee let stand."""
    cleared = newest is not None and newest.upheld is True
    return work.may(P.MODERATE).then(
        lambda: rules.may_hide(
            own=spoken.own(work), withdrawn=spoken.withdrawn, hidden=spoken.hidden, cleared=cleared
        )
    )


def hide_contribution(work: UnitOfWork, contribution_id: int, *, ground: str, because: str) -> Hiding:
    """The text leaves the page and the search; place, side and figures stay, with ground and reason."""
    spoken = spoken_of(work, contribution_id, lock=True)
    said = spoken.said
    may_hide_contribution(work, spoken, queries.newest_hiding(work, said.id)).demand()
    work.require(P.MODERATE)
    until = deadline(work.today, rules.APPEAL_DAYS, work.calendar)
    said.hidden_ground, said.hidden_because = ground, because
    said.hidings += 1
    reports = queries.open_reports(work, said.id)
    for report in reports:
        report.answer = "hidden"
    hiding = work.add(
        Hiding(
            contribution_id=said.id, ground=ground, because=because, by_id=work.person_id, hidden_at=work.now,
            appeal_until_on=until,
        )
    )  # fmt: skip
    work.record(
        events.ContributionHidden(
            issue_id=spoken.issue.id, reference=spoken.issue.reference, contribution_id=said.id,
            hiding_id=hiding.id, ground=ground, reports=len(reports), appeal_until_on=until,
        )
    )  # fmt: skip
    return hiding


def may_show_contribution(work: UnitOfWork, spoken: Spoken, newest: Hiding | None) -> Verdict:
    """The committee, even while an appeal is open; not against its answer."""
    confirmed = newest is not None and newest.upheld is False
    return work.may(P.MODERATE).then(lambda: rules.may_show(hidden=spoken.hidden, confirmed=confirmed))


def show_contribution(work: UnitOfWork, contribution_id: int) -> None:
    """Everybody reads it again; an open appeal has got what it asked for."""
    spoken = spoken_of(work, contribution_id, lock=True)
    hiding = queries.newest_hiding(work, contribution_id)
    may_show_contribution(work, spoken, hiding).demand()
    work.require(P.MODERATE)
    hiding = bring_back(spoken, hiding, work.now)
    work.record(
        events.ContributionShown(
            issue_id=spoken.issue.id, reference=spoken.issue.reference, contribution_id=contribution_id,
            hiding_id=hiding.id,
        )
    )  # fmt: skip


def bring_back(spoken: Spoken, hiding: Hiding | None, at: datetime) -> Hiding:
    """Its words stand again; its author has not read that yet."""
    if hiding is None:
        raise NotFound
    spoken.said.hidden_ground = spoken.said.hidden_because = ""
    hiding.shown_at, hiding.seen_at = at, None
    return hiding
