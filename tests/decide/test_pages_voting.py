"""A voter's pages, without a script: question, check, cast, receipt; what strangers and late comers see."""

from pathlib import Path
from typing import Any

import pytest

from civic.decide import acts
from civic.decide.tables import Ballot
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import QUESTION, Stage, at, notify, to_the_outcome
from tests.web import Browser, browser, statements


@pytest.fixture
def stage(database: Database) -> Stage:
    stage = to_the_outcome(gather(database))
    notify(stage)
    stage.go(at(4, 18, 15))
    return stage


def vote(stage: Stage, tail: str = "") -> str:
    return f"/votes/{stage.vote_id}{tail}"


def at_the_check(stage: Stage, reader: Browser, choice: str = "yes") -> None:
    reader.get(vote(stage))
    reader.post(vote(stage, "/check"), choice=choice)


def ballots(stage: Stage) -> int:
    from sqlalchemy import func, select

    with stage.cast.acting(None, write=False) as work:
        return work.session.scalar(select(func.count(Ballot.id))) or 0


def test_from_the_question_to_the_receipt(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    reader.get(vote(stage)).says(
        QUESTION, "同意", "反对", "弃权", "还没有投出", "居民代表会议", "形成居民意见"
    )
    assert "checked" not in reader.page.text, "nothing is chosen before somebody chooses"
    reader.post(vote(stage, "/check"), choice="no")
    reader.page.says("投出前，请再看一遍", "反对", "2号楼居民代表", "16:30 前")
    assert ballots(stage) == 0
    reader.post(vote(stage, "/ballot"))
    reader.page.says("您的表决已计入", "回执码")
    assert "反对" not in reader.page
    reader.get(vote(stage)).says("您投的是：反对", "更改我的表决")


def test_nothing_chosen(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    reader.get(vote(stage))
    assert reader.post(vote(stage, "/check")).status == 422
    reader.page.says("请选一项：同意、反对或弃权。", QUESTION)


@pytest.mark.parametrize(
    "typed", [{"choice": "perhaps"}, {"choice": "yes", "weight": "9"}, {"choice": ["yes", "no"]}]
)
def test_odd_ballots(stage: Stage, tmp_path: Path, typed: dict[str, Any]) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    reader.get(vote(stage))
    tokens = reader.tokens()
    for tail in ("/check", "/ballot"):
        assert reader.post(vote(stage, tail), tokens=tokens, **typed).status == 422
    assert ballots(stage) == 0


def test_a_double_press_has_one_effect(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    at_the_check(stage, reader)
    sent = reader.hidden(vote(stage, "/ballot"))
    first = reader.post(vote(stage, "/ballot"), tokens=sent, follow=False)
    second = reader.post(vote(stage, "/ballot"), tokens=sent, follow=False)
    assert (first.status, second.status) == (303, 303)
    assert first.location == second.location
    assert ballots(stage) == 1


def test_a_second_tab_is_told(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    at_the_check(stage, reader)
    other = reader.hidden(vote(stage, "/ballot"))
    at_the_check(stage, reader, "no")
    reader.post(vote(stage, "/ballot"))
    assert reader.post(vote(stage, "/ballot"), tokens=other).status == 409
    reader.page.says("您已投票")
    assert ballots(stage) == 1


def test_late(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    at_the_check(stage, reader)
    stage.cast.clock.set(at(4, 18, 16, 30))
    assert reader.post(vote(stage, "/ballot")).status == 409
    reader.page.says("表决已于", "截止")
    assert ballots(stage) == 0


def test_a_stranger_sees_why_and_no_form(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "赵玉梅", folder=tmp_path)
    reader.get(vote(stage)).says("您不在本次表决名册上")
    assert not any(action.endswith("/check") for action in reader.page.forms)
    tokens = reader.tokens()
    assert reader.post(vote(stage, "/ballot"), tokens=tokens, choice="yes").status == 403
    assert reader.post(vote(stage, "/check"), tokens=tokens, choice="yes").status == 403


def test_another_community(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "维托", folder=tmp_path, slug="weiwan")
    for tail in ("", "/result", "/roll", "/receipt", "/sheets", "/change"):
        assert reader.get(vote(stage, tail)).status == 404
    reader.get("/")
    for tail in ("/check", "/ballot", "/change"):
        assert reader.post(vote(stage, tail), tokens=reader.tokens(), choice="yes").status == 404


def test_a_visitor_is_asked_to_sign_in(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    reader.get(vote(stage)).says("登录后表决")
    assert reader.post(vote(stage, "/ballot"), tokens=reader.tokens(), choice="yes").status == 403


def test_changing_keeps_the_receipt(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    at_the_check(stage, reader)
    reader.post(vote(stage, "/ballot"))
    before = reader.page.text
    reader.get(vote(stage, "/change"))
    reader.post(vote(stage, "/check"), choice="abstain")
    reader.page.says("弃权")
    reader.post(vote(stage, "/change"))
    reader.page.says("您的表决已更改。")
    code = before.split('stub__code"><span>')[1][:4]
    assert code in reader.page.text
    reader.get(vote(stage)).says("您投的是：弃权")


def test_how_many_are_in_is_told_in_steps(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    reader.get(vote(stage)).says("不到 5 张")
    reader.get(vote(stage, "/result")).says("截止前不计票")
    assert "反对" not in reader.page


def test_receipts_are_checked_by_anybody(stage: Stage, tmp_path: Path) -> None:
    voter = browser(stage.cast, "孙浩", folder=tmp_path)
    at_the_check(stage, voter)
    voter.post(vote(stage, "/ballot"))
    code = "".join(
        voter.page.text.split('stub__code">')[1].split("</p>")[0].replace("</span>", "").split("<span>")
    )
    reader = browser(stage.cast, folder=tmp_path)
    reader.get(f"/receipt?code={code.lower()[:4]}-{code.lower()[4:]}").says("已计入")
    assert "反对" not in reader.page
    reader.get("/receipt?code=AAAA0000").says("未找到")
    assert reader.get("/receipt?code=oops").status == 422
    reader.get("/receipt").says("这张票计入了吗")
    there = Browser(reader.client, "weiwan")
    there.get(f"/receipt?code={code}").says("未找到")


def test_the_short_address(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, folder=tmp_path)
    answer = reader.client.get(f"/v/{stage.vote.code}", follow_redirects=False)
    assert answer.headers["location"].endswith(vote(stage))


def test_casting_asks_the_database_six_times_at_most(stage: Stage, tmp_path: Path) -> None:
    reader = browser(stage.cast, "孙浩", folder=tmp_path)
    at_the_check(stage, reader)
    sent = reader.hidden(vote(stage, "/ballot"))
    with statements(stage.cast.workshop.database) as asked:
        assert reader.post(vote(stage, "/ballot"), tokens=sent, follow=False).status == 303
    # On PostgreSQL the community's lock is one more: SQLite takes it with BEGIN IMMEDIATE.
    asked = [sql for sql in asked if "pg_advisory" not in sql]
    assert len(asked) <= 6, "\n".join(asked)


def test_too_few_is_no_rejection(stage: Stage, tmp_path: Path) -> None:
    stage.go(at(4, 18, 17))
    reader = browser(stage.cast, folder=tmp_path)
    page = reader.get(f"/issues/{stage.issue.reference}")
    assert page.says("人数不足，未形成决定")
    assert "表决未通过" not in page
    reader.client.cookies.set("civic-look", "m.auto.en")
    reader.get(f"/issues/{stage.issue.reference}").says("Too few took part: nothing was decided")


def test_no_rejection_either_when_it_is_void(stage: Stage, tmp_path: Path) -> None:
    with stage.cast.acting("孙浩") as work:
        acts.cast_ballot(work, stage.vote_id, "yes")
    with stage.cast.acting("刘敏") as work:
        acts.cast_ballot(work, stage.vote_id, "yes")
    stage.go(at(4, 18, 17))
    with stage.cast.acting("刘敏") as work:
        acts.void_vote(work, stage.vote_id)
    page = browser(stage.cast, folder=tmp_path).get(f"/issues/{stage.issue.reference}")
    assert page.says("表决无效，未形成决定")
    assert "表决未通过" not in page
