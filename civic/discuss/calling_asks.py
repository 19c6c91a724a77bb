"""What talks ask of the reader today: come; afterwards, of whoever called it, what came of it."""

from collections.abc import Sequence

from civic.core.days import days_late, end_of
from civic.core.message import say, say_n
from civic.discuss.queries.calling import TalkWaiting, talks_waiting
from civic.discuss.rules.calling import KINDS, Kind
from civic.web.house import Ask
from civic.work import UnitOfWork


def calling_asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement, for whoever is signed in."""
    if work.actor is None:
        return ()
    return [
        _come(each) if each.talk.starts_at > work.now else _conclude(work, each)
        for each in talks_waiting(work)
    ]


def _come(each: TalkWaiting) -> Ask:
    talk = each.talk
    detail = say(
        "%(talk)s at %(at)s, %(place)s", talk=KINDS[Kind(talk.kind)], at=talk.starts_at, place=talk.place
    )
    path = f"/issues/{each.reference}/talks/{talk.id}"
    return Ask("come", each.title, say("See when and where you meet"), path, talk.starts_at, detail)


def _conclude(work: UnitOfWork, each: TalkWaiting) -> Ask:
    talk = each.talk
    late = days_late(talk.due_on, work.today)
    words = say_n("What came of it is %(n)s day late.", "What came of it is %(n)s days late.", late)
    detail = words if late else KINDS[Kind(talk.kind)]
    path = f"/issues/{each.reference}/talks/{talk.id}/outcome"
    until = end_of(talk.due_on, work.zone)
    return Ask("answer", each.title, say("Write down what came of the talk"), path, until, detail)
