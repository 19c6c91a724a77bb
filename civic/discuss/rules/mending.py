"""When one may answer, reword or take back what was said."""

from datetime import datetime, timedelta

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed

EDIT_WINDOW = timedelta(minutes=15)
"""Long enough to mend a slip of the thumb, too short to say something else once others have read it."""
MOST_EDITS = 5
REPLY, WITHDRAWN = "reply", "withdrawn"
"""What stands in place of a stance."""
NO_STANCE = (REPLY, WITHDRAWN)
"""Neither is counted among what people say."""
REPLIES_SHOWN = 3
"""So many replies stand under a contribution in a list; the others on its own page."""


def may_reply(*, is_reply: bool, withdrawn: bool, hidden: bool) -> Verdict:
    """Replies go one level deep, under what can be read."""
    if is_reply:
        return no(say("One replies to the contribution itself, not to a reply."))
    if withdrawn:
        return no(say("It was withdrawn. There is nothing to reply to."))
    return no(say("It is hidden. Nobody replies to it now.")) if hidden else YES


def own_words(*, own: bool, helping: bool) -> Verdict:
    """Only whoever said it takes it back or rewords it; no helper overrules them."""
    if helping:
        return not_allowed(say("What somebody said is changed or withdrawn by themselves alone."))
    return YES if own else not_allowed(say("Only whoever said it may do this."))


def may_edit(
    *, withdrawn: bool, hidden: bool, replies: int, edits: int, said_at: datetime, now: datetime
) -> Verdict:
    """Within the window, until somebody replied; what it read before is kept."""
    if withdrawn:
        return no(say("It was withdrawn already."))
    if hidden:
        return no(say("It is hidden. You may appeal, but not change it."))
    if replies:
        return no(say("Somebody has replied to it, so it stays as it is."))
    if now >= said_at + EDIT_WINDOW:
        return no(say("It could be changed for 15 minutes. You may withdraw it, or say more."))
    if edits >= MOST_EDITS:
        return no(say("It was changed five times already."))
    return YES


def may_withdraw(*, withdrawn: bool, appealed: bool) -> Verdict:
    """At any time; but not under the eyes of whoever is just deciding about it."""
    if withdrawn:
        return no(say("It was withdrawn already."))
    return (
        no(say("Your appeal is being looked at. It can be withdrawn after the answer.")) if appealed else YES
    )
