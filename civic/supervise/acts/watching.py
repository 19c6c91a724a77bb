"""Watch a promise: begin, and look once a day."""

from datetime import date

from civic.core.errors import Refusal
from civic.core.message import say
from civic.core.verdict import Verdict
from civic.permissions import Permission
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.supervise.events import ObservationRecorded, WatchStarted
from civic.supervise.queries import promises
from civic.supervise.rules import promise as rules
from civic.supervise.rules.promise import Look, Promise, Promised
from civic.supervise.standing import may_judge
from civic.supervise.tables import Observation, Watch
from civic.work import UnitOfWork

P = Permission


def may_start_watch(work: UnitOfWork, issue: Issue) -> Verdict:
    """Citizen watch, supervisory committee or committee, once work was ordered."""
    return work.may(P.START_WATCH).then(lambda: rules.may_watch(Phase(issue.phase)))


def start_watch(
    work: UnitOfWork, issue_id: int, *, first_on: date, criterion: str = "", need: int = 0, of_days: int = 0
) -> Watch:
    """Look from `first_on` on whether the outcome's criterion is kept.

    An issue without an outcome (handled at once, or an emergency) brings its own criterion: in
    words, kept on at least `need` of `of_days` days. The words of an outcome always win.
    """
    issue = work.get(Issue, issue_id, lock=True)
    may_start_watch(work, issue).demand()
    promised = promises.promised(work, issue.id) or Promised(criterion, need, of_days)
    rules.may_promise(promised).then(lambda: rules.may_begin(first_on, work.today)).demand()
    work.require(P.START_WATCH)
    watch = work.add(
        Watch(
            issue_id=issue.id, criterion=promised.criterion, need=promised.need, of_days=promised.of_days,
            first_on=first_on, last_on=promised.last_on(first_on), started_at=work.now,
        )
    )  # fmt: skip
    work.record(
        WatchStarted(
            issue_id=issue.id, watch_id=watch.id, first_on=watch.first_on, last_on=watch.last_on,
            need=watch.need, of_days=watch.of_days,
        )
    )  # fmt: skip
    return watch


def may_record_observation(work: UnitOfWork, issue: Issue, promise: Promise | None) -> Verdict:
    """Citizen watch, supervisors and residents, while it is watched."""
    return (
        work.may(P.OBSERVE)
        .then(lambda: may_judge(work, P.OBSERVE, issue))
        .then(lambda: rules.may_look(Phase(issue.phase), promise, work.today))
    )


def record_observation(
    work: UnitOfWork, issue_id: int, *, day: date, kept: bool, cleared_at: str = "", note: str = ""
) -> Observation:
    """One look: kept, or late with the time (HH:MM) at which it was put right. One a day (UNIQUE)."""
    issue = work.get(Issue, issue_id, lock=True)
    watched = promises.newest_watch(work, issue.id)
    may_record_observation(work, issue, watched.promise if watched else None).demand()
    if watched is None:
        raise Refusal(say("Nothing is being watched here now."))
    look = Look(day, kept, cleared_at)
    clock = work.now.astimezone(work.zone).time()
    rules.may_record(watched.promise, look, work.today, clock).demand()
    work.require(P.OBSERVE)
    observation = work.add(
        Observation(
            watch_id=watched.id, day=day, kept=kept, cleared_at=cleared_at, note=note,
            observer_id=work.person_id, observer_role=work.role, at=work.now,
        )
    )  # fmt: skip
    before = watched.promise
    work.record(
        ObservationRecorded(
            issue_id=issue.id, watch_id=watched.id, day=day, kept=kept,
            cleared_minutes=rules.minutes_of(cleared_at) if cleared_at else None,
            kept_so_far=before.kept + kept, looked_so_far=len(before.looks) + 1,
            of_days=before.promised.of_days, need=before.promised.need, last_on=before.last_on, same_day=day == work.today,
        )
    )  # fmt: skip
    return observation
