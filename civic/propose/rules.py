"""The road of an issue: phases, moves, and when each step of Propose may be taken."""

from datetime import date
from enum import StrEnum

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no

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


class Phase(StrEnum):
    """Where on the road an issue stands."""

    SUBMITTED = "submitted"
    VERIFIED = "verified"
    DECLINED = "declined"
    MERGED = "merged"
    ROUTED = "routed"
    HANDLED = "handled"
    TOPIC = "topic"
    OUTCOME = "outcome"
    DECIDING = "deciding"
    POSTED = "posted"
    NOT_ADOPTED = "not_adopted"
    MANAGING = "managing"
    WATCHED = "watched"
    CLOSING = "closing"
    RATING = "rating"
    CLOSED = "closed"


TRANSITIONS: dict[tuple[Phase, str], Phase] = {
    (Phase.SUBMITTED, "verify"): Phase.VERIFIED,
    (Phase.SUBMITTED, "merge"): Phase.MERGED,
    (Phase.VERIFIED, "merge"): Phase.MERGED,
    (Phase.SUBMITTED, "decline"): Phase.DECLINED,
    (Phase.VERIFIED, "decline"): Phase.DECLINED,
    (Phase.VERIFIED, "route"): Phase.ROUTED,
    (Phase.ROUTED, "answer"): Phase.CLOSED,
    (Phase.VERIFIED, "handle"): Phase.HANDLED,
    (Phase.HANDLED, "reopen"): Phase.MANAGING,
    (Phase.VERIFIED, "accept"): Phase.TOPIC,
    (Phase.TOPIC, "post_outcome"): Phase.OUTCOME,
    (Phase.OUTCOME, "call_vote"): Phase.DECIDING,
    (Phase.DECIDING, "adopt"): Phase.POSTED,
    (Phase.DECIDING, "fail"): Phase.NOT_ADOPTED,
    (Phase.NOT_ADOPTED, "call_vote"): Phase.DECIDING,
    (Phase.POSTED, "fail"): Phase.NOT_ADOPTED,
    (Phase.POSTED, "finalise"): Phase.MANAGING,
    (Phase.OUTCOME, "carry_out"): Phase.MANAGING,
    (Phase.VERIFIED, "carry_out"): Phase.MANAGING,
    (Phase.MANAGING, "watch"): Phase.WATCHED,
    (Phase.MANAGING, "ask_close"): Phase.CLOSING,
    (Phase.WATCHED, "ask_close"): Phase.CLOSING,
    (Phase.CLOSING, "refuse_close"): Phase.MANAGING,
    (Phase.CLOSING, "close_out"): Phase.RATING,
    (Phase.RATING, "end_rating"): Phase.CLOSED,
    (Phase.RATING, "reopen"): Phase.MANAGING,
    (Phase.CLOSED, "reopen"): Phase.MANAGING,
}
"""The road as one table. Propose takes its own steps, the rest come as reactions."""

STAGE: dict[Phase, int] = {
    Phase.SUBMITTED: 1, Phase.VERIFIED: 1, Phase.DECLINED: 1, Phase.MERGED: 1, Phase.ROUTED: 1,
    Phase.HANDLED: 4, Phase.TOPIC: 2, Phase.OUTCOME: 2, Phase.DECIDING: 3, Phase.POSTED: 3,
    Phase.NOT_ADOPTED: 3, Phase.MANAGING: 4, Phase.WATCHED: 5, Phase.CLOSING: 5, Phase.RATING: 5,
    Phase.CLOSED: 5,
}  # fmt: skip
"""1 Propose … 5 Supervise."""

STATUS: dict[Phase, str] = {
    Phase.SUBMITTED: "waiting", Phase.VERIFIED: "waiting", Phase.DECLINED: "ended", Phase.MERGED: "ended",
    Phase.ROUTED: "managing", Phase.HANDLED: "closed", Phase.TOPIC: "discussing", Phase.OUTCOME: "discussing",
    Phase.DECIDING: "voting", Phase.POSTED: "voting", Phase.NOT_ADOPTED: "ended", Phase.MANAGING: "managing",
    Phase.WATCHED: "managing", Phase.CLOSING: "managing", Phase.RATING: "rating", Phase.CLOSED: "closed",
}  # fmt: skip
"""The seven words a resident reads."""

ANSWER_DAYS = 5
"""Working days for the first answer to whoever raised an issue."""


def reference_of(prefix: str, year: int, number: int) -> str:
    """What people quote: GF-2026-017."""
    return f"{prefix}-{year}-{number:03d}"


def may_endorse(phase: Phase, *, is_raiser: bool, already: bool) -> Verdict:
    """Once each, not one's own, and only while it is undecided what becomes of it."""
    if already:
        return no(say("You have endorsed this issue already."))
    if is_raiser:
        return no(say("You raised this issue yourself; others may endorse it."))
    if STAGE[phase] > 2 or STATUS[phase] in {"ended", "closed"}:
        return no(say("This issue has moved on; endorsing is no longer needed."))
    return YES


def may_move(phase: Phase, step: str) -> Verdict:
    """Whether the road has this step from here."""
    if (phase, step) in TRANSITIONS:
        return YES
    return no(say("This issue has moved on. Please look at its page for what is next."))


def answer_is_late(due: date, today: date, phase: Phase) -> bool:
    """Whether the first answer is overdue."""
    return STAGE[phase] == 1 and STATUS[phase] == "waiting" and today > due
