"""A committee's own list from file to plan: 5,000 rows, twenty planted faults, each named by its row."""

import time
from datetime import date

from civic.core.message import Message
from civic.people.rules.importing.plan import plan_import
from civic.people.rules.importing.planned import Outcome, Plan
from civic.people.rules.importing.registry import Registry
from civic.people.sheets.read import read_sheet
from civic.people.sheets.sheet import Sheet
from civic.web.words import text_of
from tests.people import messy
from tests.people.people_lists import TODAY, said

COLUMN = {heading: place for place, heading in enumerate(messy.HEADINGS)}

FAULTS: list[tuple[int, dict[str, messy.Cell], str]] = [
    (10, {"面积": 91.20}, "“Area” of this door is 91.20 here and 89.60 in row 13"),
    (12, {"姓名": "王建国、李桂兰、张伟"}, "looks like 3 people in one cell"),
    (20, {"电话": 1380000002}, "“1380000002” is no telephone number"),
    (30, {"电话": "138****0030"}, "“138****0030” is no telephone number"),
    (40, {"出生日期": "1950-02-30"}, "There is no such day as “1950-02-30”"),
    (50, {"出生日期": date(2031, 1, 1)}, "“2031-01-01” is still to come"),
    (60, {"出生日期": "370702195005121234"}, "Identity card numbers are not kept here"),
    (70, {"产权份额": "1/3"}, "come to 5/6 instead of 1"),
    (80, {"产权份额": date(2026, 1, 2)}, "Excel has turned this share into a day"),
    (91, {"表决代表": "是"}, "has 2 named voters"),
    (100, {"与户主关系": "楼长"}, "“楼长” is unknown here"),
    (110, {"类型": "仓库"}, "“仓库” is unknown here"),
    (120, {"面积": 0}, "An area of “0” cannot be right"),
    (130, {"面积": 8960}, "An area of “8960” cannot be right"),
    (140, {"门牌": None}, "The door is missing"),
    (150, {"单元": "东单元"}, "“东单元” is no number of an entrance"),
    (160, {"姓名": "王\u200b建国"}, "invisible or forbidden sign"),
    (171, {"与户主关系": "租户"}, "Nobody is tenant and owner"),
    (181, {"与户主关系": "户主"}, "already names the householder"),
    (190, {"楼栋": "合计"}, "is a sum and no dwelling"),
]
"""Row in the file from 0 below the headings; what stands in it instead; what the plan says."""


def big_list(rows: int) -> list[list[messy.Cell]]:
    """Neat, but full of what Excel makes of it: full-width digits, 101.0, phones as numbers, 2幢 for 2号楼."""
    cells = [list(each) for each in messy.street(rows)]
    for number, row in enumerate(cells):
        row[COLUMN["楼栋"]] = (f"{row[0]}号楼", f"{row[0]}幢", row[0], f"{row[0]}.0")[number % 4]
        if number % 5 == 0:
            row[COLUMN["门牌"]] = (
                str(row[3]).translate(str.maketrans("0123456789", "０１２３４５６７８９")) + "室"
            )
        if number % 7 == 0:
            row[COLUMN["面积"]] = "89.6㎡"
    return [list(messy.HEADINGS), *cells]


def planned(body: bytes) -> Plan:
    sheet = read_sheet("名单.xlsx", body)
    assert isinstance(sheet, Sheet), text_of(sheet.because, "en")
    return plan_import(sheet.rows, Registry(), TODAY)


def test_twenty_planted_faults_are_named_each_with_its_row() -> None:
    cells = big_list(400)
    for number, instead, _ in FAULTS:
        for heading, cell in instead.items():
            cells[number + 1][COLUMN[heading]] = cell
    plan = planned(messy.xlsx(cells))
    by_number = {row.number: row for row in plan.rows}
    for number, _, words in FAULTS:
        told = said(by_number[number + 2])
        assert by_number[number + 2].outcome is Outcome.REFUSED, (number, told)
        assert any(words in text for text in told), (number, told)
    spouses = {number ^ 1 for number, _, _ in FAULTS}  # owners of one dwelling go in together
    assert {row.number - 2 for row in plan.rows if row.faults} <= {
        number for number, _, _ in FAULTS
    } | spouses
    assert all(isinstance(note.text, Message) for row in plan.rows for note in row.notes)


def test_five_thousand_rows_are_read_and_planned_in_three_seconds() -> None:
    body = messy.xlsx(big_list(5000))
    began = time.monotonic()
    plan = planned(body)
    took = time.monotonic() - began
    assert plan.count(Outcome.REFUSED) == 0, [said(row) for row in plan.rows if row.faults][:3]
    assert len(plan.people) == 5000
    assert len(plan.dwellings) == 2500
    assert len(plan.buildings) == 42
    assert took < 3


def test_the_same_messy_list_is_the_same_plan_from_every_program() -> None:
    cells = big_list(60)
    plans = [planned(make(cells)) for make in (messy.xlsx, messy.xls, messy.ods)]
    plans += [planned(messy.text(cells, encoding)) for encoding in ("utf-8", "gb18030")]
    assert all(plan == plans[0] for plan in plans)
