"""When an outcome may be written, what becomes of comments on it."""

from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no

POSTING_DAYS = 15
"""An outcome hangs at least so long (Residents' Committees Law, art. 34)."""
COMMENT_DAYS = 7
"""In the first of which anybody may comment (domain §8, case A)."""


def may_write_outcome(
    *, written: bool, posted_until_on: date, today: date, speak_until_on: date | None = None
) -> Verdict:
    """Once, when the days of the topic's posting are over, and those to speak on it."""
    if written:
        return no(say("The outcome is written already."))
    if today <= posted_until_on:
        return no(
            say(
                "The topic is posted until %(until)s. Please write the outcome after that.",
                until=posted_until_on,
            )
        )
    if speak_until_on is not None and today <= speak_until_on:
        return no(
            say(
                "People speak on this until %(day)s. Please write the outcome after that.", day=speak_until_on
            )
        )
    return YES


def may_treat(*, on_outcome: bool, posting_ended: bool) -> Verdict:
    """Comments on the outcome, until its posting has ended."""
    if not on_outcome:
        return no(say("Only comments on the outcome are adopted or not."))
    if posting_ended:
        return no(say("The posting has ended; its comments are settled."))
    return YES
