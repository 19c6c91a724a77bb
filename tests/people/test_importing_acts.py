"""A list comes in: who may, the preview, one commit, the same list again, and what nobody gains by it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.importing import commit_list, discard_list, plan_of, preview_list
from civic.people.rules.importing.columns import Column
from civic.people.sheets.sheet import Sheet
from civic.people.tables import Dwelling, ImportBatch, Office, Ownership, Person, Residence
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.web import browser

WANG = {"building": "5号楼", "entrance": "1", "door": "907", "area": "89.6", "name": "王秀英", "relation": "户主",
        "owner": "是", "phone": "13912345678", "born_on": "1943-05-12"}  # fmt: skip
LI = WANG | {"name": "李建国", "relation": "配偶", "owner": "否", "phone": "", "born_on": "1941-02-03"}
WRONG = WANG | {"door": "908", "name": "张有误", "born_on": "1943-02-30"}


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def sheet(*rows: dict[str, str]) -> Sheet:
    numbered = tuple((number, row) for number, row in enumerate(rows, 2))
    return Sheet("名册", tuple(Column), (), (), numbered)


def preview(cast: Cast, *rows: dict[str, str], by: str = "刘敏") -> int:
    with cast.acting(by) as work:
        read = sheet(*rows)
        return preview_list(work, "名册.xlsx", read, plan_of(work, read)).id


def commit(cast: Cast, batch: int, by: str = "刘敏") -> None:
    with cast.acting(by) as work:
        commit_list(work, batch)


def count(cast: Cast, table: Any) -> int:
    with cast.acting(None, write=False) as work:
        here = table.community_id == cast.community_id
        return work.session.scalar(select(func.count()).select_from(table).where(here)) or 0


@pytest.mark.parametrize("name", ["赵玉梅", "刘志强", "周建", "关锋", "陈书"])
def test_the_committee_alone_brings_lists(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        preview(cast, WANG, by=name)
    batch = preview(cast, WANG)
    for act in (commit_list, discard_list):
        with cast.acting(name) as work, pytest.raises(NotAllowed):
            act(work, batch)


def test_nor_the_next_community(cast: Cast) -> None:
    batch = preview(cast, WANG)
    with pytest.raises(NotFound):
        commit(cast, batch, by="维托")


def test_a_preview_changes_nothing(cast: Cast) -> None:
    before = count(cast, Person)
    preview(cast, WANG, LI)
    assert count(cast, Person) == before


def test_what_is_not_refused_comes_in_as_a_whole(cast: Cast) -> None:
    offices = count(cast, Office)
    commit(cast, preview(cast, WANG, LI, WRONG))
    with cast.acting(None, write=False) as work:
        home = work.one(Dwelling, door="907")
        assert (home.area_hundredths, home.floor, home.entrance) == (8960, 9, 1)
        wang = work.one(Person, name="王秀英")
        assert (wang.born_on, wang.phone, wang.initials) == (date(1943, 5, 12), "13912345678", "wxy")
        assert work.one(Residence, person_id=wang.id).relation == "householder"
        assert work.one(Ownership, dwelling_id=home.id).person_id == wang.id
        assert work.session.scalar(select(Person.id).where(Person.name == "张有误")) is None
    assert count(cast, Office) == offices, "nobody gains an office through a list"


def test_once_and_not_after_the_roll_has_changed(cast: Cast) -> None:
    preview(cast, WANG)
    second = preview(cast, WANG)
    assert count(cast, ImportBatch) == 1, "an undecided list of the same person gives way"
    with cast.acting("刘敏") as work:
        work.session.add(
            Person(community_id=cast.community_id, name="王秀英", born_on=date(1943, 5, 12), phone="")
        )
    with pytest.raises(Refusal, match="has changed since"):
        commit(cast, second)
    third = preview(cast, WANG)
    commit(cast, third)
    with pytest.raises(Refusal, match="already"):
        commit(cast, third)


def test_the_same_list_again_changes_nothing(cast: Cast) -> None:
    commit(cast, preview(cast, WANG, LI))
    again = preview(cast, WANG, LI)
    with cast.acting("刘敏", write=False) as work:
        assert work.get(ImportBatch, again).figures["unchanged"] == 2
    with pytest.raises(Refusal, match="changes nothing"):
        commit(cast, again)
    commit(cast, preview(cast, WANG | {"phone": "13900000001"}, LI))
    with cast.acting(None, write=False) as work:
        assert work.one(Person, name="王秀英").phone == "13900000001"


def test_what_was_read_is_forgotten_when_it_is_decided(cast: Cast) -> None:
    thrown, kept = preview(cast, WANG, WRONG), None
    with cast.acting("刘敏") as work:
        discard_list(work, thrown)
        assert work.get(ImportBatch, thrown).sheet["preview"] == []
    kept = preview(cast, WANG, WRONG)
    commit(cast, kept)
    with cast.acting("刘敏", write=False) as work:
        left = work.get(ImportBatch, kept).sheet
    assert left["rows"] == []
    assert [row[2][3] for row in left["preview"]] == ["张有误"]


CSV = "楼栋,单元,房号,面积,姓名,与户主关系,业主,出生日期\n5号楼,1,907,89.6,王秀英,户主,是,1943-05-12\n5号楼,1,908,80,张有误,户主,是,1943-02-30\n"


def test_from_the_file_to_the_roll(cast: Cast, tmp_path: Path) -> None:
    office = browser(cast, "刘敏", folder=tmp_path)
    office.get("/admin/import").says("导入")
    assert office.post("/admin/import").status == 422
    office.get("/admin/import")
    hidden = office.hidden("/admin/import")
    sent = {"file": ("名册.csv", CSV.encode("gb18030"), "text/csv")}
    answer = office.client.post("/gongfu/admin/import", data=hidden, files=sent)
    assert answer.status_code == 200, answer.text[:500]
    batch = answer.url.path.removeprefix("/gongfu")
    office.get(batch).says("第 3 行", "张有误", "1943-02-30")
    office.get(f"{batch}?rows=new").says("王秀英")
    assert office.client.get(f"/gongfu{batch}/refused.xlsx").content[:2] == b"PK"
    assert office.client.get("/gongfu/admin/import/template.xlsx").content[:2] == b"PK"
    assert office.post(f"{batch}/commit").says("请您选一项")
    assert office.post(f"{batch}/commit", registered="open").says("已导入 1 行")
    with cast.acting(None, write=False) as work:
        assert work.one(Person, name="王秀英").born_on == date(1943, 5, 12)


def test_a_file_with_a_formula_is_told_what_to_do(cast: Cast, tmp_path: Path) -> None:
    office = browser(cast, "刘敏", folder=tmp_path)
    office.get("/admin/import")
    hostile = CSV.replace("王秀英", '"=HYPERLINK(""x"")"')
    answer = office.client.post(
        "/gongfu/admin/import",
        data=office.hidden("/admin/import"),
        files={"file": ("a.csv", hostile.encode(), "text/csv")},
    )
    assert answer.status_code == 422
    assert "公式" in answer.text


def test_after_the_commit_every_row_can_be_looked_at(cast: Cast, tmp_path: Path) -> None:
    office = browser(cast, "刘敏", folder=tmp_path)
    batch = preview(cast, WANG, LI)
    commit(cast, batch)
    office.get(f"/admin/import/{batch}").says("第 2 行", "5号楼1单元907", "王秀英", "李建国")
    again = preview(cast, WANG | {"phone": "13900000001"}, LI)
    commit(cast, again)
    office.get(f"/admin/import/{again}").says("王秀英", "按表格更正：电话")
    office.get(f"/admin/import/{again}?rows=unchanged").says("李建国")
    assert "13900000001" not in office.get(f"/admin/import/{again}").text


def test_a_list_without_an_owner_says_so_before_it_is_taken(cast: Cast, tmp_path: Path) -> None:
    office = browser(cast, "刘敏", folder=tmp_path)
    without = preview(cast, {key: cell for key, cell in WANG.items() if key != "owner"})
    office.get(f"/admin/import/{without}").says("这份表格里没有一位业主")
    assert "没有一位业主" not in office.get(f"/admin/import/{preview(cast, WANG)}").text


def test_files_are_saved_under_a_name_that_can_be_read(cast: Cast, tmp_path: Path) -> None:
    office = browser(cast, "刘敏", folder=tmp_path)
    office.get("/admin/import")
    saved = office.client.get("/gongfu/admin/import/template.xlsx").headers["content-disposition"]
    assert saved == (
        "attachment; filename=\"roll-template.xlsx\"; filename*=UTF-8''%E5%90%8D%E5%86%8C%E6%A8%A1%E6%9D%BF.xlsx"
    )
