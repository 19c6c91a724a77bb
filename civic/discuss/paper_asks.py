"""What questions about option papers ask of the reader today."""

from collections.abc import Sequence

from civic.core.days import days_late, end_of
from civic.core.message import Message, say, say_n
from civic.discuss.queries import Owed, owed, own_answers
from civic.permissions import Permission
from civic.web.house import Ask
from civic.work import UnitOfWork


def paper_asks(work: UnitOfWork) -> Sequence[Ask]:
    """Answers to one's own questions, for the person alone; questions that one's office owes an answer."""
    if work.actor is None:
        return ()
    found: list[Ask] = []
    if work.actor.helper_id is None and work.may(Permission.CONTRIBUTE):
        found += [_answered(each) for each in own_answers(work)]
    if work.may(Permission.FILE_OPTIONS):
        found += [_owed(each, work) for each in owed(work)]
    return found


def _answered(each: Owed) -> Ask:
    about = say("Topic: %(title)s", title=each.title)
    path = f"/issues/{each.reference}/views/{each.contribution_id}"
    return Ask("check", say("Your question was answered"), say("Read the answer"), path, None, about)


def _owed(each: Owed, work: UnitOfWork) -> Ask:
    path = f"/issues/{each.reference}/views/{each.contribution_id}/answer"
    until = end_of(each.due_on, work.zone)
    late = days_late(each.due_on, work.today)
    return Ask("answer", each.title, say("Answer the question"), path, until, _late(late) if late else None)


def _late(days: int) -> Message:
    return say_n("The answer is %(n)s day late.", "The answer is %(n)s days late.", days)
