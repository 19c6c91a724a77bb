"""Which offices do not go together, in one person or among close kin."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from civic.core.message import Message, say
from civic.people.rules.appointing.kin import Tie, close_kin
from civic.people.rules.appointing.terms import overlaps
from civic.permissions import Standing

S = Standing


@dataclass(frozen=True)
class Held:
    """An office that somebody holds, held or will hold."""

    person_id: int
    kind: Standing
    from_on: date
    to_on: date | None = None
    building_id: int | None = None
    entrance: int | None = None


WATCHED = frozenset({S.SUPERVISOR, S.COMMITTEE})
FIRM = {
    frozenset({S.PROPERTY_FIRM, S.SUPERVISOR}),
    frozenset({S.PROPERTY_FIRM, S.OWNERS_COMMITTEE}),
    frozenset({S.PROPERTY_FIRM, S.CLERK}),
}


def why_together_not(new: Held, others: Iterable[Held], ties: Iterable[Tie]) -> Message | None:
    """Why somebody cannot hold this office beside those that they or their close kin hold at the time.

    `others`: everybody's offices, or at least those of the person and of their close kin.
    """
    kin = close_kin(new.person_id, ties)
    for other in others:
        if not overlaps(new.from_on, new.to_on, other.from_on, other.to_on):
            continue
        because = None
        if other.person_id == new.person_id:
            because = _in_one_person(new, other)
        elif other.person_id in kin and {new.kind, other.kind} == WATCHED:
            because = say(
                "Close kin of the residents' committee do not supervise it, and the other way round "
                "(Residents' Committees Law, art. 36)."
            )
        if because is not None:
            return because
    return None


def kin_in_office(
    committee: Iterable[int], supervisors: Iterable[int], ties: Iterable[Tie]
) -> list[tuple[int, int]]:
    """Pairs of people in office today who may not be: a member of the residents' committee, and close kin on the
    supervisory committee (Residents' Committees Law, art. 36)."""
    known, watching = frozenset(ties), set(supervisors)
    return [
        (one, other) for one in sorted(set(committee)) for other in sorted(close_kin(one, known) & watching)
    ]


def _in_one_person(new: Held, other: Held) -> Message | None:
    if (new.kind, new.building_id, new.entrance) == (other.kind, other.building_id, other.entrance):
        return say("This person holds the office at that time already.")
    if {new.kind, other.kind} == WATCHED:
        return say(
            "Members of the residents' committee do not sit on the supervisory committee "
            "(Residents' Committees Law, art. 36)."
        )
    if frozenset({new.kind, other.kind}) in FIRM:
        return say(
            "The property firm neither handles ballots nor sits on the owners' committee or among those "
            "who supervise it."
        )
    return None
