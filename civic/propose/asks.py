"""What Propose asks of people today: check a matter, say what becomes of it, enter an answer."""

from civic.core.days import end_of
from civic.core.message import Message, say
from civic.permissions import Permission
from civic.propose.queries.today import unanswered
from civic.propose.reach import reach_of
from civic.propose.rules import Phase
from civic.web.house import Ask
from civic.work import UnitOfWork

WAYS: dict[Phase, tuple[str, Message, str]] = {
    Phase.SUBMITTED: ("check", say("Enter what was found"), "/verification"),
    Phase.VERIFIED: ("answer", say("Say what becomes of it"), "/settlement"),
    Phase.ROUTED: ("answer", say("Enter the answer"), "/answer"),
}


def asks(work: UnitOfWork) -> list[Ask]:
    """For the committee all that waits for a first answer, for a building head what is to be checked."""
    if work.actor is None or not work.may(Permission.VERIFY):
        return []
    reach = reach_of(work.actor)
    phases = tuple(WAYS) if work.may(Permission.SETTLE) else (Phase.SUBMITTED,)
    return [
        Ask(
            WAYS[each.phase][0],
            each.title,
            WAYS[each.phase][1],
            f"/issues/{each.reference}{WAYS[each.phase][2]}",
            end_of(each.due_on, work.zone),
        )
        for each in unanswered(work, phases, reach)
    ]
