"""Where I am signed in, what ends it, and my password."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from civic.people.acts.sessions import end_sessions
from civic.people.rules.sign_in import device_of
from civic.people.tables import Account, Office
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.people.door import (
    OTHER,
    PASSWORD,
    at_the_door,
    change,
    elsewhere,
    give_password,
    sessions,
    sign_in_as,
)
from tests.web import Browser, browser

NEW = "阳台上晒着三床被子呢"


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    give_password(cast, "赵玉梅")
    return cast


def signed_in(cast: Cast, folder: Path, name: str = "赵玉梅", agent: str = "") -> Browser:
    there = at_the_door(cast, folder)
    if agent:
        there.client.headers["User-Agent"] = agent
    assert sign_in_as(there, name).status == 303
    return there


def cookie(there: Browser) -> str:
    return str(there.client.cookies.get("__Host-civic"))


WECHAT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile Safari/537.36 MicroMessenger/8.0.50"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"


@pytest.mark.parametrize(
    ("agent", "device"), [(WECHAT, "wechat"), (IPHONE, "phone"), (DESK, "computer"), ("curl/8", ""), ("", "")]
)
def test_devices_are_told_apart_and_no_more(agent: str, device: str) -> None:
    assert device_of(agent) == device


@pytest.mark.on_sqlite
def test_the_list_shows_each_device_and_marks_this_one(cast: Cast, tmp_path: Path) -> None:
    signed_in(cast, tmp_path, agent=WECHAT)
    cast.clock.advance(hours=2)
    here = signed_in(cast, tmp_path, agent=DESK)
    here.get("/me").says("已登录的设备", "我的密码")
    page = here.get("/me/sessions")
    assert page.says("电脑", "就是这台", "手机微信", "最近一次", "登录时间")
    assert page.text.index("电脑") < page.text.index("手机微信"), "this one first"
    assert page.text.count("退出这台设备</button>") == 1, "this one is left by signing out"
    assert WECHAT not in page.text


@pytest.mark.on_sqlite
def test_one_is_ended_from_afar(cast: Cast, tmp_path: Path) -> None:
    lost, here = signed_in(cast, tmp_path), signed_in(cast, tmp_path)
    here.get("/me/sessions")
    action = next(each for each in here.page.forms if each.endswith("/end"))
    assert here.post(action.removeprefix("/gongfu")).says("那台设备已退出")
    assert elsewhere(cast, tmp_path, cookie(lost)).status == 303
    assert elsewhere(cast, tmp_path, cookie(here)).status == 200


@pytest.mark.on_sqlite
def test_all_others_are_ended(cast: Cast, tmp_path: Path) -> None:
    away = [signed_in(cast, tmp_path) for _ in range(3)]
    here = signed_in(cast, tmp_path)
    here.get("/me/sessions")
    assert here.post("/me/sessions/end-others").says("另外 3 台设备已退出", "别处没有登录")
    assert [elsewhere(cast, tmp_path, cookie(each)).status for each in away] == [303] * 3
    assert here.get("/me").status == 200


@pytest.mark.on_sqlite
def test_nobody_ends_anothers_session(cast: Cast, tmp_path: Path) -> None:
    give_password(cast, "孙浩")
    mine, theirs = signed_in(cast, tmp_path), signed_in(cast, tmp_path, "孙浩")
    theirs.get("/me/sessions")
    ident = sessions(cast, "赵玉梅")[0].id
    for number in (ident, 999999):
        answer = theirs.post(f"/me/sessions/{number}/end", tokens=theirs.tokens())
        assert answer.status == 404
        theirs.get("/me/sessions")
    assert mine.get("/me").status == 200


@pytest.mark.on_sqlite
def test_suspending_ends_sessions_with_one_call(cast: Cast, tmp_path: Path) -> None:
    there = signed_in(cast, tmp_path)
    with cast.acting("刘敏") as work:
        assert end_sessions(work, cast.people["赵玉梅"]) == 1
    assert elsewhere(cast, tmp_path, cookie(there)).status == 303


@pytest.mark.on_sqlite
def test_a_suspended_one_has_no_rights_on_the_next_request(cast: Cast, tmp_path: Path) -> None:
    there = signed_in(cast, tmp_path)
    assert there.client.get("/gongfu/issues/new", follow_redirects=False).status_code == 303
    change(cast, "赵玉梅", suspended=True)
    assert there.get("/issues/new").status == 403


@pytest.mark.on_sqlite
@pytest.mark.parametrize("name", ["刘敏", "刘志强"])
def test_a_term_that_ended_yesterday_gives_no_rights_today(cast: Cast, tmp_path: Path, name: str) -> None:
    """The cookie is the same, the session lives on: only the day has changed."""
    with cast.acting(None) as work:
        work.session.execute(
            update(Office).where(Office.person_id == cast.people[name]).values(to_on=date(2026, 3, 2))
        )
    cast.clock.set(cast.clock.now().replace(hour=23, minute=50))
    there = browser(cast, name, folder=tmp_path)
    assert there.get("/issues/new-for").status == 200
    cast.clock.advance(minutes=11)
    assert there.get("/issues/new-for").status == 403
    assert there.get("/me").says(name)


# The password


@pytest.mark.on_sqlite
def test_whoever_just_signed_in_changes_it_without_the_old_one(cast: Cast, tmp_path: Path) -> None:
    away, here = signed_in(cast, tmp_path), signed_in(cast, tmp_path)
    page = here.get("/me/password")
    assert 'name="old"' not in page.text
    assert page.says("您的其他设备都会退出", "赵玉梅")
    assert here.post("/me/password", new=NEW).says("新密码已生效", "另外 1 台设备已退出")
    assert elsewhere(cast, tmp_path, cookie(away)).status == 303
    assert here.get("/me").status == 200
    there = at_the_door(cast, tmp_path)
    assert sign_in_as(there, "赵玉梅").status == 422
    assert sign_in_as(there, "赵玉梅", NEW).status == 303


@pytest.mark.on_sqlite
def test_later_the_old_one_is_asked_for(cast: Cast, tmp_path: Path) -> None:
    here = signed_in(cast, tmp_path)
    cast.clock.advance(minutes=11)
    assert 'name="old"' in here.get("/me/password").text
    assert here.post("/me/password", new=NEW).says("请把现在的密码也填上")
    assert here.post("/me/password", new=NEW, old="wrong wrong").says("密码不对")
    assert here.page.status == 422
    assert here.post("/me/password", new=NEW, old=PASSWORD).says("新密码已生效")


@pytest.mark.on_sqlite
def test_guessing_the_old_one_waits_like_signing_in(cast: Cast, tmp_path: Path) -> None:
    here = signed_in(cast, tmp_path)
    cast.clock.advance(minutes=11)
    here.get("/me/password")
    statuses = [here.post("/me/password", new=NEW, old=f"wrong {n} wrong").status for n in range(6)]
    assert statuses == [422] * 5 + [429]
    assert sign_in_as(at_the_door(cast, tmp_path), "赵玉梅").status == 429, "the same row of tries"


@pytest.mark.on_sqlite
@pytest.mark.parametrize("poor", ["woaini1314", "short", "赵玉梅1962年", "工福街社区2026"])
def test_a_poor_one_is_refused_with_its_reason(cast: Cast, tmp_path: Path, poor: str) -> None:
    here = signed_in(cast, tmp_path)
    here.get("/me/password")
    answer = here.post("/me/password", new=poor)
    assert answer.status == 422
    assert answer.says("新密码：")
    assert poor not in answer.text


@pytest.mark.on_sqlite
def test_two_presses_are_one_change(cast: Cast, tmp_path: Path) -> None:
    here = signed_in(cast, tmp_path)
    cast.clock.advance(minutes=11)
    here.get("/me/password")
    tokens = here.hidden("/me/password")
    first = here.post("/me/password", follow=False, tokens=tokens, new=NEW, old=PASSWORD)
    again = here.post("/me/password", follow=False, tokens=tokens, new=NEW, old=PASSWORD)
    assert (first.status, again.status, again.location) == (303, 303, first.location)


@pytest.mark.on_sqlite
def test_a_first_password_for_whoever_came_with_a_code(cast: Cast, tmp_path: Path) -> None:
    sun = browser(cast, "孙浩", folder=tmp_path)
    assert sun.get("/me/password").says("设一个密码", "以后不用码也能登录")
    assert sun.post("/me/password", new=OTHER + "？").says("新密码已生效")
    assert sign_in_as(at_the_door(cast, tmp_path), "孙浩", OTHER + "？").status == 303


@pytest.mark.on_sqlite
def test_a_first_password_wants_a_fresh_code(cast: Cast, tmp_path: Path) -> None:
    sun = browser(cast, "孙浩", folder=tmp_path)
    sun.get("/me/password")
    tokens = sun.hidden("/me/password")
    cast.clock.advance(minutes=11)
    assert sun.get("/me/password").says("请拿一个新码再登录一次")
    assert sun.post("/me/password", tokens=tokens, new=OTHER + "？").status == 422
    with cast.acting(None, write=False) as work:
        assert work.one(Account, person_id=cast.people["孙浩"]).password_hash == ""


@pytest.mark.on_sqlite
def test_visitors_are_led_to_the_door(cast: Cast, tmp_path: Path) -> None:
    visitor = browser(cast, folder=tmp_path)
    for path in ("/me/sessions", "/me/password", "/in/again"):
        answer = visitor.client.get(f"/gongfu{path}", follow_redirects=False)
        assert answer.headers["location"] == f"/gongfu/in?next=/gongfu{path}"
