"""Importing the same list again does nothing, whatever the list and whatever the roll had before."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from civic.people.rules.importing.apply import apply
from civic.people.rules.importing.plan import plan_import
from civic.people.rules.importing.planned import Outcome
from civic.people.rules.importing.registry import Registry
from tests.people.people_lists import TODAY, rows

NAMES = ["王建国", "李桂兰", "张伟", "恒达置业有限公司", ""]
cell = st.sampled_from
row = st.fixed_dictionaries(
    {
        "building": cell(["1", "1号楼", "2"]),
        "door": cell(["101", "102", "1-201"]),
        "name": cell(NAMES),
        "relation": cell(["", "户主", "配偶", "租户", "不住"]),
        "owner": cell(["", "是", "否"]),
        "share": cell(["", "", "1/2", "1"]),
        "named_voter": cell(["", "", "是", "否"]),
        "phone": cell(["", "13800138000", "13900139000", "1"]),
        "born_on": cell(["", "1943-05-12", "1950-01-01"]),
        "area": cell(["", "89.6", "92.1"]),
        "household": cell(["", "2"]),
        "registered": cell(["", "是", "否"]),
        "from_on": cell(["", "2020-01-01", "2026-11-25"]),
        "to_on": cell(["", "", "", "2026-11-20", "2026-12-31"]),
        "kind": cell(["", "", "车位"]),
    }
)
lists = st.lists(row, min_size=1, max_size=7)


def imported(given: list[dict[str, str]], known: Registry, today: date) -> Registry:
    return apply(plan_import(rows(*given), known, today), known, today)


def a_month_ago(given: list[dict[str, str]]) -> Registry:
    """The roll today, from a list imported then: who was to move out meanwhile has."""
    known = imported(given, Registry(), TODAY - timedelta(days=30))
    living = tuple(each for each in known.residences if each.to_on is None or each.to_on >= TODAY)
    return replace(known, residences=living)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(lists, lists)
def test_the_same_list_again_changes_nothing(before: list[dict[str, str]], now: list[dict[str, str]]) -> None:
    known = a_month_ago(before)
    first = plan_import(rows(*now), known, TODAY)
    after = apply(first, known, TODAY)
    again = plan_import(rows(*now), after, TODAY)
    assert not again.count(Outcome.NEW), again
    assert not again.count(Outcome.CHANGED), again
    assert again.empty
    assert {each.number for each in again.rows if each.faults} <= {
        each.number for each in first.rows if each.faults
    }


@settings(max_examples=60, deadline=None, derandomize=True)
@given(lists, lists)
def test_the_roll_stays_sound(before: list[dict[str, str]], now: list[dict[str, str]]) -> None:
    known = a_month_ago(before)
    after = imported(now, known, TODAY)
    homes = [(each.building, each.entrance, each.door) for each in after.dwellings]
    assert len(set(homes)) == len(homes)
    living = [each.person_id for each in after.residences if each.to_on is None]
    assert len(set(living)) == len(living)
    for dwelling in after.dwellings:
        owners = [each for each in after.ownerships if each.dwelling_id == dwelling.id]
        assert not owners or sum(each.share_num * 60 // each.share_den for each in owners) == 60
        assert sum(each.named_voter for each in owners) <= 1
        assert len({each.person_id for each in owners}) == len(owners)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(lists)
def test_a_plan_does_not_depend_on_the_order_of_the_roll(now: list[dict[str, str]]) -> None:
    known = a_month_ago(now)
    turned = replace(
        known, people=known.people[::-1], dwellings=known.dwellings[::-1], residences=known.residences[::-1],
        ownerships=known.ownerships[::-1],
    )  # fmt: skip
    changed = [each | {"phone": "13700137000"} for each in now]
    assert plan_import(rows(*changed), known, TODAY).count(Outcome.CHANGED) == plan_import(
        rows(*changed), turned, TODAY
    ).count(Outcome.CHANGED)
