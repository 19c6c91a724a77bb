"""What amendments to a draft ask of its author today."""

from collections.abc import Sequence

from civic.core.days import days_late, end_of
from civic.core.message import say, say_n
from civic.discuss.queries.drafting import AmendmentOwed, amendments_owed
from civic.permissions import Permission
from civic.web.house import Ask
from civic.work import UnitOfWork


def amendment_asks(work: UnitOfWork) -> Sequence[Ask]:
    """Those that wait, for whoever writes drafts: one statement, none for others."""
    return [_owed(each, work) for each in amendments_owed(work)] if work.may(Permission.WRITE_OUTCOME) else ()


def _owed(each: AmendmentOwed, work: UnitOfWork) -> Ask:
    late = days_late(each.due_on, work.today)
    detail = say_n("The answer is %(n)s day late.", "The answer is %(n)s days late.", late) if late else None
    path = f"/issues/{each.reference}/draft/amendments/{each.amendment_id}"
    return Ask(
        "answer", each.title, say("Answer the amendment"), path, end_of(each.due_on, work.zone), detail
    )
