"""Buildings and their plans: who sees which doors, what stands behind each, what is entered by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.tables import Entry
from civic.people.acts.places import (
    About,
    add_building,
    add_dwelling,
    change_building,
    change_door,
    change_dwelling,
)
from civic.people.queries.flights import Cell, flights, leaves
from civic.people.tables import Building, Dwelling, Slip
from civic.store.engine import Database
from tests.cast import MORNING
from tests.people.kept import BORN, PHONE, Kept, crowd, keep
from tests.web import statements

PLAIN = About("home", None, None, "register", "sold")


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def plan(kept: Kept, building: str = "1号楼") -> str:
    return f"/admin/buildings/{kept.cast.buildings[building]}"


# ---------- doors as they lie ----------


def cell(door: str, floor: int | None, entrance: int = 1, kind: str = "home") -> Cell:
    return Cell(0, entrance, floor, door, kind)


def doors(found: list[Cell | None]) -> list[str]:
    return [each.door if each else "" for each in found]


def test_doors_of_the_same_place_stand_below_one_another_and_the_top_floor_first() -> None:
    (first, second) = flights(
        [cell("101", 1), cell("1002", 10), cell("102", 1), cell("1001", 10), cell("102", 1, entrance=2)]
    )
    assert first.columns == ["01", "02"]
    assert [(each.floor, doors(list(each.cells))) for each in first.storeys] == [
        (10, ["1001", "1002"]),
        (1, ["101", "102"]),
    ]
    assert (second.entrance, [each.door for each in second.cells]) == (2, ["102"])


def test_a_floor_that_lacks_a_door_has_a_hole_there() -> None:
    (only,) = flights([cell("101", 1), cell("102", 1), cell("202", 2)])
    assert [doors(list(each.cells)) for each in only.storeys] == [["", "202"], ["101", "102"]]


def test_a_garage_is_a_list_and_goes_on_paper_in_rows_of_six() -> None:
    (garage,) = flights([cell(f"B{n:03d}", -1, kind="parking") for n in range(1, 62)])
    assert garage.columns == ()
    pages = leaves(garage)
    assert [(each.number, each.total, len(each.storeys)) for each in pages] == [(1, 2, 6), (2, 2, 5)]
    assert [len(row.cells) for page in pages for row in page.storeys] == [6] * 11
    assert doors(list(pages[1].storeys[-1].cells)) == ["B061", "", "", "", "", ""]


def test_basements_lie_below_and_floors_that_nobody_knows_last() -> None:
    (only,) = flights([cell("甲", None), cell("S1", -1), cell("101", 1), cell("S2", -2)])
    assert [each.floor for each in only.storeys] == [1, -1, -2, None]


def test_tall_entrances_are_shared_evenly_among_sheets() -> None:
    (tower,) = flights([cell(f"{floor}01", floor) for floor in range(1, 19)])
    assert [len(each.storeys) for each in leaves(tower)] == [9, 9]
    assert leaves(tower)[0].storeys[0].floor == 18


# ---------- who sees what ----------

SEES: dict[str | None, dict[str, int]] = {
    "刘敏": {"1号楼": 200, "3号楼": 200},
    "楼一": {"1号楼": 200, "3号楼": 404},
    "门一": {"1号楼": 200, "3号楼": 404},
    "格一": {"1号楼": 200, "3号楼": 404},
    "楼三": {"1号楼": 404, "3号楼": 200},
    "关锋": {"1号楼": 403, "3号楼": 403},
    "赵玉梅": {"1号楼": 403, "3号楼": 403},
    "孙浩": {"1号楼": 403, "3号楼": 403},
    "业委": {"1号楼": 403, "3号楼": 403},
    "周建": {"1号楼": 403, "3号楼": 403},
}


@pytest.mark.parametrize("name", SEES)
def test_the_plan_is_for_those_who_keep_these_doors(kept: Kept, name: str, tmp_path: Path) -> None:
    reading = kept.at(name, tmp_path)
    for building, status in SEES[name].items():
        assert reading.get(plan(kept, building)).status == status, building
        assert reading.get(f"{plan(kept, building)}/print").status == status, building


@pytest.mark.parametrize(("name", "seen"), [("刘敏", {"101", "201"}), ("门一", {"101"}), ("门二", {"201"})])
def test_an_entrance_head_sees_the_own_entrance_alone(
    kept: Kept, name: str, seen: set[str], tmp_path: Path
) -> None:
    for path in (plan(kept), f"{plan(kept)}/print"):
        page = kept.at(name, tmp_path).get(path)
        assert {door for door in ("101", "201") if f">{door}<" in page.text} == seen


def test_the_list_holds_the_buildings_within_reach_by_estate(kept: Kept, tmp_path: Path) -> None:
    page = kept.at("刘敏", tmp_path).get("/admin/buildings")
    assert page.says("工福小区", "1号楼", "2号楼", "3号楼", "登记楼栋")
    head = kept.at("楼一", tmp_path).get("/admin/buildings")
    assert head.says("1号楼", "2 户")
    assert "3号楼" not in head
    assert "登记楼栋" not in head


def test_an_administrator_sees_the_list_behind_the_glass_alone(kept: Kept, tmp_path: Path) -> None:
    admin = kept.at("关锋", tmp_path)
    assert admin.get("/admin/buildings").status == 403
    admin.get("/admin/people")
    admin.post("/admin/glass", reason="夜里漏水，急找住户联系")
    assert admin.get("/admin/buildings").says("1号楼")
    assert admin.get(plan(kept)).says("101")


def test_a_plan_tells_numbers_and_gaps_and_never_who(kept: Kept, tmp_path: Path) -> None:
    for name in ("刘敏", "楼一"):
        for path in (plan(kept), f"{plan(kept)}/print"):
            page = kept.at(name, tmp_path).get(path)
            assert page.says("101", "2 人")
            for private in ("何藏名", PHONE, PHONE[-4:], str(BORN.year), BORN.isoformat()):
                assert private not in page.text


def test_what_the_roll_lacks_is_marked_at_the_door(kept: Kept, database: Database, tmp_path: Path) -> None:
    with Session(database.writer) as session:
        session.get_one(Dwelling, kept.dwellings["101"]).area_hundredths = None
        session.commit()
    page = kept.at("刘敏", tmp_path).get(plan(kept))
    text = page.text[page.text.index(">101<") :]
    assert "缺面积" in text[: text.index("</li>")]
    other = page.text[page.text.index(">201<") :]
    assert "缺住户" in other[: other.index("</li>")]


def test_how_far_the_slip_of_a_home_is(kept: Kept, database: Database, tmp_path: Path) -> None:
    with Session(database.writer) as session:
        slip = Slip(
            community_id=kept.cast.community_id, dwelling_id=kept.dwellings["101"], number=1, code_hash="a",
            salt="b", issued_at=MORNING, issued_by=kept.cast.people["刘敏"], valid_until=date(2026, 3, 20),
        )  # fmt: skip
        session.add(slip)
        session.commit()
        assert kept.at("刘敏", tmp_path).get(plan(kept)).says("单已开")
        slip.handed_at = MORNING
        session.commit()
        assert kept.at("刘敏", tmp_path).get(plan(kept)).says("单已送")
        slip.valid_until = date(2026, 3, 1)
        session.commit()
        assert "单已" not in kept.at("刘敏", tmp_path).get(plan(kept))


def test_the_sheet_says_who_may_hold_it_and_that_it_is_shredded(kept: Kept, tmp_path: Path) -> None:
    page = kept.at("楼一", tmp_path).get(f"{plan(kept)}/print")
    assert page.says(
        "1号楼，1单元", "1号楼，2单元", "本表只限居委会、楼长、单元长、网格员走访使用", "碎纸机销毁"
    )
    assert page.text.count('class="a4__box"') == 2


def test_another_communitys_building_is_not_there(kept: Kept, tmp_path: Path) -> None:
    for path in ("", "/print", "/edit", "/dwellings/new"):
        assert kept.at("维托", tmp_path).get(plan(kept) + path).status == 404
    assert kept.at("维托", tmp_path).get(f"/buildings/{kept.cast.buildings['1号楼']}").status == 404


@pytest.mark.parametrize("path", ["/admin/buildings", "plan", "print", "/buildings", "public"])
def test_statements_do_not_grow_with_the_building(
    kept: Kept, database: Database, path: str, tmp_path: Path
) -> None:
    own = plan(kept)
    asked = {"plan": own, "print": f"{own}/print", "public": own.removeprefix("/admin")}.get(path, path)
    counted = []
    for number in (3, 400):
        crowd(database, kept, number)
        with Session(database.writer) as session:
            session.add_all(
                Building(community_id=kept.cast.community_id, name=f"新{number}-{n}", estate=f"新{n % 3}")
                for n in range(number // 10)
            )
            session.commit()
        reading = kept.at("刘敏", tmp_path)
        reading.get("/offices")
        with statements(database) as seen:
            assert reading.get(asked).status == 200
        counted.append(len(seen))
    assert counted[0] == counted[1] <= 12, counted


# ---------- what everybody sees ----------


def test_everybody_reads_who_heads_which_building_and_nobody_sees_doors(kept: Kept, tmp_path: Path) -> None:
    for name in (None, "赵玉梅", "周建"):
        reading = kept.at(name, tmp_path)
        assert reading.get("/buildings").says("工福小区", "1号楼", "楼长楼一", "楼长刘志强", "3 个单元")
        page = reading.get(f"/buildings/{kept.cast.buildings['1号楼']}")
        assert page.says("楼一", "门一", "格一")
        for private in ("何藏名", ">101<", "2 人", PHONE):
            assert private not in page.text


def test_neighbours_see_the_doors_of_their_own_building_and_not_who_lives_there(
    kept: Kept, database: Database, tmp_path: Path
) -> None:
    own = f"/buildings/{kept.cast.buildings['2号楼']}"
    page = kept.at("赵玉梅", tmp_path).get(own)
    assert page.says("您住在这栋楼", "401", "501")
    assert "王桂兰" not in page
    assert "/admin/" not in page.text
    assert "您住在这栋楼" not in kept.at(None, tmp_path).get(own)
    assert "您住在这栋楼" not in kept.at("赵玉梅", tmp_path).get(f"/buildings/{kept.cast.buildings['1号楼']}")


def test_whoever_is_suspended_sees_no_doors(kept: Kept, database: Database, tmp_path: Path) -> None:
    from civic.people.tables import Person

    with Session(database.writer) as session:
        session.get_one(Person, kept.cast.people["赵玉梅"]).suspended = True
        session.commit()
    page = kept.at("赵玉梅", tmp_path).get(f"/buildings/{kept.cast.buildings['2号楼']}")
    assert page.status == 200
    assert "401" not in page


def test_the_ways_there_stand_where_people_look(kept: Kept, tmp_path: Path) -> None:
    resident, committee = kept.at("赵玉梅", tmp_path), kept.at("刘敏", tmp_path)
    for path in ("/me", "/offices"):
        assert 'href="/gongfu/buildings"' in resident.get(path).text, path
    assert 'href="/gongfu/admin/buildings"' in committee.get("/admin/people").text


# ---------- entered by hand ----------


@pytest.mark.parametrize("name", ["赵玉梅", "刘志强", "周建", "关锋"])
def test_the_committee_alone_enters_buildings_and_doors(kept: Kept, name: str) -> None:
    here = kept.cast.buildings["1号楼"]
    with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
        add_building(work, name="9号楼", estate="", entrances=2)
    with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
        change_building(work, here, name="1号楼", estate="别处", entrances=3)
    with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
        add_dwelling(work, here, entrance=1, door="601", about=PLAIN)
    with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
        change_dwelling(work, kept.dwellings["101"], PLAIN)
    with pytest.raises(NotAllowed), kept.cast.acting(name) as work:
        change_door(work, kept.dwellings["101"], entrance=1, door="102")


def test_another_communitys_committee_finds_neither_building_nor_door(kept: Kept) -> None:
    for act in (
        lambda work: change_building(work, kept.cast.buildings["1号楼"], name="x", estate="", entrances=1),
        lambda work: add_dwelling(work, kept.cast.buildings["1号楼"], entrance=1, door="9", about=PLAIN),
        lambda work: change_dwelling(work, kept.dwellings["101"], PLAIN),
        lambda work: change_door(work, kept.dwellings["101"], entrance=1, door="102"),
    ):
        with pytest.raises(NotFound), kept.cast.acting("维托") as work:
            act(work)


def test_nobody_changes_the_dwelling_they_live_in_or_own(kept: Kept, database: Database) -> None:
    with kept.cast.acting("刘敏", write=False) as work:
        home = work.actor.dwelling_id if work.actor else None
    assert home is not None
    with pytest.raises(NotAllowed, match="colleague"), kept.cast.acting("刘敏") as work:
        change_dwelling(work, home, PLAIN)
    with pytest.raises(NotAllowed, match="colleague"), kept.cast.acting("刘敏") as work:
        change_door(work, home, entrance=1, door="102")


def test_a_building_is_entered_and_its_doors_after_it(kept: Kept, tmp_path: Path) -> None:
    committee = kept.at("刘敏", tmp_path)
    committee.get("/admin/buildings/new")
    page = committee.post("/admin/buildings", name="9幢", estate="学府小区", entrances="1")
    assert page.says("楼栋已登记", "9号楼", "学府小区", "这栋楼还没有登记房屋")
    with kept.cast.acting("刘敏", write=False) as work:
        building = work.one(Building, name="9号楼")
    assert (building.estate, building.entrances, building.position) == ("学府小区", 1, 9)
    path = f"/admin/buildings/{building.id}/dwellings/new"
    told: dict[str, Any] = {"kind": "home", "area": "89.6㎡", "area_source": "survey", "state": "sold"}
    committee.get(path)
    page = committee.post(path, entrance="2", door="501室", step="next", **told)
    assert page.says("501 已登记", "登记房屋")
    assert 'value="2"' in page.text
    with kept.cast.acting("刘敏", write=False) as work:
        (door,) = work.session.scalars(select(Dwelling).where(Dwelling.building_id == building.id))
        assert work.get(Building, building.id).entrances == 2
    assert (door.entrance, door.door, door.floor, door.area_hundredths) == (2, "501", 5, 8960)
    again = committee.post(path, entrance="2", door="501", step="open", **told)
    assert again.status == 422
    assert again.says("这个单元已有这个门牌")
    assert 'value="89.6㎡"' in again.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "2幢"}, "已有同名的楼栋"),
        ({"name": "——"}, "不是楼栋名称"),
        ({"entrances": "31"}, "不大于 30"),
        ({"name": ""}, "请填写"),
    ],
)
def test_a_building_that_cannot_be_is_refused_beside_the_field(
    kept: Kept, typed: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    committee = kept.at("刘敏", tmp_path)
    committee.get("/admin/buildings/new")
    told: dict[str, Any] = {"name": "9", "estate": "学府小区", "entrances": "2", **typed}
    page = committee.post("/admin/buildings", **told)
    assert page.status == 422
    assert page.says(sentence)
    assert 'value="学府小区"' in page.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"door": "2-3-501"}, "这是别的单元的门牌"),
        ({"door": "？？"}, "不是门牌"),
        ({"area": "很大"}, "不是面积"),
        ({"floor": "121"}, "不大于 120"),
        ({"kind": "palace"}, "请选择"),
    ],
)
def test_a_door_that_cannot_be_is_refused_beside_the_field(
    kept: Kept, typed: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    committee, path = kept.at("刘敏", tmp_path), f"{plan(kept)}/dwellings/new"
    committee.get(path)
    told: dict[str, Any] = {
        "entrance": "1",
        "door": "601",
        "kind": "home",
        "area_source": "register",
        "state": "sold",
        **typed,
    }
    page = committee.post(path, **told)
    assert page.status == 422
    assert page.says(sentence)
    with kept.cast.acting("刘敏", write=False) as work:
        found = select(Dwelling.id).where(Dwelling.building_id == kept.cast.buildings["1号楼"])
        assert len(work.session.scalars(found).all()) == 2


def test_a_building_is_corrected_and_keeps_its_doors(kept: Kept, tmp_path: Path) -> None:
    committee = kept.at("刘敏", tmp_path)
    committee.get(f"{plan(kept)}/edit")
    page = committee.post(f"{plan(kept)}/edit", name="1号楼", estate="学府小区", entrances="1")
    assert page.status == 422
    assert page.says("2单元在册有房屋，单元数不能比它少")
    page = committee.post(f"{plan(kept)}/edit", name="北苑1号楼", estate="学府小区", entrances="2")
    assert page.says("楼栋信息已更正", "北苑1号楼", "学府小区", "101")
    committee.get(f"{plan(kept)}/edit")
    page = committee.post(f"{plan(kept)}/edit", name="2号楼", estate="学府小区", entrances="2")
    assert page.status == 422
    assert page.says("已有同名的楼栋")


def test_the_ledger_keeps_which_building_and_no_name(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        change_building(work, kept.cast.buildings["1号楼"], name="密号楼", estate="密小区", entrances=4)
    with kept.cast.acting("刘敏", write=False) as work:
        payload = work.session.scalars(
            select(Entry.payload).where(Entry.kind == "people:building_changed")
        ).one()
    assert "密" not in str(payload)
    assert '"entrances_after":4' in str(payload).replace("'", '"').replace(" ", "")


def test_what_is_as_before_is_not_recorded(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        assert not change_building(
            work, kept.cast.buildings["1号楼"], name="1号楼", estate="工福小区", entrances=3
        )
        about = About("home", 1, 8960, "register", "sold")
        assert not change_dwelling(work, kept.dwellings["101"], about)
        assert change_dwelling(work, kept.dwellings["101"], About("home", 1, 9000, "survey", "sold"))


def test_two_buildings_of_one_name_are_refused_by_the_act_too(kept: Kept) -> None:
    with pytest.raises(Refusal, match="building of this name"), kept.cast.acting("刘敏") as work:
        add_building(work, name="2号楼", estate="学府小区", entrances=1)


def test_a_door_that_was_written_wrongly_is_corrected_and_its_people_stay(kept: Kept, tmp_path: Path) -> None:
    committee, path = kept.at("刘敏", tmp_path), f"/admin/dwellings/{kept.dwellings['101']}/door"
    assert committee.get(path).says("1号楼1单元101", "登录码照样能用")
    taken = committee.post(path, entrance="2", door="201室")
    assert taken.status == 422
    assert taken.says("这个单元已有这个门牌")
    assert committee.post(path, entrance="4", door="103").says("门牌已更正", "1号楼4单元103", "何藏名甲")
    with kept.cast.acting("刘敏", write=False) as work:
        assert work.get(Building, kept.cast.buildings["1号楼"]).entrances == 4
    committee.get(path)
    assert committee.post(path, entrance="4", door="103").says("没有改动")


def test_a_garage_has_no_way_to_slips(kept: Kept, database: Database, tmp_path: Path) -> None:
    committee = kept.at("刘敏", tmp_path)
    assert "/admin/slips/" in committee.get(plan(kept)).text
    with Session(database.writer) as session:
        for ident in (kept.dwellings["101"], kept.dwellings["201"]):
            session.get_one(Dwelling, ident).kind = "parking"
        session.commit()
    assert "/admin/slips/" not in committee.get(plan(kept)).text
