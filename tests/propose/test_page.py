from dataclasses import dataclass
from datetime import date
from typing import Any

from civic.core.event import Ahead, Event
from civic.core.message import say
from civic.core.verdict import YES, no, not_allowed
from civic.propose import acts, panels
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.store.engine import Database
from civic.web.house import Door
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.web import statements


def endorsed_by(cast: Cast, reference: str, *names: str) -> None:
    for name in names:
        with cast.acting(name) as work:
            acts.endorse_issue(work, work.one(Issue, reference=reference).id)


def settled(cast: Cast, reference: str, nature: Nature = Nature.SELF_GOVERNANCE) -> int:
    with cast.acting("刘敏") as work:
        issue = work.one(Issue, reference=reference)
        acts.verify_issue(work, issue.id, findings="闭门器坏了。", nature=nature)
        return issue.id


def test_who_raised_it_stands_there_by_building_only(cast: Cast, at: Any, reference: str) -> None:
    page = at().get(f"/issues/{reference}")
    page.says(
        "单元门关不上",
        "待受理",
        "GF-2026-001",
        "2号楼居民",
        "轮到居民委员会",
        "3月9日 周一 24:00",
        "到现场核实",
    )
    assert "赵玉梅" not in page
    assert "提事人姓名" not in page
    at("刘敏").get(f"/issues/{reference}").says("提事人姓名", "赵玉梅")


def test_one_seal_for_whose_turn_it_is(cast: Cast, at: Any, reference: str) -> None:
    for name, seals in [(None, 0), ("赵玉梅", 0), ("周建", 0), ("刘敏", 1), ("刘志强", 1)]:
        assert at(name).get(f"/issues/{reference}").text.count('class="seal') == seals, name
    far = raised(cast, "赵玉梅", building="3号楼")
    page = at("刘志强").get(f"/issues/{far}")
    assert 'class="seal' not in page.text
    page.says("填写核实情况", "楼长只核实本楼的事，这件请交给居民委员会。")


def test_lateness_in_words(cast: Cast, at: Any, reference: str) -> None:
    cast.clock.advance(days=10)
    at().get(f"/issues/{reference}").says("超期 3 天", "正在这一步，已超期")


def test_endorsing_by_one_press(cast: Cast, at: Any, reference: str) -> None:
    neighbour = at("孙浩")
    neighbour.get(f"/issues/{reference}").says("附议")
    tokens = neighbour.hidden(f"/issues/{reference}/endorsements")
    for _press in range(2):
        page = neighbour.post(f"/issues/{reference}/endorsements", tokens=tokens)
        assert page.status == 200
        assert page.says("您已附议。", "已有 1 位邻居附议。")
    assert '/endorsements"' not in at("孙浩").get(f"/issues/{reference}").text
    again = neighbour.post(f"/issues/{reference}/endorsements", tokens=neighbour.tokens())
    assert again.status == 409
    assert again.says("您已经附议过这个事项。")


def test_a_visitor_is_shown_the_way_in(at: Any, reference: str) -> None:
    page = at().get(f"/issues/{reference}")
    assert f'href="/gongfu/in?next=/gongfu/issues/{reference}"' in page.text


def test_unknown_and_other_communitys_references_are_plain_404s(at: Any, reference: str) -> None:
    for path in ("/issues/GF-2026-999", "/issues/x", "/issues/%3Cb%3E"):
        assert at().get(path).status == 404
    assert at("维托").get(f"/issues/{reference}").status == 404
    for path in ("verification", "safety", "settlement", "settlement/accept", "answer"):
        assert at("维托").get(f"/issues/{reference}/{path}").status == 404, path


def test_the_short_address_leads_to_the_page(cast: Cast, at: Any, reference: str) -> None:
    with cast.acting(None, write=False) as work:
        code = work.one(Issue, reference=reference).code
    answer = at().client.get(f"/i/{code.lower()}", follow_redirects=False)
    assert answer.headers["location"] == f"/gongfu/issues/{reference}"
    for typed in (f"{code[:4]} {code[4:]}", f"{code[:4]}-{code[4:].lower()}", f"{code[:4]}–{code[4:]}"):
        answer = at().client.get(f"/i/{typed}", follow_redirects=False)
        assert answer.headers["location"] == f"/gongfu/issues/{reference}", typed
    assert at().client.get("/i/NOPE").status_code == 404


def test_eight_statements_at_most(cast: Cast, database: Database, at: Any, reference: str) -> None:
    with cast.acting("刘志强") as work:
        entry = {"channel": "slip", "text": "x", "received_on": date(2026, 3, 2)}
        issue = work.one(Issue, reference=reference).id
        acts.enter_handovers(work, issue, [{**entry, "household": f"2号楼第{n}户"} for n in range(31)])
    endorsed_by(cast, reference, "孙浩", "周建", "吴波")
    settled(cast, reference)
    reader = at("刘敏")
    with statements(database) as asked:
        reader.get(f"/issues/{reference}").says("31 户提了 31 条意见", "纸条", "已到现场核实")
    assert len(asked) <= 5, asked


def test_reasons_and_left_out_steps_are_public(cast: Cast, at: Any) -> None:
    declined, handled, routed = (raised(cast, "赵玉梅") for _ in range(3))
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, work.one(Issue, reference=declined).id, reason="两户之间的债务。")
    issue = settled(cast, handled, Nature.PRIVATE_SERVICE)
    with cast.acting("刘敏") as work:
        acts.handle_issue(work, issue, mode="on_behalf", what="代为申请助学贷款。", trips=1)
    issue = settled(cast, routed, Nature.PUBLIC_ORDER)
    with cast.acting("刘敏") as work:
        acts.route_issue(work, issue, receiver="城管中队", receipt="收文12号", reason="归城管管。", days=10)
    at().get(f"/issues/{declined}").says("这件事不予受理", "两户之间的债务。", "不同意？")
    at().get(f"/issues/{handled}").says("这件事已直接办理", "代为办理，跑了 1 趟", "个人办事，直接办理")
    page = at().get(f"/issues/{routed}")
    page.says("录入责任单位的答复", "城管中队", "收文12号", "由居民委员会直接处理", "3月16日 周一 24:00")


@dataclass(frozen=True, kw_only=True)
class Rung(Event):
    kind = "test:rung"
    stage = 2

    def told(self) -> Any:
        return say("Received")

    def ahead(self) -> Ahead:
        return Ahead(say("Check the matter on the spot"), say("Volunteer"), date(2026, 4, 1), "/notices/7")

    def evidence(self) -> Any:
        return "/notices/7", say("Notice")


def test_whatever_a_later_room_records_shows(cast: Cast, at: Any, reference: str) -> None:
    with cast.acting("刘敏") as work:
        work.require(acts.raising.P.SETTLE)
        work.record(Rung(issue_id=work.one(Issue, reference=reference).id))
    page = at().get(f"/issues/{reference}")
    page.says("轮到志愿者", "4月1日")
    assert page.text.count('href="/gongfu/notices/7"') == 2


def test_closed_doors_are_shown_to_office_holders_alone(cast: Cast) -> None:
    reason = say("Declined; the reason is public.")
    doors = [Door(reason, "/x", verdict) for verdict in (YES, no(reason), not_allowed(reason))]
    for name, shown in [("刘敏", 2), ("赵玉梅", 1), (None, 1)]:
        with cast.acting(name, write=False) as work:
            assert len(panels.seen(work, doors)) == shown


def test_english_too(cast: Cast, at: Any, reference: str) -> None:
    reader = at("孙浩")
    reader.client.cookies.set("civic-look", "m.auto.en")
    reader.get(f"/issues/{reference}").says("Check the matter on the spot", "Endorse")
