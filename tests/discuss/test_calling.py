"""Talks: called from the topic, moved or called off in public, and what came of them comes back."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.discuss import acts
from civic.discuss.acts.calling import Invitation
from civic.discuss.rules import calling, parties_for
from civic.discuss.rules.calling import Kind
from civic.discuss.tables import Talk, TalkMove
from civic.discuss.today import asks
from civic.propose.acts import follow_issue, unfollow_issue
from civic.propose.rules import Nature
from civic.store.engine import Database
from civic.web.words import text_of
from tests.cast import ZONE, Cast, gather
from tests.discuss.story import at, concluded, opened, raised
from tests.discuss.test_papers import ahead
from tests.discuss.test_talk import told
from tests.web import browser

ISSUE = "/issues/GF-2026-001"
EVENING = datetime(2026, 3, 20, 19, 0, tzinfo=ZONE)
FOUR = ("committee", "owners_committee", "property_firm", "party_committee")
CAME = {"residents": 14, "committee": 2, "property_firm": 1}


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    at(cast, 3, 13)
    return cast


def call(
    cast: Cast, who: str, topic: int, kind: Kind = Kind.HEARING, bodies: tuple[str, ...] = ("committee", "advisor"),
    starts_at: datetime = EVENING,
) -> Talk:  # fmt: skip
    with cast.acting(who) as work:
        to = Invitation(kind, bodies, starts_at, "会客厅", "摊位怎么分")
        return acts.call_talk(work, topic, to)


def move(cast: Cast, who: str, talk: Talk, starts_at: datetime, place: str = "会客厅") -> None:
    with cast.acting(who) as work:
        acts.move_talk(work, talk.id, starts_at=starts_at, place=place, because="那天停电")


def call_off(cast: Cast, who: str, talk: Talk) -> None:
    with cast.acting(who) as work:
        acts.call_off_talk(work, talk.id, because="改为上门听取意见")


def conclude(cast: Cast, who: str, talk: Talk, **other: Any) -> None:
    words: dict[str, Any] = {
        "present": CAME,
        "consensus": "抽签",
        "not_agreed": "收摊钟点",
        "dissent": "",
        **other,
    }
    with cast.acting(who) as work:
        acts.conclude_talk(work, talk.id, **words)


def today_of(cast: Cast, who: str) -> list[tuple[str, str]]:
    with cast.acting(who, write=False) as work:
        return [
            (text_of(ask.label), text_of(ask.detail) if ask.detail else "")
            for ask in asks(work)
            if "/talks/" in ask.path
        ]


@pytest.mark.parametrize(
    ("kind", "bodies", "fits"),
    [
        ("hearing", (), False),
        ("hearing", ("ghosts",), False),
        ("hearing", ("residents",), True),
        ("four_body", FOUR, True),
        ("four_body", (*FOUR[:3], "grid_worker"), True),
        ("four_body", FOUR[:3], False),
        ("four_body", FOUR[1:], False),
    ],
)
def test_somebody_is_invited_and_of_the_four_bodies_all(
    kind: str, bodies: tuple[str, ...], fits: bool
) -> None:
    assert bool(calling.invitation_fits(kind, bodies)) is fits


def test_those_invited_are_counted_and_whoever_else_came() -> None:
    assert list(parties_for(["grid_worker", "department"])) == [
        "residents", "affected", "party_committee", "departments", "other",
    ]  # fmt: skip


def test_only_committee_and_heads_call_a_talk(cast: Cast) -> None:
    _issue, topic = opened(cast)
    for who in ("赵玉梅", "陈书", "吴波"):
        with pytest.raises(NotAllowed, match="for others"):
            call(cast, who, topic)
    with pytest.raises(NotFound):
        call(cast, "维托", topic)
    with pytest.raises(Refusal, match="have not passed"):
        call(cast, "刘志强", topic, starts_at=datetime(2026, 3, 13, 9, 0, tzinfo=ZONE))
    with pytest.raises(Refusal, match="within a year"):
        call(cast, "刘志强", topic, starts_at=datetime(2027, 3, 20, 9, 0, tzinfo=ZONE))
    with pytest.raises(Refusal, match="To four-body coordination belong"):
        call(cast, "刘志强", topic, Kind.FOUR_BODY, FOUR[:3])
    assert call(cast, "刘志强", topic).role == "building_head"


def test_a_called_talk_is_on_the_timeline_and_under_today(cast: Cast) -> None:
    issue, topic = opened(cast)
    talk = call(cast, "刘敏", topic)
    assert told(cast, issue)[-1] == "定于 3月20日 周五 19:00 召开听证会。"
    assert (ahead(cast, issue).path, ahead(cast, issue).by) == (f"/talks/{talk.id}", EVENING)
    assert [detail for _label, detail in today_of(cast, "吴波")] == ["听证会，3月20日 周五 19:00，会客厅"]
    assert len(today_of(cast, "赵玉梅")) == 1, "the raiser follows it"
    assert today_of(cast, "孙浩") == []
    assert today_of(cast, "维托") == []
    at(cast, 3, 20, 19, 1)
    assert today_of(cast, "吴波") == []


def test_everyone_is_invited_to_an_open_talk(cast: Cast) -> None:
    _issue, topic = opened(cast)
    call(cast, "刘敏", topic, Kind.OPEN_TALK, ("residents",))
    assert len(today_of(cast, "王桂兰")) == 1


def test_whoever_chose_to_follow_is_told_and_whoever_wants_no_more_is_not(cast: Cast) -> None:
    issue, topic = opened(cast)
    call(cast, "刘敏", topic)
    with cast.acting("孙浩") as work:
        follow_issue(work, issue)
    with cast.acting("赵玉梅") as work:
        unfollow_issue(work, issue)
    assert len(today_of(cast, "孙浩")) == 1
    assert today_of(cast, "赵玉梅") == []


def test_a_quarrel_is_led_to_its_mediation(cast: Cast, tmp_path: Path) -> None:
    raised(cast, Nature.DISPUTE)
    liu = browser(cast, "刘敏", folder=tmp_path)
    liu.get(f"{ISSUE}/talks/new").says("双方")


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "2026-02-30"])
def test_a_day_that_no_calendar_holds_is_refused(cast: Cast, tmp_path: Path, on: str) -> None:
    opened(cast)
    liu = browser(cast, "刘敏", folder=tmp_path)
    liu.get(f"{ISSUE}/talks/new")
    typed: dict[str, Any] = {"kind": "hearing", "bodies": ["committee"], "hour": "23:59", "place": "会客厅"}
    assert liu.post(f"{ISSUE}/talks", **typed, on=on, agenda="换灯", step="send").status == 422


def test_moved_with_a_reason_and_the_old_day_stays(cast: Cast) -> None:
    issue, topic = opened(cast)
    talk = call(cast, "刘志强", topic)
    later = datetime(2026, 3, 24, 19, 0, tzinfo=ZONE)
    with pytest.raises(NotAllowed, match="for others"):
        move(cast, "赵玉梅", talk, later)
    with pytest.raises(Refusal, match="Nothing was changed"):
        move(cast, "刘志强", talk, EVENING)
    with pytest.raises(NotFound):
        move(cast, "维托", talk, later)
    move(cast, "刘志强", talk, later)
    assert told(cast, issue)[-1] == "原定 3月20日 周五 19:00 的听证会改到 3月24日 周二 19:00。"
    move(cast, "刘敏", talk, later, "居委会二楼")
    assert told(cast, issue)[-1] == "3月24日 周二 19:00 的听证会更换地点。"
    with cast.acting(None, write=False) as work:
        row = work.get(Talk, talk.id)
        assert (row.was_at, row.starts_at, row.due_on.day) == (EVENING, later, 27)
        assert work.one(TalkMove, because="那天停电", from_at=EVENING).from_place == "会客厅"


def test_a_head_leaves_the_talk_of_another_alone(cast: Cast) -> None:
    _issue, topic = opened(cast)
    talk = call(cast, "刘敏", topic)
    with pytest.raises(NotAllowed, match="Only whoever called the talk"):
        call_off(cast, "刘志强", talk)


def test_called_off_nobody_is_asked_any_more(cast: Cast) -> None:
    issue, topic = opened(cast)
    talk = call(cast, "刘敏", topic)
    call_off(cast, "刘敏", talk)
    assert told(cast, issue)[-1] == "原定 3月20日 周五 19:00 的听证会取消。"
    assert today_of(cast, "吴波") == []
    with pytest.raises(Refusal, match="was called off"):
        move(cast, "刘敏", talk, datetime(2026, 3, 24, 19, 0, tzinfo=ZONE))
    at(cast, 3, 30)
    assert today_of(cast, "刘敏") == []
    with pytest.raises(Refusal, match="was called off"):
        conclude(cast, "刘敏", talk)
    assert "超期" not in "".join(told(cast, issue))


def test_its_outcome_comes_back(cast: Cast) -> None:
    issue, topic = opened(cast)
    talk = call(cast, "刘敏", topic)
    with pytest.raises(Refusal, match="has not begun yet"):
        conclude(cast, "刘敏", talk)
    at(cast, 3, 20, 21)
    assert [label for label, _ in today_of(cast, "刘敏")] == ["记录会议结果"]
    with pytest.raises(NotAllowed, match="for others"):
        conclude(cast, "吴波", talk)
    with pytest.raises(Refusal, match="how many people"):
        conclude(cast, "刘敏", talk, present={})
    conclude(cast, "刘敏", talk)
    assert told(cast, issue)[-1] == "听证会，17 人到场。"
    assert ahead(cast, issue).path == "/outcome"
    assert today_of(cast, "刘敏") == []
    with pytest.raises(Refusal, match="written down already"):
        conclude(cast, "刘敏", talk)
    with pytest.raises(Refusal, match="written down already"):
        call_off(cast, "刘敏", talk)


def test_late_is_told_once_and_asked_of_the_whole_committee(cast: Cast) -> None:
    issue, topic = opened(cast)
    talk = call(cast, "刘志强", topic)
    at(cast, 3, 25, 23, 59)
    assert [label for label, _ in today_of(cast, "刘志强")] == ["记录会议结果"]
    assert today_of(cast, "刘敏") == []
    assert "超期" not in "".join(told(cast, issue))
    at(cast, 3, 26)
    at(cast, 3, 27)
    late = [line for line in told(cast, issue) if "超期" in line]
    assert late == ["3月20日的听证会，结果应在 3月25日 前公布，已超期。"]
    assert today_of(cast, "刘志强") == [("记录会议结果", "会议结果已晚 2 天。")]
    assert today_of(cast, "刘敏") == [("记录会议结果", "会议结果已晚 2 天。")]
    conclude(cast, "刘敏", talk)
    assert told(cast, issue)[-1] == "听证会，17 人到场；结果晚 2 天公布。"


def test_once_the_outcome_is_written_no_minutes_are_wanted(cast: Cast) -> None:
    issue, topic = opened(cast)
    talk = call(cast, "刘敏", topic)
    at(cast, 3, 23)
    concluded(cast, topic)
    assert today_of(cast, "刘敏") == []
    with pytest.raises(Refusal, match="rest on what comes later"):
        conclude(cast, "刘敏", talk)
    with pytest.raises(Refusal, match="rest on what comes later"):
        call(cast, "刘敏", topic, starts_at=datetime(2026, 3, 30, 9, 0, tzinfo=ZONE))
    at(cast, 3, 30)
    assert "超期" not in "".join(told(cast, issue))


def test_from_the_call_to_the_minutes_on_pages(cast: Cast, tmp_path: Path) -> None:
    opened(cast)
    liu = browser(cast, "刘敏", folder=tmp_path)
    liu.get(ISSUE).says("召集会议")
    liu.get(f"{ISSUE}/talks/new").says("四位一体协调会", "业主委员会")
    typed: dict[str, Any] = {
        "kind": "four_body", "bodies": list(FOUR[:3]), "on": "2026-03-20", "hour": "19:00", "place": "会客厅",
        "agenda": "谁来管早市",
    }  # fmt: skip
    page = liu.post(f"{ISSUE}/talks", **typed)
    assert page.status == 422
    page.says("四位一体协调会须有居民委员会")
    typed["bodies"] = list(FOUR)
    liu.post(f"{ISSUE}/talks", **typed).says("请再看一遍", "社区党委", "3月20日")
    liu.post(f"{ISSUE}/talks", **typed, step="send").says("会议已召集")
    visitor = browser(cast, folder=tmp_path)
    visitor.get(ISSUE).says("四位一体协调会", "待召开")
    visitor.get(f"{ISSUE}/talks/1").says("谁来管早市", "居民委员会、社区党委、业主委员会、物业服务企业")
    visitor.get(f"{ISSUE}/talks/1/print").says("谁来管早市", "3月20日", "/i/")
    liu.get(f"{ISSUE}/talks/1/move")
    page = liu.post(f"{ISSUE}/talks/1/move", on="2026-03-01", hour="19:00", place="会客厅", because="停电")
    assert page.status == 422
    liu.post(f"{ISSUE}/talks/1/move", on="2026-03-24", hour="20:00", place="会客厅", because="停电")
    visitor.get(f"{ISSUE}/talks/1").says("停电", "3月20日", "3月24日")
    at(cast, 3, 24, 21)
    liu = browser(cast, "刘敏", folder=tmp_path)
    liu.get(f"{ISSUE}/talks/1/outcome").says("业主委员会")
    came: dict[str, Any] = {
        "residents": "9",
        "property_firm": "1",
        "consensus": "物业清扫",
        "not_agreed": "收摊钟点",
    }
    liu.post(f"{ISSUE}/talks/1/outcome", **came).says("请再看一遍")
    liu.post(f"{ISSUE}/talks/1/outcome", **came, step="send").says("会议记录已公开。")
    visitor = browser(cast, folder=tmp_path)
    visitor.get(f"{ISSUE}/talks/1").says("物业清扫", "收摊钟点", "10")
    visitor.get(f"{ISSUE}/parlour").says("物业清扫", "收摊钟点")


def test_a_talk_is_called_off_on_its_page(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    call(cast, "刘敏", topic)
    liu = browser(cast, "刘敏", folder=tmp_path)
    liu.get(f"{ISSUE}/talks/1/calling-off").says("取消后不能恢复")
    assert liu.post(f"{ISSUE}/talks/1/calling-off").status == 422
    liu.post(f"{ISSUE}/talks/1/calling-off", because="改为上门听取意见")
    visitor = browser(cast, folder=tmp_path)
    visitor.get(f"{ISSUE}/talks/1").says("改为上门听取意见", "取消")
    visitor.get(ISSUE).says("已取消")
    assert visitor.get(f"{ISSUE}/talks/2").status == 404
    assert browser(cast, "维托", folder=tmp_path, slug="weiwan").get(f"{ISSUE}/talks/1").status == 404
