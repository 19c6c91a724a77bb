"""Who sees which field: a second table, written out field by field, that the code's must equal."""

from datetime import date
from typing import Any

import pytest

from civic.people.rules.sight import (
    Field,
    Looker,
    Sight,
    Subject,
    Viewer,
    best,
    masked_day,
    masked_phone,
    shown,
    sight,
    viewer_of,
    viewers_of,
)
from civic.permissions import Standing

S, V = Standing, Viewer
FIELDS = "name phone born_on door building area household relation registered share offices login helpers corrections looks"
# F full · p after a press that is logged · m masked · - absent
EXPECTED = {
    #                        name
    #                        |  phone
    #                        |  |  born_on
    #                        |  |  |  door
    #                        |  |  |  |  building
    #                        |  |  |  |  |  area
    #                        |  |  |  |  |  |  household
    #                        |  |  |  |  |  |  |  relation
    #                        |  |  |  |  |  |  |  |  registered
    #                        |  |  |  |  |  |  |  |  |  share
    #                        |  |  |  |  |  |  |  |  |  |  offices
    #                        |  |  |  |  |  |  |  |  |  |  |  login
    #                        |  |  |  |  |  |  |  |  |  |  |  |  helpers
    #                        |  |  |  |  |  |  |  |  |  |  |  |  |  corrections
    #                        |  |  |  |  |  |  |  |  |  |  |  |  |  |  looks
    "oneself":               "F  F  F  F  F  F  F  F  F  F  F  F  F  F  F",
    "same_household":        "F  m  m  F  F  F  F  F  -  -  F  -  -  -  -",
    "neighbour":             "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "resident":              "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "visitor":               "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "head":                  "F  p  p  F  F  F  F  F  F  -  F  -  F  -  -",
    "head_elsewhere":        "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "grid_worker":           "F  p  p  F  F  F  F  F  F  -  F  -  -  -  -",
    "grid_worker_elsewhere": "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "committee":             "F  p  p  F  F  F  F  F  F  F  F  p  F  F  -",
    "owners_committee":      "F  -  -  F  F  F  -  -  -  F  F  -  -  -  -",
    "party_committee":       "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "supervisor":            "m  -  -  -  F  -  -  -  -  -  F  -  -  -  F",
    "property_firm":         "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "advisor":               "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "volunteer":             "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "department":            "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "clerk":                 "m  -  -  -  F  -  -  -  -  -  F  -  -  -  -",
    "administrator":         "m  -  -  -  F  -  -  -  -  -  F  -  -  -  F",
    "administrator_glass":   "F  p  p  F  F  F  F  F  F  F  F  p  F  F  F",
    "helper":                "F  m  m  F  F  F  -  -  F  -  F  -  -  F  -",
}  # fmt: skip
SIGNS = {"F": Sight.FULL, "p": Sight.SHOWN_ON_PRESS, "m": Sight.MASKED, "-": Sight.ABSENT}
CELLS = [
    (viewer, field, SIGNS[sign])
    for viewer, row in EXPECTED.items()
    for field, sign in zip(FIELDS.split(), row.split(), strict=True)
]


def test_the_second_table_is_complete() -> None:
    assert set(EXPECTED) == set(Viewer)
    assert tuple(FIELDS.split()) == tuple(Field)


@pytest.mark.parametrize(("viewer", "field", "expected"), CELLS)
def test_every_field_for_every_viewer(viewer: str, field: str, expected: Sight) -> None:
    assert sight(Field(field), Viewer(viewer)) is expected


SHE = Subject(1, household=(11, 1), building_id=2, entrance=1)
R = (S.RESIDENT,)


@pytest.mark.parametrize(
    ("looker", "subject", "viewer"),
    [
        (Looker(None), SHE, V.VISITOR),
        (Looker(1, R), SHE, V.ONESELF),
        (Looker(1, (S.SUSPENDED,)), SHE, V.ONESELF),
        (Looker(1, (S.COMMITTEE,)), SHE, V.ONESELF),
        (Looker(5, (S.SUSPENDED,), household=(11, 1), building_id=2), SHE, V.VISITOR),
        (Looker(5, ()), SHE, V.VISITOR),
        (Looker(5, R, household=(11, 1), building_id=2), SHE, V.SAME_HOUSEHOLD),
        (Looker(5, R, household=(11, 2), building_id=2), SHE, V.NEIGHBOUR),
        (Looker(5, R, household=(90, 1), building_id=3), SHE, V.RESIDENT),
        (Looker(5, (S.OWNER,)), Subject(1), V.RESIDENT),
        (Looker(5, (S.REPRESENTATIVE, *R)), SHE, V.RESIDENT),
        (Looker(5, (S.CITIZEN_WATCH, *R)), SHE, V.RESIDENT),
        (Looker(5, (S.BUILDING_HEAD, *R), building_id=2, buildings=frozenset({2})), SHE, V.HEAD),
        (Looker(5, (S.BUILDING_HEAD, *R), building_id=3, buildings=frozenset({3})), SHE, V.HEAD_ELSEWHERE),
        (Looker(5, (S.ENTRANCE_HEAD,), entrances=frozenset({(2, 1)})), SHE, V.HEAD),
        (Looker(5, (S.ENTRANCE_HEAD,), entrances=frozenset({(2, 2)})), SHE, V.HEAD_ELSEWHERE),
        (Looker(5, (S.ENTRANCE_HEAD,), entrances=frozenset({(2, 1)})), Subject(1), V.HEAD_ELSEWHERE),
        (Looker(5, (S.GRID_WORKER,), buildings=frozenset({2})), SHE, V.GRID_WORKER),
        (Looker(5, (S.GRID_WORKER,), buildings=frozenset({3})), SHE, V.GRID_WORKER_ELSEWHERE),
        (Looker(5, (S.VOLUNTEER,), buildings=frozenset({2})), SHE, V.VOLUNTEER),
        (Looker(5, (S.COMMITTEE, *R)), SHE, V.COMMITTEE),
        (Looker(5, (S.OWNERS_COMMITTEE, *R)), Subject(1, owner=True), V.OWNERS_COMMITTEE),
        (Looker(5, (S.OWNERS_COMMITTEE, *R)), Subject(1), V.RESIDENT),
        (Looker(5, (S.PARTY_COMMITTEE,)), SHE, V.PARTY_COMMITTEE),
        (Looker(5, (S.SUPERVISOR, *R), building_id=2), SHE, V.SUPERVISOR),
        (Looker(5, (S.PROPERTY_FIRM,)), SHE, V.PROPERTY_FIRM),
        (Looker(5, (S.ADVISOR,)), SHE, V.ADVISOR),
        (Looker(5, (S.DEPARTMENT,)), SHE, V.DEPARTMENT),
        (Looker(5, (S.CLERK,)), SHE, V.CLERK),
        (Looker(5, (S.ADMINISTRATOR,)), SHE, V.ADMINISTRATOR),
        (Looker(5, (S.ADMINISTRATOR,), glass=True), SHE, V.ADMINISTRATOR_GLASS),
        (Looker(5, (S.SUPERVISOR,), glass=True), SHE, V.SUPERVISOR),
        (Looker(5, R, helps=frozenset({1})), SHE, V.HELPER),
        (Looker(5, R, helps=frozenset({7})), SHE, V.RESIDENT),
    ],
)
def test_the_strongest_relation_is_what_somebody_looks_as(
    looker: Looker, subject: Subject, viewer: Viewer
) -> None:
    assert viewer_of(looker, subject) is viewer


def test_who_is_several_at_once_sees_the_most_that_any_of_it_gives() -> None:
    wife_and_helper = viewers_of(Looker(5, R, household=(11, 1), helps=frozenset({1})), SHE)
    assert best(Field.HOUSEHOLD, wife_and_helper) is Sight.FULL
    assert best(Field.CORRECTIONS, wife_and_helper) is Sight.FULL
    assert best(Field.LOGIN, wife_and_helper) is Sight.ABSENT
    assert best(Field.NAME, ()) is Sight.ABSENT


@pytest.mark.parametrize("standing", [s for s in Standing if s not in {S.COMMITTEE}])
def test_no_office_alone_shows_a_stranger_in_full(standing: Standing) -> None:
    seen = viewers_of(Looker(5, (standing,)), SHE)
    for field in (Field.NAME, Field.PHONE, Field.BORN_ON, Field.DOOR, Field.LOGIN):
        assert best(field, seen) <= Sight.MASKED


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812340000", "138********"), ("+86 138 1234 0000", "138********"), ("138-1234-0000", "138********"),
        ("0536-8221234", "****"), ("12345", "****"), ("110", "****"), ("", ""), ("  ", ""), ("none", "****"),
    ],
)  # fmt: skip
def test_a_masked_telephone(phone: str, masked: str) -> None:
    assert masked_phone(phone) == masked


def test_a_masked_birthday_is_a_century() -> None:
    assert (masked_day(date(1944, 3, 8)), masked_day(date(2001, 3, 8)), masked_day(None)) == (
        "19**",
        "20**",
        "",
    )


@pytest.mark.parametrize(
    ("field", "value", "seen", "options", "read"),
    [
        (Field.NAME, "王桂兰", Sight.FULL, {}, "王桂兰"),
        (Field.NAME, "王桂兰", Sight.MASKED, {}, "王**"),
        (Field.NAME, "王桂兰", Sight.MASKED, {"in_office": True}, "王桂兰"),
        (Field.NAME, "王桂兰", Sight.ABSENT, {"in_office": True}, None),
        (Field.NAME, "欧阳春", Sight.SHOWN_ON_PRESS, {}, "欧阳**"),
        (Field.NAME, "3M中国有限公司", Sight.MASKED, {}, "3**"),
        (Field.PHONE, "13812340000", Sight.SHOWN_ON_PRESS, {}, "138********"),
        (Field.PHONE, "13812340000", Sight.SHOWN_ON_PRESS, {"pressed": True}, "13812340000"),
        (Field.PHONE, "13812340000", Sight.MASKED, {"pressed": True}, "138********"),
        (Field.PHONE, "13812340000", Sight.MASKED, {"in_office": True}, "138********"),
        (Field.PHONE, "13812340000", Sight.ABSENT, {"pressed": True}, None),
        (Field.BORN_ON, date(1944, 3, 8), Sight.MASKED, {}, "19**"),
        (Field.BORN_ON, None, Sight.MASKED, {}, ""),
        (Field.BORN_ON, date(1944, 3, 8), Sight.FULL, {}, date(1944, 3, 8)),
        (Field.DOOR, "501", Sight.MASKED, {}, None),
        (Field.LOGIN, "wgl1944", Sight.SHOWN_ON_PRESS, {}, None),
        (Field.LOGIN, "wgl1944", Sight.SHOWN_ON_PRESS, {"pressed": True}, "wgl1944"),
        (Field.AREA, 8_000, Sight.FULL, {}, 8_000),
    ],
)
def test_what_is_read(field: Field, value: Any, seen: Sight, options: dict[str, bool], read: Any) -> None:
    assert shown(field, value, seen, **options) == read
