"""What questions about option papers ask of the reader today."""

from collections.abc import Sequence

from civic.core.days import days_late, end_of
from civic.core.message import Message, say, say_n
from civic.discuss.queries import Owed, owed
from civic.permissions import Permission
from civic.web.house import Ask
from civic.work import UnitOfWork


def paper_asks(work: UnitOfWork) -> Sequence[Ask]:
    """Questions that one's office owes an answer."""
    return [_owed(each, work) for each in owed(work)] if work.may(Permission.FILE_OPTIONS) else ()


def _owed(each: Owed, work: UnitOfWork) -> Ask:
    path = f"/issues/{each.reference}/views/{each.contribution_id}/answer"
    until = end_of(each.due_on, work.zone)
    late = days_late(each.due_on, work.today)
    return Ask("answer", each.title, say("Answer the question"), path, until, _late(late) if late else None)


def _late(days: int) -> Message:
    return say_n("The answer is %(n)s day late.", "The answer is %(n)s days late.", days)
