"""Say what becomes of an issue: topic, declined, routed, handled."""

from datetime import date

from civic.core.days import deadline, working_days_after
from civic.core.errors import Refusal
from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Permission
from civic.propose import events, rules
from civic.propose.acts.checking import step_on
from civic.propose.acts.ladder import end_hand_ups, enter_route
from civic.propose.acts.private import say_done
from civic.propose.acts.sorting import NEEDED, may_take
from civic.propose.rules import Phase
from civic.propose.rules.invitation import Invitation, invitation_faults
from civic.propose.rules.ladder import Level
from civic.propose.rules.objecting import OBJECT_DAYS
from civic.propose.rules.petition import may_settle_beside
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission
NOT_A_TOPIC = say("This matter is not public. If it concerns everybody, correct the kind of matter first.")
EVERYBODY = Invitation()


def may_settle_issue(work: UnitOfWork, issue: Issue, step: str) -> Verdict:
    """The committee says what becomes of it: accept, decline, merge, route, handle, answer; grid workers decline and
    merge, the owners' committee settles so what is the owners'."""
    return (
        may_take(work, issue, step)
        .then(lambda: rules.may_settle(Phase(issue.phase), step, mediating=issue.mediation == "open"))
        .then(lambda: may_settle_beside(step, issue.petitioned_until_on, work.today))
        .then(lambda: no(NOT_A_TOPIC) if step == "accept" and issue.private else YES)
    )


def _settled(work: UnitOfWork, issue_id: int, step: str) -> Issue:
    """The issue, its step taken; part of an act, never one by itself."""
    issue = work.get(Issue, issue_id, lock=True)
    take_step(issue, work, step)
    return issue


def take_step(issue: Issue, work: UnitOfWork, step: str) -> None:
    """The committee takes a step of the road; part of an act, never one by itself."""
    may_settle_issue(work, issue, step).demand()
    work.require(NEEDED.get(step, P.SETTLE))
    end_hand_ups(issue, work)
    if issue.level == Level.BUILDING:
        issue.level = Level.COMMUNITY.value
    step_on(issue, step, work.now)


def accept_issue(
    work: UnitOfWork, issue_id: int, *, background: str, scope: str, days: int,
    invitation: Invitation = EVERYBODY, until_on: date | None = None,
) -> None:  # fmt: skip
    """It becomes a topic, posted for `days`; the reaction opens it from background and scope.

    Who is invited speaks until `until_on`; None: as long as it is posted.
    """
    for because in accept_faults(work, invitation, days, until_on).values():
        raise Refusal(because)
    issue = _settled(work, issue_id, "accept")
    issue.background, issue.scope = background, scope
    issue.invited, issue.speak_until_on = invitation.stored(), until_on
    work.record(events.IssueAccepted(issue_id=issue.id, days=days))


def accept_faults(
    work: UnitOfWork, invitation: Invitation, days: int, until_on: date | None
) -> dict[str, Message]:
    """What is wrong with who takes part and until when, by field of the form."""
    posted = deadline(work.today, days, work.calendar)
    return invitation_faults(invitation, until_on, posted, work.today)


def decline_issue(work: UnitOfWork, issue_id: int, *, reason: str) -> None:
    """Not taken up; the reason is public, and whoever raised or endorsed it may object for 15 days."""
    issue = _settled(work, issue_id, "decline")
    issue.reason = reason
    issue.object_until_on = deadline(work.today, OBJECT_DAYS, work.calendar)
    work.record(events.IssueDeclined(issue_id=issue.id, object_until_on=issue.object_until_on))


def route_issue(
    work: UnitOfWork, issue_id: int, *, receiver: str, receipt: str, reason: str, days: int
) -> None:
    """Handed outside with the receiver's receipt; the answer is due in `days` working days."""
    issue = _settled(work, issue_id, "route")
    issue.receiver = receiver
    say_done(issue, work, reason, receipt)
    issue.due_on = working_days_after(work.today, days, work.calendar)
    enter_route(issue, work, issue.due_on)
    work.record(events.IssueRouted(issue_id=issue.id, answer_due_on=issue.due_on))


def answer_route(work: UnitOfWork, issue_id: int, *, answer: str) -> None:
    """What the responsible body answered; public."""
    issue = _settled(work, issue_id, "answer")
    issue.due_on = None
    say_done(issue, work, answer, issue.receipt)
    work.record(events.RouteAnswered(issue_id=issue.id))


def handle_issue(work: UnitOfWork, issue_id: int, *, mode: str, what: str, trips: int) -> None:
    """Done at once (即时), on the person's behalf (代为) or by guidance (指导)."""
    issue = _settled(work, issue_id, "handle")
    say_done(issue, work, what)
    work.record(events.IssueHandled(issue_id=issue.id, mode=mode, trips=trips))
