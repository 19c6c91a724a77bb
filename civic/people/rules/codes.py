"""One-time codes given in person: to whom, by whom, for how long; and how a typed code is read."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.rules.sign_in import OFFICERS
from civic.people.rules.slips import code_typed
from civic.people.rules.slips.cards import LOOKS_LIKE, SIGNS
from civic.permissions import HEADS, Standing

LIVES = timedelta(minutes=10)
"""ASVS 6.6.3."""
AN_HOUR = 3
"""Codes for one person within an hour (security §1.5)."""

CONSOLE = 20
"""Signs in a code of the console."""


def read_code(typed: str) -> str:
    """The code that somebody means, of a slip or of the console, forgiving as `code_typed`; "" for none."""
    return code_typed(typed) or _of_console(typed)


def _of_console(typed: str) -> str:
    """In the fives in which it is printed and kept."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(LOOKS_LIKE)
    code = "".join(sign for sign in plain if sign in SIGNS)
    if len(code) != CONSOLE or len(typed) > 2 * CONSOLE:
        return ""
    return "-".join(code[at : at + 5] for at in range(0, CONSOLE, 5))


def may_receive(
    giver: int, by: Iterable[Standing], person: int, offices: Iterable[Standing], *, second_factor: bool
) -> Verdict:
    """A code is a way into an account: for people in office only the committee gives one, or a building
    head could become the committee; administrators have the console."""
    held = set(offices)
    if giver == person:
        return no(say("You do not give yourself a code. Please ask somebody else in office."))
    if Standing.ADMINISTRATOR in held:
        return no(say("Administrators get their code on the server: “civic init” gives one."))
    if (second_factor or held & (OFFICERS | HEADS)) and Standing.COMMITTEE not in set(by):
        return not_allowed(say("For people in office only the residents' committee gives a code."))
    return YES


def may_give_another(now: datetime, lately: Iterable[datetime]) -> Verdict:
    """Three within an hour; then the oldest must have had its hour. `lately`: of the last hour."""
    given = sorted(lately)
    if len(given) < AN_HOUR:
        return YES
    again = given[-AN_HOUR] + timedelta(hours=1)
    return no(say("Three codes an hour are the most for one person. The next one: %(at)s.", at=again))


def may_use_person_code(now: datetime, expires_at: datetime, used_at: datetime | None) -> Verdict:
    """Once, within its ten minutes."""
    if used_at is not None:
        return no(say("This code is used up. Please ask for a new one."))
    if now >= expires_at:
        return no(say("The ten minutes of this code are over. Please ask for a new one."))
    return YES
