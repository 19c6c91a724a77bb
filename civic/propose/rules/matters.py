"""What is raised, how it comes, of what nature it is, and who may then decide."""

from enum import StrEnum

from civic.core.message import Message, say

CATEGORIES: dict[str, Message] = {
    "home": say("Home services"),
    "public": say("Public services"),
    "living": say("Living environment"),
    "health": say("Health services"),
    "culture": say("Culture services"),
    "safety": say("Safety and fire"),
    "traffic": say("Parking and traffic"),
    "repairs": say("Property repairs"),
    "elderly": say("Elderly and disabled"),
    "children": say("Education and childcare"),
    "work": say("Work and insurance"),
    "disputes": say("Disputes"),
    "hardship": say("Help in hardship"),
    "other": say("Other matters"),
}
"""The fourteen categories (the seed names the first five)."""

CHANNELS: dict[str, Message] = {
    "online": say("Online"),
    "slip": say("Paper slip"),
    "phone": say("Telephone"),
    "visit": say("Home visit"),
    "meeting": say("Community parlour"),
}


class Nature(StrEnum):
    """What kind of matter it is: decides who may decide (domain §2.2)."""

    SELF_GOVERNANCE = "self_governance"
    CHARTER = "charter"
    OWNERS_GENERAL = "owners_general"
    OWNERS_SPECIAL = "owners_special"
    BUSINESS_CONVERSION = "business_conversion"
    VILLAGE = "village"
    COLLECTIVE_ASSETS = "collective_assets"
    PUBLIC_ORDER = "public_order"
    PRIVATE_SERVICE = "private_service"
    DISPUTE = "dispute"
    EMERGENCY = "emergency"


NATURES: dict[Nature, Message] = {
    Nature.SELF_GOVERNANCE: say("A matter of all residents"),
    Nature.CHARTER: say("Charter or residents' covenant"),
    Nature.OWNERS_GENERAL: say("Shared parts of the owners, general"),
    Nature.OWNERS_SPECIAL: say("Shared parts of the owners, special"),
    Nature.BUSINESS_CONVERSION: say("A home turned into business premises"),
    Nature.VILLAGE: say("Public works of a village"),
    Nature.COLLECTIVE_ASSETS: say("Collective assets"),
    Nature.PUBLIC_ORDER: say("Public order: a government department decides"),
    Nature.PRIVATE_SERVICE: say("One person's service request"),
    Nature.DISPUTE: say("A quarrel between neighbours"),
    Nature.EMERGENCY: say("Danger: act first, publish after"),
}

OF_OWNERS = frozenset({Nature.OWNERS_GENERAL, Nature.OWNERS_SPECIAL, Nature.BUSINESS_CONVERSION})


def of_owners(nature: str) -> bool:
    """Whether the owners decide it, so that their committee may sort it."""
    return nature in OF_OWNERS


DECIDERS: dict[Nature, Message] = {
    Nature.SELF_GOVERNANCE: say("The residents' meeting decides, or the representatives if authorised."),
    Nature.CHARTER: say("The residents' meeting decides, or the representatives if authorised."),
    Nature.OWNERS_GENERAL: say("The owners decide, by heads and by area."),
    Nature.OWNERS_SPECIAL: say("The owners decide, with three quarters of heads and of area."),
    Nature.BUSINESS_CONVERSION: say("Every owner affected must agree."),
    Nature.VILLAGE: say("The villagers' meeting decides, or their representatives if authorised."),
    Nature.COLLECTIVE_ASSETS: say("The members of the collective decide."),
    Nature.PUBLIC_ORDER: say("No vote binds: residents give their opinion, the department decides."),
    Nature.PRIVATE_SERVICE: say("Nobody votes: it is handled directly."),
    Nature.DISPUTE: say("Nobody votes: people's mediation, in private."),
    Nature.EMERGENCY: say("Nobody waits for a vote: act, then publish what was done."),
}
"""Who may decide a matter of this nature, in a sentence (domain §2.2)."""

HANDLING: dict[str, Message] = {
    "at_once": say("On-the-spot service"),
    "on_behalf": say("Done on your behalf"),
    "guided": say("Guided service"),
}
"""The three ways to handle a matter without deliberation (domain §1, no. 16)."""
