"""A committee's Excel list, made up: 36 buildings, 1,862 households, 4,310 adults, and twenty planted faults."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import xlsxwriter

HEADINGS = (
    "楼栋", "单元", "楼层", "房号", "类型", "面积", "面积来源", "产权状态", "姓名", "与户主关系", "业主", "产权份额",
    "表决代表", "电话", "出生日期", "户籍", "入住日期", "迁出日期",
)  # fmt: skip
BUILDINGS, HOUSEHOLDS, ADULTS = 36, 1862, 4310
ENTRANCES, DOORS_A_FLOOR = 3, 2
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = [
    "建国",
    "秀英",
    "桂兰",
    "志强",
    "玉梅",
    "海燕",
    "立新",
    "文博",
    "小红",
    "德明",
    "春生",
    "淑珍",
    "永康",
    "佳宁",
    "子轩",
    "雨桐",
    "国栋",
    "丽华",
]


@dataclass(frozen=True)
class Somebody:
    """A line of the list that is right."""

    building: int
    entrance: int
    door: str
    name: str
    relation: str
    phone: str
    born_on: date

    def cells(self, area: str) -> list[str]:
        """As a clerk types it."""
        owner = "是" if self.relation == "户主" else "否"
        return [
            f"{self.building}号楼", str(self.entrance), "", self.door, "住宅", area, "产权证", "已售", self.name,
            self.relation, owner, "", "", self.phone, self.born_on.isoformat(), "是", "2012-06-01", "",
        ]  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """A line that is wrong in one way, and words of the sentence that must say so."""

    changes: dict[str, str]
    says: str

    def cells(self, number: int) -> list[str]:
        """A sound line of a dwelling of its own, but for the fault."""
        line = dict.fromkeys(HEADINGS, "")
        line |= {
            "楼栋": "36号楼", "单元": "1", "房号": f"{20 + number}01", "类型": "住宅", "面积": "80", "面积来源": "产权证",
            "产权状态": "已售", "姓名": f"{SURNAMES[number]}有误", "与户主关系": "户主", "业主": "是", "电话": "",
            "出生日期": "1970-01-01", "户籍": "是", "入住日期": "2012-06-01",
        }  # fmt: skip
        return list((line | self.changes).values())


def households(people: int = ADULTS) -> Iterator[list[Somebody]]:
    """Every household, each with its adults; 586 of them have three, more where there are more `people`."""
    made = 0
    for building in range(1, BUILDINGS + 1):
        homes = HOUSEHOLDS // BUILDINGS + (building <= HOUSEHOLDS % BUILDINGS)
        for place in range(homes):
            floor, at = divmod(place, ENTRANCES * DOORS_A_FLOOR)
            entrance, side = divmod(at, DOORS_A_FLOOR)
            door = f"{floor + 1}{side + 1:02d}"
            adults = 3 if made < people - 2 * HOUSEHOLDS else 2
            yield [_adult(building, entrance + 1, door, made, n) for n in range(adults)]
            made += 1


def _adult(building: int, entrance: int, door: str, made: int, n: int) -> Somebody:
    family = SURNAMES[made % len(SURNAMES)]
    surname = family if n != 1 else SURNAMES[(made * 7 + 3) % len(SURNAMES)]
    given = GIVEN[(made // len(SURNAMES) + n * 5) % len(GIVEN)]
    born = date(1935, 1, 1) + timedelta(days=(made * 37 + n * 4000) % 25000)
    phone = "" if born.year < 1950 else f"139{made:05d}{n:03d}"
    return Somebody(building, entrance, door, surname + given, ("户主", "配偶", "子女")[n], phone, born)


def workbook(faults: tuple[Fault, ...], people: int = ADULTS) -> tuple[bytes, dict[int, Fault]]:
    """The file, and which row of it holds which fault; the first row is the headings."""
    lines: list[list[str]] = []
    for number, home in enumerate(households(people)):
        area = f"{70 + number % 60}.{number % 100:02d}"
        lines += [somebody.cells(area) for somebody in home]
    rows = {}
    for number, fault in enumerate(faults):
        lines.append(fault.cells(number))
        rows[len(lines) + 1] = fault
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("居民名册")
        sheet.write_row(0, 0, HEADINGS)
        for at, line in enumerate(lines, 1):
            for column, text in enumerate(line):
                sheet.write_string(at, column, text)
    return buffer.getvalue(), rows
