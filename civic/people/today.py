"""What People ask of the reader today: the second factor, from whoever reaches everybody's data."""

from collections.abc import Sequence

from civic.core.message import say
from civic.people.queries.accounts import account_of
from civic.people.rules.second_factor import should_turn_on
from civic.web.house import Ask
from civic.work import UnitOfWork


def asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement, for those in such an office who have not given it in this session; none for others."""
    actor = work.actor
    if (
        actor is None
        or actor.strong
        or not should_turn_on(actor.standings, on=False, demo=work.community.demo)
    ):
        return ()
    account = account_of(work, actor.person_id)
    if account is None or account.totp_since is not None:
        return ()
    detail = say("Your office reaches the data of all neighbours; a password alone does not keep it.")
    question = say("Please protect your sign-in with a second factor")
    return [Ask("confirm", question, say("Turn on the second factor"), "/me/second-factor", None, detail)]
