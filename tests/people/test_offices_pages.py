"""Offices in the browser: given step by step, ended with the very next page, handed over on one sheet."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.manage.tables import WorkOrder
from civic.people.acts.offices import hand_held, may_read_sheet, note_held, strike_held
from civic.people.handing import asks_about
from civic.people.queries.hand_over import followers, lines_of
from civic.people.rules.appointing import hand_over_by
from civic.people.tables import Held, HeldKind, Office
from civic.propose.acts import raise_issue
from civic.store.engine import Database
from civic.supervise.tables import Demand
from civic.web.house import Ask
from tests.cast import MORNING, Cast, gather
from tests.manage.scene import managed, ordered
from tests.web import browser, statements

TODAY = MORNING.date()


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def add_office(cast: Cast, name: str, kind: str, from_in: int, to_in: int | None, place: str = "") -> int:
    """A term that many days from today."""
    with cast.acting("刘敏") as work:
        return work.add(
            Office(
                person_id=cast.people[name], kind=kind, building_id=cast.buildings[place] if place else None,
                from_on=TODAY + timedelta(days=from_in),
                to_on=None if to_in is None else TODAY + timedelta(days=to_in),
            )
        ).id  # fmt: skip


def test_the_administrator_brings_the_first_officer_in(cast: Cast, tmp_path: Path) -> None:
    there = browser(cast, "关锋", folder=tmp_path)
    assert there.get("/admin/offices/new").says("登记哪一职务？", "居民委员会")
    assert there.get("/admin/offices/new?kind=committee").says("由谁任职？", "管理员不能查阅名册")
    assert there.get("/admin/offices/new?kind=committee&name=王桂兰&door=9-9-999").says("没有查到")
    there.get("/admin/offices/new?kind=committee&new=yes")
    typed: dict[str, Any] = {
        "name": "吴新",
        "phone": "13900000000",
        "obtained": "elected",
        "from_on": "2026-03-02",
    }
    assert there.post("/admin/offices/new", step="check", **typed).says("任期最长五年")
    typed |= {"basis": "选举记录", "to_on": "2029-03-01"}
    checked = there.post("/admin/offices/new", step="check", **typed)
    assert checked.says("这样对吗？", "吴新", "不住在本社区", "选举记录")
    changed = there.post("/admin/offices/new", step="change")
    assert 'value="选举记录"' in changed.text
    there.post("/admin/offices/new", step="check", **typed)
    given = there.post("/admin/offices/new", step="give")
    assert given.says("职务已登记。", "吴新", "还不能登录")
    [action] = [path for path in given.forms if path.endswith("/code")]
    shown = there.post(action.removeprefix("/gongfu"))
    assert shown.says("首次登录码")
    code = shown.text.split('id="code">')[1].split("</p>")[0].replace("<span>", "").replace("</span>", "")
    other = browser(cast, "刘敏", folder=tmp_path)
    assert code.split()[0] not in other.get(action.removeprefix("/gongfu").removesuffix("/code")).text
    fresh = browser(cast, folder=tmp_path)
    fresh.get("/in/code")
    assert fresh.post("/in/code", code=code).says("吴新")


def test_the_committee_searches_and_gives(cast: Cast, tmp_path: Path) -> None:
    there = browser(cast, "刘敏", folder=tmp_path)
    assert "supervisor" not in there.get("/admin/offices/new").text
    found = there.get("/admin/offices/new?kind=building_head&q=王桂")
    assert found.says("王桂兰")
    person = cast.people["王桂兰"]
    assert there.get(f"/admin/offices/new?person={person}").says("登记哪一职务？")
    there.get(f"/admin/offices/new?kind=building_head&person={person}")
    there.post("/admin/offices/new", step="check", obtained="elected", basis="推选", from_on="2026-03-02")
    assert there.page.says("王桂兰")
    assert there.page.status == 422
    there.post(
        "/admin/offices/new", step="check", obtained="elected", basis="推选", from_on="2026-03-02",
        building=str(cast.buildings["1号楼"]),
    )  # fmt: skip
    assert there.page.says("1号楼")
    assert there.post("/admin/offices/new", step="give").says("职务已登记。", "任职记录")
    public = browser(cast, folder=tmp_path).get("/offices")
    assert public.says("王桂兰", "1号楼", "选举")


def test_kinds_that_are_not_ones_own_are_refused_before_anything_is_typed(cast: Cast, tmp_path: Path) -> None:
    there = browser(cast, "刘敏", folder=tmp_path)
    there.get(f"/admin/offices/new?kind=volunteer&person={cast.people['王桂兰']}")
    hidden = {**there.hidden("/admin/offices/new"), "kind": "committee"}
    page = there.post(
        "/admin/offices/new", tokens=hidden, step="check", obtained="elected", from_on="2026-03-02"
    )
    assert page.status == 403


def test_the_very_next_page_is_refused(cast: Cast, tmp_path: Path) -> None:
    officer, keeper = browser(cast, "刘敏", folder=tmp_path), browser(cast, "关锋", folder=tmp_path)
    with cast.acting("刘敏", write=False) as work:
        office = work.one(Office, person_id=cast.people["刘敏"]).id
    assert officer.get("/admin/people").status == 200
    keeper.get(f"/admin/offices/{office}/end")
    keeper.post(f"/admin/offices/{office}/end", step="check", last_on="2026-03-01", reason="resigned")
    assert keeper.page.says("这样对吗？", "辞职")
    assert officer.get("/admin/people").status == 200
    assert keeper.post(f"/admin/offices/{office}/end", step="end").says("任职截止日已登记")
    assert officer.get("/admin/people").status == 403


def test_the_rights_end_with_the_last_day(cast: Cast, tmp_path: Path) -> None:
    add_office(cast, "王桂兰", "committee", 0, 0)
    cast.clock.advance(hours=14, minutes=59)
    there = browser(cast, "王桂兰", folder=tmp_path)
    assert there.get("/admin/people").status == 200
    cast.clock.advance(minutes=1)
    assert there.get("/admin/people").status == 403


def test_the_public_list_names_holders_vacancies_and_former_ones(cast: Cast, tmp_path: Path) -> None:
    add_office(cast, "王桂兰", "volunteer", -200, -100)
    add_office(cast, "赵玉梅", "volunteer", -900, -400)
    page = browser(cast, folder=tmp_path).get("/offices")
    assert page.says("刘敏", "居民委员会", "王桂兰", "3号楼")
    assert "赵玉梅" not in page.text


def test_a_sheet_is_for_its_three_parties(cast: Cast, tmp_path: Path) -> None:
    mine = add_office(cast, "刘志强", "grid_worker", -10, 10, "1号楼")
    add_office(cast, "孙浩", "grid_worker", 11, None, "1号楼")
    add_office(cast, "吴波", "grid_worker", 11, None, "3号楼")
    for name, may in {
        "刘志强": True,
        "孙浩": True,
        "刘敏": True,
        "吴波": False,
        "周建": False,
        "关锋": False,
    }.items():
        with cast.acting(name, write=False) as work:
            assert bool(may_read_sheet(work, work.get(Office, mine))) is may, name
    assert browser(cast, "周建", folder=tmp_path).get(f"/admin/offices/{mine}/handover").status == 403
    assert browser(cast, "赵玉梅", folder=tmp_path).get(f"/admin/offices/{mine}/handover").status == 403
    assert (
        browser(cast, "维托", folder=tmp_path, slug="weiwan").get(f"/admin/offices/{mine}/handover").status
        == 404
    )


def test_keys_go_to_the_successor_and_what_does_not_stays_in_red(cast: Cast, tmp_path: Path) -> None:
    mine = add_office(cast, "刘志强", "grid_worker", -10, 10, "1号楼")
    there = browser(cast, "刘志强", folder=tmp_path)
    path = f"/admin/offices/{mine}"
    there.get(f"{path}/handover")
    there.post(f"{path}/held", kind="key", text="楼顶门钥匙")
    there.post(f"{path}/held", kind="promise", text="答应给501修灯")
    assert there.page.says("已写入移交单。", "楼顶门钥匙")
    add_office(cast, "孙浩", "grid_worker", 11, None, "1号楼")
    cast.clock.advance(days=11)
    keeper = browser(cast, "刘敏", folder=tmp_path)
    assert keeper.get(f"{path}/handover").says("还有2项未移交。", "孙浩")
    with cast.acting("刘敏", write=False) as work:
        first, second = (line.held_id for line in lines_of(work, mine))
    assert keeper.post(f"{path}/held/handed", held=[str(first)], to=str(cast.people["孙浩"])).says(
        "已移交1项。"
    )
    assert keeper.page.says("已移交孙浩", "还有1项未移交。", "未移交")
    assert keeper.get(f"{path}/handover/print").says("工作移交单", "移交人", "接收人", "答应给501修灯")
    with pytest.raises(Refusal), cast.acting("刘敏") as work:
        strike_held(work, mine, first)
    with cast.acting("刘敏") as work:
        strike_held(work, mine, second)
        assert len(lines_of(work, mine)) == 1


def test_what_cannot_be_handed(cast: Cast) -> None:
    mine = add_office(cast, "刘志强", "grid_worker", -10, 10, "1号楼")
    other = add_office(cast, "孙浩", "grid_worker", -10, 10, "3号楼")
    with cast.acting("刘志强") as work:
        held = note_held(work, mine, HeldKind.PAPER, "台账").id
    for name, office, to, error in (
        ("周建", mine, "刘敏", NotAllowed),
        ("刘志强", mine, "刘志强", Refusal),
        ("刘志强", mine, "周建", Refusal),
        ("刘志强", mine, "刘敏", Refusal),
        ("刘敏", other, "刘敏", NotFound),
        ("维托", mine, "维托", NotFound),
    ):
        with pytest.raises(error), cast.acting(name) as work:
            hand_held(work, office, [held], cast.people[to])
    with cast.acting("刘敏") as work:
        assert hand_held(work, mine, [held, held], cast.people["刘敏"]) == 1
    with pytest.raises(Refusal), cast.acting("刘敏") as work:
        hand_held(work, mine, [held], cast.people["刘敏"])
    with pytest.raises(NotAllowed), cast.acting("孙浩") as work:
        note_held(work, mine, HeldKind.KEY, "钥匙")


def test_who_follows(cast: Cast) -> None:
    mine = add_office(cast, "刘志强", "grid_worker", -10, 10, "1号楼")
    add_office(cast, "吴波", "grid_worker", -20, None, "1号楼")
    add_office(cast, "郑丽", "grid_worker", 3, None, "3号楼")
    add_office(cast, "孙浩", "grid_worker", 11, None, "1号楼")
    with cast.acting("刘敏", write=False) as work:
        assert [one.name for one in followers(work, work.get(Office, mine))] == ["孙浩"]


def test_today_asks_the_holder_before_and_the_committee_after(cast: Cast, database: Database) -> None:
    mine = add_office(cast, "刘志强", "grid_worker", -10, 31, "1号楼")
    open_tasks: list[Ask] = []
    panel = asks_about([lambda _work, _office: open_tasks])

    def asked(name: str | None) -> list[str]:
        with cast.acting(name, write=False) as work, statements(database) as seen:
            found = [ask.path for ask in panel(work)]
        assert len(seen) <= 1
        return found

    assert asked("刘志强") == asked("刘敏") == asked(None) == asked("赵玉梅") == []
    cast.clock.advance(days=1)
    assert asked("刘志强") == [f"/admin/offices/{mine}/handover"]
    assert asked("刘敏") == []
    cast.clock.advance(days=31)
    assert asked("刘志强") == asked("刘敏") == []
    with cast.acting("刘敏") as work:
        work.add(Held(office_id=mine, kind="key", text="钥匙"))
    assert asked("刘敏") == [f"/admin/offices/{mine}/handover"]
    with cast.acting("刘敏") as work:
        hand_held(work, mine, [1], work.person_id)
    assert asked("刘敏") == []
    open_tasks.append(Ask("check", "灯坏了", "灯", "/issues/GF-2026-001"))  # type: ignore[arg-type]
    assert asked("刘敏") == [f"/admin/offices/{mine}/handover"]
    cast.clock.advance(days=60)
    assert asked("刘敏") == []


def test_open_tasks_are_those_of_the_office(cast: Cast, tmp_path: Path) -> None:
    order = ordered(cast, managed(cast, "早市占道"), lead="唐伟")
    with cast.acting("刘敏") as work:
        lead = work.one(Office, person_id=cast.people["唐伟"]).id
        head = work.one(Office, person_id=cast.people["刘志强"]).id
        demand = Demand(
            issue_id=work.get(WorkOrder, order).issue_id, order_id=order, number=1, days_late=1,
            made_at=work.now, text="请说明", due_on=TODAY,
        )  # fmt: skip
        number = work.add(demand).id
    raised = browser_raises(cast)
    there = browser(cast, "刘敏", folder=tmp_path)
    assert there.get(f"/admin/offices/{lead}/handover").says("划线定位", "待答复的督办")
    assert f"/demands/{number}" in there.page.text
    assert f"/work-orders/{order}" in there.page.text
    assert there.get(f"/admin/offices/{head}/handover").says("路灯不亮", "待现场核实")
    assert f"/issues/{raised}" in there.page.text
    assert "划线定位" not in there.page.text
    other = add_office(cast, "吴波", "building_head", -10, 10, "3号楼")
    assert there.get(f"/admin/offices/{other}/handover").says("该职务没有未办结事项。")


def browser_raises(cast: Cast) -> str:
    """The reference of an issue of building 2 that nobody has checked yet."""
    with cast.acting("赵玉梅") as work:
        place = cast.buildings["2号楼"]
        return raise_issue(
            work, title="路灯不亮", facts="三天了", wish="修好", category="living", building_id=place
        ).reference


def test_sheets_are_handed_over_within_ten_days() -> None:
    assert (hand_over_by(TODAY) - TODAY).days == 10
