"""What Supervise asks of the reader today: a grade, a key, a look, a demand, an answer."""

from collections.abc import Callable, Sequence

from civic.core.days import end_of
from civic.core.message import Message, say
from civic.permissions import Permission, Standing
from civic.supervise.queries import inbox, ratings
from civic.supervise.queries.inbox import Listed, Waiting
from civic.web.house import Ask
from civic.work import UnitOfWork

MOST = 5
"""Of each kind; the rest stands in the supervision inbox."""

OFFICERS = frozenset({Standing.SUPERVISOR, Standing.COMMITTEE, Standing.OWNERS_COMMITTEE})


def asks(work: UnitOfWork) -> Sequence[Ask]:
    """Rounds that wait for the reader's grade; for office-holders also keys, demands, looks and
    answers: a statement each."""
    if work.actor is None:
        return ()
    held = set(work.actor.standings)
    found = [
        Ask(
            "rate", mine.title, say("Rate it"), f"/issues/{mine.reference}/rating", mine.ends_at,
            say("It is closed out. How did it turn out?"),
        )
        for mine in ratings.asked_of(work, work.actor.person_id)
    ]  # fmt: skip
    if held & OFFICERS:
        found += [
            _key(row) for row in _first(work, inbox.waiting_close_outs) if row.person_id != work.person_id
        ]
    if work.may(Permission.DEMAND):
        found += [_demand(work, row) for row in _first(work, inbox.undemanded_orders)]
    if Standing.CITIZEN_WATCH in held:
        found += [_look(work, row) for row in _first(work, inbox.unseen_watches)]
    if Standing.COMMITTEE in held:
        found += [_close(row) for row in _first(work, inbox.closable_watches)]
    if held & {Standing.COMMITTEE, Standing.DEPARTMENT, Standing.PROPERTY_FIRM}:
        found += [_answer(work, row) for row in _first(work, inbox.open_demands) if _for_me(work, row)]
    return found


def _first(work: UnitOfWork, read: Callable[[UnitOfWork, int, int], Listed]) -> list[Waiting]:
    return read(work, 1, MOST).rows


def _for_me(work: UnitOfWork, row: Waiting) -> bool:
    """The lead's own demands; the committee sees all."""
    assert work.actor is not None
    return row.person_id == work.person_id or Standing.COMMITTEE in work.actor.standings


def _key(row: Waiting) -> Ask:
    return Ask(
        "check", row.title, say("Check the close-out sheet"),
        f"/issues/{row.reference}/close-outs/{row.number}",
        detail=say("Close-out asked for on %(day)s.", day=row.day),
    )  # fmt: skip


def _demand(work: UnitOfWork, row: Waiting) -> Ask:
    """A late work order: its day, so that the page says by how many days it is late."""
    path = f"/issues/{row.reference}/demands/new?about={row.number}"
    return Ask(
        "check", row.title, say("Demand an answer"), path, end_of(row.day, work.zone),
        say("Work order: %(task)s", task=row.about),
    )  # fmt: skip


def _close(row: Waiting) -> Ask:
    """A watch that is over: its days are seen, whoever carried it out asks to close."""
    return Ask(
        "answer", row.title, say("Ask to close"), f"/issues/{row.reference}/close-out",
        detail=say("The watch ended on %(day)s.", day=row.day),
    )  # fmt: skip


def _look(work: UnitOfWork, row: Waiting) -> Ask:
    today = end_of(work.today, work.zone)
    label: Message = say("Record today's look")
    return Ask(
        "check",
        row.title,
        label,
        f"/issues/{row.reference}/observations/new",
        today,
        say("Was it kept today?"),
    )


def _answer(work: UnitOfWork, row: Waiting) -> Ask:
    due = end_of(row.day, work.zone)
    return Ask(
        "answer", row.title, say("Answer the demand"), f"/issues/{row.reference}/demands/{row.number}", due
    )
