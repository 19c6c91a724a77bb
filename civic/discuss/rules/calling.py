"""Talks: which kinds there are, who is invited, what a call must hold, when it is moved or called off.

Kinds of the domain paper: 恳谈会, 听证会 before deciding (三会), 四位一体 under the Party organisation (no. 46),
会客厅 (no. 5). Opinion of 2015 on deliberation: those who take part are informed in advance.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from civic.core.message import Message, joined, say, say_p
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.permissions import NAMES, Standing


class Kind(StrEnum):
    """How people sit together."""

    OPEN_TALK = "open_talk"
    HEARING = "hearing"
    FOUR_BODY = "four_body"
    PARLOUR = "parlour"


KINDS: dict[Kind, Message] = {
    Kind.OPEN_TALK: say("Open talk"),
    Kind.HEARING: say("Hearing"),
    Kind.FOUR_BODY: say("Four-body coordination"),
    Kind.PARLOUR: say("Parlour meeting"),
}

EVERYBODY = "residents"
BODIES: dict[str, Message] = {
    EVERYBODY: say("Everyone here"),
    **{
        standing.value: NAMES[standing]
        for standing in (
            Standing.BUILDING_HEAD, Standing.REPRESENTATIVE, Standing.COMMITTEE, Standing.PARTY_COMMITTEE,
            Standing.GRID_WORKER, Standing.OWNERS_COMMITTEE, Standing.PROPERTY_FIRM, Standing.SUPERVISOR,
            Standing.ADVISOR, Standing.DEPARTMENT,
        )
    },
}  # fmt: skip
"""Who is invited: everybody with a home here, and the offices there are."""

THREE = (Standing.COMMITTEE.value, Standing.OWNERS_COMMITTEE.value, Standing.PROPERTY_FIRM.value)
LEADS = (Standing.PARTY_COMMITTEE.value, Standing.GRID_WORKER.value)
"""四位一体: these three, and the Party committee or its grid worker."""

OUTCOME_DAYS = 3
"""Working days after the talk within which everybody reads what came of it."""


FAR = timedelta(days=366)


def invitation_fits(kind: str, bodies: Collection[str]) -> Verdict:
    """Somebody is invited; of the four bodies all four."""
    if not bodies or set(bodies) - set(BODIES):
        return no(say("Please say who is invited."))
    if kind == Kind.FOUR_BODY and not (set(THREE) <= set(bodies) and set(LEADS) & set(bodies)):
        return no(
            say(
                "To four-body coordination belong the residents' committee, the owners' committee, the property "
                "firm, and the Party committee or the grid worker."
            )
        )
    return YES


def hour_fits(starts_at: datetime, now: datetime) -> Verdict:
    """Who is invited can still come."""
    if starts_at <= now:
        return no(say("Please choose a day and an hour that have not passed."))
    return YES if starts_at - now < FAR else no(say("Please choose a day within a year."))


def may_change(*, own: bool, called_off: bool, concluded: bool) -> Verdict:
    """Whoever called it, or the residents' committee; until it is over."""
    if not own:
        return not_allowed(say("Only whoever called the talk and the residents' committee may do this."))
    return still_on(called_off=called_off, concluded=concluded)


def still_on(*, called_off: bool, concluded: bool) -> Verdict:
    """It was neither called off, nor is it written down what came of it."""
    if called_off:
        return no(say("This talk was called off."))
    return no(say("It is written down already what came of this talk.")) if concluded else YES


def may_conclude(*, starts_at: datetime, now: datetime) -> Verdict:
    """What came of it is written down once it has begun."""
    return (
        YES if starts_at <= now else no(say("The talk has not begun yet. Please write it down afterwards."))
    )


def move_fits(starts_at: datetime, place: str, to_at: datetime, to_place: str) -> Verdict:
    """Another hour or another place."""
    return no(say("Nothing was changed.")) if (starts_at, place) == (to_at, to_place) else YES


def bodies_named(bodies: Collection[str]) -> Message:
    """All of them in one line, in the order of the list."""
    return joined([words for body, words in BODIES.items() if body in bodies], say_p("between bodies", ", "))
