from datetime import date
from typing import get_args

import pytest

from civic.propose import forms, rules
from civic.propose.rules import HANDLING, OVER, STAGE, STATUS, STATUSES, TRANSITIONS, Nature, Phase

MON, TUE = date(2026, 3, 9), date(2026, 3, 10)


def test_every_phase_has_a_stage_and_a_word() -> None:
    assert set(STAGE) == set(STATUS) == set(Phase)
    assert set(STATUS.values()) == set(STATUSES)


def test_every_phase_can_be_reached() -> None:
    assert set(TRANSITIONS.values()) | {Phase.SUBMITTED} == set(Phase)


def test_forms_know_all_categories_and_ways() -> None:
    mode = forms.HandleForm.model_fields["mode"].annotation
    assert len(rules.CATEGORIES) == 14
    assert set(get_args(mode)) == set(HANDLING)


def test_every_nature_says_who_may_decide() -> None:
    assert set(rules.DECIDERS) == set(rules.NATURES) == set(Nature)


@pytest.mark.parametrize(
    ("phase", "raiser", "already", "reason"),
    [
        (Phase.SUBMITTED, False, False, None),
        (Phase.TOPIC, False, False, None),
        (Phase.SUBMITTED, True, False, "You raised this issue yourself; others may endorse it."),
        (Phase.SUBMITTED, False, True, "You have endorsed this issue already."),
        (Phase.DECIDING, False, False, "This issue has moved on; endorsing is no longer needed."),
        (Phase.DECLINED, False, False, "This issue has moved on; endorsing is no longer needed."),
    ],
)
def test_endorse_once_not_ones_own_while_undecided(
    phase: Phase, raiser: bool, already: bool, reason: str | None
) -> None:
    verdict = rules.may_endorse(phase, is_raiser=raiser, already=already)
    assert (verdict.because.text if verdict.because else None) == reason


@pytest.mark.parametrize(
    ("phase", "answer_due", "due", "today", "days"),
    [
        (Phase.SUBMITTED, MON, None, MON, 0),
        (Phase.SUBMITTED, MON, None, TUE, 1),
        (Phase.VERIFIED, MON, None, TUE, 1),
        (Phase.TOPIC, MON, None, TUE, 0),
        (Phase.MANAGING, MON, MON, date(2026, 3, 18), 9),
        (Phase.CLOSED, MON, MON, TUE, 0),
    ],
)
def test_late_by(phase: Phase, answer_due: date, due: date | None, today: date, days: int) -> None:
    assert rules.late_by(phase, answer_due, due, today) == days


def test_only_ended_issues_have_an_ending() -> None:
    assert {phase for phase in Phase if STATUS[phase] in OVER} == set(rules.ENDINGS)
