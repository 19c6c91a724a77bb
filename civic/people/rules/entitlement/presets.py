"""Which body decides under which preset of the decision rules (domain paper, sections 2.2, 2.3)."""

from civic.core.message import Message, say
from civic.people.rules.entitlement.kinds import Electorate

E = Electorate
RESIDENTS_MEETING = (E.RESIDENTS, E.HOUSEHOLDS)

PRESETS: dict[str, tuple[Electorate, ...]] = {
    "OWN_GENERAL": (E.OWNERS,),
    "OWN_SPECIAL": (E.OWNERS,),
    "OWN_FUND_SCOPE": (E.OWNERS,),
    "OWN_FIRST": (E.OWNERS,),
    "OC_REMOVE": (E.OWNERS,),
    "OWN_CONVERT": (E.OWNERS_BY_HEAD,),
    "OWN_CALL": (E.OWNERS_BY_HEAD,),
    "OC_MEETING": (E.OWNERS_COMMITTEE,),
    "RES_MEETING_PERSON": (E.RESIDENTS,),
    "RES_MEETING_HOUSE": (E.HOUSEHOLDS,),
    "RES_REP": (E.REPRESENTATIVES_MEETING,),
    "RES_CHARTER": (*RESIDENTS_MEETING, E.REPRESENTATIVES_MEETING),
    "RC_ELECT_DIRECT": (E.RESIDENTS,),
    "RC_ELECT_HOUSE": (E.HOUSEHOLDS,),
    "RC_ELECT_REP": (E.REPRESENTATIVES,),
    "ELECT_RUNOFF": (*RESIDENTS_MEETING, E.REPRESENTATIVES),
    "RC_RECALL": (*RESIDENTS_MEETING, E.REPRESENTATIVES),
    "RC_REVIEW": (E.REVIEWING_REPRESENTATIVES, E.REVIEWING_RESIDENTS),
    "RC_AUDIT_CALL": (E.REPRESENTATIVES, E.RESIDENTS),
    "VIL_REP": (E.REPRESENTATIVES_MEETING,),
    "POLL": RESIDENTS_MEETING,
    # Nobody votes: an emergency is acted upon, a board is posted, a deliberation ends in consensus.
    "OWN_FUND_EMERGENCY": (),
    "RC_DISCLOSE": (),
    "VIL_DISCLOSE": (),
    "RES_DELIBERATE": (),
}
"""Where several stand, the vote says which of them decides; a run-off has the electorate of its first round.

A vote of one building or entrance is drawn over its own units: OWN_FUND_SCOPE, OWN_CONVERT (the building's
owners are affected; others must show it: Interpretation of 2020, art. 11).
"""


def electorates_of(preset_id: str) -> tuple[Electorate, ...]:
    """The bodies that may decide under it; none where nobody votes. KeyError where the roll cannot say."""
    return PRESETS[preset_id]


def not_ours_yet(preset_id: str) -> Message | None:
    """Why this roll cannot say who votes; None where it can. KeyError for an unknown preset."""
    if preset_id in PRESETS:
        return None
    if preset_id == "PMC_MEETING":
        return say("The roll does not yet say who sits on the interim property committee.")
    if preset_id == "FOUR_TWO":
        return say("The roll does not say who is a Party member; the Party branch keeps its own list.")
    if preset_id == "COOP_MEMBERS":
        return say("The roll does not yet say who is a member of the collective.")
    if preset_id in {"VIL_MEETING_PERSON", "VIL_MEETING_HOUSE", "VIL_GROUP", "VC_ELECT", "VC_RECALL"}:
        return say("The roll does not yet say who is a villager; living here alone is not enough.")
    raise KeyError(preset_id)
