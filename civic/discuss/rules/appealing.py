"""How the author of hidden words gets a second opinion."""

from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed

APPEAL_DAYS = 15
"""As long as a result hangs."""


ANSWER_DAYS = 5
"""Working days for the supervisory committee's answer."""


def may_appeal(
    *, hidden: bool, withdrawn: bool, appealed: bool, until_on: date | None, today: date
) -> Verdict:
    """Once, within the days that stood with the reason."""
    if withdrawn:
        return no(say("It was withdrawn already."))
    if not hidden or until_on is None:
        return no(say("It is not hidden."))
    if appealed:
        return no(say("You have appealed already."))
    if today > until_on:
        return no(say("An appeal was possible until %(until)s.", until=until_on))
    return YES


def may_answer_appeal(*, appealed: bool, answered: bool, shown: bool, involved: bool) -> Verdict:
    """Once, by somebody who neither hid it nor said it nor appealed."""
    if not appealed:
        return no(say("Nobody has appealed."))
    if answered:
        return no(say("This appeal was answered already."))
    if shown:
        return no(say("The committee has shown it again already; there is nothing left to decide."))
    if involved:
        return not_allowed(
            say("Whoever hid it, said it or appealed does not decide. Please leave it to a colleague.")
        )
    return YES
