"""Which votes this product can hold, by whom their notice is given, and how they are taken."""

from dataclasses import dataclass
from datetime import datetime

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.decide.rules.channels import may_vote_online
from civic.decide.rules.presets import preset
from civic.decide.rules.router import route
from civic.decide.rules.terms import Terms
from civic.decide.rules.words import BODIES
from civic.permissions import Standing
from civic.propose.rules import Nature

ONLINE, PAPER = "online", "paper"


@dataclass(frozen=True)
class Plan:
    """What a notice says of rule, hours and channel."""

    preset: str
    opens_at: datetime
    closes_at: datetime
    channel: str


def holdable(nature: Nature) -> tuple[str, ...]:
    """The presets of this nature's route whose roll can be drawn up here, in the route's order."""
    return tuple(p for p in route(nature).presets if p in BODIES)


def channel_of(preset_id: str) -> str:
    """Representatives vote online, paper beside it; owners on paper alone (Weifang, art. 32)."""
    return PAPER if preset(preset_id).of_owners else ONLINE


def may_hold_here(terms: Terms, channel: str) -> Verdict:
    """Whether this product can take the ballots of such a vote by that channel."""
    if terms.preset not in BODIES:
        return no(say("The roll of this vote cannot be drawn up here. Please hold it on paper outside."))
    if channel == ONLINE:
        return may_vote_online(terms, official_system=True)
    return YES


def may_give_notice(preset_id: str, standings: tuple[Standing, ...]) -> Verdict:
    """The owners' committee calls owners only; the residents' committee calls both."""
    if preset(preset_id).of_owners or Standing.COMMITTEE in standings:
        return YES
    return not_allowed(say("The residents' committee gives notice of this vote."))
