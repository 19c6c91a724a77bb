"""Until when people speak on a topic, and when that day may be moved."""

from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules.clock import may_put_off


def still_open(speak_until_on: date | None, today: date) -> Verdict:
    """Until 24:00 of that day; without one (topics of the first release) until the outcome."""
    if speak_until_on is None or today <= speak_until_on:
        return YES
    return no(say("People could speak on this until %(day)s, 24:00.", day=speak_until_on))


def may_extend(speak_until_on: date | None, to_on: date, today: date, *, written: bool) -> Verdict:
    """To a later day to come, as long as no outcome is written."""
    if written:
        return no(say("The outcome is written. Please comment on the outcome instead."))
    return may_put_off(speak_until_on, to_on, today)
