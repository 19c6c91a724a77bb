"""A login session ends in the middle of a form: nothing typed is lost, and nobody else sees it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from civic.people.acts.sessions import end_sessions
from civic.store.engine import Database
from civic.store.tables import KeptWords
from tests.cast import Cast, gather
from tests.web import Browser, browser, sign_in

KEPT, OUT = "登录已过期，您填写的内容已保留", "登录已过期"
WORDS = "三单元的灯坏了好几天，老人晚上下楼不方便"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def idle(cast: Cast, **passed: int) -> None:
    cast.clock.set(cast.clock.now() + timedelta(**(passed or {"hours": 13})))


def enter(there: Browser, cast: Cast, name: str) -> None:
    """Sign in on the page that is shown, as that person, in this very browser."""
    there.client.cookies.set("__Host-civic", sign_in(cast, name))


def on_the_way(there: Browser) -> str:
    """Where the sign-in leads on to, below the community."""
    return (
        there.page.text.partition("/in?next=")[2]
        .partition('"')[0]
        .replace("%2F", "/")
        .removeprefix("/gongfu")
    )


def writing(cast: Cast, tmp_path: Path, name: str = "刘敏") -> Browser:
    """Somebody in the middle of a form: a new building."""
    there = browser(cast, name, folder=tmp_path)
    assert there.get("/admin/buildings/new").status == 200
    return there


TYPED: dict[str, Any] = {"name": "9号楼", "estate": WORDS, "entrances": "3"}


def test_what_was_typed_waits_behind_the_sign_in(cast: Cast, tmp_path: Path) -> None:
    there = writing(cast, tmp_path)
    idle(cast)
    page = there.post("/admin/buildings", **TYPED)
    assert page.status == 403
    assert page.says(KEPT)
    assert WORDS not in page.text
    back = on_the_way(there)
    enter(there, cast, "刘敏")
    page = there.get(back)
    assert page.says("您刚才填写的内容还在")
    page = there.post("/admin/buildings")
    assert page.status == 200
    assert page.says("您已重新登录，填写的内容都在，请再提交一次。")
    assert WORDS in page.text
    assert 'value="9号楼"' in page.text
    with cast.acting("刘敏") as work:
        stored = [row.text for row in work.session.scalars(select(KeptWords))]
    assert stored
    assert all(WORDS.encode() not in text for text in stored)
    # Nothing was done by showing it; now it is sent.
    page = there.post("/admin/buildings", **TYPED)
    assert page.status == 200
    assert page.says("9号楼")


def test_a_revoked_session_keeps_them_too(cast: Cast, tmp_path: Path) -> None:
    there = writing(cast, tmp_path)
    with cast.acting("刘敏") as work:
        end_sessions(work, cast.people["刘敏"])
    assert there.post("/admin/buildings", **TYPED).says(KEPT)


def test_nobody_else_on_this_device_sees_them(cast: Cast, tmp_path: Path) -> None:
    there = writing(cast, tmp_path)
    idle(cast)
    there.post("/admin/buildings", **TYPED)
    back = on_the_way(there)
    assert there.get(back).says("入户单上的码")
    enter(there, cast, "高远")
    page = there.get(back)
    assert page.status == 404
    assert page.says("这里没有为您保留的内容")
    assert WORDS not in page.text


def test_after_an_hour_they_are_gone(cast: Cast, tmp_path: Path) -> None:
    there = writing(cast, tmp_path)
    idle(cast)
    there.post("/admin/buildings", **TYPED)
    back = on_the_way(there)
    idle(cast, minutes=61)
    enter(there, cast, "刘敏")
    assert there.get(back).status == 404


def test_a_button_alone_leads_back_to_its_page(cast: Cast, tmp_path: Path) -> None:
    there = browser(cast, "刘敏", folder=tmp_path)
    there.get("/me")
    tokens = there.tokens()
    idle(cast)
    there.client.headers["referer"] = "https://testserver/gongfu/me/sessions"
    page = there.post("/me/sessions/1/end", tokens=tokens)
    assert page.status == 403
    assert page.says(OUT, "表决选项、密码和文件一律不保留")
    assert on_the_way(there) == "/me/sessions"


def test_a_page_elsewhere_is_no_way_back(cast: Cast, tmp_path: Path) -> None:
    there = browser(cast, "刘敏", folder=tmp_path)
    there.get("/me")
    tokens = there.tokens()
    idle(cast)
    there.client.headers["referer"] = "https://elsewhere.example/gongfu/me"
    there.post("/me/sessions/1/end", tokens=tokens)
    assert "next=" not in there.page.text


def test_a_form_of_the_earlier_session_comes_back_to_its_writer(cast: Cast, tmp_path: Path) -> None:
    there = writing(cast, tmp_path)
    tokens = there.tokens()
    enter(there, cast, "刘敏")
    page = there.post("/admin/buildings", tokens=tokens, **TYPED)
    assert page.status == 403
    assert page.says("您刚才填写的内容还在")
    assert WORDS in there.post("/admin/buildings").text


def test_a_form_of_somebody_else_is_refused_as_before(cast: Cast, tmp_path: Path) -> None:
    there = writing(cast, tmp_path)
    tokens = there.tokens()
    enter(there, cast, "高远")
    page = there.post("/admin/buildings", tokens=tokens, **TYPED)
    assert page.status == 403
    assert WORDS not in page.text


def test_a_made_up_mark_keeps_nothing(cast: Cast, tmp_path: Path) -> None:
    there = writing(cast, tmp_path)
    tokens = there.tokens()
    tokens["csrf"] = tokens["csrf"].partition(".")[0] + ".typist:1:1:0." + "0" * 32
    idle(cast)
    page = there.post("/admin/buildings", tokens=tokens, **TYPED)
    assert page.says("请先登录")
    assert KEPT not in page


def test_turning_the_second_factor_on_comes_back_to_them(cast: Cast, tmp_path: Path) -> None:
    there = writing(cast, tmp_path)
    there.client.cookies.set("__Host-civic", sign_in(cast, "刘敏", strong=False))
    there.get("/me")
    page = there.post("/admin/buildings", tokens=there.tokens(), **TYPED)
    assert page.status == 403
    assert page.says("您填写的内容已保留一小时")
    back = page.text.partition("/me/second-factor?next=")[2].partition('"')[0].replace("%2F", "/")
    assert back.startswith("/gongfu/kept/")
    there.get("/me/second-factor?next=" + back)
    assert there.hidden("/me/second-factor")["then"] == back
    enter(there, cast, "刘敏")
    there.get(back.removeprefix("/gongfu"))
    assert WORDS in there.post("/admin/buildings").text
