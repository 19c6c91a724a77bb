"""A list of several estates, each of which counts its buildings from 1."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from civic.people.acts.importing import commit_list, plan_of, preview_list
from civic.people.queries.registry import registry
from civic.people.rules.importing.apply import apply
from civic.people.rules.importing.plan import plan_import
from civic.people.rules.importing.planned import Plan
from civic.people.rules.importing.registry import KnownBuilding, KnownDwelling, Registry
from civic.people.sheets.read import read_sheet
from civic.people.sheets.sheet import Sheet
from civic.people.sheets.template import template_xlsx
from civic.people.tables import Building, Dwelling, ImportBatch
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.people.people_lists import TODAY, row, rows, said

NORTH = {"estate": "北苑", "building": "2", "door": "501", "name": "王北"}
SOUTH = {"estate": "南苑", "building": "2幢", "door": "501", "name": "李南"}


def door(estate: str, building: str, **more: str) -> dict[str, str]:
    return row("501", **{"estate": estate, "building": building, **more})


def plan(*given: dict[str, str], known: Registry | None = None) -> Plan:
    return plan_import(rows(*given), known or Registry(), TODAY)


def roll(*given: dict[str, str]) -> Registry:
    before = TODAY - timedelta(days=365)
    return apply(plan_import(rows(*given), Registry(), before), Registry(), before)


def known(*buildings: tuple[str, str]) -> Registry:
    """A roll with these buildings (name, estate), each with its 1单元501."""
    return Registry(
        tuple(KnownBuilding(n, name, 1, estate) for n, (name, estate) in enumerate(buildings, 1)),
        tuple(KnownDwelling(n, name, 1, "501", 5) for n, (name, _estate) in enumerate(buildings, 1)),
    )


def built(made: Plan) -> list[tuple[str, str]]:
    return [(each.name, each.estate) for each in made.buildings]


def outcomes(made: Plan) -> list[str]:
    return [each.outcome.value for each in made.rows]


def faults(made: Plan) -> Iterable[str]:
    return [sentence for each in made.rows if each.faults for sentence in said(each)]


def test_one_estate_keeps_the_short_names() -> None:
    made = plan(door("北苑", "1"), door("北苑", "2"))
    assert built(made) == [("1号楼", "北苑"), ("2号楼", "北苑")]


def test_the_same_number_in_two_estates_is_two_buildings_each_with_its_estate_in_the_name() -> None:
    made = plan(door("北苑", "2"), door("南苑", "2幢"), door("南苑", "3"))
    assert built(made) == [("北苑2号楼", "北苑"), ("南苑2号楼", "南苑"), ("3号楼", "南苑")]
    assert [(each.building, each.door) for each in made.dwellings] == [
        ("北苑2号楼", "501"),
        ("南苑2号楼", "501"),
        ("3号楼", "501"),
    ]
    assert [each.position for each in made.buildings] == [2, 2, 3]


def test_two_people_of_one_name_behind_the_same_door_of_two_estates_are_two() -> None:
    made = plan(door("北苑", "2", name="王建国"), door("南苑", "2", name="王建国", born_on="1950-01-01"))
    assert outcomes(made) == ["new", "new"]
    assert len(made.people) == 2


def test_the_same_list_again_changes_nothing() -> None:
    given = [door("北苑", "2", name="王北"), door("南苑", "2", name="李南"), door("南苑", "3")]
    again = plan(*given, known=roll(*given))
    assert outcomes(again) == ["unchanged"] * 3
    assert again.empty


def test_a_name_that_already_holds_its_estate_is_the_same_building() -> None:
    again = plan(door("北苑", "北苑2幢"), known=roll(door("北苑", "2"), door("南苑", "2")))
    assert again.empty
    assert built(plan(door("北苑", "北苑2号楼"))) == [("2号楼", "北苑")]


def test_a_later_estate_gets_its_name_before_a_number_that_is_taken() -> None:
    made = plan(door("南苑", "2"), door("南苑", "9"), known=known(("2号楼", "北苑")))
    assert built(made) == [("南苑2号楼", "南苑"), ("9号楼", "南苑")]
    assert len(made.dwellings) == 2


def test_without_an_estate_the_only_building_of_that_number_is_meant() -> None:
    made = plan(door("", "2"), known=known(("2号楼", "北苑")))
    assert made.empty
    made = plan(door("", "2"), known=known(("北苑2号楼", "北苑"), ("3号楼", "北苑")))
    assert made.empty


@pytest.mark.parametrize(
    "roll_has", [(("2号楼", "北苑"), ("南苑2号楼", "南苑")), (("北苑2号楼", "北苑"), ("2号楼", ""))]
)
def test_without_an_estate_nobody_guesses_among_several(roll_has: tuple[tuple[str, str], ...]) -> None:
    made = plan(door("", "2"), known=known(*roll_has))
    assert outcomes(made) == ["refused"]
    assert list(faults(made)) == ["Building 2 is in several estates. Please fill in the estate."]


def test_a_known_building_without_an_estate_is_given_it() -> None:
    before = known(("2号楼", ""))
    made = plan(door("北苑", "2"), door("北苑", "2", entrance="1"), known=before)
    assert [(each.table, each.field, each.before, each.after) for each in made.changes] == [
        ("building", "estate", "", "北苑")
    ]
    assert outcomes(made) == ["changed", "unchanged"]
    assert apply(made, before, TODAY).buildings[0].estate == "北苑"


def test_two_estates_cannot_both_claim_a_building_that_has_none() -> None:
    made = plan(door("北苑", "2"), door("南苑", "2"), known=known(("2号楼", "")))
    assert outcomes(made) == ["refused", "refused"]
    assert "without an estate" in next(iter(faults(made)))


def test_half_the_name_of_an_estate_is_asked_back_and_makes_no_second_building() -> None:
    made = plan(door("工福", "2"), known=known(("2号楼", "工福小区")))
    assert outcomes(made) == ["refused"]
    assert list(faults(made)) == [
        "Is this the estate “工福小区”? Then please write it so. If not, please add its buildings by hand first."
    ]
    assert not made.buildings


@pytest.mark.parametrize("text", ["——", "123", "区" * 21])
def test_what_is_no_name_of_an_estate_is_refused(text: str) -> None:
    made = plan(door(text, "2"))
    assert outcomes(made) == ["refused"]
    assert "is no name of an estate" in next(iter(faults(made)))


@pytest.mark.parametrize("column", ["estate", "building", "door"])
def test_a_row_of_sums_is_left_out_wherever_it_says_so(column: str) -> None:
    made = plan({**door("北苑", "2"), column: "合计"})
    assert "sum" in next(iter(faults(made)))


# ---------- from the file to the roll ----------


def written(headings: list[str], *lines: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([headings, *lines])
    return text.getvalue().encode("utf-8-sig")


def read(headings: list[str], *lines: list[str]) -> list[dict[str, str]]:
    sheet = read_sheet("名册.csv", written(headings, *lines))
    assert isinstance(sheet, Sheet)
    assert sheet.unknown == ()
    return [cells for _number, cells in sheet.rows]


def test_a_column_of_estates_is_read_and_its_blanks_mean_as_above() -> None:
    found = read(
        ["小区", "楼栋", "门牌", "姓名"],
        ["北苑", "2", "501", "王北"], ["", "", "502", "王东"], ["南苑", "2", "501", "李南"], ["南苑", "", "502", "李西"],
    )  # fmt: skip
    assert [(each["estate"], each["building"], each["door"]) for each in found] == [
        ("北苑", "2", "501"), ("北苑", "2", "502"), ("南苑", "2", "501"), ("南苑", "2", "502"),
    ]  # fmt: skip


def test_after_a_new_estate_nobody_guesses_the_building() -> None:
    found = read(["小区", "楼栋", "门牌"], ["北苑", "2", "501"], ["南苑", "", "501"])
    assert found[1].get("building", "") == ""


@pytest.mark.parametrize("heading", ["小区", "小区名称（全称）", "所属小区", "Estate"])
def test_estates_are_found_under_many_headings(heading: str) -> None:
    assert read([heading, "楼栋", "门牌"], ["北苑", "2", "501"])[0]["estate"] == "北苑"


def test_the_templates_first_column_is_the_estate_and_its_examples_are_skipped() -> None:
    from civic.people.sheets.sheet import Unreadable

    found = read_sheet("模板.xlsx", template_xlsx("zh_CN"))
    assert isinstance(found, Unreadable)
    assert "no row below" in found.because.text


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def bring(cast: Cast, *given: dict[str, Any]) -> None:
    sheet = Sheet("名册", (), (), (), tuple(enumerate(given, 2)))
    with cast.acting("刘敏") as work:
        batch = preview_list(work, "名册.csv", sheet, plan_of(work, sheet)).id
    with cast.acting("刘敏") as work:
        commit_list(work, batch)


def test_a_list_of_two_estates_stands_on_the_roll_as_it_is(cast: Cast) -> None:
    bring(cast, NORTH, SOUTH, {**NORTH, "building": "7", "name": "王七"})
    with cast.acting("刘敏", write=False) as work:
        north, south = work.one(Building, name="北苑2号楼"), work.one(Building, name="南苑2号楼")
        assert (north.estate, south.estate, south.position) == ("北苑", "南苑", 2)
        assert work.one(Building, name="7号楼").estate == "北苑"
        assert work.one(Building, name="2号楼").estate == "工福小区"
        assert work.one(Dwelling, building_id=north.id).door == "501"
        assert plan_import([(2, NORTH), (3, SOUTH)], registry(work), date(2026, 3, 2)).empty


def test_a_building_entered_without_an_estate_gets_it_by_the_list(cast: Cast) -> None:
    bring(cast, {"building": "8", "door": "101", "name": "赵八"})
    bring(cast, {"estate": "北苑", "building": "8", "door": "101", "name": "赵八"})
    with cast.acting("刘敏", write=False) as work:
        assert work.one(Building, name="8号楼").estate == "北苑"


def test_what_is_refused_about_estates_stands_in_the_preview(cast: Cast) -> None:
    """The cast's 2号楼 is in 工福小区, another comes with the list: the first row does not say which it means."""
    given = [{"building": "2", "door": "101", "name": "黄刚"}, {**NORTH, "building": "2"}]
    sheet = Sheet("名册", (), (), (), tuple(enumerate(given, 2)))
    with cast.acting("刘敏") as work:
        batch = preview_list(work, "名册.csv", sheet, plan_of(work, sheet)).id
    with cast.acting("刘敏", write=False) as work:
        kept = work.get(ImportBatch, batch)
        assert kept.figures["refused"] == 1
        assert "is in several estates" in json.dumps(kept.sheet)
