"""Nobody learns from the clock who has an account: S5 of the security paper at its figure, 500 pairs.

At the doors where a name is told to this house: the sign-in, and a slip's (its name and one fact from the roll).
Nothing is reset and nobody invited by name: codes are given at the door, to people known there.

The hash is at a test's strength here, so that whatever else differs is not hidden behind 30 ms of it; what it
costs itself is measured with the real one, in test_sign_in.
"""

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from argon2 import PasswordHasher
from sqlalchemy import delete

from civic.people import passwords
from civic.people.acts.slips import issue_slips
from civic.people.passwords import HASHER
from civic.people.tables import Account
from civic.store.engine import Database
from civic.store.tables import Tries
from tests.cast import Cast, gather
from tests.people.door import PASSWORD, at_the_door
from tests.people.household import ENTRANCE, codes, seat
from tests.web import Browser, Page

PAIRS, LEAST, MOST = 500, 0.44, 0.56
KNOWN, UNKNOWN = "赵玉梅", "没有此人"
WEAK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)

Try = Callable[[str], Page]


@pytest.fixture
def cast(database: Database, monkeypatch: pytest.MonkeyPatch) -> Cast:
    monkeypatch.setattr(passwords, "HASHER", WEAK)
    monkeypatch.setattr(passwords, "DUMMY", WEAK.hash("nobody's"))
    cast = gather(database)
    with cast.acting(None) as work:
        work.one(Account, person_id=cast.people[KNOWN]).password_hash = WEAK.hash(PASSWORD)
    return cast


def told_apart(cast: Cast, attempt: Try, names: tuple[str, str], pairs: int = PAIRS) -> float:
    """How often the first name's answer took longer than the second's, of all pairs of answers (AUC): 0.5 tells
    nothing. Which of the two comes first is left to chance, so that neither is always the warmer one."""
    times: dict[str, list[float]] = {name: [] for name in names}
    order, lengths = Random(5), set()
    for _pair in range(pairs):
        for name in order.sample(names, 2):
            with cast.acting(None) as work:  # no door is shut after many tries
                work.session.execute(delete(Tries))
            began = time.perf_counter()
            answer = attempt(name)
            times[name].append(time.perf_counter() - began)
            assert answer.status == 422
            lengths.add(len(answer.text.replace(name, "")))
    assert len(lengths) == 1
    first, second = (sorted(times[name]) for name in names)
    print(f"{names[0]} against {names[1]}: medians {first[pairs // 2]:.4f} {second[pairs // 2]:.4f}")
    return sum((a > b) + (a == b) / 2 for a in first for b in second) / pairs**2


def at_sign_in(there: Browser) -> Try:
    return lambda name: there.post("/in", login=name, password="wrong wrong")


@pytest.mark.long
@pytest.mark.on_sqlite
def test_the_sign_in_tells_nobody_apart_in_500_pairs(cast: Cast, tmp_path: Path) -> None:
    there = at_the_door(cast, tmp_path)
    there.get("/in")
    assert LEAST < told_apart(cast, at_sign_in(there), (KNOWN, UNKNOWN)) < MOST


@pytest.mark.long
@pytest.mark.on_sqlite
def test_a_slip_tells_nobody_apart_in_500_pairs(cast: Cast, tmp_path: Path) -> None:
    """Whoever finds a card does not learn who lives behind the door."""
    home = seat(cast)
    with cast.acting("刘志强") as work:
        issue_slips(work, cast.buildings["2号楼"], ENTRANCE)
    there, path = at_the_door(cast, tmp_path), f"/join/{codes(cast, home.home)[0]}"
    there.get(path)

    def attempt(name: str) -> Page:
        return there.post(path, name=name, fact="0000")

    assert LEAST < told_apart(cast, attempt, ("孙老太", UNKNOWN)) < MOST


@pytest.mark.on_sqlite
def test_a_door_that_hashes_for_nobody_is_seen(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The measure bites: with the real hash and no dummy, 20 pairs are enough."""
    monkeypatch.undo()
    with cast.acting(None) as work:
        work.one(Account, person_id=cast.people[KNOWN]).password_hash = HASHER.hash(PASSWORD)
    monkeypatch.setattr(passwords, "DUMMY", "")
    there = at_the_door(cast, tmp_path)
    there.get("/in")
    assert told_apart(cast, at_sign_in(there), (KNOWN, UNKNOWN), pairs=20) > 0.8
