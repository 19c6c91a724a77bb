"""Closing out 销号 with two keys, never by the doer alone (domain §3.2, §4)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from civic.core.message import say, say_n
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.manage.rules import OWNERS_MATTERS
from civic.permissions import Standing
from civic.propose.rules import Nature
from civic.supervise.rules.promise import Promise

FIRST, SECOND = 1, 2
"""The first key is the raiser's or the supervisory committee's, the second the committee's."""


@dataclass(frozen=True)
class Keys:
    """A close-out as its keys see it: who asked, who leads work, who turned which key."""

    asked_by: int
    leads: frozenset[int]
    first: int | None
    second: int | None
    settled: bool

    def turned(self, key: int) -> int | None:
        """Who turned that key."""
        return self.first if key == FIRST else self.second


def may_ask(promise: Promise | None, unfinished: Collection[int], today: date) -> Verdict:
    """The work is done and the days of the watch are over. `unfinished`: numbers of open work orders."""
    if unfinished:
        return no(
            say_n(
                "%(n)s work order is not finished yet.",
                "%(n)s work orders are not finished yet.",
                len(unfinished),
            )
        )
    if promise is not None and not promise.over(today):
        return no(say("The promise is watched until %(day)s. Please ask after that.", day=promise.last_on))
    return YES


def may_turn(keys: Keys, key: int, person_id: int) -> Verdict:
    """Each key once, by somebody who neither asked nor did the work nor turned the other one."""
    if keys.settled:
        return no(say("This close-out is settled already."))
    if keys.turned(key) is not None:
        return no(say("This key has been turned already."))
    if person_id == keys.asked_by:
        return not_allowed(say("Whoever asks to close cannot turn a key. Please leave it to somebody else."))
    if person_id in keys.leads:
        return not_allowed(say("Whoever leads the work cannot turn a key. Please leave it to somebody else."))
    if person_id == keys.turned(FIRST if key == SECOND else SECOND):
        return not_allowed(say("You have turned the other key. This one belongs to somebody else."))
    return YES


def may_answer_for(held: Standing | None, nature: Nature | None) -> Verdict:
    """The owners' committee answers for owners' matters alone (Civil Code 278), the residents' committee for all."""
    if held is Standing.OWNERS_COMMITTEE and nature not in OWNERS_MATTERS:
        return not_allowed(
            say("The owners' committee signs on owners' matters; this one is the residents' committee's.")
        )
    return YES


def may_refuse(keys: Keys) -> Verdict:
    """While it is not settled."""
    return no(say("This close-out is settled already.")) if keys.settled else YES
