"""Turned on with six digits, asked for at the door, lost and taken away: in a browser without JavaScript."""

import re
from base64 import b32decode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select, text

from civic.core.errors import Refusal
from civic.people.acts.codes import may_give_code
from civic.people.acts.second_factor import give_second_factor, take_away_second_factor
from civic.people.founding import new_code
from civic.people.passwords import hashed
from civic.people.queries.accounts import account_of
from civic.people.queries.codes import receiver
from civic.people.queries.reach import reach_of
from civic.people.queries.second_factor import key_of
from civic.people.rules.second_factor import digits_at, secret_of, step_at
from civic.people.tables import Account, Person
from civic.store.engine import Database
from civic.store.tables import LoginSession
from tests.cast import Cast, gather
from tests.web import Browser, browser

PASSWORD = "a long sentence for the door"
CODE = re.compile(r"<li><span>([0-9A-Z]{4})</span> <span>([0-9A-Z]{4})</span>")
KEY = re.compile(r"<span>([A-Z2-7]{4})</span>")


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def give_account(cast: Cast, name: str) -> None:
    with cast.acting(None) as work:
        known = account_of(work, cast.people[name])
        if known is None:
            known = work.add(Account(person_id=cast.people[name], login=name.casefold(), password_hash=""))
        known.password_hash = hashed(PASSWORD)


def key_in(cast: Cast, name: str, folder: Path) -> bytes:
    """The key in that person's phone."""
    with cast.acting(None, write=False) as work:
        work.secret = (folder / "secret").read_bytes()
        account = account_of(work, cast.people[name])
        assert account is not None
        return key_of(work, account.id, account.totp_salt)


def digits(cast: Cast, name: str, folder: Path) -> str:
    """What the phone shows now."""
    return digits_at(key_in(cast, name, folder), step_at(cast.clock.now()))


def turned_on(cast: Cast, name: str, folder: Path) -> tuple[Browser, list[str]]:
    """Somebody who turned it on, and their recovery codes."""
    give_account(cast, name)
    chen = browser(cast, name, folder=folder)
    page = chen.get("/me/second-factor")
    assert page.status == 200
    secret = "".join(KEY.findall(page.text))
    shown = digits_at(b32decode(secret), step_at(cast.clock.now()))
    chen.post("/me/second-factor", code=f"{shown[:3]} {shown[3:]}")
    assert chen.page.status == 200
    codes = ["".join(pair) for pair in CODE.findall(chen.page.text)]
    assert len(set(codes)) == 8
    cast.clock.advance(seconds=90)
    return chen, codes


def proved(cast: Cast, name: str, folder: Path, then: str = "") -> Browser:
    """A fresh browser in which the right password was typed."""
    fresh = browser(cast, None, folder=folder)
    fresh.get(f"/in?next={then}")
    fresh.post("/in", login=name, password=PASSWORD)
    return fresh


def signed_in(somebody: Browser) -> bool:
    return somebody.client.get(f"/{somebody.slug}/me/sessions", follow_redirects=False).status_code == 200


def test_without_it_the_roll_stays_shut_and_today_says_why(cast: Cast, tmp_path: Path) -> None:
    give_account(cast, "刘敏")
    liu = proved(cast, "刘敏", tmp_path)
    assert signed_in(liu)
    assert liu.get("/").says("请为您的登录开启二次验证")
    assert liu.get("/me/second-factor").says("您的职务能看到全体居民的资料")
    liu.get("/admin/looks")
    assert liu.page.status == 403


def test_turning_it_on_makes_this_session_strong_and_ends_the_others(cast: Cast, tmp_path: Path) -> None:
    give_account(cast, "刘敏")
    elsewhere = proved(cast, "刘敏", tmp_path)
    turned_on(cast, "刘敏", tmp_path)
    assert not signed_in(elsewhere)
    with cast.acting(None, write=False) as work:
        rows = work.session.scalars(
            select(LoginSession).where(LoginSession.person_id == cast.people["刘敏"])
        ).all()
        assert [row.strong for row in rows] == [True]


def test_wrong_digits_turn_nothing_on_and_the_key_stays_the_same(cast: Cast, tmp_path: Path) -> None:
    give_account(cast, "刘敏")
    liu = browser(cast, "刘敏", folder=tmp_path)
    before = KEY.findall(liu.get("/me/second-factor").text)
    liu.post("/me/second-factor", code="000000")
    assert liu.page.status == 422
    assert liu.page.says("这个数字不对")
    assert KEY.findall(liu.page.text) == before
    assert KEY.findall(liu.get("/me/second-factor").text) == before


def test_the_door_asks_and_nobody_is_in_before(cast: Cast, tmp_path: Path) -> None:
    turned_on(cast, "刘敏", tmp_path)
    liu = proved(cast, "刘敏", tmp_path, "/gongfu/me/sessions")
    assert liu.page.says("手机上的六位数字")
    assert not signed_in(liu)
    shown = digits(cast, "刘敏", tmp_path)
    liu.get("/in/second?next=/gongfu/me/sessions")
    liu.post("/in/second", code=shown)
    assert liu.page.says("已登录的设备")
    assert signed_in(liu)
    again = proved(cast, "刘敏", tmp_path)
    again.post("/in/second", code=shown)
    assert again.page.status == 422
    assert not signed_in(again)


def test_the_ticket_is_this_browsers_for_five_minutes_and_this_password(cast: Cast, tmp_path: Path) -> None:
    turned_on(cast, "刘敏", tmp_path)
    liu = proved(cast, "刘敏", tmp_path)
    ticket = liu.client.cookies["civic-second"]
    thief = browser(cast, None, folder=tmp_path)
    thief.get("/in")
    thief.client.cookies.set("civic-second", ticket)
    assert thief.get("/in/second").says("请重新登录")
    liu.client.cookies.set("civic-second", ticket[:-1] + "x", domain="testserver.local")
    late = proved(cast, "刘敏", tmp_path)
    cast.clock.advance(seconds=301)
    assert late.get("/in/second").says("请重新登录")
    changed = proved(cast, "刘敏", tmp_path)
    with cast.acting(None) as work:
        account = account_of(work, cast.people["刘敏"])
        assert account is not None
        account.password_hash = hashed("another long sentence")
    changed.post("/in/second", code=digits(cast, "刘敏", tmp_path))
    assert not signed_in(changed)


def test_a_recovery_code_works_once(cast: Cast, tmp_path: Path) -> None:
    _liu, codes = turned_on(cast, "刘敏", tmp_path)
    for code, fits in ((codes[0].lower(), True), (codes[0], False), (codes[7], True)):
        liu = proved(cast, "刘敏", tmp_path)
        liu.get("/in/second?with=recovery")
        liu.post("/in/second?with=recovery", code=code)
        assert signed_in(liu) is fits


def test_tries_are_counted_and_the_wait_grows(cast: Cast, tmp_path: Path) -> None:
    turned_on(cast, "刘敏", tmp_path)
    liu = proved(cast, "刘敏", tmp_path)
    for _try in range(5):
        liu.post("/in/second", code="000000")
        assert liu.page.status == 422
    liu.post("/in/second", code=digits(cast, "刘敏", tmp_path))
    assert liu.page.status == 429
    assert not signed_in(liu)
    cast.clock.advance(seconds=31)
    liu.post("/in/second", code=digits(cast, "刘敏", tmp_path))
    assert signed_in(liu)


def test_codes_are_shown_for_five_minutes_and_renewed_on_demand(cast: Cast, tmp_path: Path) -> None:
    liu, codes = turned_on(cast, "刘敏", tmp_path)
    assert codes[0][:4] in liu.get("/me/second-factor/codes").text
    cast.clock.advance(seconds=301)
    assert liu.get("/me/second-factor/codes").says("二次验证已开启")
    assert codes[0][:4] not in liu.page.text
    liu.get("/me/second-factor/renew")
    liu.post("/me/second-factor/renew", code=codes[1])
    fresh = ["".join(pair) for pair in CODE.findall(liu.page.text)]
    assert len(fresh) == 8
    assert not set(fresh) & set(codes)
    old = proved(cast, "刘敏", tmp_path)
    old.post("/in/second", code=codes[2])
    assert not signed_in(old)


def test_turning_it_off_needs_a_code_and_weakens_the_session(cast: Cast, tmp_path: Path) -> None:
    liu, _codes = turned_on(cast, "刘敏", tmp_path)
    first = digits(cast, "刘敏", tmp_path)
    liu.get("/me/second-factor/off")
    liu.post("/me/second-factor/off", code="000000")
    assert liu.page.status == 422
    liu.post("/me/second-factor/off", code=first)
    assert liu.page.says("二次验证已关闭")
    assert liu.get("/admin/looks").status == 403
    assert signed_in(proved(cast, "刘敏", tmp_path))


def test_a_stale_session_proves_itself_before_it_sees_a_key(cast: Cast, tmp_path: Path) -> None:
    give_account(cast, "刘敏")
    liu = browser(cast, "刘敏", folder=tmp_path)
    cast.clock.advance(seconds=660)
    assert not KEY.findall(liu.get("/me/second-factor").text)
    liu.post("/me/second-factor", tokens=liu.tokens(), code="123456", follow=False)
    assert "/in/again" in urlsplit(liu.page.location).path


def test_another_officer_takes_it_away_and_supervisors_see_it(cast: Cast, tmp_path: Path) -> None:
    chen, _codes = turned_on(cast, "陈书", tmp_path)
    liu = browser(cast, "刘敏", folder=tmp_path)
    path = f"/admin/people/{cast.people['陈书']}/second-factor"
    assert liu.get(path).says("收回二次验证")
    with cast.acting("刘敏") as work:
        take_away_second_factor(work, cast.people["陈书"])
    assert not signed_in(chen)
    chen = proved(cast, "陈书", tmp_path)
    assert signed_in(chen)
    assert chen.get("/me/second-factor").says("您的二次验证已被收回", "由刘敏办理")
    zhou = browser(cast, "周建", folder=tmp_path)
    assert zhou.get("/admin/second-factors").says("陈书", "刘敏")


def test_not_ones_own_not_a_residents_business_not_next_doors(cast: Cast, tmp_path: Path) -> None:
    liu, _codes = turned_on(cast, "刘敏", tmp_path)
    page = liu.get(f"/admin/people/{cast.people['刘敏']}/second-factor")
    assert page.says("不能收回自己的二次验证")
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    assert zhao.get(f"/admin/people/{cast.people['刘敏']}/second-factor").status == 403
    assert zhao.get("/admin/second-factors").status == 403
    assert liu.get(f"/admin/people/{cast.people['维托']}/second-factor").status == 404


def test_the_database_holds_no_key(cast: Cast, tmp_path: Path) -> None:
    _liu, codes = turned_on(cast, "刘敏", tmp_path)
    key = key_in(cast, "刘敏", tmp_path)
    with cast.acting(None, write=False) as work:
        rows = [*work.session.execute(text("SELECT * FROM account"))]
        rows += [*work.session.execute(text("SELECT * FROM recovery_code"))]
        rows += [*work.session.execute(text("SELECT * FROM entry"))]
    stored = str(rows)
    assert "second_factor_turned_on" in stored
    assert key.hex() not in stored
    assert secret_of(key) not in stored
    assert not any(code in stored for code in codes)


def test_whoever_took_it_away_gives_no_code(cast: Cast, tmp_path: Path) -> None:
    turned_on(cast, "孙浩", tmp_path)
    with cast.acting("刘敏") as work:
        take_away_second_factor(work, cast.people["孙浩"])
        may = may_give_code(work, receiver(work, reach_of(work), cast.people["孙浩"]))
        assert may.because is not None
        assert may.because.text.startswith("You took away this person's second factor.")
    cast.clock.advance(days=7)
    with cast.acting("刘敏", write=False) as work:
        assert may_give_code(work, receiver(work, reach_of(work), cast.people["孙浩"]))


def test_the_consoles_code_takes_a_lost_one_away(cast: Cast, tmp_path: Path) -> None:
    guan, _codes = turned_on(cast, "关锋", tmp_path)
    with cast.acting(None) as work:
        code = new_code(work.session, work.get(Person, cast.people["关锋"]), work.entropy, work.now)
    fresh = browser(cast, None, folder=tmp_path)
    fresh.get(f"/first/{code}")
    fresh.post(f"/first/{code}", password="quite another sentence")
    assert signed_in(fresh)
    assert not signed_in(guan)
    assert (
        browser(cast, "周建", folder=tmp_path).get("/admin/second-factors").says("关锋", "服务器上的一次性码")
    )


def test_fifty_presses_at_once_use_a_code_once(cast: Cast, tmp_path: Path) -> None:
    _liu, codes = turned_on(cast, "刘敏", tmp_path)
    secret = (tmp_path / "secret").read_bytes()
    with cast.acting(None, write=False) as work:
        account = account_of(work, cast.people["刘敏"])
        assert account is not None
        account_id = account.id

    def press(typed: str) -> bool:
        try:
            with cast.acting(None) as work:
                work.secret = secret
                give_second_factor(work, account_id, typed)
        except Refusal:
            return False
        return True

    for typed in (digits(cast, "刘敏", tmp_path), codes[3]):
        with ThreadPoolExecutor(10) as pool:
            assert sum(pool.map(press, [typed] * 50)) == 1
