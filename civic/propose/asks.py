"""What Propose asks of people today: check a matter, say what becomes of it, enter an answer."""

from civic.core.days import end_of
from civic.core.message import Message, say, say_n
from civic.permissions import HEADS, Permission, Standing
from civic.propose.asked_mediations import mediation_ask, mediations
from civic.propose.queries.news import News, news
from civic.propose.queries.objecting import waiting
from civic.propose.queries.sheets import to_check
from civic.propose.queries.today import Waiting, unanswered
from civic.propose.reach import Reach, reach_of
from civic.propose.round_asks import round_asks
from civic.propose.rules import Phase
from civic.propose.rules.petition import ENDS
from civic.web.house import Ask
from civic.work import Actor, UnitOfWork

WAYS: dict[Phase, tuple[str, Message, str]] = {
    Phase.SUBMITTED: ("check", say("Enter what was found"), "/verification"),
    Phase.VERIFIED: ("answer", say("Say what becomes of it"), "/settlement"),
    Phase.ROUTED: ("answer", say("Enter the answer"), "/answer"),
}
IN_BUILDING = ("answer", say("Settle it in the building, or hand it up"), "/building")
"""What its heads are asked about a matter that the building took on."""


def asks(work: UnitOfWork) -> list[Ask]:
    """What the reader is to be told; for office-holders, what is to be checked and answered."""
    if work.actor is None:
        return []
    helping = work.actor.helper_id is not None
    told = [] if helping else [_told(work, each) for each in news(work)]
    return [
        *told,
        *round_asks(work),
        *(mediations(work) if helping else ()),
        *_objections(work),
        *_sheets(work),
        *_first_hands(work),
        *_unanswered(work, work.actor),
    ]


def _sheets(work: UnitOfWork) -> list[Ask]:
    """Signatures on paper that somebody else entered, for whoever may check them."""
    if not work.may(Permission.CHECK_SIGNATURE):
        return []
    return [
        Ask(
            "check", each.title, say_n("Check %(n)s signature on paper", "Check %(n)s signatures on paper", each.n),
            f"/issues/{each.reference}/petition/entries", each.until,
        )
        for each in to_check(work)
    ]  # fmt: skip


def _objections(work: UnitOfWork) -> list[Ask]:
    """For the supervisory committee: objections to what the committee declined."""
    if not work.may(Permission.ANSWER_DECLINE):
        return []
    return [
        Ask(
            "answer", each.title, say("Answer the objection"), f"/issues/{each.reference}/objection/answer",
            end_of(each.due_on, work.zone), say("An objection to its decline"),
        )
        for each in waiting(work)
    ]  # fmt: skip


def _told(work: UnitOfWork, each: News) -> Ask:
    if each.mediation:
        return mediation_ask(work, each.mediation)
    if each.petition:
        path = f"/issues/{each.reference}#petition"
        return Ask("check", each.title, say("See how the petition ended"), path, None, ENDS[each.petition])
    if each.into:
        detail = say(
            "It goes on as %(reference)s. You come along, or stay behind with one tap.", reference=each.into
        )
        return Ask(
            "check", each.title, say("See where it goes on"), f"/issues/{each.into}#h-joined", None, detail
        )
    until = (
        end_of(each.object_until_on, work.zone)
        if each.phase is Phase.DECLINED and each.object_until_on
        else None
    )
    if each.objection:
        label = say("Read the answer") if each.mine else say("Tell them the answer")
        answered = say("The supervisory committee answered the objection.")
        return Ask("confirm", each.title, label, f"/issues/{each.reference}#h-objections", None, answered)
    path, number = f"/issues/{each.reference}#answer", say("Issue %(reference)s", reference=each.reference)
    if each.mine:
        return Ask("confirm", each.title, say("Read what became of it"), path, until, number)
    return Ask("confirm", each.title, say("Tell the raiser what became of it"), path, until, number)


def _first_hands(work: UnitOfWork) -> list[Ask]:
    """For the property firm: what its category brings to it first and of which nothing was found yet."""
    if not work.may(Permission.REPORT_FOUND):
        return []
    label = say("Tell the committee what you found")
    return [
        Ask("answer", each.title, label, f"/issues/{each.reference}/found", end_of(each.due_on, work.zone))
        for each in unanswered(work, (Phase.SUBMITTED,), Reach(), owner=Standing.PROPERTY_FIRM, unfound=True)
    ]


def _unanswered(work: UnitOfWork, actor: Actor) -> list[Ask]:
    """For the committee all that waits for a first answer, for a building head what is to be checked."""
    if not work.may(Permission.VERIFY):
        return []
    held = set(actor.standings)
    if not held & {*HEADS, Standing.COMMITTEE, Standing.GRID_WORKER}:
        to_owners = unanswered(work, (Phase.SUBMITTED,), Reach(), owner=Standing.OWNERS_COMMITTEE)
        return [_ask(work, each) for each in to_owners]
    reach, heads = reach_of(actor), work.may(Permission.SETTLE_BUILDING)
    phases = tuple(WAYS) if work.may(Permission.SETTLE) else (Phase.SUBMITTED,)
    found = unanswered(work, phases, reach, heads=bool(heads) and not work.may(Permission.SETTLE))
    return [_ask(work, each) for each in found]


def _ask(work: UnitOfWork, each: Waiting) -> Ask:
    seal, label, path = (
        IN_BUILDING if each.in_building and work.may(Permission.SETTLE_BUILDING) else WAYS[each.phase]
    )
    return Ask(seal, each.title, label, f"/issues/{each.reference}{path}", end_of(each.due_on, work.zone))
