"""The road of an issue as one table: phases, moves, stages, and the word a resident reads."""

from enum import StrEnum

from civic.core.message import Message, say, say_p

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
    (Phase.DECLINED, "object"): Phase.VERIFIED,
    (Phase.DECLINED, "recheck"): Phase.SUBMITTED,
    (Phase.VERIFIED, "route"): Phase.ROUTED,
    (Phase.ROUTED, "route"): Phase.ROUTED,
    (Phase.ROUTED, "answer"): Phase.CLOSED,
    (Phase.VERIFIED, "mediate"): Phase.ROUTED,
    (Phase.ROUTED, "end_mediation"): Phase.CLOSED,
    (Phase.VERIFIED, "handle"): Phase.HANDLED,
    (Phase.HANDLED, "reopen"): Phase.MANAGING,
    (Phase.VERIFIED, "accept"): Phase.TOPIC,
    (Phase.SUBMITTED, "petition"): Phase.TOPIC,
    (Phase.VERIFIED, "petition"): Phase.TOPIC,
    (Phase.DECLINED, "petition"): Phase.TOPIC,
    (Phase.TOPIC, "post_outcome"): Phase.OUTCOME,
    (Phase.OUTCOME, "call_vote"): Phase.DECIDING,
    (Phase.DECIDING, "adopt"): Phase.POSTED,
    (Phase.DECIDING, "fail"): Phase.NOT_ADOPTED,
    (Phase.NOT_ADOPTED, "call_vote"): Phase.DECIDING,
    (Phase.POSTED, "fail"): Phase.NOT_ADOPTED,
    (Phase.POSTED, "finalise"): Phase.MANAGING,
    (Phase.OUTCOME, "carry_out"): Phase.MANAGING,
    (Phase.OUTCOME, "archive"): Phase.CLOSED,
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
