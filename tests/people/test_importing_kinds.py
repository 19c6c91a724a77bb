"""Shops, parking spaces and what the developer still has, from every program's file to the roll and its pages."""

from pathlib import Path

import pytest
from sqlalchemy import select

from civic.people.acts.importing import commit_list, plan_of, preview_list
from civic.people.queries.entitled import citizens_for, units_for
from civic.people.queries.gaps import Gap, gap_dwellings
from civic.people.queries.reach import reach_of
from civic.people.rules.entitlement import Electorate, electorate
from civic.people.sheets.read import read_sheet
from civic.people.sheets.sheet import Sheet
from civic.people.tables import Dwelling
from civic.store.engine import Database
from tests.cast import gather
from tests.people import messy
from tests.web import browser

LIST: list[list[messy.Cell]] = [
    ["小区", "楼栋", "房号", "类型", "面积", "产权状态", "姓名", "业主"],
    ["新苑", "9号楼", "一单元三零二", "住宅", 89.6, "已售", "周芳", "是"],
    ["新苑", "9号楼", 101, "商铺", 45, "已售", "山东恒达置业有限公司", "是"],
    ["新苑", "9号楼", 401, "住宅", 90, "未售", "山东恒达置业有限公司", "是"],
    ["新苑", "9号楼", 402, "住宅", 90, "未交付", "吴迪", "是"],
    ["新苑", "地下车库", "B1-017", "车位", 12.5, "已售", "周芳", "是"],
    ["新苑", "地下车库", "B1-018", "车位", None, "未售", None, None],
]


@pytest.mark.parametrize("make", [messy.xls, messy.ods, messy.xlsx], ids=["xls", "ods", "xlsx"])
def test_from_the_file_to_the_pages(database: Database, tmp_path: Path, make: object) -> None:
    cast = gather(database)
    read = read_sheet("名册", make(LIST))  # type: ignore[operator]
    assert isinstance(read, Sheet)
    with cast.acting("刘敏") as work:
        plan = plan_of(work, read)
        assert [row.faults for row in plan.rows] == [()] * 6
        batch = preview_list(work, "名册", read, plan).id
    with cast.acting("刘敏") as work:
        commit_list(work, batch)
    with cast.acting("刘敏", write=False) as work:
        rows = work.session.execute(
            select(Dwelling.door, Dwelling.kind, Dwelling.state).order_by(Dwelling.id)
        )
        assert [tuple(row) for row in rows][-6:] == [
            ("302", "home", "sold"), ("101", "shop", "sold"), ("401", "home", "unsold"),
            ("402", "home", "undelivered"), ("B1-017", "parking", "sold"), ("B1-018", "parking", "unsold"),
        ]  # fmt: skip
        kind = Electorate.OWNERS
        roll = electorate(kind, citizens_for(work, kind, "新苑"), units_for(work, "新苑"), work.today)
        assert (roll.heads, roll.area) == (2, 31_460), "who bought a home, and the developer with all it has"
        empty = {each.door for each in gap_dwellings(work, reach_of(work), Gap.EMPTY, 1)}
        assert "302" in empty
        assert not empty & {"401", "402", "B1-018"}
        homes = {
            each.door: each.id
            for each in work.session.scalars(select(Dwelling))
            if each.door in ("101", "B1-018")
        }
    office = browser(cast, "刘敏", folder=tmp_path)
    office.get(f"/admin/import/{batch}?rows=new").says("9号楼1单元302", "周芳", "地下车库1单元B1-017")
    for home in homes.values():
        assert office.get(f"/admin/dwellings/{home}").status == 200
