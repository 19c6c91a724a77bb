"""What people type into cells, and what the roll makes of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from civic.people import tables
from civic.people.rules.importing.choices import LABELS, VALUES, allowed, choice_of, word, yes_of
from civic.people.rules.importing.columns import Column, column_of, is_office, label
from civic.people.rules.importing.days import day_of, past_day_of
from civic.people.rules.importing.fault import Fault
from civic.people.rules.importing.names import is_organisation, name_of, phone_of
from civic.people.rules.importing.numbers import area_of, plain, share_of
from civic.people.rules.importing.places import Typed, building_of, door_of, entrance_of, floor_by, floor_of
from civic.people.rules.importing.reading import household_of
from civic.people.rules.importing.words import CAPACITIES
from civic.web.words import text_of

TODAY = date(2026, 11, 25)

GOOD: list[tuple[Callable[[str], Any], str, Any]] = [
    *[(plain, text, "101") for text in ("101", "101.0", "１０１", " 101 ", "'101", "101.00")],
    (plain, "13800138000.0", "13800138000"),
    *[(building_of, text, "2号楼") for text in ("2", "2号楼", "2幢", "2栋", "2#", "2#楼", "02", "二号楼", "２号楼", "2.0", "第2栋", "2 号楼", ["Building", "2"][1])],
    *[(building_of, text, "12号楼") for text in ("十二号楼", "12", "12楼")],
    *[(building_of, text, "36号楼") for text in ("三十六幢", "36号楼")],
    (building_of, "百合苑A座", "百合苑A座"),
    (building_of, "地下车库", "地下车库"),
    *[(entrance_of, text, 1) for text in ("", "1", "1.0", "一单元", "1单元", "第一单元", "１")],
    (entrance_of, "十二单元", 12),
    *[(floor_of, text, 5) for text in ("5", "5层", "五楼", "第5层", "5F")],
    *[(floor_of, text, -1) for text in ("-1", "B1", "负一层", "地下1层")],
    *[(door_of, text, Typed("501")) for text in ("501", "501室", "501.0", "５０１", "501号", "501 室", "501户")],
    *[(door_of, text, Typed("501", 1, "2号楼")) for text in ("2-1-501", "2号楼1单元501室", "2幢-1-501", "二号楼一单元501", "２－１－５０１", "2#1-501")],
    (door_of, "1-501", Typed("501", 1)),
    (door_of, "一单元501室", Typed("501", 1)),
    (door_of, "b-12", Typed("B-12")),
    *[(floor_by, door, floor) for door, floor in (("501", 5), ("1203", 12), ("101", 1), ("12", None), ("B12", None), ("011", None))],
    *[(area_of, text, 8960) for text in ("89.6", "89.60", "89.6㎡", "89.6平方米", "８９．６", "89.6 m²", "89.60000000000001", "89.6平")],
    (area_of, "1,089.60", 108960),
    (area_of, "2000", 200000),
    (area_of, "0.01", 1),
    *[(share_of, text, (1, 2)) for text in ("1/2", "50%", "0.5", "１／２", "2/4", "50.00%")],
    *[(share_of, text, (1, 1)) for text in ("1", "100%", "1/1", "1.0")],
    (share_of, "0.3333333333333333", (1, 3)),
    (share_of, "33.33%", (3333, 10000)),
    *[(day_of, text, date(1943, 5, 12)) for text in ("1943-05-12", "1943.5.12", "1943年5月12日", "19430512", "15838", "1943/5/12", "１９４３－５－１２", "1943-05-12 00:00:00", "15838.0")],
    (name_of, "王　明", "王明"),
    (name_of, " 欧阳建国 ", "欧阳建国"),
    (name_of, "阿卜杜拉·买买提", "阿卜杜拉·买买提"),
    (name_of, "𠮷田𬱖", "𠮷田𬱖"),
    (name_of, "Anne-Marie O'Neil", "Anne-Marie O'Neil"),
    (name_of, "山东恒达置业有限公司", "山东恒达置业有限公司"),
    *[(phone_of, text, "13800138000") for text in ("13800138000", "13800138000.0", "138 0013 8000", "138-0013-8000", "+86 13800138000", "008613800138000", "１３８００１３８０００")],
    *[(phone_of, text, "05368234567") for text in ("0536-8234567", "(0536)8234567", "05368234567")],
    (phone_of, "8234567", "8234567"),
    (phone_of, "+852 9123 4567", "+85291234567"),
    *[(household_of, text, 2) for text in ("2", "2.0", "二", "2户")],
]  # fmt: skip


@pytest.mark.parametrize(("read", "text", "value"), GOOD)
def test_it_is_understood(read: Callable[[str], Any], text: str, value: Any) -> None:
    assert read(text) == value


BAD: list[tuple[Callable[[str], Any], str, str]] = [
    (building_of, "\u200b", "no name of a building"),
    (building_of, "楼" * 50, "no name of a building"),
    *[(entrance_of, text, "no number of an entrance") for text in ("东单元", "0", "99", "A")],
    *[(floor_of, text, "no floor") for text in ("0", "顶层", "500")],
    *[(door_of, text, "no door") for text in ("?", "5" * 30, "<b>", "=1")],
    *[(area_of, text, "no area") for text in ("约90", "89,6", "九十", "89.6.0", "NaN", "inf", "1e9")],
    *[(area_of, text, "cannot be right") for text in ("0", "2000.01", "-5", "99999")],
    (area_of, "89.604", "more than two decimals"),
    *[(share_of, text, "no share") for text in ("一半", "1/0", "3/2", "0", "150%", "-1/2", "1/2/3", "9" * 30)],
    (share_of, "2026-01-02", "turned this share into a day"),
    *[(day_of, text, "no whole day") for text in ("1943", "1943.5", "43-5-12", "12/5/1943", "不详")],
    *[(day_of, text, "no such day") for text in ("1943-02-30", "19431301", "1943-0-1")],
    (day_of, "1843-05-12", "before 1900"),
    (day_of, "370702194305121234", "Identity card numbers are not kept here"),
    (lambda text: past_day_of(text, TODAY), "2026-11-26", "still to come"),
    *[(name_of, text, "3 people in one cell") for text in ("王建国、李桂兰、张伟", "王建国,李桂兰,张伟", "王建国/李桂兰/张伟", "王建国；李桂兰；张伟", "王建国 李桂兰 张伟", "王建国\n李桂兰\n张伟")],
    *[(name_of, text, "invisible or forbidden sign") for text in ("王\u200b明", "王\u202e明", "王\ue000明", "王\x00明", "王明\u200d")],
    (name_of, "王" * 61, "longer than 60"),
    *[(name_of, text, "is no name") for text in ("13800138000", "王明2", "王明（租户）", "李四*", "(王明)", "=王明", "@王明", "·")],
    (name_of, "Аnna", "several alphabets"),
    *[(phone_of, text, "no telephone number") for text in ("1380013800", "138001380000", "138****8000", "13800138000/0536-8234567", "电话", "23800138000")],
    *[(household_of, text, "no number of a household") for text in ("0", "A", "21")],
    (lambda text: choice_of(Column.KIND, text), "储藏室", "Please use one of: "),
    (lambda text: choice_of(Column.RELATION, text), "楼长", "is unknown here"),
    (lambda text: yes_of(Column.OWNER, text), "也许", "is unknown here"),
]  # fmt: skip


@pytest.mark.parametrize(("read", "text", "words"), BAD)
def test_it_is_refused_with_what_to_write(read: Callable[[str], Any], text: str, words: str) -> None:
    with pytest.raises(Fault) as fault:
        read(text)
    assert words in text_of(fault.value.because, "en")


@pytest.mark.parametrize("text", ["是", "√", "有", "Y", "TRUE", "1", "1.0"])
def test_yes(text: str) -> None:
    assert yes_of(Column.OWNER, text) is True


@pytest.mark.parametrize("text", ["否", "×", "无", "n", "false", "0"])
def test_no(text: str) -> None:
    assert yes_of(Column.OWNER, text) is False


def test_the_words_are_those_of_the_roll() -> None:
    kinds = {
        Column.KIND: tables.DwellingKind, Column.AREA_SOURCE: tables.AreaSource,
        Column.STATE: tables.UnitState, Column.RELATION: tables.Relation,
    }  # fmt: skip
    for column, values in VALUES.items():
        if column is Column.CAPACITY:
            continue  # owner, tenant, family: two questions in one column
        assert set(values) - {"elsewhere"} == {value.value for value in kinds[column]}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_word_and_heading_of_the_template_is_read_back(language: str) -> None:
    for column in Column:
        assert column_of(text_of(label(column), language)) is column
        assert not is_office(text_of(label(column), language))
    for column, values in VALUES.items():
        written = list(CAPACITIES) if column is Column.CAPACITY else list(values)
        assert [choice_of(column, text_of(each, language)) for each in allowed(column)] == written
    assert [yes_of(Column.OWNER, text_of(word(value), language)) for value in (True, False)] == [True, False]
    assert set(LABELS) == {value for values in VALUES.values() for value in values} | {"yes", "no"}


@pytest.mark.parametrize("heading", ["职务", "是否楼长", "网格员", "系统角色", "管理员", "Office", "role"])
def test_a_heading_of_posts_and_rights_is_no_column(heading: str) -> None:
    assert is_office(heading)
    assert column_of(heading) is None


def test_firms_are_told_from_people() -> None:
    assert is_organisation("山东恒达置业有限公司（青州）")
    assert is_organisation("山东恒达置业有限公司")
    assert not is_organisation("王建厂")
