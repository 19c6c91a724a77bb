"""How somebody stands here beside home and property, with the reason: dead, moved away, suspended, under age."""

from dataclasses import dataclass

from civic.core.message import Message, say, say_p
from civic.people.edit_words import WHY_SUSPENDED
from civic.people.queries.entries import Entry
from civic.people.queries.gone import Left, has_died, home_left
from civic.people.queries.reach import Reach
from civic.people.queries.suspensions import Suspension, suspension_of
from civic.people.rules.cards import adult_if_born_by
from civic.people.spoken import door_words
from civic.people.tables import PersonKind
from civic.work import UnitOfWork


@dataclass(frozen=True)
class State:
    """What is true of somebody; None where there is nothing to say."""

    off: Message | None
    """Why they are off the roll, and since when."""
    lived: Message | None
    """Where whoever lives nowhere here lived last, until when."""
    suspended: Message | None
    suspension: Suspension | None
    young: bool
    """Not yet eighteen."""
    account: Message
    opens: Message | None
    """What the account opens, where that is less than one would think."""


def state_of(work: UnitOfWork, reach: Reach, entry: Entry) -> State:
    """One statement for whoever is off the roll, one for whoever lives nowhere here, one for a suspended account;
    none for everybody else."""
    suspension = suspension_of(work, entry.person_id) if entry.suspended else None
    left = home_left(work, reach, entry.person_id) if entry.home is None else None
    young = entry.born_on is not None and entry.born_on > adult_if_born_by(work.today)
    return State(
        _off(work, entry), _lived(left), WHY_SUSPENDED[suspension.reason] if suspension else None, suspension,
        young and entry.gone_on is None, _account(entry, young=young), _opens(entry),
    )  # fmt: skip


def _off(work: UnitOfWork, entry: Entry) -> Message | None:
    if entry.gone_on is None:
        return None
    died = has_died(work, entry.person_id)
    if died is None:
        return say("No rights here since %(day)s; why is not on record.", day=entry.gone_on)
    if died:
        return say("Died; no rights here since %(day)s.", day=entry.gone_on)
    return say("Moved away for good; no rights here since %(day)s.", day=entry.gone_on)


def _lived(left: Left | None) -> Message | None:
    if left is None:
        return None
    return say("%(door)s, until %(day)s", door=door_words(left.place), day=left.last_on)


def _account(entry: Entry, *, young: bool) -> Message:
    """Of somebody without one: why that is so."""
    if entry.gone_on is not None:
        return say_p("on the roll", "No account")
    if entry.kind == PersonKind.ORGANISATION.value:
        return say("No account: an organisation acts through whoever is authorised")
    if young:
        return say("No account: accounts are for people of eighteen and over")
    if not (entry.home or entry.owns or entry.offices):
        return say("No account: without a home, property or office here it would open nothing")
    return say("No account: on paper and at the door, like everybody else")


def _opens(entry: Entry) -> Message | None:
    """Of somebody with one: whether it still opens anything."""
    if entry.gone_on is not None:
        return say("It opens nothing any more.")
    if entry.suspended:
        return say("It is suspended: reading alone is possible.")
    if not (entry.home or entry.owns or entry.offices):
        return say("Without a home, property or office here it opens reading alone.")
    return None
