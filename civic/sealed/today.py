"""What the sealed box asks today: supervisors answer; whoever complained reads the answer. No subject is told."""

from collections.abc import Sequence

from civic.core.days import end_of
from civic.core.message import say
from civic.permissions import Permission
from civic.sealed.queries import any_open, in_box, lately_answered
from civic.web.house import Ask
from civic.work import UnitOfWork


def asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement, for supervisors two, more when something waits."""
    if work.actor is None or work.actor.helper_id is not None or not work.may(Permission.COMPLAIN):
        return []
    title = say("The sealed box")
    found = [
        Ask("confirm", title, say("Read the answer"), "/sealed/mine", None)
        for _each in lately_answered(work)[:1]
    ]
    if work.may(Permission.KEEP_COMPLAINTS) and any_open(work):
        found += [
            Ask("answer", title, say("Answer the complaint"), f"/sealed/box/{each.id}",
                end_of(each.due_on, work.zone) if each.due_on else None)
            for each in in_box(work, open_only=True, limit=5)
        ]  # fmt: skip
    return found
