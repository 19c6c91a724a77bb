"""Object to a decline: who, until when, and who answers."""

from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules.road import Phase

OBJECT_DAYS = 15
"""Days for an objection: as long as whatever a committee publishes must at least hang (City Residents' Committees Law,
art. 34), so that nobody learns of a decline when it is too late."""
SUPERVISORS_DAYS = 5
"""Working days for the supervisory committee's answer: as many as for the first answer to whoever raised it."""


def may_object(
    phase: Phase, until_on: date | None, today: date, *, waiting: bool = False, already: bool = False
) -> Verdict:
    """Within the days, one objection at a time, each person once for a decline."""
    if phase is not Phase.DECLINED:
        return no(say("This issue is not declined."))
    if until_on is None or today > until_on:
        return no(say("The days for objections are over."))
    if waiting:
        return no(say("An objection waits for its answer already. Please read the answer first."))
    if already:
        return no(say("You objected already; the answer stands on the page of the issue."))
    return YES


def may_answer(*, answered: bool, of_the_committee: bool, own: bool) -> Verdict:
    """Once, and never by whoever sat on the committee that declined, or has a part in the matter."""
    if answered:
        return no(say("This objection was answered already."))
    if of_the_committee:
        return no(
            say("Whoever sat on the residents' committee that declined it does not answer the objection.")
        )
    if own:
        return no(say("Nobody answers an objection in their own matter."))
    return YES


def back_by(nature: str | None) -> str:
    """The step of the road when an objection is right: to what becomes of it, or first to the check on the spot."""
    return "object" if nature else "recheck"
