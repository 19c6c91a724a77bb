"""The second factor's rules: RFC 6238's own examples, once each, forgiving in how it is typed."""

from datetime import UTC, datetime, timedelta

import pytest

from civic.people.rules.second_factor import (
    app_address,
    digits_at,
    fitting_step,
    in_fours,
    may_take_away,
    read_digits,
    read_recovery,
    secret_of,
    should_turn_on,
    step_at,
)
from civic.permissions import Standing

RFC_KEY = b"12345678901234567890"
NOW = datetime(2026, 3, 2, 1, 0, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("second", "digits"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_the_examples_of_the_standard(second: int, digits: str) -> None:
    assert digits_at(RFC_KEY, step_at(datetime.fromtimestamp(second, UTC))) == digits


@pytest.mark.parametrize(("off", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_one_half_minute_to_either_side(off: int, fits: bool) -> None:
    typed = digits_at(RFC_KEY, step_at(NOW + timedelta(seconds=off)))
    assert (fitting_step(RFC_KEY, typed, NOW, 0) is not None) is fits


def test_a_half_minute_works_once_and_so_do_those_before() -> None:
    here = step_at(NOW)
    assert fitting_step(RFC_KEY, digits_at(RFC_KEY, here), NOW, here) is None
    assert fitting_step(RFC_KEY, digits_at(RFC_KEY, here - 1), NOW, here) is None
    assert fitting_step(RFC_KEY, digits_at(RFC_KEY, here + 1), NOW, here) == here + 1


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("287082", "287082"),
        (" 287 082 ", "287082"),
        ("287-082", "287082"),
        ("２８７０８２", "287082"),
        ("28708", ""),
        ("2870822", ""),
        ("28708a", ""),
        ("²87082", "287082"),
        ("٢٨٧٠٨٢", ""),
        ("", ""),
    ],
)
def test_how_digits_are_read(typed: str, read: str) -> None:
    assert read_digits(typed) == read


def test_a_recovery_code_is_read_like_a_slips() -> None:
    assert read_recovery("7k4m 29qx") == "7K4M29QX"
    assert read_recovery("287082") == ""


def test_the_key_as_apps_and_people_write_it() -> None:
    secret = secret_of(RFC_KEY)
    assert len(secret) == 32
    assert in_fours(secret)[0] == "GEZD"
    assert len(in_fours(secret)) == 8
    address = app_address(RFC_KEY, "刘敏", "工福街社区")
    assert address.startswith("otpauth://totp/")
    assert f"secret={secret}" in address


@pytest.mark.parametrize(
    ("standing", "on", "demo", "told"),
    [
        (Standing.COMMITTEE, False, False, True),
        (Standing.ADMINISTRATOR, False, False, True),
        (Standing.SUPERVISOR, False, False, True),
        (Standing.COMMITTEE, True, False, False),
        (Standing.COMMITTEE, False, True, False),
        (Standing.BUILDING_HEAD, False, False, False),
        (Standing.RESIDENT, False, False, False),
    ],
)
def test_who_is_asked_to_turn_it_on(standing: Standing, on: bool, demo: bool, told: bool) -> None:
    assert should_turn_on([standing], on=on, demo=demo) is told


def test_nobody_takes_away_their_own() -> None:
    assert not may_take_away(1, 1, on=True)
    assert not may_take_away(1, 2, on=False)
    assert may_take_away(1, 2, on=True)
