"""Lists as people have them: one column that says owner, tenant or family; doors in Chinese numerals."""

import pytest

from civic.people.rules.importing.columns import column_of
from civic.people.rules.importing.places import door_of
from civic.people.rules.importing.plan import plan_import
from civic.people.rules.importing.planned import Plan
from civic.people.rules.importing.registry import Registry
from tests.people.people_lists import TODAY, row, rows, said
from tests.people.test_importing_plan import WANG, roll


def plan(*given: dict[str, str], known: Registry | None = None, mine: int | None = None) -> Plan:
    return plan_import(rows(*given), known or Registry(), TODAY, mine)


@pytest.mark.parametrize(
    "heading", ["身份", "人员类别", "住户类型", "居民身份*", "Resident type", "Owner or tenant"]
)
def test_a_column_of_capacities_is_known(heading: str) -> None:
    assert column_of(heading) == "capacity"


@pytest.mark.parametrize(
    ("said_so", "relation", "owns"),
    [
        ("业主", None, True),
        ("房东", None, True),
        ("Owner", None, True),
        ("租客", "tenant", False),
        ("承租人", "tenant", False),
        ("tenant", "tenant", False),
        ("家属", "kin", False),
        ("family member", "kin", False),
        ("户主", "householder", False),
        ("配偶", "spouse", False),
        ("常住", "householder", False),
    ],
)
def test_owner_tenant_and_family(said_so: str, relation: str | None, owns: bool) -> None:
    made = plan(row("2-1-501", "王建国", capacity=said_so))
    assert not made.rows[0].faults, said(made.rows[0])
    assert [each.relation for each in made.residences] == ([relation] if relation else [])
    assert bool(made.ownerships) is owns
    assert made.owners == int(owns)


def test_an_owner_of_whom_nobody_says_that_they_live_there() -> None:
    made = plan(row("2-1-501", "王建国", capacity="业主"))
    assert "Whether they live here too, the list does not say" in said(made.rows[0])[-1]


def test_a_word_that_says_nothing_is_asked_about() -> None:
    made = plan(row("2-1-501", "王建国", capacity="群众"))
    assert said(made.rows[0]) == [
        "“群众” is unknown here. Please use one of: owner, tenant, family, resident."
    ]


def test_two_columns_that_say_different_things() -> None:
    made = plan(row("2-1-501", "王建国", capacity="租客", owner="是"))
    assert any("say different things" in text for text in said(made.rows[0]))


def test_the_column_made_for_it_goes_first() -> None:
    made = plan(row("2-1-501", "李桂兰", capacity="家属", relation="配偶"))
    assert [each.relation for each in made.residences] == ["spouse"]


@pytest.mark.parametrize(
    ("typed", "door"),
    [
        ("三零二", "302"),
        ("三〇二室", "302"),
        ("三百零二", "302"),
        ("十二", "12"),
        ("一二〇三号", "1203"),
        ("〇一", "01"),
        ("三零二a", "三零二A"),
        ("东户", "东"),
    ],
)
def test_a_door_in_chinese_numerals(typed: str, door: str) -> None:
    assert door_of(typed).door == door


@pytest.mark.parametrize("typed", ["2号楼一单元三零二", "二号楼1单元三〇二室", "2-1-302"])
def test_a_whole_dwelling_in_one_cell(typed: str) -> None:
    found = door_of(typed)
    assert (found.building, found.entrance, found.door) == ("2号楼", 1, "302")


def test_it_is_the_door_that_the_roll_has() -> None:
    made = plan(WANG | {"door": "五零一", "building": "二号楼"}, known=roll(WANG))
    assert not made.dwellings
    assert [each.outcome.value for each in made.rows] == ["unchanged"]


def test_nobody_imports_their_own_entry_or_door() -> None:
    li = row("2-1-501", "李桂兰", relation="配偶", born_on="1945-03-12")
    zhao = row("2-1-502", "赵强", relation="户主")
    known = roll(WANG)
    mine = next(each.id for each in known.people if each.name == "王建国")
    changed = WANG | {"phone": "13900000009", "area": "120"}
    made = plan(changed, li, zhao, known=known, mine=mine)
    assert [each.outcome.value for each in made.rows] == ["refused", "refused", "new"]
    assert said(made.rows[0]) == said(made.rows[1])
    assert said(made.rows[0])[0].startswith("This is your own entry or your own door.")
    assert (made.own, made.changes) == (2, ())
    assert [each.name for each in made.people] == ["赵强"]
    assert plan(changed, li, zhao, known=known, mine=99).own == 0


def test_nor_a_home_that_the_list_gives_them() -> None:
    known = roll(WANG)
    mine = known.people[0].id
    elsewhere = WANG | {"door": "3-1-101", "owner": "是", "relation": "不住"}
    other = row("3-1-101", "周芳", owner="是", share="1/2")
    made = plan(elsewhere | {"share": "1/2"}, other, known=known, mine=mine)
    assert [each.outcome.value for each in made.rows] == ["refused", "refused"]
    assert made.empty
