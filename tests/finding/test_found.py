"""What is found, on both databases."""

from datetime import date, datetime

import pytest
from sqlalchemy import delete

from civic.discuss.tables import Contribution
from civic.finding.acts import index_issue, index_row
from civic.finding.rebuilding import rebuild_all
from civic.people.tables import Building
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from tests.cast import ZONE, Cast
from tests.discuss import story
from tests.finding.looking import kinds, looked, raised, titles

HERE = ["游麟路早市占道", "东门ＬＥＤ路灯不亮", "3号楼电梯停运，求修 lift-3", "Lamps in the yard are broken"]


@pytest.fixture
def four(cast: Cast) -> Cast:
    for title in HERE:
        raised(cast, title)
    return cast


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("路", [1, 0]),
        ("早市", [0]),
        ("市早", []),
        ("早 市", [0]),
        ("路 占", [0]),
        ("“路 占”", []),
        ("“游麟路早市”", [0]),
        ("led", [1]),
        ("ｌｅｄ路灯", [1]),
        ("lamp", [3]),
        ("LAMPS", [3]),
        ('"lamp"', []),
        ("amps", []),
        ("GF-2026-002", [1]),
        ("ｇｆ－２０２６－００２", [1]),
        ("002", [1]),
        ("GF-2026", [3, 2, 1, 0]),
        ("GF-2026-02", []),
        ("3号楼", [2]),
        ("lift 3", [2]),
        ("停运，求修", [2]),
        ("停运求修", [2]),
        ('"早市', [0]),
        ("早市 AND 占道", []),
        ("早市 OR", []),
        ("NEAR(早 市)", []),
        ("早市*", [0]),
        ('早市"" ^ - + : {} () | & ! <-> \'', [0]),
        ("words:路", []),
        ("路' OR 'a'='a", []),
        ("一直这样", [3, 2, 1, 0]),
        ("不亮一直", []),
        ("亮一直", []),
        ("龥", []),
        ("𬭎", []),
    ],
)  # fmt: skip
def test_words_find_what_holds_them_newest_first(four: Cast, typed: str, numbers: list[int]) -> None:
    assert titles(four, typed) == [HERE[n] for n in numbers]


@pytest.mark.parametrize("number", ["0536-8210017", "13800138000"])
def test_a_telephone_is_found_whole_or_not_at_all(cast: Cast, number: str) -> None:
    raised(cast, "广告", facts=f"贴了{number}的广告")
    assert titles(cast, number) == ["广告"]
    assert titles(cast, number[:-3]) == []


def test_the_next_community_finds_its_own_alone(four: Cast) -> None:
    raised(four, "苇湾早市", who="维托")
    assert titles(four, "早市") == [HERE[0]]
    assert titles(four, "早市", "维托") == ["苇湾早市"]
    assert titles(four, "GF-2026", "维托") == []
    assert titles(four, "c1") == titles(four, f"place:c{four.other_id}") == []


def test_filters_narrow(four: Cast) -> None:
    lift = raised(four, "2号楼电梯响", category="repairs", building_id=four.buildings["2号楼"])
    with four.acting("刘敏") as work:
        propose.verify_issue(work, lift, findings="钢丝绳松", nature=Nature.OWNERS_SPECIAL)
        propose.decline_issue(work, lift, reason="厂家已修")
    assert titles(four, "电梯") == ["2号楼电梯响", HERE[2]]
    for narrowed in (
        {"category": "repairs"},
        {"building_id": four.buildings["2号楼"]},
        {"status": "ended"},
        {"kind": "issue", "status": "ended"},
    ):
        assert titles(four, "电梯", **narrowed) == ["2号楼电梯响"], narrowed
        assert titles(four, "", **narrowed) == ["2号楼电梯响"], narrowed
    assert titles(four, "电梯", kind="notice") == []
    assert titles(four, "电梯", status="voting") == []


def test_a_period_holds_its_first_and_its_last_day(cast: Cast) -> None:
    for day in (1, 2, 3):
        cast.clock.set(datetime(2026, 4, day, 23, 59, tzinfo=ZONE))
        raised(cast, f"路{day}")
    one, two = date(2026, 4, 1), date(2026, 4, 2)
    assert titles(cast, "路", since=two) == ["路3", "路2"]
    assert titles(cast, "路", until=two) == ["路2", "路1"]
    assert titles(cast, "路", since=one, until=one) == ["路1"]
    assert titles(cast, "路", since=date(2026, 4, 4)) == []


def test_what_was_written_later_is_found_too(cast: Cast) -> None:
    issue, topic = story.opened(cast)
    story.say(cast, "赵玉梅", topic, "秤砣别砸着人")
    assert kinds(cast, "收摊晚") == ["issue"]
    assert kinds(cast, "41 个摊") == ["issue"]
    assert kinds(cast, "秤砣") == ["contribution"]
    assert set(kinds(cast, "游麟路一段")) == {"issue", "notice"}
    said = looked(cast, "秤砣")[0]
    assert (said.reference, said.issue_title) == ("GF-2026-001", "游麟路早市占道")
    assert kinds(cast, "早市", kind="notice") == ["notice"]
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Issue, issue).phase == "topic"


@pytest.mark.parametrize("nature", [Nature.DISPUTE, Nature.PRIVATE_SERVICE])
def test_what_turns_out_private_is_found_no_more(cast: Cast, nature: Nature) -> None:
    issue = raised(cast, "借给对门两万块")
    assert titles(cast, "两万块") == ["借给对门两万块"]
    with cast.acting("刘敏") as work:
        propose.verify_issue(work, issue, findings="双方有借条", nature=nature)
    assert titles(cast, "两万块") == titles(cast, "借条") == titles(cast, "GF-2026-001") == []
    list(rebuild_all(cast.workshop))
    assert titles(cast, "两万块") == []


@pytest.mark.parametrize("category", ["disputes", "hardship"])
def test_what_may_be_private_is_found_once_it_was_checked(cast: Cast, category: str) -> None:
    issue = raised(cast, "楼道堆煤", category=category)
    assert titles(cast, "堆煤") == []
    with cast.acting("刘敏") as work:
        propose.verify_issue(
            work, issue, findings="三户", nature=Nature.SELF_GOVERNANCE, public_because="全楼都受影响"
        )
    assert titles(cast, "堆煤") == ["楼道堆煤"]


def test_with_a_private_issue_all_that_was_said_about_it_goes(cast: Cast) -> None:
    issue, topic = story.opened(cast)
    story.say(cast, "赵玉梅", topic, "秤砣别砸着人")
    with cast.acting("刘敏") as work:
        work.get(Issue, issue).nature = Nature.DISPUTE.value
        work.session.flush()
        index_issue(work, issue)
    assert kinds(cast, "早市") == kinds(cast, "秤砣") == []
    with cast.acting("刘敏") as work:
        work.get(Issue, issue).nature = Nature.PUBLIC_ORDER.value
        work.session.flush()
        index_issue(work, issue)
    assert sorted(kinds(cast, "早市")) == ["issue", "notice"]
    assert kinds(cast, "秤砣") == ["contribution"]


def test_a_contribution_that_is_gone_is_found_no_more(cast: Cast) -> None:
    _issue, topic = story.opened(cast)
    said = story.say(cast, "赵玉梅", topic, "秤砣别砸着人")
    with cast.acting("刘敏") as work:
        work.session.execute(delete(Contribution).where(Contribution.id == said))
        index_row(work, "contribution", said)
    assert kinds(cast, "秤砣") == []


def test_an_act_that_fails_leaves_nothing_to_be_found(cast: Cast) -> None:
    def half() -> None:
        with cast.acting("赵玉梅") as work:
            propose.raise_issue(work, title="半句话", facts="没说完", wish="无", category="living")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert titles(cast, "半句话") == []


def test_a_changed_word_is_found_by_its_new_spelling_alone(cast: Cast) -> None:
    issue = raised(cast, "路灯不亮")
    for title in ("路牌倒了", "路牌又倒了"):
        with cast.acting("刘敏") as work:
            work.get(Issue, issue).title = title
            work.session.flush()
            index_issue(work, issue)
    assert titles(cast, "路灯") == []
    assert titles(cast, "路牌") == titles(cast, "路") == ["路牌又倒了"]


def test_the_index_can_be_made_anew(cast: Cast) -> None:
    _issue, topic = story.opened(cast)
    cast.clock.advance(hours=1)
    story.say(cast, "赵玉梅", topic, "早市的秤砣别砸着人")
    with cast.acting("刘敏") as work:
        place = work.get(Building, cast.buildings["2号楼"]).name
    raised(cast, "门坏了", building_id=cast.buildings["2号楼"])
    before = looked(cast, "早市"), looked(cast, place)
    assert [len(each) for each in before] == [3, 1]
    counts = dict(rebuild_all(cast.workshop))
    assert counts == {"gongfu": 4, "weiwan": 0}
    assert (looked(cast, "早市"), looked(cast, place)) == before
