"""A petition: who may begin and sign it, how it is counted, what it does when there are enough."""

from datetime import date
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.tables import Office, Person, Residence
from civic.propose import acts
from civic.propose.queries.petitions import standing_of
from civic.propose.rules import Nature
from civic.propose.rules.ladder import Level
from civic.propose.rules.petition import Way
from civic.propose.tables import DeclineObjection, Issue, Petition, Signature
from civic.store.engine import Database
from civic.timetable import run_due
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.propose.test_dates import ident
from tests.web import statements


@pytest.fixture(autouse=True)
def grown_up(cast: Cast) -> None:
    """Everybody is of age; two more represent."""
    with cast.acting("刘敏") as work:
        for person in work.session.query(Person).filter_by(community_id=cast.community_id):
            person.born_on = date(1950, 5, 5)
        for name in ("吴波", "郑丽", "周建"):
            work.add(Office(person_id=cast.people[name], kind="representative", from_on=date(2026, 1, 1)))


@pytest.fixture
def issue(cast: Cast, reference: str) -> int:
    return ident(cast, reference)


@pytest.fixture
def begun(cast: Cast, issue: int) -> int:
    """Declined, and Zhao Yumei begins a petition: 2 of 11 residents, or 2 of 4 representatives."""
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, issue, reason="闭门器不归居委会管。")
    with cast.acting("赵玉梅") as work:
        return acts.start_petition(work, issue).id


def sign(cast: Cast, issue: int, name: str, way: Way = Way.RESIDENT) -> None:
    with cast.acting(name) as work:
        acts.sign_petition(work, issue, way)


def enter(cast: Cast, issue: int, by: str, whose: str, way: Way = Way.RESIDENT) -> int:
    with cast.acting(by) as work:
        acts.enter_signature(work, issue, person_id=cast.people[whose], way=way)
        return max(row.id for row in work.session.query(Signature))


def signed(cast: Cast, issue: int) -> dict[Way, int]:
    with cast.acting("刘敏", write=False) as work:
        standing = standing_of(work, work.get(Issue, issue), None)
        assert standing is not None
        return {bar.way: bar.signed for bar in standing.bars if bar.of}


@pytest.mark.parametrize("name", ["刘志强", "陈书", "唐伟", "关锋"])
def test_neighbours_and_representatives_begin_it(cast: Cast, issue: int, name: str) -> None:
    with cast.acting(name, write=False) as work:
        may = acts.may_start_petition(work, work.get(Issue, issue), None)
        assert bool(may) == (name in {"刘志强", "陈书"}), "who lives here, whatever their office"
    with cast.acting("唐伟") as work, pytest.raises(NotAllowed):
        acts.start_petition(work, issue)


def test_another_communitys_issue_is_not_here(cast: Cast, issue: int) -> None:
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.start_petition(work, issue)
    with cast.acting("维托") as work, pytest.raises((NotFound, NotAllowed)):
        acts.sign_petition(work, issue, Way.RESIDENT)


@pytest.mark.parametrize("nature", [Nature.DISPUTE, Nature.PRIVATE_SERVICE])
def test_a_private_matter_is_put_before_nobody(cast: Cast, issue: int, nature: Nature) -> None:
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, issue, findings="两家的事。", nature=nature)
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal, match="no petition"):
        acts.start_petition(work, issue)


def test_its_figures_stay_as_they_were(cast: Cast, at: Any, begun: int, issue: int, reference: str) -> None:
    with cast.acting("刘敏", write=False) as work:
        row = work.get(Petition, begun)
        assert (row.of_residents, row.needed_residents) == (11, 2)
        assert (row.of_representatives, row.needed_representatives) == (4, 2)
        assert row.ends_on == date(2026, 4, 1)
    at().get(f"/issues/{reference}").says("11 名居民中至少 2 名，或者4 名居民代表中至少 2 名", "4月1日")
    with cast.acting("王桂兰") as work, pytest.raises(Refusal, match="runs already"):
        acts.start_petition(work, issue)


def test_enough_representatives_put_it_on_the_agenda(
    cast: Cast, at: Any, begun: int, issue: int, reference: str
) -> None:
    sign(cast, issue, "孙浩", Way.REPRESENTATIVE)
    at().get(f"/issues/{reference}").says("这件事不予受理", "闭门器不归居委会管。")
    sign(cast, issue, "吴波", Way.REPRESENTATIVE)
    page = at().get(f"/issues/{reference}")
    page.says("联名成功：已有 2 人签名", "居委会当时不予受理的理由", "闭门器不归居委会管。", "修好闭门器。")
    page.says("这个议题由邻居联名提出", "讨论中")
    assert "孙浩" not in page
    at().get("/notices").says("单元门关不上")
    with cast.acting("刘敏") as work, pytest.raises(Refusal):
        acts.decline_issue(work, issue, reason="还是不行。")
    at("赵玉梅").get("/").says("查看联名结果")
    cast.clock.advance(days=4)
    assert "查看联名结果" not in at("赵玉梅").get("/")


def test_an_objection_to_the_decline_is_answered_with_it(
    cast: Cast, at: Any, begun: int, issue: int, reference: str
) -> None:
    with cast.acting("赵玉梅") as work:
        acts.object_to_decline(work, issue, text="物业说不归他们。")
    cast.clock.advance(days=2)
    for name in ("孙浩", "吴波"):
        sign(cast, issue, name, Way.REPRESENTATIVE)
    with cast.acting("周建", write=False) as work:
        objection = work.one(DeclineObjection, issue_id=issue)
        assert objection.upheld
        assert not acts.may_answer_decline(work, work.get(Issue, issue), objection)
    assert "答复异议" not in at("周建").get("/")
    at().get(f"/issues/{reference}").says("整件事办结", "联名成功", "4月15日")


def test_each_way_counts_by_itself(cast: Cast, begun: int, issue: int) -> None:
    sign(cast, issue, "孙浩", Way.REPRESENTATIVE)
    sign(cast, issue, "孙浩")
    assert signed(cast, issue) == {Way.RESIDENT: 1, Way.REPRESENTATIVE: 1}
    with cast.acting("孙浩") as work, pytest.raises(Refusal, match="already"):
        acts.sign_petition(work, issue, Way.RESIDENT)
    with cast.acting("赵玉梅") as work, pytest.raises(NotAllowed, match="representatives in office"):
        acts.sign_petition(work, issue, Way.REPRESENTATIVE)
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal, match="that way"):
        acts.sign_petition(work, issue, Way.OWNER)
    with cast.acting("唐伟") as work, pytest.raises(NotAllowed):
        acts.sign_petition(work, issue, Way.RESIDENT)


def test_a_signature_can_be_taken_back_until_the_end(cast: Cast, at: Any, begun: int, issue: int) -> None:
    with cast.acting("王桂兰") as work, pytest.raises(Refusal, match="not signed"):
        acts.withdraw_signature(work, issue)
    sign(cast, issue, "王桂兰")
    with cast.acting("王桂兰") as work:
        acts.withdraw_signature(work, issue)
    assert signed(cast, issue)[Way.RESIDENT] == 0
    sign(cast, issue, "王桂兰")
    cast.clock.advance(days=31)
    with cast.acting("王桂兰") as work, pytest.raises(Refusal, match="is over"):
        acts.withdraw_signature(work, issue)
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal, match="is over"):
        acts.sign_petition(work, issue, Way.RESIDENT)


def test_whoever_moves_away_still_counts_and_whoever_moves_in_does_not(
    cast: Cast, begun: int, issue: int
) -> None:
    sign(cast, issue, "王桂兰")
    cast.clock.advance(days=5)
    with cast.acting("刘敏") as work:
        work.one(Residence, person_id=cast.people["王桂兰"]).to_on = date(2026, 3, 5)
        work.one(Residence, person_id=cast.people["郑丽"]).from_on = date(2026, 3, 6)
    assert signed(cast, issue)[Way.RESIDENT] == 1
    with cast.acting("郑丽") as work, pytest.raises(NotAllowed):
        acts.sign_petition(work, issue, Way.RESIDENT)


def test_paper_counts_once_a_second_person_has_checked_it(
    cast: Cast, at: Any, begun: int, issue: int, reference: str
) -> None:
    sign(cast, issue, "王桂兰")
    first = enter(cast, issue, "刘志强", "王桂兰")
    with cast.acting("刘志强") as work, pytest.raises(Refusal, match="Somebody else"):
        acts.check_signature(work, first, kept=True)
    with cast.acting("赵玉梅") as work, pytest.raises(NotAllowed):
        acts.check_signature(work, first, kept=True)
    with cast.acting("赵玉梅") as work, pytest.raises(NotAllowed):
        acts.enter_signature(work, issue, person_id=cast.people["王桂兰"], way=Way.RESIDENT)
    page = at("刘敏").get(f"/issues/{reference}/petition/entries")
    page.says("王**", "2号楼")
    assert "王桂兰" not in page
    with cast.acting("刘敏") as work:
        acts.check_signature(work, first, kept=True)
    assert signed(cast, issue)[Way.RESIDENT] == 1, "phone and paper of one person count once"
    second = enter(cast, issue, "刘志强", "赵玉梅")
    with cast.acting("刘敏") as work:
        acts.check_signature(work, second, kept=False)
    assert signed(cast, issue)[Way.RESIDENT] == 1
    with cast.acting("刘志强") as work, pytest.raises(Refusal, match="already"):
        acts.enter_signature(work, issue, person_id=cast.people["王桂兰"], way=Way.RESIDENT)
    again = enter(cast, issue, "刘敏", "赵玉梅")
    with cast.acting("孙浩") as work:
        acts.check_signature(work, again, kept=True)
    at().get(f"/issues/{reference}").says("联名成功")


def test_too_few_and_another_after_thirty_days(
    cast: Cast, at: Any, begun: int, issue: int, reference: str
) -> None:
    sign(cast, issue, "王桂兰")
    cast.clock.advance(days=31)
    run_due(cast.workshop)
    at().get(f"/issues/{reference}").says("联名人数不足：居民 1 人（需 2 人）", "5月1日起可以再次发起")
    at("王桂兰").get("/").says("查看联名结果", "联名人数不足")
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal, match="another may begin"):
        acts.start_petition(work, issue)
    cast.clock.advance(days=30)
    with cast.acting("赵玉梅") as work:
        acts.start_petition(work, issue)
    at("赵玉梅").get(f"/issues/{reference}").says("以居民身份签名", "6月1日")


def test_sheets_that_came_in_time_are_checked_after_the_end(cast: Cast, begun: int, issue: int) -> None:
    sign(cast, issue, "王桂兰")
    entry = enter(cast, issue, "刘志强", "赵玉梅")
    cast.clock.advance(days=31)
    run_due(cast.workshop)
    with cast.acting("刘志强") as work, pytest.raises(Refusal, match="is over"):
        acts.enter_signature(work, issue, person_id=cast.people["刘志强"], way=Way.RESIDENT)
    with cast.acting("刘敏") as work:
        acts.check_signature(work, entry, kept=True)
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Petition, begun).ended == "succeeded"
        assert work.get(Issue, issue).phase == "topic"


def test_unchecked_sheets_wait_three_working_days_and_no_longer(cast: Cast, begun: int, issue: int) -> None:
    enter(cast, issue, "刘志强", "赵玉梅")
    cast.clock.advance(days=31)
    run_due(cast.workshop)
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Petition, begun).ended is None
    cast.clock.advance(days=5)
    run_due(cast.workshop)
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Petition, begun).ended == "short"
        assert work.get(Issue, issue).petitioned_until_on is None


def test_the_committee_cannot_hand_it_away_meanwhile(cast: Cast, issue: int) -> None:
    other = raised(cast, "赵玉梅", "路灯不亮")
    with cast.acting("赵玉梅") as work:
        acts.start_petition(work, issue)
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="collect signatures"):
        acts.merge_issue(work, issue, into_reference=other, reason="一回事")
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, issue, findings="属实", nature=Nature.SELF_GOVERNANCE)
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="collect signatures"):
        acts.handle_issue(work, issue, mode="at_once", what="修了", trips=0)
    with cast.acting("刘志强") as work, pytest.raises(Refusal, match="collect signatures"):
        acts.settle_in_building(work, issue, mode="at_once", what="修了", trips=0)
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="collect signatures"):
        acts.hand_up(work, issue, level=Level.SUBDISTRICT, receiver="街道", receipt="1", note="x", days=5)
    with cast.acting("刘敏") as work:
        acts.accept_issue(work, issue, background="x", scope="y", days=5)
        assert work.session.query(Petition).one().ended == "overtaken"


def test_a_quarrel_found_on_the_spot_ends_it(cast: Cast, at: Any, issue: int, reference: str) -> None:
    with cast.acting("赵玉梅") as work:
        acts.start_petition(work, issue)
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, issue, findings="两家的事。", nature=Nature.DISPUTE)
    at().get(f"/issues/{reference}").says("联名结束：经现场核实，属于私人事务")


def test_owners_sign_what_is_theirs(cast: Cast, issue: int) -> None:
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, issue, findings="公共部位", nature=Nature.OWNERS_GENERAL)
    with cast.acting("赵玉梅") as work:
        petition = acts.start_petition(work, issue)
        assert (petition.of_owners, petition.needed_owners) == (11, 3)
    sign(cast, issue, "王桂兰", Way.OWNER)
    assert signed(cast, issue)[Way.OWNER] == 1
    with cast.acting("唐伟") as work, pytest.raises(NotAllowed):
        acts.sign_petition(work, issue, Way.OWNER)


def test_the_whole_way_in_the_browser(cast: Cast, at: Any, reference: str, issue: int) -> None:
    zhao = at("赵玉梅")
    zhao.get(f"/issues/{reference}").says("发起联名")
    zhao.get(f"/issues/{reference}/petition/new").says("11 名居民中至少 2 名", "30 天")
    zhao.post(f"/issues/{reference}/petition").says("联名已发起", "以居民身份签名")
    zhao.post(f"/issues/{reference}/petition/signatures/resident").says(
        "签名成功", "您已签名", "撤回我的签名"
    )
    zhao.post(f"/issues/{reference}/petition/withdrawal").says("您的签名已撤回")
    at().get(f"/issues/{reference}/petition/print").says("联名表", "本人签名", "4月1日")
    head = at("刘志强")
    paper = f"/issues/{reference}/petition/paper"
    head.get(f"{paper}?q=王桂兰").says("王桂兰")
    head.post(paper, person_id=str(cast.people["王桂兰"]), way="resident").says("已录入", "您录入的有 1 条")
    head.get(f"/issues/{reference}/petition/entries").says("请由他人核对")
    committee = at("刘敏")
    committee.get("/").says("核对 1 个纸质签名")
    committee.get(f"/issues/{reference}/petition/entries")
    entry = next(action for action in committee.page.forms if "/entries/" in action).removeprefix("/gongfu")
    committee.post(entry, kept="yes").says("已计入", "没有待核对的签名")
    assert signed(cast, issue)[Way.RESIDENT] == 1


def test_one_more_statement_where_there_is_one(
    cast: Cast, database: Database, at: Any, reference: str, issue: int
) -> None:
    reader = at("赵玉梅")
    reader.get(f"/issues/{reference}")
    with statements(database) as before:
        reader.get(f"/issues/{reference}")
    with cast.acting("赵玉梅") as work:
        acts.start_petition(work, issue)
    sign(cast, issue, "王桂兰")
    reader.get(f"/issues/{reference}")
    with statements(database) as after:
        reader.get(f"/issues/{reference}")
    assert len(after) == len(before) + 1
