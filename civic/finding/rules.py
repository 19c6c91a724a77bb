"""What may be found, and as what."""

from civic.core.message import Message, say, say_p
from civic.propose.rules.born import BORN_PRIVATE
from civic.propose.rules.private import PRIVATE as SEALED

KINDS: dict[str, Message] = {
    "issue": say("Issues"),
    "contribution": say_p("what was said in discussions", "Contributions"),
    "notice": say("Notices"),
}

PRIVATE = tuple(sorted(SEALED))
"""One person's service and a quarrel between neighbours are nobody else's business (domain §6: never public by
default); nothing of them is found, whatever else may show it."""

DELICATE = tuple(BORN_PRIVATE)
"""Categories in which a matter is found only once somebody checked that it is not private."""

PER_PAGE = 20
MOST = 1_000
"""So many are listed, the newest; nobody reads further, and looking for all of 100,000 is bounded by it."""
EXCERPT = 90
"""Characters of the text that are shown with a match."""
