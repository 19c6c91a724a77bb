"""What Today asks about offices: hand yours over, see that the one that ended is handed over."""

from collections.abc import Callable, Sequence
from itertools import chain

from civic.core.days import end_of
from civic.core.message import say
from civic.people.queries.hand_over import Due, due, lost_by
from civic.people.rules.appointing import hand_over_by
from civic.people.rules.ending import read_reason
from civic.people.spoken import office_words
from civic.people.tables import Office
from civic.permissions import IN_OFFICE, Permission
from civic.web.house import Ask, TodayPanel
from civic.work import UnitOfWork

Handed = Callable[[UnitOfWork, Office], Sequence[Ask]]
"""What a room above still has open for the holder of an office."""


def asks_about(handed: Sequence[Handed]) -> TodayPanel:
    """One statement for people in office; one a room for each office that ended with an empty sheet."""

    def asks(work: UnitOfWork) -> list[Ask]:
        if work.actor is None or not IN_OFFICE & set(work.actor.standings):
            return []
        return [_ask(work, each) for each in due(work) if _still(work, each, handed)]

    return asks


def _still(work: UnitOfWork, each: Due, handed: Sequence[Handed]) -> bool:
    """One's own office always; one that ended while something of it is open."""
    return (
        each.office.person_id == work.person_id
        or each.left > 0
        or any(chain.from_iterable(hook(work, each.office) for hook in handed))
    )


def _ask(work: UnitOfWork, each: Due) -> Ask:
    assert each.office.to_on is not None
    own = each.office.person_id == work.person_id
    detail = say("%(office)s, %(name)s: last day %(day)s", office=office_words(each), name=each.name, day=each.office.to_on)  # fmt: skip
    return Ask(
        "confirm",
        say("Please prepare the hand-over of your office")
        if own
        else say("Please see that an office is handed over"),
        say("Open the hand-over sheet"),
        f"/admin/offices/{each.office.id}/handover",
        end_of(hand_over_by(each.office.to_on), work.zone),
        detail,
    )


def lost_asks(work: UnitOfWork) -> list[Ask]:
    """What whoever lost an office lately is told: that it ended and why, and what is still to be handed over, as
    long as something is or the days for it run. One statement."""
    return [
        _lost(work, each)
        for each in lost_by(work)
        if each.office.to_on and (each.left or hand_over_by(each.office.to_on) >= work.today)
    ]


def _lost(work: UnitOfWork, each: Due) -> Ask:
    assert each.office.to_on is not None
    reason, _document = read_reason(each.office.end_reason)
    words, day = office_words(each), each.office.to_on
    detail = (
        say("Last day %(day)s: %(why)s. The rights of the office ended with it.", day=day, why=reason)
        if reason
        else say("Last day %(day)s. The rights of the office ended with it.", day=day)
    )
    question = say("You hold this office no more: %(office)s", office=words)
    if not work.may(Permission.HAND_OVER):
        return Ask("check", question, say("Who holds which office"), "/offices", None, detail)
    return Ask(
        "confirm", question, say("Open the hand-over sheet"), f"/admin/offices/{each.office.id}/handover",
        end_of(hand_over_by(day), work.zone), detail,
    )  # fmt: skip
