"""What helping, corrections and an office that ended ask of the reader today."""

from collections.abc import Sequence

from civic.core.days import end_of
from civic.core.message import say, say_n
from civic.people.handing import lost_asks
from civic.people.queries.corrections import news, oldest
from civic.people.queries.helped import ToTell, to_tell
from civic.people.queries.reach import reach_of
from civic.permissions import HEADS, Permission
from civic.web.house import Ask
from civic.work import UnitOfWork


def asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement for everybody, one more for whoever lost an office lately and for the committee, two for heads;
    none while helping."""
    actor = work.actor
    if actor is None or actor.helper_id:
        return ()
    found = _own(work)
    if work.may(Permission.ANSWER_CORRECTION):
        found += _to_answer(work)
    if HEADS & set(actor.standings):
        found += [_to_tell(each) for each in to_tell(work, reach_of(work))]
    return found


def _own(work: UnitOfWork) -> list[Ask]:
    told = news(work)
    found = []
    if told.consents:
        question = say_n(
            "%(n)s consent was recorded: somebody may act for you",
            "%(n)s consents were recorded: others may act for you",
            told.consents,
        )
        detail = say("You did not agree, or want it no more? You can end it at once.")
        found.append(Ask("check", question, say("See who it is"), "/me/helpers", None, detail))
    if told.done:
        question = say_n("%(n)s thing was done for you", "%(n)s things were done for you", told.done)
        found.append(Ask("check", question, say("See what it was"), "/me/helpers"))
    if told.answers:
        question = say("Your request for correction was answered")
        found.append(Ask("check", question, say("Read the answer"), "/me/entry#asked"))
    return found + (lost_asks(work) if told.offices else [])


def _to_answer(work: UnitOfWork) -> list[Ask]:
    n, due = oldest(work)
    if not n or due is None:
        return []
    question = say_n("%(n)s request for correction waits", "%(n)s requests for correction wait", n)
    return [Ask("answer", question, say("Answer it"), "/admin/corrections", end_of(due, work.zone))]


def _to_tell(each: ToTell) -> Ask:
    question = say("Tell %(name)s what is new about them", name=each.name)
    detail = say_n("%(n)s thing, not told yet", "%(n)s things, not told yet", each.things)
    return Ask("check", question, say("Read it out"), f"/admin/people/{each.person_id}/helpers", None, detail)
