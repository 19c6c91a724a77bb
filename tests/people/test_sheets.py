"""Lists as committees have them are read, whatever saved them."""

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
import python_calamine

from civic.people.rules.importing.columns import OF_THE_TEMPLATE, Column
from civic.people.sheets.read import read_sheet
from civic.people.sheets.sheet import Sheet, Unreadable
from civic.people.sheets.template import template_xlsx
from civic.people.sheets.writing import write_csv, write_xlsx
from civic.web.words import text_of
from tests.people import messy

LIST: list[list[messy.Cell]] = [
    ["工福街社区居民名单", None, None, None, None],
    ["楼栋", "单元", "门牌号", "姓名", "联系电话"],
    ["2号楼", 1, 101, "王建国", 13800138000],
    [None, None, None, "李桂兰", None],
    [None, None, 102, "张伟", "０５３６－８２３４５６７"],
    [None, 2, 201, "陈静", None],
]
MAKERS: dict[str, Callable[[messy.Rows], bytes]] = {
    "xlsx": messy.xlsx, "xls": messy.xls, "ods": messy.ods, "csv": messy.text,
    "csv with a mark": lambda rows: messy.text(rows, "utf-8-sig"),
    "csv of Chinese Excel": lambda rows: messy.text(rows, "gb18030"),
    "semicolons": lambda rows: messy.text(rows, separator=";"), "tabs": lambda rows: messy.text(rows, separator="\t"),
}  # fmt: skip


def read(body: bytes, name: str = "list.xlsx") -> Sheet:
    sheet = read_sheet(name, body)
    assert isinstance(sheet, Sheet), text_of(sheet.because, "en")
    return sheet


def doors(sheet: Sheet) -> list[tuple[int, str, str, str, str]]:
    return [(n, row["building"], row["entrance"], row["door"], row["name"]) for n, row in sheet.rows]


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_list_is_read_the_same_from_every_program(kind: str) -> None:
    sheet = read(MAKERS[kind](LIST), "whatever.doc")
    assert doors(sheet) == [
        (3, "2号楼", "1", "101", "王建国"),
        (4, "2号楼", "1", "101", "李桂兰"),
        (5, "2号楼", "1", "102", "张伟"),
        (6, "2号楼", "2", "201", "陈静"),
    ]
    assert sheet.rows[0][1]["phone"] == "13800138000"
    assert sheet.columns == (Column.BUILDING, Column.ENTRANCE, Column.DOOR, Column.NAME, Column.PHONE)


def test_merged_cells_stand_for_each_of_their_rows() -> None:
    rows: list[list[messy.Cell]] = [
        ["楼栋", "门牌", "姓名"],
        ["2", 101, "王建国"],
        [None, None, "李桂兰"],
        ["3", None, "张伟"],
    ]
    sheet = read(messy.xlsx(rows, merged=["A2:A3", "B2:B4"]))
    assert [(row["building"], row["door"]) for _, row in sheet.rows] == [
        ("2", "101"),
        ("2", "101"),
        ("3", "101"),
    ]


def test_after_a_new_building_the_door_is_not_guessed() -> None:
    sheet = read(messy.text([["楼栋", "门牌", "姓名"], ["2", "101", "王建国"], ["3", "", "李桂兰"]]))
    assert sheet.rows[1][1]["door"] == ""


def test_parts_may_be_spelled_as_other_programs_spell_them() -> None:
    parts = messy.unzipped(messy.xlsx(LIST))
    body = messy.zipped(
        {name.replace("sharedStrings", "SharedStrings"): part for name, part in parts.items()}
    )
    assert doors(read(body)) == doors(read(messy.xlsx(LIST)))


def test_days_and_shares_come_as_people_read_them() -> None:
    rows: list[list[messy.Cell]] = [
        ["楼栋", "门牌", "出生日期", "产权份额", "业主"],
        [2, "101", date(1943, 5, 12), 0.5, True],
    ]
    for make in (messy.xlsx, messy.xls):
        row = read(make(rows)).rows[0][1]
        assert (row["born_on"], row["share"], row["owner"]) in {("1943-05-12", "0.5", "true")}


def test_the_first_sheet_with_headings_is_taken_and_hidden_names_of_columns_are_told() -> None:
    rows: list[list[messy.Cell]] = [
        ["楼 栋", "门牌（室）", "身份证号", "楼长", "面积(㎡)"],
        ["2", "101", "370", "是", 89.6],
    ]
    sheet = read(messy.xlsx(rows, sheets=[("说明", [["请填写"]])]))
    assert sheet.name == "名单"
    assert (sheet.unknown, sheet.offices) == (("身份证号",), ("楼长",))
    assert sheet.rows == ((2, {"building": "2", "door": "101", "area": "89.6"}),)


def test_a_list_of_owners_says_that_each_of_them_owns() -> None:
    sheet = read(messy.text([["楼栋", "门牌", "业主姓名"], ["2", "101", "王建国"]]))
    assert sheet.rows[0][1]["owner"] == "yes"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_template_is_read_back_without_its_examples(language: str) -> None:
    empty = read_sheet("t.xlsx", template_xlsx(language))
    assert isinstance(empty, Unreadable)
    assert "no row below the headings" in text_of(empty.because, "en")
    book = python_calamine.load_workbook(io.BytesIO(template_xlsx(language)))
    headings, example, _ = book.get_sheet_by_index(0).to_python()
    filled = ["2号楼", *[str(cell) for cell in example[1:]]]
    sheet = read(write_xlsx([str(cell) for cell in headings], [filled]))
    assert sheet.columns == OF_THE_TEMPLATE
    assert sheet.unknown == sheet.offices == ()


FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\x00=1",
    " =1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("//x")',
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_that_goes_out_starts_a_formula(formula: str) -> None:
    rows = list(csv.reader(io.StringIO(write_csv(["门牌"], [[formula]]).decode("utf-8-sig"), newline="")))
    assert rows[1][0].startswith("'")
    parts = messy.unzipped(write_xlsx(["门牌", "楼栋"], [[formula, "http://example.com"]]))
    assert b"<f>" not in parts["xl/worksheets/sheet1.xml"]
    assert b"hyperlink" not in parts["xl/worksheets/sheet1.xml"]
    assert b">'" in parts["xl/sharedStrings.xml"]


def test_what_goes_out_as_csv_is_known_to_excel_by_its_mark() -> None:
    assert write_csv(["姓名"], [["王建国"]]).startswith(b"\xef\xbb\xbf")
