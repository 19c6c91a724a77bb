"""The road of an issue: phases, moves, and when each step of Propose may be taken."""

from datetime import date
from enum import StrEnum

from civic.core.days import days_late
from civic.core.message import Message, say, say_p
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

STAGES: dict[int, Message] = {
    1: say_p("stage", "Propose"),
    2: say_p("stage", "Discuss"),
    3: say_p("stage", "Decide"),
    4: say_p("stage", "Manage"),
    5: say_p("stage", "Supervise"),
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
    Phase.SUBMITTED: 1, Phase.VERIFIED: 1, Phase.DECLINED: 1, Phase.MERGED: 1, Phase.ROUTED: 4,
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

ENDINGS: dict[Phase, Message] = {
    Phase.DECLINED: say("This was not taken up"),
    Phase.MERGED: say("This goes on as part of another issue"),
    Phase.HANDLED: say("This was handled directly"),
    Phase.NOT_ADOPTED: say("This was voted on and not adopted"),
    Phase.CLOSED: say("This is closed"),
}
"""In a sentence, how the road ended."""

STATUSES = ("waiting", "discussing", "voting", "managing", "rating", "closed", "ended")
"""In the order of the road."""

OVER = frozenset({"closed", "ended"})
"""Nothing is under way any more."""

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
    if STAGE[phase] > 2 or STATUS[phase] in OVER:
        return no(say("This issue has moved on; endorsing is no longer needed."))
    return YES


def may_move(phase: Phase, step: str) -> Verdict:
    """Whether the road has this step from here."""
    if (phase, step) in TRANSITIONS:
        return YES
    return no(say("This issue has moved on. Please look at its page for what is next."))


def due_of(phase: Phase, answer_due_on: date, due_on: date | None) -> date | None:
    """The day the step in hand is promised for: first the answer, later what was promised; None when over."""
    if STATUS[phase] in OVER:
        return None
    return answer_due_on if STATUS[phase] == "waiting" else due_on


def late_by(phase: Phase, answer_due_on: date, due_on: date | None, today: date) -> int:
    """By how many days the step in hand is late; 0 when it is not."""
    due = due_of(phase, answer_due_on, due_on)
    return days_late(due, today) if due else 0


def left_out(nature: Nature | None, stage: int, *, discussed: bool) -> Message:
    """Why an issue did not go through a stage (domain §3.1: the product must show skipped steps)."""
    if nature is Nature.PRIVATE_SERVICE:
        return say("one person's service is handled directly")
    if nature is Nature.DISPUTE:
        return say("a quarrel is mediated in private")
    if nature is Nature.EMERGENCY and stage < 4:
        return say("danger does not wait")
    if not discussed:
        return say("the committee settled it directly")
    if stage != 3:
        return say("it was not needed")
    if nature is Nature.PUBLIC_ORDER:
        return say("a government department decides, not a vote")
    return say("it was carried out without a vote")
