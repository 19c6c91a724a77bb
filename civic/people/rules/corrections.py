"""Correcting the roll: whoever is concerned says what is wrong, the committee answers in time (PIPL, art. 46)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from civic.core.days import Calendar, working_days_after
from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no, not_allowed

WORKING_DAYS = 5
"""The law says "in time" (PIPL, art. 46); this number is ours, and it is said."""
MOST_OPEN = 10
"""Requests of one person that may wait at a time."""


class About(StrEnum):
    """The line of the entry that is wrong."""

    NAME = "name"
    PHONE = "phone"
    BORN_ON = "born_on"
    DOOR = "door"
    HOUSEHOLD = "household"
    REGISTERED = "registered"
    AREA = "area"
    OWNER = "owner"
    OTHER = "other"


LINES: Mapping[About, Message] = {
    About.NAME: say_p("a line of the entry", "Name"),
    About.PHONE: say_p("a line of the entry", "Telephone"),
    About.BORN_ON: say_p("a line of the entry", "Birthday"),
    About.DOOR: say_p("a line of the entry", "Home: building, entrance, door"),
    About.HOUSEHOLD: say_p("a line of the entry", "Household: who lives together"),
    About.REGISTERED: say_p("a line of the entry", "Registered as living here or not"),
    About.AREA: say_p("a line of the entry", "Area of the dwelling"),
    About.OWNER: say_p("a line of the entry", "Owners, their shares, who votes for them"),
    About.OTHER: say_p("a line of the entry", "Something else"),
}


def line_of(about: str) -> Message:
    """The name of the line; of one that this version does not know, as something else."""
    return LINES[About(about) if about in set(About) else About.OTHER]


@dataclass(frozen=True)
class Asked:
    """A request as far as its rules need it."""

    person_id: int
    asked_by: int
    closed: bool
    """Answered or taken back."""
    answered: bool = False
    seen: bool = False


def due_on(asked_on: date, calendar: Calendar) -> date:
    """The last day for the answer; the day of asking is not counted."""
    return working_days_after(asked_on, WORKING_DAYS, calendar)


def may_ask(about: str, waiting: Collection[str]) -> Verdict:
    """One request a line at a time: `waiting` are the lines asked about and not answered yet."""
    if about in waiting and about != About.OTHER.value:
        return no(say("This was asked already; the answer is still to come."))
    if len(waiting) >= MOST_OPEN:
        return no(say("%(n)s requests are waiting already. Please wait for the answers.", n=len(waiting)))
    return YES


def may_withdraw(asked: Asked, actor_id: int) -> Verdict:
    """Whoever asked, or whom it is about, until it is answered."""
    if actor_id not in {asked.person_id, asked.asked_by}:
        return not_allowed(say("Only who asked takes it back."))
    return no(say("This was answered already.")) if asked.closed else YES


def may_see(asked: Asked, actor_id: int, *, helping: bool) -> Verdict:
    """Whom it is about, themselves: a helper does not read an answer in somebody's place."""
    if actor_id != asked.person_id or helping:
        return not_allowed(say("Only whoever is concerned says that the answer was read."))
    if not asked.answered:
        return no(say("There is no answer yet."))
    return no(say("This was noted already.")) if asked.seen else YES


def may_answer(asked: Asked, actor_id: int) -> Verdict:
    """The committee, but nobody what concerns themselves or what they asked."""
    if actor_id in {asked.person_id, asked.asked_by}:
        return not_allowed(say("Nobody answers their own request; please leave it to a colleague."))
    return no(say("This was answered already.")) if asked.closed else YES
