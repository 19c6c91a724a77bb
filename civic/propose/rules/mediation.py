"""Mediation in private: who may begin, lead and read it, and what comes of it (domain §2.2).

People's Mediation Law: nobody is mediated against their will (art. 3, 17); where it does not succeed those concerned
are told of arbitration, the authorities and the court (art. 26); an agreement binds (art. 31), a quarrel about it
goes to court (art. 32), and both together may have the court confirm it within 30 days (art. 33).
"""

from datetime import date, timedelta
from enum import StrEnum

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Standing
from civic.propose.rules.matters import Nature
from civic.propose.rules.road import Phase

MOST_DAYS = 60
"""As a rule a mediation ends within a month (rules of the Ministry of Justice, 2002, art. 33); hard ones take two."""

MEDIATORS = frozenset(
    {
        Standing.COMMITTEE, Standing.PARTY_COMMITTEE, Standing.BUILDING_HEAD, Standing.ENTRANCE_HEAD,
        Standing.REPRESENTATIVE, Standing.GRID_WORKER, Standing.ADVISOR, Standing.VOLUNTEER,
    }
)  # fmt: skip
"""Offices whose holders are asked to mediate."""


class Settled(StrEnum):
    """What came of it."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    WITHDRAWN = "withdrawn"


OUTCOMES: dict[Settled, Message] = {
    Settled.AGREED: say("They agreed"),
    Settled.NOT_AGREED: say("They did not agree"),
    Settled.WITHDRAWN: say("One side did not want to go on"),
}

CONSENTS: dict[str, Message] = {
    "phone": say("Said so on the telephone"),
    "paper": say("Signed on paper"),
    "person": say("Said so in person"),
}
"""How somebody agreed to be mediated."""

PUBLIC: dict[str, Message] = {
    "open": say("Being mediated in private"),
    "settled": say("Mediated in private: settled"),
    "not_settled": say("Mediated in private: not settled"),
}
"""All that everybody reads of it."""

ELSEWHERE = say(
    "Those concerned can go on to arbitration, to the authorities or to court (People's Mediation Law, art. 26), "
    "or ask the people's mediation committee (art. 17)."
)
BINDING = say(
    "An agreement before the people's mediation committee binds both sides (People's Mediation Law, art. 31); within "
    "30 days both together may ask the court to confirm it (art. 33)."
)
BROKEN = say("Whoever finds that it is not kept can go to court (People's Mediation Law, art. 32).")


def may_begin(phase: Phase, nature: str | None) -> Verdict:
    """A quarrel, once it is checked."""
    if phase is not Phase.VERIFIED:
        return no(say("This issue has moved on. Please look at its page for what is next."))
    if nature != Nature.DISPUTE:
        return no(say("Only a quarrel is mediated. The kind of matter can be corrected on its page."))
    return YES


def may_run(today: date, until_on: date) -> Verdict:
    """From tomorrow, two months at most."""
    if today < until_on <= today + timedelta(MOST_DAYS):
        return YES
    return no(say("Please choose a day after today, within %(n)s days.", n=MOST_DAYS))


def may_have_agreed(today: date, on: date) -> Verdict:
    """Nobody has agreed in the future."""
    return YES if on <= today else no(say("This day has not come yet."))


def may_lead(*, mediator: bool, open_: bool) -> Verdict:
    """The mediator alone, while it runs."""
    if not mediator:
        return no(say("Only the mediator writes this down."))
    return YES if open_ else no(say("This mediation has ended."))


def may_end_so(outcome: Settled, agreement: str, review_on: date | None, today: date) -> Verdict:
    """An agreement has its text and a day on which it is looked at; nothing else has."""
    if outcome is not Settled.AGREED:
        return no(say("Only an agreement has a text and a day.")) if agreement or review_on else YES
    if not agreement:
        return no(say("Please write down what they agreed."))
    if review_on is None or review_on <= today:
        return no(say("Please choose a day after today on which it is looked at whether it is kept."))
    return YES


def may_review(*, mediator: bool, agreed: bool, reviewed: bool, due: bool) -> Verdict:
    """The mediator, once, from the day that was named."""
    if not mediator:
        return no(say("Only the mediator writes this down."))
    if not agreed:
        return no(say("There is no agreement to look at."))
    if reviewed:
        return no(say("It is written down already."))
    return YES if due else no(say("The day has not come yet."))
