"""The page of a dwelling: who reads what of it, and how the committee corrects it from there."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from civic.people.tables import Dwelling, Ownership, Person, Residence
from civic.store.engine import Database
from tests.people.kept import BORN, LOGIN, MASKED_PHONE, PHONE, SINCE, Kept, keep
from tests.web import Browser, statements

FIELDS = ["door", "area", "name", "relation", "unregistered", "share", "voting", "before", "edits"]
# F in full · - not there at all
PAGE = {
    #             door
    #             |  area
    #             |  |  name
    #             |  |  |  relation
    #             |  |  |  |  unregistered
    #             |  |  |  |  |  share
    #             |  |  |  |  |  |  voting
    #             |  |  |  |  |  |  |  before
    #             |  |  |  |  |  |  |  |  edits
    "刘敏":      "F  F  F  F  F  F  F  F  F",
    "关锋 glass": "F  F  F  F  F  F  F  F  -",
    "楼一":      "F  F  F  F  F  -  -  -  -",
    "门一":      "F  F  F  F  F  -  -  -  -",
    "格一":      "F  F  F  F  F  -  -  -  -",
}  # fmt: skip
"""What of 1号楼1单元101 stands on its page, by reader."""
SAYS = {
    "door": "1号楼1单元101", "area": "89.60", "name": "何藏名乙", "relation": "户主配偶",
    "unregistered": "未登记为本社区居住", "share": "份额 1/2", "voting": "由何藏名甲表决", "before": "何藏名丙",
    "edits": "登记搬入",
}  # fmt: skip
SEES_NOTHING = {
    None: 200, "赵玉梅": 403, "孙浩": 403, "周建": 403, "陈书": 403, "吴波": 403, "郑丽": 403, "林娜": 403, "唐伟": 403,
    "马军": 403, "业委": 403, "关锋": 403, "维托": 404, "刘志强": 404, "楼三": 404, "门二": 404,
}  # fmt: skip
"""Visitors are led to sign in, others refused; to keepers of other doors there is no such dwelling."""


@pytest.fixture
def kept(database: Database) -> Kept:
    """何藏名乙 is not registered; 何藏名丙 rented 101 for a year."""
    kept = keep(database)
    with kept.cast.acting("刘敏") as work:
        work.session.query(Residence).filter_by(person_id=kept.people["乙"]).one().registered = False
        work.add(
            Residence(
                person_id=kept.people["丙"], dwelling_id=kept.dwellings["101"], relation="tenant",
                from_on=date(2018, 1, 1), to_on=date(2018, 12, 31),
            )
        )  # fmt: skip
    return kept


def path(kept: Kept, door: str = "101", more: str = "") -> str:
    return f"/admin/dwellings/{kept.dwellings[door]}{more}"


def at(kept: Kept, reader: str, folder: Path) -> Browser:
    name, _, glass = reader.partition(" ")
    reading = kept.at(name, folder)
    if glass:
        reading.get("/admin/people")
        reading.post("/admin/glass", reason="夜里漏水，急找住户联系")
    return reading


def stay_of(kept: Kept, name: str, door: str = "101") -> int:
    with kept.cast.acting("刘敏", write=False) as work:
        found = work.session.query(Residence).filter_by(
            person_id=kept.people[name], dwelling_id=kept.dwellings[door]
        )
        return found.one().id


def share_of(kept: Kept, name: str, door: str = "101") -> int:
    with kept.cast.acting("刘敏", write=False) as work:
        return work.one(Ownership, person_id=kept.people[name], dwelling_id=kept.dwellings[door]).id


@pytest.mark.parametrize("reader", PAGE)
def test_every_field_for_every_keeper(kept: Kept, reader: str, tmp_path: Path) -> None:
    page = at(kept, reader, tmp_path).get(path(kept))
    assert page.status == 200
    for name, wanted in zip(FIELDS, PAGE[reader].split(), strict=True):
        assert (SAYS[name] in page) == (wanted == "F"), (name, wanted)
    # A telephone, a birthday, a login stand on the person's own page alone.
    for private in (PHONE, MASKED_PHONE, BORN.isoformat(), str(BORN.year), LOGIN):
        assert private not in page


@pytest.mark.parametrize(("name", "status"), SEES_NOTHING.items())
def test_others_get_nothing_of_it(kept: Kept, name: str | None, status: int, tmp_path: Path) -> None:
    page = kept.at(name, tmp_path).get(path(kept))
    assert page.status == status
    assert "藏名" not in page


@pytest.mark.parametrize("name", ["关锋", "楼一", "格一"])
def test_whoever_only_reads_gets_no_form(kept: Kept, name: str, tmp_path: Path) -> None:
    reading = at(kept, f"{name} glass" if name == "关锋" else name, tmp_path)
    for more in ("/edit", "/in", "/own", "/voter"):
        assert reading.get(path(kept, more=more)).status == 403
    assert reading.get(f"/admin/residences/{stay_of(kept, '甲')}/out").status == 403
    assert reading.get(f"/admin/ownerships/{share_of(kept, '甲')}/end").status == 403


def test_the_own_home_is_read_but_not_edited(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("刘敏", write=False) as work:
        home = work.one(Residence, person_id=kept.cast.people["刘敏"]).dwelling_id
    me = kept.at("刘敏", tmp_path)
    page = me.get(f"/admin/dwellings/{home}")
    assert page.says("刘敏", "请由同事来改")
    assert "登记搬入" not in page
    assert "搬出" not in page
    for more in ("/edit", "/in", "/own", "/voter"):
        assert me.get(f"/admin/dwellings/{home}{more}").status == 403


def test_the_page_leads_back_to_where_one_came_from(kept: Kept, tmp_path: Path) -> None:
    me, building = kept.at("刘敏", tmp_path), kept.cast.buildings["1号楼"]
    assert f"/admin/buildings/{building}" in me.get(path(kept)).text
    page = me.get(path(kept, more="?from=gap-voter"))
    assert "/admin/gaps/voter" in page.text
    assert f"{path(kept, more='/in')}?from=gap-voter" in page.text
    assert f"/admin/people/{kept.people['甲']}" in me.get(path(kept, more="?from=person-1")).text
    for odd in ("gap-nothing", "//evil.example", "person-x"):
        page = me.get(path(kept, more=f"?from={odd}"))
        assert f'href="/gongfu/admin/buildings/{building}"' in page.text
        assert 'href="/gongfu//evil' not in page.text


def test_the_area_is_corrected_with_its_source(kept: Kept, tmp_path: Path) -> None:
    me, edit = kept.at("刘敏", tmp_path), path(kept, more="/edit")
    assert me.get(edit).says("更正房屋信息")
    page = me.post(edit, kind="home", floor="1", area="很大", area_source="survey", state="sold")
    assert page.status == 422
    assert 'value="很大"' in page.text
    page = me.post(edit, kind="home", floor="1", area="91.05㎡", area_source="survey", state="sold")
    assert page.says("房屋信息已更正", "91.05", "测绘")
    me.get(edit)
    page = me.post(edit, kind="home", floor="1", area="91.05", area_source="survey", state="sold")
    assert page.says("没有改动")


def test_from_the_search_to_a_new_home(kept: Kept, tmp_path: Path) -> None:
    me, into = kept.at("刘敏", tmp_path), path(kept, "201", "/in")
    page = me.get(f"{into}?q=何藏名丙")
    this = f"{into}/{kept.people['丙']}"
    assert this in page.text
    assert f"/admin/people/new?dwelling={kept.dwellings['201']}" in page.text
    # Whoever was entered first comes back with the number of their entry.
    page = me.get(f"{into}?person={kept.people['丙']}")
    assert page.says("名册上何藏名丙住在3号楼1单元301", "截至前一天")
    typed: dict[str, Any] = {"from_on": "2026-03-02", "relation": "householder", "registered": "yes"}
    page = me.post(this, **{**typed, "from_on": "1899-01-01"})
    assert page.status == 422
    assert page.says("1900")
    assert 'value="householder" checked' in page.text
    page = me.post(this, **typed)
    assert page.says("起住在这里", "入户单", "何藏名丙")
    assert "何藏名丙" not in me.get(path(kept, "301")).text.split("以前")[0]


def test_a_second_householder_is_refused_at_the_question(kept: Kept, tmp_path: Path) -> None:
    me, into = kept.at("刘敏", tmp_path), path(kept, more=f"/in/{kept.people['丙']}")
    page = me.get(into)
    assert page.says("与何藏名甲、何藏名乙同户", "单独一户")
    typed: dict[str, Any] = {"from_on": "2026-03-02", "relation": "householder", "registered": "yes"}
    page = me.post(into, household="1", **typed)
    assert page.status == 422
    assert page.says("这一户已有户主")
    assert me.post(into, household="2", **typed).says("第 2 户")


def test_out_and_what_follows_from_it_and_back_again(kept: Kept, tmp_path: Path) -> None:
    me, ident = kept.at("刘敏", tmp_path), stay_of(kept, "甲")
    out, mistake = f"/admin/residences/{ident}/out", f"/admin/residences/{ident}/mistake"
    assert me.get(out).says("没有户主", "不再参加居民表决", "名下的房屋不变", "名册不跟着变")
    page = me.post(out, to_on="2019-12-31")
    assert page.status == 422
    page = me.post(out, to_on="2026-03-01")
    assert page.says("截至", "以前", "没有户主的户")
    page = me.get(mistake)
    assert page.says("仍住在这里", "从来没有住过这里")
    assert me.post(mistake, mistake="end").says("登记已恢复")
    me.get(mistake)
    assert me.post(mistake, mistake="all").says("任何一天都不算数", "已撤销")


def test_what_somebody_is_there_is_corrected(kept: Kept, tmp_path: Path) -> None:
    me, change = kept.at("刘敏", tmp_path), f"/admin/residences/{stay_of(kept, '乙')}/change"
    assert 'value="spouse" checked' in me.get(change).text
    page = me.post(change, household="1", relation="householder", registered="no")
    assert page.status == 422
    assert page.says("这一户已有户主")
    page = me.post(change, household="1", relation="kin", registered="yes")
    assert page.says("户主亲属")
    assert "未登记为本社区居住" not in page.text.split("以前")[0]


def test_a_sale_from_the_seller_to_the_buyer(kept: Kept, tmp_path: Path) -> None:
    me, own = kept.at("刘敏", tmp_path), path(kept, "201", f"/own/{kept.people['乙']}")
    assert me.get(own).says("全部份额都已登记")
    end = f"/admin/ownerships/{share_of(kept, '丙', '201')}/end"
    assert me.get(end).says("没有人为它表决")
    assert me.post(end, to_on="2026-03-01").says("请接着登记之后的业主", "没有登记业主", "以前")
    assert 'value="1"' in me.get(own).text
    page = me.post(own, share="三分之一半", from_on="2026-03-02")
    assert page.status == 422
    assert 'value="三分之一半"' in page.text
    assert me.post(own, share="1/2", from_on="2026-03-02").says("业主已登记", "还有 1/2 的份额没有登记业主")


def test_the_co_owners_name_one(kept: Kept, tmp_path: Path) -> None:
    me, voter = kept.at("刘敏", tmp_path), path(kept, more="/voter")
    page = me.get(voter)
    assert page.says("共有人推选谁表决", "何藏名甲", "何藏名乙", "份额 1/2")
    assert f'value="{share_of(kept, "甲")}" checked' in page.text
    assert me.post(voter, ownership=str(share_of(kept, "乙"))).says("由何藏名乙表决")
    assert me.get(path(kept, "201", "/voter")).says("只有一位业主")


def test_a_share_of_another_dwelling_is_not_named_here(kept: Kept, tmp_path: Path) -> None:
    me, voter = kept.at("刘敏", tmp_path), path(kept, more="/voter")
    me.get(voter)
    assert me.post(voter, ownership=str(share_of(kept, "丙", "201"))).status == 404


def test_a_share_entered_by_mistake(kept: Kept, tmp_path: Path) -> None:
    me, mistake = kept.at("刘敏", tmp_path), f"/admin/ownerships/{share_of(kept, '乙')}/mistake"
    assert me.get(mistake).says("从来不是这里的业主")
    assert "只是截止日期登记错了" not in me.page
    assert me.post(mistake, mistake="all").says("还有 1/2 的份额没有登记业主")
    assert me.get(mistake).says("确实是业主")


def test_what_is_missing_leads_to_its_form(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("刘敏") as work:
        bare = work.add(
            Dwelling(building_id=kept.cast.buildings["3号楼"], entrance=2, door="402", area_hundredths=None)
        ).id
    page = kept.at("刘敏", tmp_path).get(f"/admin/dwellings/{bare}?from=gap-area")
    assert page.says("没有登记住户。", "没有登记业主。", "没有面积的房屋")
    for more in ("/edit", "/in", "/own"):
        assert f"/admin/dwellings/{bare}{more}?from=gap-area" in page.text


def test_as_many_statements_however_many_live_there(kept: Kept, database: Database, tmp_path: Path) -> None:
    me = kept.at("刘敏", tmp_path)
    counts = []
    for more in (0, 8):
        with kept.cast.acting("刘敏") as work:
            for n in range(more):
                person = work.add(Person(name=f"众{n}"))
                work.add(Residence(person_id=person.id, dwelling_id=kept.dwellings["101"], from_on=SINCE))
        me.get(path(kept))
        with statements(database) as seen:
            me.get(path(kept))
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_where_every_owner_is_gone_the_next_one_is_asked_for(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("刘敏") as work:
        for name in ("甲", "乙", "丙"):
            work.get(Person, kept.people[name]).gone_on = date(2026, 3, 1)
    me = kept.at("刘敏", tmp_path)
    page = me.get(path(kept))
    assert page.says("还没有人代表表决的房屋", "起不在册")
    assert f"{path(kept)}#owns" in page.text
    assert me.get(path(kept, more="/voter")).says("登记的业主都已不在册")


def test_only_the_first_of_many_are_listed(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("刘敏") as work:
        for n in range(22):
            work.add(Person(name=f"众多{n}"))
    assert kept.at("刘敏", tmp_path).get(path(kept, more="/in?q=众多")).says("还有更多")
