"""The nature of a matter: it settles who may decide, before anyone counts (domain 2.2)."""

from dataclasses import dataclass
from enum import StrEnum

from civic.core.message import Message
from civic.decide.rules.kinds import Effect


class Nature(StrEnum):
    """What kind of matter it is."""

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


@dataclass(frozen=True)
class Route:
    """Who decides, under which presets, with what effect, by which path, and why.

    `effect` None: no vote of any kind is called on it.
    """

    nature: Nature
    body: Message
    presets: tuple[str, ...]
    effect: Effect | None
    path: Message
    reason: Message
