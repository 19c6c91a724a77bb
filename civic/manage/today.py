"""What Manage asks of people today: an answer or a report of leads, orders of the committees."""

from civic.core.days import end_of
from civic.core.message import Message, say
from civic.manage.queries.orders import Waiting, waiting_for
from civic.manage.queries.unordered import unordered
from civic.manage.rules import OWNERS_MATTERS, OrderPhase
from civic.permissions import Standing
from civic.web.house import Ask
from civic.work import UnitOfWork

LABELS: dict[OrderPhase, Message] = {
    OrderPhase.ISSUED: say("Accept or return the work order"),
    OrderPhase.ACCEPTED: say("Report on the work order"),
    OrderPhase.RETURNED: say("Find another lead"),
}


def asks(work: UnitOfWork) -> list[Ask]:
    """Orders that wait for their lead, returned ones for the committee: one statement; for the committees
    one more, on what was decided and has no order yet."""
    return [*(_ask(work, each) for each in waiting_for(work)), *_to_order(work)]


def _ask(work: UnitOfWork, each: Waiting) -> Ask:
    return Ask(
        seal="answer",
        question=each.task,
        label=LABELS[each.phase],
        path=f"/work-orders/{each.ident}",
        deadline=end_of(each.due_on, work.zone),
    )


def _to_order(work: UnitOfWork) -> list[Ask]:
    """The residents' committee orders all, the owners' committee what is the owners'."""
    held = work.actor.standings if work.actor else ()
    if Standing.COMMITTEE in held:
        matters = None
    elif Standing.OWNERS_COMMITTEE in held:
        matters = OWNERS_MATTERS
    else:
        return []
    label = say("Issue the work orders")
    return [
        Ask("answer", title, label, f"/issues/{reference}/work-orders/new")
        for reference, title in unordered(work, matters)
    ]
