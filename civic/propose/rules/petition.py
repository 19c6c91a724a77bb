"""Petitions: how many put a topic on the agenda whatever the committee thinks, on what, and for how long."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from civic.core.message import Message, say, say_p
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.rules.entitlement import Electorate
from civic.propose.rules.matters import Nature
from civic.propose.rules.road import Phase

DAYS = 30
"""The law names none. Long enough to go from door to door once, short enough that a signature still says what
people think at its end."""
AGAIN_DAYS = 30
"""After a petition that fell short, as long again before the next on the same issue: nobody is asked every week."""
CHECK_DAYS = 3
"""Working days after the end in which a second person may still check sheets that were entered in time."""
POSTED_DAYS = 7
"""How long a topic from a petition hangs; five at least (domain paper, section 8)."""


class Way(StrEnum):
    """As what somebody signs: each way counts by itself, and one of them is enough."""

    RESIDENT = "resident"
    REPRESENTATIVE = "representative"
    OWNER = "owner"


class Ended(StrEnum):
    """How a petition ended."""

    SUCCEEDED = "succeeded"
    SHORT = "short"
    OVERTAKEN = "overtaken"
    """The committee made it a topic by itself."""
    PRIVATE = "private"
    """The check on the spot found a private matter."""


class Channel(StrEnum):
    """How somebody signed."""

    PHONE = "phone"
    PAPER = "paper"


class Counted(StrEnum):
    """Whether a signature counts."""

    COUNTED = "counted"
    WAITING = "waiting"
    """Entered from paper, not checked by a second person yet."""
    STRUCK = "struck"
    WITHDRAWN = "withdrawn"


ELECTORATES: dict[Way, Electorate] = {
    Way.RESIDENT: Electorate.RESIDENTS,
    Way.REPRESENTATIVE: Electorate.REPRESENTATIVES,
    Way.OWNER: Electorate.OWNERS_BY_HEAD,
}
"""Who is asked that way: the same people who would vote."""

AS: dict[Way, Message] = {
    Way.RESIDENT: say("Sign as a resident"),
    Way.REPRESENTATIVE: say("Sign as a representative"),
    Way.OWNER: say("Sign as an owner"),
}
PEOPLE: dict[Way, Message] = {
    Way.RESIDENT: say_p("who signs", "Residents"),
    Way.REPRESENTATIVE: say_p("who signs", "Residents' representatives"),
    Way.OWNER: say_p("who signs", "Owners"),
}
ENDS: dict[Ended, Message] = {
    Ended.SUCCEEDED: say("The petition put it on the agenda"),
    Ended.SHORT: say("The petition fell short"),
    Ended.OVERTAKEN: say("The committee has taken it up"),
    Ended.PRIVATE: say("It was found to be a private matter"),
}

RESIDENTS_WAYS = ((Way.RESIDENT, 1, 10), (Way.REPRESENTATIVE, 1, 3))
"""Residents' Committees Law, art. 27; Villagers' Committees Law, art. 26: `call` of RES_ and VIL_MEETING_PERSON."""
OWNERS_WAYS = ((Way.OWNER, 1, 5),)
"""Property Management Regulations, art. 13: OWN_CALL."""

WAYS: dict[Nature, tuple[tuple[Way, int, int], ...]] = {
    Nature.OWNERS_GENERAL: (*RESIDENTS_WAYS, *OWNERS_WAYS),
    Nature.OWNERS_SPECIAL: (*RESIDENTS_WAYS, *OWNERS_WAYS),
}
"""Which ways lead there, and with which share; on any other matter the residents' two. What is shared property
may be talked over by all who live with it; who then decides is another question (domain paper, section 2.2)."""

REFUSED: dict[Nature, Message] = {
    Nature.DISPUTE: say(
        "A quarrel between neighbours is mediated in private; no petition can put it before everybody."
    ),
    Nature.PRIVATE_SERVICE: say(
        "One person's service is handled directly; no petition can put it before everybody."
    ),
}
MAYBE_PRIVATE = frozenset({"disputes", "hardship"})
"""Categories of which nobody knows, before somebody has looked, whether they are everybody's."""
OPEN_TO = frozenset({Phase.SUBMITTED, Phase.VERIFIED, Phase.DECLINED})
"""Where the committee has not made it a topic."""


@dataclass(frozen=True)
class Bar:
    """One way: how many are entitled on the day of the roll, and how many of them it takes."""

    way: Way
    of: int
    needed: int
    signed: int = 0

    @property
    def reached(self) -> bool:
        """Whether enough have signed."""
        return 0 < self.needed <= self.signed

    @property
    def words(self) -> Message:
        """8 of 23 representatives."""
        if self.way is Way.RESIDENT:
            return say("%(needed)s of %(of)s residents", needed=self.needed, of=self.of)
        if self.way is Way.OWNER:
            return say("%(needed)s of %(of)s owners", needed=self.needed, of=self.of)
        return say("%(needed)s of %(of)s representatives", needed=self.needed, of=self.of)


def needed(of: int, num: int, den: int) -> int:
    """How many it takes of so many for `num/den`, the bound itself being enough (Civil Code, art. 1259)."""
    return -(-of * num // den)


def ways_of(nature: Nature | None) -> tuple[tuple[Way, int, int], ...]:
    """The ways and shares for a matter; one that was not classified yet is everybody's."""
    return WAYS.get(nature or Nature.SELF_GOVERNANCE, RESIDENTS_WAYS)


def may_petition(
    phase: Phase,
    nature: Nature | None,
    category: str,
    *,
    running: bool,
    again_on: date | None,
    today: date,
) -> Verdict:
    """On what the committee has not accepted and what is everybody's, one at a time, and not again too soon."""
    if phase not in OPEN_TO:
        return no(say("This issue has moved on; a petition is no longer needed."))
    if nature in REFUSED:
        return no(REFUSED[nature])
    if nature is None and category in MAYBE_PRIVATE:
        return no(say("This may be a private matter: somebody has to look at it on the spot first."))
    if running:
        return no(say("A petition on this issue runs already."))
    if again_on is not None and today < again_on:
        return no(say("The last petition fell short; another may begin on %(day)s.", day=again_on))
    return YES


def may_settle_beside(step: str, until: date | None, today: date) -> Verdict:
    """While a petition runs, the committee may take the matter up or decline it, and nothing that ends the matter
    elsewhere: else a petition could be stopped by handing it away."""
    if until is None or today > until or step in {"accept", "decline", "verify"}:
        return YES
    return no(
        say("Neighbours collect signatures on this; until then it can be made a topic or declined, no more.")
    )


def may_sign(*, open_now: bool, as_it: bool, already: bool, because: Message | None) -> Verdict:
    """While it runs, once each way, by whoever was entitled on the day of the roll."""
    if not as_it:
        return no(say("Nobody signs this petition that way."))
    if because is not None:
        return not_allowed(because)
    if not open_now:
        return no(say("The petition is over; nobody can sign it or take back a signature any more."))
    if already:
        return no(say("You have signed already; each signature counts once."))
    return YES


def at_least(bars: list[Bar]) -> Message:
    """431 of 4,310 residents, or 8 of 23 representatives."""
    first, *others = [bar.words for bar in bars if bar.of] or [Message("")]
    for each in others:
        first = say("%(first)s, or %(other)s", first=first, other=each)
    return first


def petition_words(signed: int, bar: Bar) -> Message:
    """Why a topic is one: with this its background begins."""
    return say(
        "Neighbours put this on the agenda by a petition: %(signed)s signed, %(people)s were needed.",
        signed=signed, people=bar.words,
    )  # fmt: skip
