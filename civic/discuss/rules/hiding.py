"""Why a contribution may be reported and hidden."""

from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no

GROUNDS: dict[str, Message] = {
    "insult": say_p("why it is hidden", "Insults or threatens somebody"),
    "private": say_p("why it is hidden", "Shows somebody's private data"),
    "advert": say_p("why it is hidden", "Advertising, or the same text again and again"),
    "off_topic": say_p("why it is hidden", "Has nothing to do with this topic"),
    "unlawful": say_p("why it is hidden", "Calls for what the law forbids"),
}
"""The only ones, for reports as well: another opinion is none, nor is a reproach to those in office."""

LOOK_DAYS = 2
"""Working days until the committee has looked at a report."""
MOST_REPORTS = 10
"""Of one person on one day: every one is looked at by somebody."""


def may_report(*, own: bool, withdrawn: bool, hidden: bool, reported: bool, today: int = 0) -> Verdict:
    """Once a person, of what can be read and somebody else said."""
    if own:
        return no(say("This is your own. You may withdraw it."))
    if withdrawn or hidden:
        return no(say("It cannot be read any more; there is nothing to report."))
    if reported:
        return no(say("You have reported it already. You will read the answer on Today."))
    return (
        no(say("You have reported ten today. Please come back tomorrow.")) if today >= MOST_REPORTS else YES
    )


def may_hide(*, own: bool, withdrawn: bool, hidden: bool, cleared: bool) -> Verdict:
    """What can be read, and what the supervisory committee has not let stand."""
    if own:
        return no(say("This is your own. You may withdraw it."))
    if withdrawn:
        return no(say("It was withdrawn already."))
    if hidden:
        return no(say("It is hidden already."))
    return no(say("The supervisory committee decided that it is shown.")) if cleared else YES


def may_show(*, hidden: bool, confirmed: bool) -> Verdict:
    """What is hidden, unless the supervisory committee said that it stays so."""
    if not hidden:
        return no(say("It is not hidden."))
    return no(say("The supervisory committee decided that it stays hidden.")) if confirmed else YES


def may_keep(*, reports: int) -> Verdict:
    """Where there are reports to answer."""
    return YES if reports else no(say("No report waits for an answer."))
