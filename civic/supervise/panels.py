"""What Supervise adds to the page of an issue: promise and reality, and the doors of its last two stages."""

from collections.abc import Callable
from typing import Any

from civic.core.message import say
from civic.core.verdict import YES
from civic.permissions import Permission
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.supervise import acts
from civic.supervise.calendar import weeks
from civic.supervise.queries import orders, promises
from civic.supervise.queries.panel import round_now, waiting_with_leads
from civic.supervise.rules.promise import Promise
from civic.supervise.standing import as_lead
from civic.web.house import Door, Panel
from civic.work import UnitOfWork

TEMPLATE = "supervise/panel.html"


def panel(work: UnitOfWork, issue: Issue) -> Panel | None:
    """From the work orders on: the promise with its days, and what may be done now; two statements."""
    make = DOORS.get(Phase(issue.phase))
    if make is None:
        return None
    watched = promises.newest_watch(work, issue.id) if issue.phase != Phase.HANDLED.value else None
    promise = watched.promise if watched else None
    doors = make(work, issue, promise)
    if promise is None:
        return Panel(5, doors)
    return Panel(5, doors, TEMPLATE, {"promised": shown(work, promise)})


def shown(work: UnitOfWork, promise: Promise) -> dict[str, Any]:
    """The promise as the page draws it."""
    return {
        "promise": promise,
        "weeks": weeks(promise),
        "over": promise.over(work.today),
        "lost": promise.lost(work.today),
        "unseen": promise.unseen(work.today),
    }


def _in_hand(work: UnitOfWork, issue: Issue, promise: Promise | None) -> list[Door]:
    found = orders.orders_of(work, issue.id)
    may_ask = acts.may_ask_close_out(work, issue, found, promise)
    may_demand = acts.may_make_demand(work, issue, found, promise)
    look = acts.may_record_observation(work, issue, promise)
    doors = _answering(work, issue, found)
    if issue.phase == Phase.WATCHED.value:
        today_open = promise is not None and not promise.seen(work.today) and not promise.over(work.today)
        doors.append(Door(say("Record today's look"), "/observations/new", look, main=today_open))
    else:
        doors.append(Door(say("Begin to watch"), "/watch", acts.may_start_watch(work, issue)))
    if may_demand:
        doors.append(Door(say("Demand an answer"), "/demands/new", may_demand))
    over = promise is None or promise.over(work.today)
    doors.append(Door(say("Ask to close"), "/close-out", may_ask, main=over))
    return doors


def _answering(work: UnitOfWork, issue: Issue, found: orders.Orders) -> list[Door]:
    """Demands that wait for this reader's answer; one statement, for leads and committee alone."""
    if not work.may(Permission.ANSWER_DEMAND, *as_lead(work, found)):
        return []
    return [
        Door(say("Answer the demand"), f"/demands/{demand.id}", YES, main=True, seal="answer")
        for demand in orders.demands_of(work, issue.id)
        if acts.may_answer_demand(work, demand, found)
    ]


def _closing(work: UnitOfWork, issue: Issue, promise: Promise | None) -> list[Door]:
    waiting = waiting_with_leads(work, issue.id)
    if waiting is None:
        return []
    sheet, leads = waiting
    first = acts.may_turn_first_key(work, issue, sheet, leads)
    second = acts.may_turn_second_key(work, issue, sheet, leads)
    may = first if first or not second else second
    return [
        Door(
            say("Check the close-out sheet"), f"/close-outs/{sheet.id}", may, main=True, seal="check",
            ask=say("Is it done? Please check the close-out sheet."),
        )
    ]  # fmt: skip


def _rating(work: UnitOfWork, issue: Issue, promise: Promise | None) -> list[Door]:
    now = round_now(work, issue)
    if now is None:
        return []
    doors = [
        Door(
            say("Rate it"), "/rating", acts.may_rate_issue(work, issue, now.round, now.rater), main=True,
            seal="rate", ask=_question(promise), detail=_reminder(promise), until=now.round.ends_at,
        ),
        Door(say("Enter paper forms"), "/rating/paper", acts.may_enter_rating(work, now.round)),
    ]  # fmt: skip
    return [*doors, *_reopen(work, issue, promise)]


def _question(promise: Promise | None) -> Any:
    if promise is None:
        return say("Are you satisfied with how it turned out?")
    return say("“%(criterion)s”: was it kept?", criterion=promise.promised.criterion)


def _reminder(promise: Promise | None) -> Any:
    if promise is None:
        return None
    return say(
        "The promise: on at least %(need)s of %(days)s days.",
        need=promise.promised.need,
        days=promise.promised.of_days,
    )


def _closed(work: UnitOfWork, issue: Issue, promise: Promise | None) -> list[Door]:
    now = round_now(work, issue)
    doors = _reopen(work, issue, promise)
    if now is not None and now.uncalled:
        may = acts.may_record_call_back(work, now.round)
        doors.insert(0, Door(say("Call back who was not satisfied"), "/call-backs", may, main=True))
    return doors


def _reopen(work: UnitOfWork, issue: Issue, _promise: Promise | None) -> list[Door]:
    return [Door(say("Reopen"), "/reopening", acts.may_reopen_issue(work, issue))]


DOORS: dict[Phase, Callable[[UnitOfWork, Issue, Promise | None], list[Door]]] = {
    Phase.MANAGING: _in_hand,
    Phase.WATCHED: _in_hand,
    Phase.CLOSING: _closing,
    Phase.RATING: _rating,
    Phase.CLOSED: _closed,
    Phase.HANDLED: _reopen,
}
