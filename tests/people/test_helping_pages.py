"""Helping in the browser: the strip on every page, own pages kept to oneself, consent over on the next press."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from civic.people.acts.helped import tell_helped
from civic.people.acts.helping import agreed_now, end_help, record_consent
from civic.people.tables import Helped, Helping, Person
from civic.propose.tables import Issue
from civic.store.engine import Database
from civic.store.tables import LoginSession
from tests.cast import MORNING, Cast, gather
from tests.people.household import seat
from tests.people.test_helping_acts import consent, vote_of
from tests.web import Browser, browser, statements

STRIP = "您正在替王桂兰办事"
STOP = "/me/helping/stop"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def helping(cast: Cast, folder: Path, person: str = "王桂兰", helper: str = "赵玉梅") -> tuple[Browser, int]:
    """The helper's browser, acting for the person."""
    ident = consent(cast, person, helper)
    there = browser(cast, helper, folder=folder)
    there.get("/me/helping")
    there.post(f"/me/helping/{ident}/start")
    return there, ident


def test_the_strip_is_on_every_page_until_stopped(cast: Cast, tmp_path: Path) -> None:
    there, _ = helping(cast, tmp_path)
    for path in (
        "/",
        "/issues",
        "/issues/new",
        "/board",
        "/notices",
        "/me",
        "/me/entry",
        "/issues/GF-2026-999",
    ):
        assert there.get(path).says(STRIP, "本人同意至 8月1日"), path
    assert "王桂兰" in there.get("/me")
    assert "赵玉梅" not in there.page
    there.post(STOP)
    assert there.page.says("已换回您本人办事", "赵玉梅")
    assert STRIP not in there.page


def test_a_helper_opens_nothing_that_is_the_persons_alone(cast: Cast, tmp_path: Path) -> None:
    with cast.acting(None) as work:
        wang = work.get(Person, cast.people["王桂兰"])
        wang.phone, wang.born_on = "13812345678", date(1944, 3, 5)
    there, _ = helping(cast, tmp_path)
    for path in ("/me/helpers", "/me/helpers/new", "/me/helping", "/me/sessions", "/me/password"):
        page = there.get(path)
        assert page.status == 403
        assert page.says("这件事不能由别人代办，请先结束帮办", STRIP), path
    entry = there.get("/me/entry")
    assert entry.says("王桂兰", "138********")
    assert not {"13812345678", "3月5日", "谁看过我的信息"} & {
        word for word in ("13812345678", "3月5日", "谁看过我的信息") if word in entry
    }
    assert "我的帮办人" not in there.get("/me")


def test_neither_the_helpers_nor_the_persons_office_opens_anything(cast: Cast, tmp_path: Path) -> None:
    there, _ = helping(cast, tmp_path, "周建", "刘敏")
    for path in ("/admin/people", "/admin/corrections", "/admin/looks"):
        assert there.get(path).status == 403, path


def test_a_helper_of_one_does_not_reach_another(cast: Cast, tmp_path: Path) -> None:
    mine, others = consent(cast, "王桂兰", "赵玉梅"), consent(cast, "周建", "孙浩")
    there = browser(cast, "赵玉梅", folder=tmp_path)
    there.get("/me/helping")
    tokens = there.hidden(f"/me/helping/{mine}/start")
    for path in (f"/me/helping/{others}/start", f"/me/helping/{others}/end", f"/me/helpers/{others}/end"):
        assert there.post(path, tokens=tokens).status == 404, path
    elsewhere = browser(cast, "维托", folder=tmp_path, slug="weiwan")
    elsewhere.get("/me")
    assert elsewhere.post(f"/me/helping/{mine}/start", tokens=elsewhere.tokens()).status == 404


def test_a_form_of_ones_own_is_worth_nothing_once_one_helps(cast: Cast, tmp_path: Path) -> None:
    ident = consent(cast, "王桂兰", "赵玉梅")
    there = browser(cast, "赵玉梅", folder=tmp_path)
    there.get("/me/helping")
    before = there.hidden(f"/me/helping/{ident}/end")
    there.post(f"/me/helping/{ident}/start")
    assert there.post(f"/me/helping/{ident}/end", tokens=before).status == 403
    assert there.page.says("这张表单已过期")


@pytest.mark.parametrize("how", ["ended", "expired"])
def test_once_it_is_over_nothing_is_done_in_the_wrong_name(cast: Cast, tmp_path: Path, how: str) -> None:
    there, ident = helping(cast, tmp_path)
    there.get("/me/entry/wrong")
    tokens = there.hidden("/me/entry/wrong")
    if how == "ended":
        with cast.acting("王桂兰") as work:
            end_help(work, ident)
    else:
        with cast.acting(None) as work:
            work.get(Helping, ident).until_on = work.today - timedelta(days=1)
    page = there.post("/me/entry/wrong", tokens=tokens, about="phone", wanted="是 139 的号码")
    assert page.status == 409
    assert page.says("帮办已结束，刚才的操作没有生效", "现在只能看，不能办")
    assert there.get("/me").says("赵玉梅", "帮办已经结束")
    there.post(STOP)
    assert there.page.says("已换回您本人办事")
    assert there.get("/me/entry/wrong").status == 200
    assert "帮办已经结束" not in there.page


def test_naming_a_helper_question_by_question(cast: Cast, tmp_path: Path) -> None:
    there = browser(cast, "王桂兰", folder=tmp_path)
    assert there.get("/me/helpers/new").says("请谁替您办事？")
    here = "/me/helpers/new"
    assert there.post(here, who="other", name="赵玉梅", door="2-1-402").status == 422
    assert there.page.says("名册上这个门牌没有这个姓名的人")
    assert there.post(here, who="other").says("请填写")
    assert there.post(here, who="other", name="王桂兰", door="501").says("不能给自己当帮办人")
    assert there.post(here, who="other", name="赵玉梅", door="2-1-401").says("这个人和您是什么关系？")
    assert there.post(here).status == 422
    assert there.post(here, kind="building_head").status == 422
    tokens = {**there.hidden(here), "step": "kind"}
    assert there.post(here, tokens=tokens, kind="relative").says("到什么时候？")
    assert there.post(here, until="2029-01-01").status == 422
    tokens = {**there.hidden(here), "step": "until"}
    assert there.post(here, tokens=tokens, until="2026-08-30").says("请核对帮办人", "赵玉梅", "8月30日")
    with cast.acting(None, write=False) as work:
        assert work.session.query(Helping).count() == 0, "nothing is agreed before the check"
    assert there.post(here).says("赵玉梅可以替您办事，到 8月30日为止", "我的帮办人")
    with cast.acting(None, write=False) as work:
        ident = work.session.query(Helping).one().id
    assert there.post(f"/me/helpers/{ident}/end").says("已结束，这个人不能再替您办事", "以前的帮办人")


def test_many_wrong_names_have_to_wait(cast: Cast, tmp_path: Path) -> None:
    there = browser(cast, "王桂兰", folder=tmp_path)
    answers = []
    for n in range(22):
        there.get("/me/helpers/new")
        answers.append(there.post("/me/helpers/new", who="other", name=f"没有人{n}", door="2-1-401").status)
    assert answers == [422] * 20 + [429] * 2


def test_what_was_done_is_shown_to_the_person(cast: Cast, tmp_path: Path) -> None:
    there, _ = helping(cast, tmp_path)
    there.get("/me/entry/wrong?about=phone")
    there.post("/me/entry/wrong", about="phone", wanted="是 139 的号码")
    assert there.page.says("已送出")
    wang = browser(cast, "王桂兰", folder=tmp_path)
    assert wang.get("/").says("有 1 件事替您办了")
    assert wang.get("/me/helpers").says("替您申请更正名册信息", "经办：赵玉梅", "有 1 件是新的")
    wang.post("/me/helpers/seen")
    assert wang.page.says("已记下：您看过了")
    assert "是新的" not in wang.page
    assert "替您办了" not in wang.get("/")


def test_the_head_tells_who_has_no_account(cast: Cast, tmp_path: Path) -> None:
    grandma = seat(cast).people["孙老太"]
    with cast.acting("刘敏") as work:
        ident = record_consent(
            work,
            agreed_now(
                work,
                cast.people["孙浩"],
                "relative",
                date(2026, 8, 1),
                person_id=grandma,
                consent="in_person",
            ),
        ).id
    son = browser(cast, "孙浩", folder=tmp_path)
    son.get("/me/helping")
    son.post(f"/me/helping/{ident}/start")
    son.get("/me/entry/wrong")
    son.post("/me/entry/wrong", about="area", wanted="房产证上是 89.6")
    head = browser(cast, "刘志强", folder=tmp_path)
    path = f"/admin/people/{grandma}/helpers"
    assert head.get("/").says("请告知孙老太与其有关的新情况")
    assert head.get(f"{path}/print").says("替您办的事", "替您申请更正名册信息", "经办：孙浩")
    assert head.get(path).says("需要上门告知", "别人替其办了 1 件事", "孙浩", "本人当面口头同意")
    head.post(f"{path}/told")
    assert head.page.says("已记下：已当面告知")
    assert "请告知" not in head.get("/")
    with cast.acting("刘敏") as work:
        assert work.session.query(Helped).one().told_at is not None
        with pytest.raises(Exception, match="told already"):
            tell_helped(work, grandma, 99)


def test_an_officer_writes_a_consent_down(cast: Cast, tmp_path: Path) -> None:
    home = seat(cast)
    grandma = home.people["孙老太"]
    path = f"/admin/people/{grandma}/helpers"
    for name, status in (("孙浩", 403), ("周建", 403), ("赵玉梅", 200), ("刘敏", 200)):
        assert browser(cast, name, folder=tmp_path).get(path).status == status, name
    assert (
        browser(cast, "刘志强", folder=tmp_path).get(f"/admin/people/{home.people['远方人']}/helpers").status
        == 404
    )
    head = browser(cast, "刘志强", folder=tmp_path)
    assert head.get(f"{path}/form").says("帮办同意书", "孙老太", "本人签名", "见证人签名")
    head.get(f"{path}/new")
    typed: dict[str, Any] = {"name": "孙浩", "kind": "relative", "consent": "paper", "until": "2026-08-01"}
    assert head.post(path, **typed).says("见证")
    assert head.page.status == 422
    assert head.post(path, **typed, witness="没有人").says("名册上这个门牌没有这个姓名的人")
    assert head.post(path, **typed, witness="周建").says("孙浩", "本人书面同意", "刘志强登记")
    with cast.acting(None, write=False) as work:
        ident = work.session.query(Helping).one().id
    assert head.post(f"{path}/{ident}/end").says("已结束")


def test_the_vote_page_says_why_a_helper_does_not_vote(database: Database, tmp_path: Path) -> None:
    stage, token = vote_of(database, "赵玉梅", secret=True, cap=None)
    there = browser(stage.cast, folder=tmp_path)
    there.client.cookies.set("__Host-civic", token)
    vote = f"/votes/{stage.vote_id}"
    assert there.get(vote).says("无记名", "孙浩")
    assert f"{vote}/check" not in "".join(there.page.forms)
    assert there.post(f"{vote}/ballot", tokens=there.tokens(), choice="yes").status == 403
    assert vote not in there.get("/").text


def test_a_proxy_sees_neither_choice_nor_receipt(database: Database, tmp_path: Path) -> None:
    stage, token = vote_of(database, "赵玉梅", secret=False, cap=3)
    there = browser(stage.cast, folder=tmp_path)
    there.client.cookies.set("__Host-civic", token)
    vote = f"/votes/{stage.vote_id}"
    there.get(vote)
    assert there.post(f"{vote}/check", choice="yes").says("您代孙浩投")
    assert there.post(f"{vote}/ballot").says("票已投出，回执只给本人看", "投的内容和回执只有本人能看")
    assert "您投的是" not in there.page
    for path in (f"{vote}/receipt", f"{vote}/change"):
        assert there.get(path).status in {403, 409}, path
    sun = browser(stage.cast, "孙浩", folder=tmp_path)
    assert sun.get(f"{vote}/receipt").status == 200
    assert sun.get("/me/helpers").says("替您投了一票", "游麟路早市占道")
    with stage.cast.acting(None, write=False) as work:
        assert work.session.query(Issue).count() == 1


def test_pages_cost_the_same_whatever_was_done(cast: Cast, tmp_path: Path) -> None:
    ident = consent(cast, "王桂兰", "赵玉梅")
    wang = browser(cast, "王桂兰", folder=tmp_path)
    wang.get("/me/helpers")
    counts = []
    for things in (1, 9):
        with cast.acting(None) as work:
            for _ in range(things):
                work.add(
                    Helped(
                        helping_id=ident, person_id=cast.people["王桂兰"], helper_id=cast.people["赵玉梅"],
                        kind="propose:issue_raised", issue_id=None, at=work.now, told_at=None,
                    )
                )  # fmt: skip
        with statements(cast.workshop.database) as seen:
            assert wang.get("/me/helpers").status == 200
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 6, counts


def test_helping_costs_one_statement_more(cast: Cast, tmp_path: Path) -> None:
    there, _ = helping(cast, tmp_path)
    with statements(cast.workshop.database) as helped:
        there.get("/issues")
    own = browser(cast, "周建", folder=tmp_path)
    own.get("/issues")
    with statements(cast.workshop.database) as alone:
        own.get("/issues")
    assert len(helped) == len(alone) + 1


def test_a_session_that_helps_is_still_the_helpers(cast: Cast, tmp_path: Path) -> None:
    helping(cast, tmp_path)
    with cast.acting(None, write=False) as work:
        login = work.session.query(LoginSession).one()
        assert login.person_id == cast.people["赵玉梅"]
        assert login.helping_id is not None
        assert login.began_at == MORNING
