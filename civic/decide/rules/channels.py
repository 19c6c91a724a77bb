"""Where a ballot may be cast: paper always, online unless the city keeps that to itself."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.decide.rules.presets import preset
from civic.decide.rules.terms import Terms


def may_vote_online(terms: Terms, *, official_system: bool) -> Verdict:
    """Whether this product may take the online ballots of such a vote.

    `official_system`: the city's rule keeps owners' online votes to its own system (Weifang property
    regulations, art. 32; Beijing, art. 35). Residents' votes are free of that.
    """
    if official_system and preset(terms.preset).of_owners:
        return no(
            say(
                "Owners here vote online only on the city's own system."
                " Paper ballots are counted here, and the official result is entered."
            )
        )
    return YES
