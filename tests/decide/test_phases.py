"""The life of a vote: no move but those of the table, and time moves it without a job."""

from datetime import UTC, datetime, timedelta

import pytest

from civic.core.errors import Refusal
from civic.core.phase import may_step, step
from civic.decide.rules.phases import STAMPS, TRANSITIONS, VotePhase, phase_check_sql, phase_now

OPENS = datetime(2026, 5, 24, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=14)


@pytest.mark.parametrize(
    ("phase", "act"),
    [
        (VotePhase.NOTIFIED, "close"),
        (VotePhase.OPEN, "declare"),
        (VotePhase.CLOSED, "open"),
        (VotePhase.CLOSED, "finalise"),
        (VotePhase.FINAL, "void"),
        (VotePhase.FINAL, "correct"),
        (VotePhase.VOID, "open"),
    ],
)
def test_moves_that_there_are_not(phase: VotePhase, act: str) -> None:
    with pytest.raises(Refusal):
        step(TRANSITIONS, phase, act)


def test_nothing_leaves_void() -> None:
    assert not any(may_step(TRANSITIONS, VotePhase.VOID, act) for _, act in TRANSITIONS)


def test_the_whole_road() -> None:
    phase = VotePhase.NOTIFIED
    for act in ("open", "close", "declare", "finalise"):
        phase = step(TRANSITIONS, phase, act)
    assert phase is VotePhase.FINAL


def test_every_phase_has_its_instants() -> None:
    assert set(STAMPS) == set(VotePhase)
    assert "(phase = 'open' AND notified_at IS NOT NULL AND opened_at IS NOT NULL)" in phase_check_sql()


@pytest.mark.parametrize(
    ("stored", "now", "seen"),
    [
        (VotePhase.NOTIFIED, OPENS - timedelta(seconds=1), VotePhase.NOTIFIED),
        (VotePhase.NOTIFIED, OPENS, VotePhase.OPEN),
        (VotePhase.NOTIFIED, CLOSES, VotePhase.CLOSED),
        (VotePhase.OPEN, CLOSES, VotePhase.CLOSED),
        (VotePhase.DECLARED, CLOSES, VotePhase.DECLARED),
        (VotePhase.VOID, OPENS, VotePhase.VOID),
    ],
)
def test_time_alone_opens_and_closes(stored: VotePhase, now: datetime, seen: VotePhase) -> None:
    assert phase_now(stored, OPENS, CLOSES, now) is seen
