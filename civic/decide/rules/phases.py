"""The life of a vote: its phases, its moves, and the instants that go with each."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from civic.core.message import Message, say
from civic.core.phase import may_step, pairing_sql
from civic.core.verdict import YES, Verdict, no


class VotePhase(StrEnum):
    """Where a vote stands. A vote is born when its notice goes out; `declared` is provisional."""

    NOTIFIED = "notified"
    OPEN = "open"
    CLOSED = "closed"
    DECLARED = "declared"
    FINAL = "final"
    VOID = "void"


TRANSITIONS: Mapping[tuple[VotePhase, str], VotePhase] = {
    (VotePhase.NOTIFIED, "open"): VotePhase.OPEN,
    (VotePhase.OPEN, "close"): VotePhase.CLOSED,
    (VotePhase.CLOSED, "declare"): VotePhase.DECLARED,
    (VotePhase.DECLARED, "correct"): VotePhase.DECLARED,
    (VotePhase.DECLARED, "finalise"): VotePhase.FINAL,
    (VotePhase.NOTIFIED, "void"): VotePhase.VOID,
    (VotePhase.OPEN, "void"): VotePhase.VOID,
    (VotePhase.CLOSED, "void"): VotePhase.VOID,
    (VotePhase.DECLARED, "void"): VotePhase.VOID,
    # A court may annul what was final (Civil Code 280; Residents' Committees, art. 40).
    (VotePhase.FINAL, "annul"): VotePhase.VOID,
}

STAMPS: Mapping[VotePhase, tuple[str, ...]] = {
    VotePhase.NOTIFIED: ("notified_at",),
    VotePhase.OPEN: ("notified_at", "opened_at"),
    VotePhase.CLOSED: ("notified_at", "opened_at", "closed_at"),
    VotePhase.DECLARED: ("notified_at", "opened_at", "closed_at", "declared_at"),
    VotePhase.FINAL: ("notified_at", "opened_at", "closed_at", "declared_at", "finalised_at"),
    VotePhase.VOID: ("notified_at", "voided_at"),
}


REFUSALS: Mapping[str, Message] = {
    "declare": say("The result is declared after the close, once."),
    "void": say("This vote cannot be declared void any more."),
}


def may_act(phase: VotePhase, act: str) -> Verdict:
    """Whether a vote in this phase knows the move."""
    return YES if may_step(TRANSITIONS, phase, act) else no(REFUSALS[act])


def phase_check_sql(column: str = "phase") -> str:
    """CHECK text that pairs each phase with its instants."""
    return pairing_sql(column, STAMPS)


def phase_now(phase: VotePhase, opens_at: datetime, closes_at: datetime, now: datetime) -> VotePhase:
    """The phase that people see: what time alone implies, whatever is stored yet (DESIGN 2)."""
    if phase is VotePhase.NOTIFIED and now >= opens_at:
        phase = VotePhase.OPEN
    if phase is VotePhase.OPEN and now >= closes_at:
        return VotePhase.CLOSED
    return phase
