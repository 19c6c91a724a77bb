"""A list against the roll: what is new, what changes, what is refused, in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from civic.core.message import Message
from civic.people.rules.importing.apply import apply
from civic.people.rules.importing.plan import plan_import
from civic.people.rules.importing.planned import Outcome, Plan, PlannedRow
from civic.people.rules.importing.registry import KnownPerson, Registry
from civic.web.words import text_of
from tests.people.people_lists import TODAY, row, rows, said, texts

EMPTY = Registry()


def plan(*given: dict[str, str], known: Registry = EMPTY) -> Plan:
    return plan_import(rows(*given), known, TODAY)


def roll(*given: dict[str, str]) -> Registry:
    """The roll after these rows were imported a year ago."""
    before = TODAY - timedelta(days=365)
    first = plan_import(rows(*given), EMPTY, before)
    assert first.count(Outcome.REFUSED) == 0, [said(each) for each in first.rows]
    return apply(first, EMPTY, before)


WANG = row(
    "2-1-501", "王建国", relation="户主", phone="13800138000", born_on="1943-05-12", owner="是", area="89.6"
)
LI = row("2-1-501", "李桂兰", relation="配偶", born_on="1945-03-12")


def outcomes(made: Plan) -> list[str]:
    return [each.outcome.value for each in made.rows]


def test_a_first_list_is_all_new() -> None:
    made = plan(WANG, LI)
    assert outcomes(made) == ["new", "new"]
    assert said(made.rows[0]) == [
        "New door.",
        "New on the roll.",
        "Lives here; since when, the list does not say.",
        "Owns a share of 1.",
    ]
    assert [(each.name, each.entrances, each.position) for each in made.buildings] == [("2号楼", 1, 2)]
    assert made.dwellings[0].area_hundredths == 8960
    assert made.dwellings[0].floor == 5
    assert made.ownerships[0].named_voter


def test_the_same_list_again_changes_nothing() -> None:
    made = plan(WANG, LI, known=roll(WANG, LI))
    assert outcomes(made) == ["unchanged", "unchanged"]
    assert made.empty


def test_an_update_says_what_was_and_what_will_be() -> None:
    made = plan(WANG | {"phone": "13900139000", "area": "92.10"}, LI, known=roll(WANG, LI))
    assert outcomes(made) == ["changed", "unchanged"]
    assert [(text_of(each.what, "en"), str(each.before), str(each.after)) for each in made.rows[0].shown] == [
        ("Area", "89.60", "92.10"),
        ("Phone", "138********", "13900139000"),
    ]
    assert [(each.table, each.field, each.after) for each in made.changes] == [
        ("dwelling", "area_hundredths", 9210),
        ("person", "phone", "13900139000"),
    ]


def test_a_blank_cell_leaves_the_roll_as_it_is() -> None:
    blank = row("2-1-501", "王建国")
    made = plan(blank, known=roll(WANG, LI))
    assert outcomes(made) == ["unchanged"]


def test_who_is_missing_from_the_list_stays_and_is_counted() -> None:
    made = plan(WANG, known=roll(WANG, LI, row("3-1-101", "张伟")))
    assert made.missing == 1
    assert made.empty


def test_a_move_ends_the_old_home_on_the_day_before() -> None:
    moved = row("3-1-101", "王建国", phone="13800138000", relation="户主", from_on="2026-11-01")
    made = plan(moved, known=roll(WANG, LI))
    assert outcomes(made) == ["new"]
    assert [(each.table, each.field, each.after) for each in made.changes] == [
        ("residence", "to_on", date(2026, 10, 31))
    ]
    assert made.people == ()
    assert made.residences[0].person == 1


def test_a_move_between_known_doors_is_a_change_that_names_both() -> None:
    known = roll(WANG, LI, row("3-1-101"))
    made = plan(row("3-1-101", "王建国", born_on="1943-05-12", relation="户主"), known=known)
    assert outcomes(made) == ["changed"]
    (shown,) = made.rows[0].shown
    assert [text_of(each, "zh_CN") for each in (shown.before, shown.after) if isinstance(each, Message)] == [
        "2号楼1单元501", "3号楼1单元101",
    ]  # fmt: skip


def test_moving_out_sets_the_last_day() -> None:
    made = plan(WANG | {"to_on": "2026-11-20"}, known=roll(WANG, LI))
    assert [(each.field, each.after) for each in made.changes] == [("to_on", date(2026, 11, 20))]


def test_a_birthday_is_corrected_where_nobody_else_has_that_name() -> None:
    made = plan(WANG | {"born_on": "1943-05-21", "phone": ""}, known=roll(WANG, LI))
    assert [(each.field, each.after) for each in made.changes] == [("born_on", date(1943, 5, 21))]


def test_two_of_one_name_at_one_door_are_told_apart_by_birthday() -> None:
    young = row("2-1-501", "王建国", relation="孙子", born_on="1995-01-01")
    known = roll(WANG, young)
    assert len(known.people) == 2
    made = plan(WANG | {"phone": "13900139000"}, young | {"phone": "13700137000"}, known=known)
    assert [(each.id, each.after) for each in made.changes] == [(1, "13900139000"), (2, "13700137000")]


def test_an_owner_of_two_homes_is_one_person() -> None:
    made = plan(WANG, row("2-1-502", "王建国", owner="是", relation="不住", phone="13800138000"))
    assert len(made.people) == 1
    assert [each.person for each in made.ownerships] == [-1, -1]
    assert len(made.residences) == 1


def test_a_firm_owns_what_it_has_not_sold_and_lives_nowhere() -> None:
    firm = "山东恒达置业有限公司"
    made = plan(
        row("5-1-101", firm, owner="是", state="未售"), row("5-1-102", firm, owner="是", state="未售")
    )
    assert [(each.name, each.kind) for each in made.people] == [(firm, "organisation")]
    assert made.residences == ()
    assert {each.state for each in made.dwellings} == {"unsold"}


def test_owners_without_shares_own_equally_and_a_missing_voter_is_to_mend() -> None:
    made = plan(WANG, LI | {"owner": "是"})
    assert {(each.share_num, each.share_den) for each in made.ownerships} == {(1, 2)}
    assert "Please ask them whom they name." in " ".join(said(made.rows[0]))
    assert made.count(Outcome.REFUSED) == 0


def test_a_named_voter_takes_over_from_the_one_before() -> None:
    both = [WANG | {"share": "1/2", "named_voter": "是"}, LI | {"owner": "是", "share": "1/2"}]
    made = plan(both[0] | {"named_voter": ""}, both[1] | {"named_voter": "是"}, known=roll(*both))
    assert [(each.id, each.before, each.after) for each in made.changes] == [
        (1, True, False),
        (2, False, True),
    ]


def test_a_buyer_waits_until_the_seller_is_ended() -> None:
    made = plan(row("2-1-501", "张伟", owner="是", share="1"), known=roll(WANG))
    assert outcomes(made) == ["refused"]
    assert "On the roll 王建国 owns a part too" in " ".join(said(made.rows[0]))


def test_the_first_of_a_household_is_its_householder_where_none_is_named() -> None:
    made = plan(row("1-1-101", "王建国"), row("1-1-101", "李桂兰"))
    assert [each.relation for each in made.residences] == ["householder", "other"]


def test_nobody_is_registered_unless_the_list_says_so() -> None:
    made = plan(
        row("1-1-101", "王建国", relation="租户"), row("1-1-102", "张伟", relation="租户", registered="是")
    )
    assert [each.registered for each in made.residences] == [None, True]


def test_who_died_does_not_come_back_by_an_old_list() -> None:
    known = roll(WANG, LI)
    gone = Registry(
        known.buildings, known.dwellings, (KnownPerson(1, "王建国", born_on=date(1943, 5, 12), gone=True),)
    )
    made = plan(WANG, known=gone)
    assert outcomes(made) == ["refused"]
    assert "died or left for good" in said(made.rows[0])[0]


def test_the_spelling_of_the_roll_is_kept() -> None:
    known = roll(WANG)
    odd = Registry(
        tuple(type(each)(each.id, "2幢") for each in known.buildings),
        tuple(type(each)(each.id, "2幢", 1, "501室", 5, area_hundredths=8960) for each in known.dwellings),
        known.people, known.residences, known.ownerships,
    )  # fmt: skip
    assert plan(WANG, known=odd).empty
    assert plan(row("2-1-502"), known=odd).dwellings[0].building == "2幢"


def test_a_door_without_entrance_is_the_one_that_the_roll_has() -> None:
    known = roll(row("2-1-101"), row("2-2-101"), row("2-2-202"))
    made = plan(row("202", "王建国") | {"building": "2"}, row("101", "张伟") | {"building": "2"}, known=known)
    assert outcomes(made) == ["new", "refused"]
    assert made.dwellings == ()
    assert "is in several entrances" in said(made.rows[1])[0]


def test_a_parking_space_has_no_floor_and_no_gap() -> None:
    made = plan(row("B-101", kind="车位") | {"building": "地下车库"})
    assert made.dwellings[0].floor is None
    assert said(made.rows[0]) == ["New door."]


def test_nothing_in_a_plan_knows_of_offices() -> None:
    words = " ".join(
        str(value) for value in vars(plan(WANG | {"office": "楼长", "role": "administrator"})).values()
    )
    assert "office" not in words
    assert "administrator" not in words


FAULTS: list[tuple[list[dict[str, str]], int, str, str]] = [
    ([row("1-1-101", area="89.6"), row("1-1-101", area="92.1")], 1, "area", "“Area” of this door is 92.10 here and 89.60 in row 2"),
    ([row("1-1-101", "王建国、李桂兰、张伟")], 0, "name", "looks like 3 people in one cell"),
    ([row("1-1-101", "王建国"), row("1-1-101", "王建国")], 1, "name", "王建国 already stands in row 2"),
    ([row("1-1-101", "王建国", phone="13800138000"), row("1-1-102", "王建国", phone="13800138000")], 1, "name", "already lives elsewhere by row 2"),
    ([row("1-1-101", kind="仓库")], 0, "kind", "“仓库” is unknown here. Please use one of: home, shop, parking."),
    ([row("1-1-101", "王建国", born_on="1943-02-30")], 0, "born_on", "There is no such day as “1943-02-30”"),
    ([row("1-1-101", "王建国", born_on="2027-01-01")], 0, "born_on", "“2027-01-01” is still to come"),
    ([row("1-1-101", "王建国", owner="是", share="1/2"), row("1-1-101", "李桂兰", owner="是", share="1/3")], 0, "share", "come to 5/6 instead of 1"),
    ([row("1-1-101", "王建国", owner="是", named_voter="是"), row("1-1-101", "李桂兰", owner="是", named_voter="是")], 1, "named_voter", "has 2 named voters"),
    ([row("1-1-101", "王建国", phone="1380013800")], 0, "phone", "“1380013800” is no telephone number"),
    ([row("", "王建国") | {"building": "1"}], 0, "door", "The door is missing"),
    ([row("101", "王建国")], 0, "building", "The building is missing"),
    ([row("1-1-101", area="0")], 0, "area", "An area of “0” cannot be right"),
    ([row("1-1-101", area="2500")], 0, "area", "An area of “2500” cannot be right"),
    ([row("1-1-101", "王建国", relation="租户", owner="是")], 0, "owner", "Nobody is tenant and owner"),
    ([row("1-1-101", "王建国", from_on="2020-01-01", to_on="2019-01-01")], 0, "to_on", "moved out before moving in"),
    ([row("1-1-101", "王\u200b建国")], 0, "name", "invisible or forbidden sign"),
    ([row("1-1-101", "王" * 70)], 0, "name", "longer than 60 characters"),
    ([row("1-1-101", "王建国", relation="户主"), row("1-1-101", "张伟", relation="户主")], 1, "relation", "already names the householder"),
    ([row("1-1-101", "王建国", relation="楼长")], 0, "relation", "“楼长” is unknown here"),
    ([row("1-1-101", "王建国", owner="是", phone="12"), row("1-1-101", "李桂兰", owner="是")], 1, "owner", "Row 2 about another owner"),
    ([row("1-1-101", "王建国", owner="是", share="1/2"), row("1-1-101", "李桂兰", owner="是")], 1, "share", "Row 3 gives no share"),
    ([row("1-1-101", "王建国", share="1/2")], 0, "share", "does not say yes"),
    ([row("1-1-101", "恒达置业有限公司")], 0, "owner", "stands here only as an owner"),
    ([row("1-1-101", "王建国", relation="不住")], 0, "relation", "neither lives here nor owns"),
    ([row("2-1-101") | {"building": "3"}], 0, "door", "names another building"),
    ([row("1-1-101", "", phone="13800138000")], 0, "name", "The name is missing"),
    ([row("") | {"building": "合计", "area": "999"}], 0, "", "is a sum and no dwelling"),
    ([row("1-1-101", "王建国", born_on="2020-01-01", from_on="2019-01-01")], 0, "from_on", "before being born"),
    ([row("1-1-101", "王建国", phone="13800138000", born_on="1943-05-12"), row("1-1-102", "王建国", phone="13800138000", born_on="1950-05-12")], 1, "born_on", "another date of birth"),
    ([row("1-1-101", "王建国", born_on="1943-05-12", phone="13800138000"), row("1-1-102", "王建国", born_on="1943-05-12", phone="13900138000", relation="不住", owner="是")], 1, "phone", "gives another phone"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "at", "column", "words"), FAULTS)
def test_a_fault_is_named_by_row_and_column(
    given: list[dict[str, str]], at: int, column: str, words: str
) -> None:
    made = plan(*given)
    refused: PlannedRow = made.rows[at]
    assert refused.outcome is Outcome.REFUSED
    assert refused.number == at + 2
    assert any(words in text and (note.column or "") == column for note, text in texts(refused))
    assert apply(made, EMPTY, TODAY) == apply(
        plan(*[g for g, r in zip(given, made.rows, strict=True) if not r.faults]), EMPTY, TODAY
    )


def test_both_rows_are_refused_where_nobody_knows_which_is_right() -> None:
    made = plan(row("1-1-101", area="89.6"), row("1-1-101", area="92.1"), row("1-1-101", "王建国"))
    assert outcomes(made) == ["refused", "refused", "new"]
    assert made.dwellings[0].area_hundredths is None


def test_every_fault_of_a_row_is_named_at_once() -> None:
    made = plan(row("1-1-101", "王建国", phone="1", born_on="1943", area="x"))
    assert [note.column for note in made.rows[0].faults] == ["area", "phone", "born_on"]


def test_what_somebody_had_corrected_stays_as_it_is() -> None:
    him = WANG | {"phone": "13800138000", "born_on": "1943-05-12"}
    known = roll(him)
    asked = replace(known, people=tuple(replace(each, asked=frozenset({"phone"})) for each in known.people))
    made = plan(him | {"phone": "13900139000"}, known=asked)
    assert made.empty
    (row,) = made.rows
    assert any("had the roll corrected" in note.text.text for note in row.notes)
    both = plan(him | {"phone": "13900139000", "born_on": "1943-05-13"}, known=asked)
    assert [change.field for change in both.changes] == ["born_on"]
