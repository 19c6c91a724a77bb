"""The routes of what owners share: the Civil Code counts persons and areas (arts 278-279)."""

from civic.core.message import say
from civic.decide.rules.kinds import Effect
from civic.decide.rules.nature import Nature, Route

OWNER_ROUTES = (
    Route(
        Nature.OWNERS_GENERAL,
        say("owners' assembly"),
        ("OWN_GENERAL", "OWN_FUND_SCOPE", "OWN_FIRST", "OC_REMOVE"),
        Effect.BINDING,
        say("notice of 15 days, written or online vote, provisional result, objections, final result"),
        say(
            "Shared property is decided by its owners, more than half by persons and by area (Civil Code, art. 278)."
        ),
    ),
    Route(
        Nature.OWNERS_SPECIAL,
        say("owners' assembly"),
        ("OWN_SPECIAL",),
        Effect.BINDING,
        say("notice of 15 days, written or online vote, provisional result, objections, final result"),
        say(
            "Raising the repair fund, rebuilding and changing the use of common parts need three quarters"
            " by persons and by area (Civil Code, art. 278)."
        ),
    ),
    Route(
        Nature.BUSINESS_CONVERSION,
        say("all owners who are affected"),
        ("OWN_CONVERT",),
        Effect.BINDING,
        say("written consent of every affected owner"),
        say("A home becomes business premises only if every affected owner agrees (Civil Code, art. 279)."),
    ),
)
