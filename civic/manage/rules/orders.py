"""The steps of a work order 交办单, and when orders may be issued at all."""

from datetime import date, datetime
from enum import StrEnum

from civic.core.days import days_late
from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules import OVER, STATUS, Phase


class OrderPhase(StrEnum):
    """Where a work order stands."""

    ISSUED = "issued"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    DONE = "done"


PHASES: dict[OrderPhase, Message] = {
    OrderPhase.ISSUED: say_p("work order", "Not accepted yet"),
    OrderPhase.ACCEPTED: say_p("work order", "Being carried out"),
    OrderPhase.RETURNED: say_p("work order", "Returned"),
    OrderPhase.DONE: say_p("work order", "Done"),
}
OPEN = (OrderPhase.ISSUED, OrderPhase.ACCEPTED, OrderPhase.RETURNED)
"""Somebody still has something to do."""

STEPS: dict[tuple[OrderPhase, str], OrderPhase] = {
    (OrderPhase.ISSUED, "accept"): OrderPhase.ACCEPTED,
    (OrderPhase.ISSUED, "return"): OrderPhase.RETURNED,
    (OrderPhase.RETURNED, "reroute"): OrderPhase.ISSUED,
    (OrderPhase.ACCEPTED, "report"): OrderPhase.ACCEPTED,
    (OrderPhase.ACCEPTED, "complete"): OrderPhase.DONE,
}
"""The lead accepts or returns, reports and completes; the committee reroutes what came back."""

WHY_NOT: dict[OrderPhase, Message] = {
    OrderPhase.ISSUED: say("The lead has not accepted this work order yet."),
    OrderPhase.ACCEPTED: say("This work order is accepted already."),
    OrderPhase.RETURNED: say("This work order was returned. The committee chooses another lead."),
    OrderPhase.DONE: say("This work order is done."),
}

WORKED_ON = frozenset({Phase.MANAGING, Phase.WATCHED})
"""Phases of an issue in which work orders live."""

TOO_LATE: dict[Phase, Message] = {
    Phase.CLOSING: say("This issue is about to be closed. Refuse the close-out first if work is missing."),
    Phase.RATING: say("The work is done and is being rated. Reopen the issue if work is missing."),
}


def may_take(step: str, phase: OrderPhase, issue: Phase) -> Verdict:
    """Whether the order takes this step from where it stands, while its issue is worked on."""
    if issue not in WORKED_ON:
        return no(TOO_LATE.get(issue, say("This issue has ended.")))
    return YES if (phase, step) in STEPS else no(WHY_NOT[phase])


def may_order(phase: Phase, posting_ends_at: datetime | None) -> Verdict:
    """Orders follow the decision, and its posting of 15 days at least (art. 34), and end with the issue."""
    if phase in WORKED_ON:
        return YES
    if phase in TOO_LATE:
        return no(TOO_LATE[phase])
    if STATUS[phase] in OVER:
        return no(say("This issue has ended."))
    if posting_ends_at is not None:
        return no(
            say("This is posted until %(until)s. Work orders follow after that.", until=posting_ends_at)
        )
    if phase is Phase.POSTED:
        return no(say("The result is not final yet: an objection waits for its answer."))
    return no(say("It is not decided yet. Work orders follow the decision."))


def late_by(phase: OrderPhase, due_on: date, today: date) -> int:
    """By how many days an open order is late; the due day itself is not late. Never stored."""
    return days_late(due_on, today) if phase in OPEN else 0
