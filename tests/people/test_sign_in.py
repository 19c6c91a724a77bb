"""Signing in: who may, by which name, what the answer gives away (security §1.5, S5)."""

import re
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import func, select

from civic.core.errors import Busy
from civic.people import passwords
from civic.people.passwords import DUMMY, HASHER, Gate
from civic.people.rules.passwords import common_passwords, may_set_password
from civic.people.tables import Account
from civic.store.engine import Database
from civic.store.tables import Tries
from tests.cast import Cast, gather
from tests.people.door import PASSWORD, at_the_door, change, give_password, sessions, sign_in_as
from tests.people.door import stored as stored_already
from tests.web import browser, statements

WRONG = "登录名或密码不对"


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    give_password(cast, "赵玉梅")
    return cast


def test_name_and_password_open_the_door(cast: Cast, tmp_path: Path) -> None:
    zhao = at_the_door(cast, tmp_path)
    before = zhao.client.cookies.get("__Host-civic")
    entered = sign_in_as(zhao, "赵玉梅", then="/gongfu/issues")
    assert (entered.status, entered.location) == (303, "/gongfu/issues")
    assert zhao.client.cookies.get("__Host-civic") != before, "a fixed token would be anybody's"
    assert zhao.get("/me").says("赵玉梅")
    assert len(sessions(cast, "赵玉梅")) == 1


def test_signing_in_anew_leaves_no_old_session(cast: Cast, tmp_path: Path) -> None:
    zhao = at_the_door(cast, tmp_path)
    sign_in_as(zhao, "赵玉梅")
    sign_in_as(zhao, "赵玉梅")
    assert len(sessions(cast, "赵玉梅")) == 1


@pytest.mark.on_sqlite
@pytest.mark.parametrize("typed", ["zhaoyumei", " ZhaoYuMei ", "ＺＨＡＯＹＵＭＥＩ", "zhao yumei"])
def test_one_spelling_is_enough(cast: Cast, tmp_path: Path, typed: str) -> None:
    with cast.acting(None) as work:
        work.one(Account, person_id=cast.people["赵玉梅"]).login = "zhaoyumei"
    assert sign_in_as(at_the_door(cast, tmp_path), typed).status == 303


@pytest.mark.on_sqlite
@pytest.mark.parametrize(
    "typed", ["13800138000", "138 0013 8000", "+86 138-0013-8000", "１３８００１３８０００"]
)
def test_the_telephone_number_is_a_name_too(cast: Cast, tmp_path: Path, typed: str) -> None:
    change(cast, "赵玉梅", phone="13800138000")
    assert sign_in_as(at_the_door(cast, tmp_path), typed).status == 303


@pytest.mark.on_sqlite
def test_a_number_of_two_people_is_nobodys_name(cast: Cast, tmp_path: Path) -> None:
    for name in ("赵玉梅", "孙浩"):
        change(cast, name, phone="13800138000")
    there = at_the_door(cast, tmp_path)
    assert sign_in_as(there, "13800138000").status == 422
    assert sign_in_as(there, "赵玉梅").status == 303


@pytest.mark.on_sqlite
@pytest.mark.parametrize("typed", [PASSWORD + " ", PASSWORD[:-1], PASSWORD.upper() + "x", ""])
def test_a_password_is_taken_exactly(cast: Cast, tmp_path: Path, typed: str) -> None:
    there = at_the_door(cast, tmp_path)
    answer = sign_in_as(there, "赵玉梅", typed)
    assert answer.status == 422
    assert not sessions(cast, "赵玉梅")
    assert PASSWORD not in answer.text


@pytest.mark.on_sqlite
def test_whoever_has_no_password_cannot_guess_one(cast: Cast, tmp_path: Path) -> None:
    there = at_the_door(cast, tmp_path)
    for name in ("孙浩", "没有这个人"):
        assert sign_in_as(there, name, "x").says(WRONG)


@pytest.mark.on_sqlite
def test_nobody_of_the_next_community_comes_in_here(cast: Cast, tmp_path: Path) -> None:
    with cast.acting("维托") as work:
        work.one(Account, person_id=cast.people["维托"]).password_hash = passwords.hashed(PASSWORD)
    assert sign_in_as(at_the_door(cast, tmp_path), "维托").status == 422


# What the answer gives away


class Counted:
    """A hasher that counts."""

    def __init__(self) -> None:
        self.checks = 0

    def verify(self, stored: str, password: bytes) -> bool:
        self.checks += 1
        raise VerifyMismatchError

    def check_needs_rehash(self, stored: str) -> bool:
        return False


CASES = {"a wrong password": "赵玉梅", "nobody": "没有此人", "no password": "孙浩", "suspended": "吴波"}


def bare(text: str, typed: str) -> str:
    """The page without what is different on every page."""
    return re.sub(r'(name="(?:csrf|once)" value=")\w+', r"\1", text).replace(typed, "")


@pytest.mark.on_sqlite
def test_the_answer_is_the_same_whoever_exists(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same status, same bytes, as many statements, one hash check: also once one has to wait."""
    change(cast, "吴波", suspended=True)
    give_password(cast, "吴波")
    counted = Counted()
    monkeypatch.setattr(passwords, "HASHER", counted)
    sign_in_as(at_the_door(cast, tmp_path), "the network's first", "totally wrong")
    for tries in range(6):
        answers = set()
        for name in CASES.values():
            there = at_the_door(cast, tmp_path)
            counted.checks = 0
            with statements(cast.workshop.database) as asked:
                answer = sign_in_as(there, name, "totally wrong")
            answers.add((answer.status, bare(answer.text, name), len(asked), counted.checks))
        assert len(answers) == 1, (tries, [each[::2] for each in answers])
        assert answers.pop()[::3] == ((422, 1) if tries < 5 else (429, 0))
        cast.clock.advance(seconds=1)


@pytest.mark.on_sqlite
def test_the_answer_takes_as_long_whoever_exists(cast: Cast, tmp_path: Path) -> None:
    """20 pairs: a missing dummy hash is told apart every time (AUC 1.0); a sound door hardly ever."""
    there, times = at_the_door(cast, tmp_path), {"赵玉梅": [], "没有此人": []}  # type: ignore[var-annotated]
    for _pair in range(20):
        for name, taken in times.items():
            cast.clock.advance(hours=3)
            there.get("/in")
            began = time.perf_counter()
            assert there.post("/in", login=name, password="wrong wrong").status == 422
            taken.append(time.perf_counter() - began)
    known, unknown = times.values()
    wins = statistics.mean(a > b for a in known for b in unknown)
    assert 0.1 < wins < 0.9, f"AUC {wins:.2f}"


def test_the_dummy_costs_what_a_real_one_costs() -> None:
    assert extract_parameters(DUMMY) == extract_parameters(passwords.hashed("x" * 12))
    with pytest.raises(VerifyMismatchError):
        HASHER.verify(DUMMY, "x" * 12)


def test_the_parameters_are_owasps() -> None:
    assert (HASHER.memory_cost, HASHER.time_cost, HASHER.parallelism) == (19456, 2, 1)


@pytest.mark.on_sqlite
def test_an_old_hash_is_made_anew(cast: Cast, tmp_path: Path) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    with cast.acting(None) as work:
        work.one(Account, person_id=cast.people["赵玉梅"]).password_hash = weak
    there = at_the_door(cast, tmp_path)
    assert sign_in_as(there, "赵玉梅").status == 303
    with cast.acting(None, write=False) as work:
        now = work.one(Account, person_id=cast.people["赵玉梅"]).password_hash
    assert now != weak
    assert not HASHER.check_needs_rehash(now)
    assert sign_in_as(there, "赵玉梅").status == 303


# The gate


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """A gate in which as many wait as may."""
    gate, go = Gate(slots=1, queue=1), Event()
    monkeypatch.setattr(passwords, "GATE", gate)

    waiting = [Thread(target=gate.run, args=(lambda: go.wait(10),)) for _ in range(2)]
    for each in waiting:
        each.start()
    while gate.inside < 2:
        time.sleep(0.001)
    yield gate
    go.set()
    for each in waiting:
        each.join()


def test_more_than_the_gate_takes_are_told_at_once(full: Gate) -> None:
    with pytest.raises(Busy):
        passwords.fits("", "x")
    with pytest.raises(Busy):
        passwords.hashed("x")


@pytest.mark.on_sqlite
def test_a_full_gate_is_a_page_that_says_when(cast: Cast, tmp_path: Path, full: Gate) -> None:
    there = at_the_door(cast, tmp_path)
    answer = there.client.post(
        "/gongfu/in", data={**there.hidden("/in"), "login": "赵玉梅", "password": PASSWORD}
    )
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "请" in answer.text


# What a password must be


@pytest.mark.parametrize(
    ("password", "allowed"),
    [
        ("123456789", False),
        ("1234567890", False),
        ("woaini1314", False),
        ("WoAiNi1314520", False),
        ("ｗｏａｉｎｉ１３１４", False),
        ("8888888888", False),
        ("1212121212", False),
        ("password123", False),
        ("qwertyuiop", False),
        ("赵玉梅1962", False),
        ("工福街社区2026年", False),
        ("13800138000", False),
        ("13800138000abc", False),
        (PASSWORD, False),  # eight signs
        ("窗台上的三盆君子兰", False),  # nine
        ("窗台上的三盆君子兰花", True),
        ("correct horse", True),
        ("kxq7 mzlw 93", True),
        ("a" * 4 + "bcd efg hij" * 27, True),
        ("长" * 342, False),
    ],
)
def test_what_a_password_may_be(password: str, allowed: bool) -> None:
    assert bool(may_set_password(password, ["赵玉梅", "13800138000", "工福街社区"])) is allowed


def test_the_list_of_common_passwords() -> None:
    words = common_passwords()
    assert len(words) == 3000
    assert all(len(word) >= 10 and word == word.casefold() for word in words)


# Limits through the door


@pytest.mark.on_sqlite
def test_six_wrong_passwords_wait_and_the_right_one_ends_it(cast: Cast, tmp_path: Path) -> None:
    there = at_the_door(cast, tmp_path)
    for _try in range(5):
        assert sign_in_as(there, "赵玉梅", "wrong wrong").status == 422
    assert sign_in_as(there, "赵玉梅").says("密码错的次数太多，请等到")
    assert there.page.status == 429
    cast.clock.advance(seconds=31)
    assert sign_in_as(there, "赵玉梅").status == 303
    with cast.acting(None, write=False) as work:
        assert work.session.scalar(select(func.sum(Tries.count))) == 5, (
            "only the network's wrong ones are left"
        )


@pytest.mark.on_sqlite
def test_a_restart_forgives_nothing(cast: Cast, tmp_path: Path) -> None:
    for _try in range(5):
        sign_in_as(at_the_door(cast, tmp_path), "赵玉梅", "wrong wrong")
    assert sign_in_as(at_the_door(cast, tmp_path), "赵玉梅").status == 429, "a new house, the same table"


@pytest.mark.on_sqlite
def test_a_network_that_tries_many_names_waits_too(cast: Cast, tmp_path: Path) -> None:
    there = at_the_door(cast, tmp_path)
    for number in range(30):
        assert sign_in_as(there, f"name{number}", "wrong wrong").status == 422
    assert sign_in_as(there, "赵玉梅").status == 429
    cast.clock.advance(minutes=61)
    assert sign_in_as(there, "赵玉梅").status == 303


@pytest.mark.on_sqlite
def test_right_ones_do_not_count(cast: Cast, tmp_path: Path) -> None:
    """A committee's office shares one address."""
    there = at_the_door(cast, tmp_path)
    for _time in range(40):
        assert sign_in_as(there, "赵玉梅").status == 303


@pytest.mark.on_sqlite
def test_the_table_of_tries_names_nobody(cast: Cast, tmp_path: Path) -> None:
    sign_in_as(at_the_door(cast, tmp_path), "赵玉梅", "wrong wrong")
    with cast.acting(None, write=False) as work:
        rows = work.session.query(Tries).all()
    assert len(rows) == 2
    assert all(re.fullmatch("[0-9a-f]{64}", row.key_hash) for row in rows)


@pytest.mark.on_sqlite
def test_a_password_changed_while_it_was_checked_does_not_count(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, another = passwords.HASHER.verify, "another one by now"
    stored_already(another)

    class Late:
        def verify(self, stored: str, password: bytes) -> bool:
            real(stored, password)
            give_password(cast, "赵玉梅", another)
            return True

        def check_needs_rehash(self, stored: str) -> bool:
            return False

    monkeypatch.setattr(passwords, "HASHER", Late())
    assert sign_in_as(at_the_door(cast, tmp_path), "赵玉梅").status == 409
    assert not sessions(cast, "赵玉梅")


def test_old_tries_are_swept_away(cast: Cast, tmp_path: Path) -> None:
    there = at_the_door(cast, tmp_path)
    sign_in_as(there, "赵玉梅", "wrong wrong")
    cast.clock.advance(days=3)
    sign_in_as(there, "somebody else", "wrong wrong")
    with cast.acting(None, write=False) as work:
        assert {row.since for row in work.session.query(Tries)} == {cast.clock.now()}


@pytest.mark.on_sqlite
def test_the_one_writer_never_waits_for_a_hash(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While somebody's password is hashed, somebody else acts."""
    hashing, go = Event(), Event()

    class Slow(Counted):
        def verify(self, stored: str, password: bytes) -> bool:
            hashing.set()
            assert go.wait(10)
            raise VerifyMismatchError

    there, other = at_the_door(cast, tmp_path), browser(cast, "孙浩", folder=tmp_path)
    other.get("/me")
    monkeypatch.setattr(passwords, "HASHER", Slow())
    answers: list[int] = []
    waiting = Thread(target=lambda: answers.append(sign_in_as(there, "赵玉梅").status))
    waiting.start()
    assert hashing.wait(10)
    assert other.post("/me/sessions/end-others", tokens=other.tokens(), follow=False).status == 303
    assert answers == []
    go.set()
    waiting.join()
    assert answers == [422]
