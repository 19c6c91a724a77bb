"""A preview shows masked what a logged look would show: a list with invented values is no way to read the roll."""

from datetime import date

import pytest

from civic.core.days import LONG_AGO
from civic.people.rules.importing.planned import FieldChange, Value
from civic.people.rules.importing.showing import shown


@pytest.mark.parametrize(
    ("field", "before", "after", "seen"),
    [
        ("phone", "13800130002", "13511110000", "138********"),
        ("phone", "0536-8800123", "13511110000", "****"),
        ("phone", "", "13511110000", None),
        ("born_on", date(1946, 5, 6), date(1950, 1, 1), "19**"),
        ("born_on", None, date(1950, 1, 1), None),
        ("estate", "曙光", "曙光二期", "曙光"),
        ("from_on", LONG_AGO, date(2020, 1, 1), None),
    ],
)
def test_what_stands_on_the_roll_is_masked_and_what_the_list_says_is_not(
    field: str, before: Value, after: Value, seen: str | None
) -> None:
    found = shown(FieldChange("person", 1, field, before, after))
    assert (found.before, found.after) == (seen, after)
