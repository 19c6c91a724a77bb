"""Who counts as one person, and how the roll is frozen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic.decide.rules.kinds import Counter
from civic.decide.rules.roll import (
    RollLine,
    RollUnit,
    UnitKind,
    entitled,
    equal_roll,
    owners_roll,
    roll_hash,
    roll_text,
)

DEVELOPER, CHEN = 900, 7


@pytest.mark.parametrize(
    "units", [[RollUnit(1, 1, 0)], [RollUnit(1, 1, -5)], [RollUnit(1, 1, 5), RollUnit(1, 2, 5)]]
)
def test_a_unit_without_area_or_given_twice_is_refused(units: list[RollUnit]) -> None:
    with pytest.raises(ValueError, match="unit 1"):
        owners_roll(units)


def estate() -> list[RollUnit]:
    """Case B: 216 units, 6 of them unsold, 3 of one owner."""
    units = [RollUnit(n, DEVELOPER, 8_000, UnitKind.UNSOLD) for n in range(1, 6)]
    units += [RollUnit(6, DEVELOPER, 8_000, UnitKind.UNDELIVERED)]
    units += [RollUnit(n, CHEN, 8_000) for n in range(7, 10)]
    return units + [RollUnit(n, 1000 + n, 8_000) for n in range(10, 217)]


def test_216_units_are_209_persons() -> None:
    roll = owners_roll(estate())
    assert len(estate()) == 216
    assert entitled(roll, [Counter.HEAD, Counter.AREA]) == {Counter.HEAD: 209, Counter.AREA: 216 * 8_000}
    assert RollLine(DEVELOPER, (1, 2, 3, 4, 5, 6), 1, 48_000) in roll
    assert RollLine(CHEN, (7, 8, 9), 1, 24_000) in roll


def test_15_flats_of_one_owner_are_one_person() -> None:
    (line,) = owners_roll(RollUnit(n, CHEN, 9_000) for n in range(15))
    assert (line.heads, line.area) == (1, 135_000)


def test_parking_counts_only_if_the_owners_say_so() -> None:
    units = [
        RollUnit(1, CHEN, 8_000),
        RollUnit(2, CHEN, 1_200, UnitKind.PARKING),
        RollUnit(3, 8, 1_200, UnitKind.PARKING),
    ]
    assert owners_roll(units) == (RollLine(CHEN, (1,), 1, 8_000),)
    assert owners_roll(units, parking=True) == (RollLine(CHEN, (1, 2), 1, 9_200), RollLine(8, (3,), 1, 1_200))


def test_members_are_equal_and_none_twice() -> None:
    assert equal_roll([3, 1, 3]) == (RollLine(1), RollLine(3))
    assert entitled(equal_roll(range(67)), [Counter.HEAD]) == {Counter.HEAD: 67}


def test_the_text_of_a_roll_names_nobody() -> None:
    assert (
        roll_text(owners_roll([RollUnit(2, CHEN, 8_000), RollUnit(1, CHEN, 50)]))
        == "civic roll 1\n7\t1\t8050\t1,2\n"
    )


def test_one_hundredth_is_another_roll() -> None:
    assert roll_hash([RollLine(1, (1,), 1, 8_000)]) != roll_hash([RollLine(1, (1,), 1, 8_001)])


units = st.lists(
    st.builds(RollUnit, st.integers(1, 500), st.integers(1, 20), st.integers(1, 20_000)),
    unique_by=lambda unit: unit.dwelling_id,
    max_size=40,
)


@given(st.data(), units)
def test_the_order_of_units_changes_nothing(data: st.DataObject, some: list[RollUnit]) -> None:
    shuffled = owners_roll(data.draw(st.permutations(some)))
    assert roll_hash(shuffled) == roll_hash(owners_roll(some))


@given(units)
def test_no_area_is_lost_and_heads_are_owners(some: list[RollUnit]) -> None:
    roll = owners_roll(some)
    assert sum(line.area for line in roll) == sum(unit.area for unit in some)
    assert len(roll) == len({unit.owner_id for unit in some})
