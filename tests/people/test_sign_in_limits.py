"""How often one may try: pure rows of tries, and many at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from civic.people.acts.limits import give_back, knock
from civic.people.rules.limits import (
    ADDRESS,
    CODE,
    CODE_ADDRESS,
    FACTOR,
    LOGIN,
    LONGEST_WAIT,
    Limit,
    Tried,
    network,
    one_more,
    waits,
)
from civic.store.engine import Database
from tests.cast import MORNING, gather


def walk(limit: Limit, *seconds: float) -> list[bool]:
    """Whether each try, at that second, was listened to."""
    tried: Tried | None = None
    heard = []
    for second in seconds:
        now = MORNING + timedelta(seconds=second)
        open_door = waits(limit, tried, now) is None
        heard.append(open_door)
        if open_door:
            tried = one_more(limit, tried, now)
    return heard


@pytest.mark.parametrize("limit", [LOGIN, FACTOR])
def test_five_then_growing_waits(limit: Limit) -> None:
    assert walk(limit, 0, 1, 2, 3, 4, 5) == [True] * 5 + [False]
    # 30 s, then 60 s, then 120 s
    assert walk(limit, 0, 1, 2, 3, 4, 33, 34, 90, 94, 200, 214) == [True] * 5 + [
        False,
        True,
        False,
        True,
        False,
        True,
    ]


def test_nobody_is_locked_out() -> None:
    tried: Tried | None = None
    now = MORNING
    for _try in range(200):
        until = waits(LOGIN, tried, now)
        assert until is None or until - now <= LONGEST_WAIT
        now = until or now
        tried = one_more(LOGIN, tried, now)


def test_patience_wins_little() -> None:
    """Whoever waits for the row to be forgotten has hardly more tries a day than whoever goes on."""
    day, now, count = timedelta(days=1), MORNING, 0
    tried: Tried | None = None
    while now < MORNING + day:
        until = waits(LOGIN, tried, now)
        if until:
            now = until + timedelta(hours=1)
            continue
        tried, count = one_more(LOGIN, tried, now), count + 1
    assert count <= 125


@pytest.mark.parametrize(
    ("limit", "most", "within"), [(ADDRESS, 30, 3600), (CODE, 3, 3600), (CODE_ADDRESS, 20, 86400)]
)
def test_fixed_limits(limit: Limit, most: int, within: int) -> None:
    assert walk(limit, *range(most + 1)) == [True] * most + [False]
    assert walk(limit, *range(most), within - 1, within) == [True] * most + [False, True]


def test_a_clock_set_back_shuts_nobody_out() -> None:
    tried: Tried | None = None
    for _try in range(9):
        tried = one_more(LOGIN, tried, MORNING)
    assert waits(LOGIN, tried, MORNING - timedelta(days=3)) is None


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("203.0.113.7", "203.0.113.200", True),
        ("203.0.113.7", "203.0.114.7", False),
        ("2001:db8:1:100::1", "2001:db8:1:1ff::2", True),
        ("2001:db8:1:100::1", "2001:db8:1:200::1", False),
        ("::ffff:203.0.113.7", "203.0.113.8", True),
        ("testclient", "testclient", True),
        ("", "203.0.113.7", False),
    ],
)
def test_neighbouring_addresses_are_one(one: str, two: str, same: bool) -> None:
    assert (network(one) == network(two)) is same


def test_fifty_at_once_are_five(database: Database) -> None:
    """Counted before the check: whoever sends all at once gains nothing."""
    cast = gather(database)

    def attempt(_number: int) -> datetime | None:
        with cast.acting(None) as work:
            return knock(work, (LOGIN, "赵玉梅"), (ADDRESS, "203.0.113.0/24"))

    with ThreadPoolExecutor(10) as pool:
        found = list(pool.map(attempt, range(50)))
    assert found.count(None) == 5


@pytest.mark.on_sqlite
def test_a_shut_door_counts_nothing_elsewhere(database: Database) -> None:
    """A network that waits cannot make others wait."""
    cast = gather(database)
    for number in range(40):
        with cast.acting(None) as work:
            knock(work, (LOGIN, f"name{number}"), (ADDRESS, "here"))
    for _try in range(9):
        with cast.acting(None) as work:
            assert knock(work, (LOGIN, "赵玉梅"), (ADDRESS, "here"))
    with cast.acting(None) as work:
        assert knock(work, (LOGIN, "赵玉梅"), (ADDRESS, "there")) is None
        give_back(work, (ADDRESS, "never tried"))
