"""Who gives which office to whom, for how long, and whose kin stands in the way."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic.core.verdict import Kind, Verdict
from civic.people.rules.appointing import (
    LONGEST_YEARS,
    OBTAINED,
    Giving,
    Held,
    close_kin,
    ends_soon,
    hand_over_by,
    hand_over_due,
    kin_in_household,
    last_possible_day,
    may_end,
    may_give,
    may_give_kind,
    offices_given_by,
    overlaps,
)
from civic.people.tables import Obtained, OfficeKind
from civic.permissions import Standing

S = Standing
TODAY = date(2026, 5, 1)
END = date(2031, 4, 30)
COMMITTEE_GIVES = {
    "building_head", "entrance_head", "grid_worker", "representative", "advisor", "volunteer", "clerk",
    "citizen_watch", "property_firm", "department",
}  # fmt: skip


def reason(verdict: Verdict) -> str | None:
    return verdict.because.text if verdict.because else None


def test_every_office_is_known_and_every_way_of_obtaining_it_too() -> None:
    assert {kind.value for kind in OBTAINED} == set(OfficeKind)
    assert {way for ways in OBTAINED.values() for way in ways} == set(Obtained)


@pytest.mark.parametrize("kind", [S(office) for office in OfficeKind])
def test_who_gives_which_office(kind: Standing) -> None:
    assert may_give_kind(kind, (S.ADMINISTRATOR,))
    assert bool(may_give_kind(kind, (S.COMMITTEE, S.RESIDENT))) == (kind.value in COMMITTEE_GIVES)
    for other in set(Standing) - {S.ADMINISTRATOR, S.COMMITTEE}:
        assert reason(may_give_kind(kind, (other,))) == (
            "Offices are entered by the residents' committee or the administrator."
        )


def test_the_form_offers_what_may_be_given() -> None:
    assert {kind.value for kind in offices_given_by((S.COMMITTEE,))} == COMMITTEE_GIVES
    assert {kind.value for kind in offices_given_by((S.ADMINISTRATOR,))} == set(OfficeKind)
    assert offices_given_by((S.PARTY_COMMITTEE,)) == ()


HEAD = Giving(Held(1, S.BUILDING_HEAD, TODAY, None, building_id=2), "recommended", 9)
MEMBER = Giving(Held(1, S.COMMITTEE, TODAY, END), "elected", 9)
WATCHER = Giving(Held(1, S.SUPERVISOR, TODAY, END), "elected", 9)


def changed(giving: Giving, **office: Any) -> Giving:
    return replace(giving, office=replace(giving.office, **office))


@pytest.mark.parametrize(
    ("case", "giving", "because"),
    [
        ("a building head", HEAD, None),
        ("a committee member for five years", MEMBER, None),
        ("oneself", replace(HEAD, given_by=1), "Nobody gives or ends an office of their own; please ask a colleague."),
        ("the dead", replace(HEAD, gone=True), "Whoever has died or left for good holds no office."),
        ("the suspended", replace(HEAD, suspended=True),
         "This account is suspended. Lift the suspension first, then give the office."),
        ("a firm", replace(HEAD, organisation=True),
         "An office is held by a person; please choose who acts for the organisation."),
        ("a head of no building", changed(HEAD, building_id=None), "Please say which building this office is for."),
        ("a building head of an entrance", changed(HEAD, entrance=1), "Only an entrance head has an entrance."),
        ("an entrance head without entrance", changed(HEAD, kind=S.ENTRANCE_HEAD),
         "Please say which entrance of which building this office is for."),
        ("an entrance head", changed(HEAD, kind=S.ENTRANCE_HEAD, entrance=1), None),
        ("a grid worker of no building",
         Giving(Held(1, S.GRID_WORKER, TODAY), "employed", 9), "Please say which building this office is for."),
        ("a representative of a building", Giving(Held(1, S.REPRESENTATIVE, TODAY, END, 2), "elected", 9), None),
        ("a representative of no building", Giving(Held(1, S.REPRESENTATIVE, TODAY, END), "elected", 9), None),
        ("a member for one building", changed(MEMBER, building_id=2),
         "This office is for the whole community, not for one building."),
        ("a member who was appointed", replace(MEMBER, obtained="appointed"),
         "This office comes by election only; please enter the election and its minutes."),
        ("a building head who was drawn", replace(HEAD, obtained="drawn"),
         "This office is not come by in that way."),
        ("a way that does not exist", replace(HEAD, obtained="bought"), "This office is not come by in that way."),
        ("a term that ends before it begins", changed(HEAD, to_on=TODAY - timedelta(1)),
         "The last day lies before the first."),
        ("a term that is over", changed(MEMBER, from_on=date(2021, 1, 1), to_on=date(2025, 12, 31)),
         "This term is over already."),
        ("a member without an end", changed(MEMBER, to_on=None),
         "This term lasts five years at most: until %(day)s."),
        ("a member for a day too long", changed(MEMBER, to_on=END + timedelta(1)),
         "This term lasts five years at most: until %(day)s."),
        ("a supervisor without an end", changed(WATCHER, to_on=None),
         "This term lasts five years at most: until %(day)s."),
        ("a clerk who is a candidate", Giving(Held(1, S.CLERK, TODAY), "appointed", 9, candidate=True),
         "A candidate counts no votes; please choose another clerk."),
        ("a clerk", Giving(Held(1, S.CLERK, TODAY), "drawn", 9), None),
    ],
)  # fmt: skip
def test_giving_an_office(case: str, giving: Giving, because: str | None) -> None:
    assert reason(may_give(giving, (S.ADMINISTRATOR,), (), (), TODAY)) == because, case


def test_the_refusal_for_the_wrong_giver_comes_first() -> None:
    verdict = may_give(replace(MEMBER, gone=True), (S.COMMITTEE,), (), (), TODAY)
    assert verdict.kind is Kind.NOT_ALLOWED
    assert reason(verdict) == "The residents' committee does not give this office (%(office)s)."


# Together


@pytest.mark.parametrize(
    ("case", "new", "held", "because"),
    [
        ("the same again", HEAD, Held(1, S.BUILDING_HEAD, date(2020, 1, 1), None, 2),
         "This person holds the office at that time already."),
        ("another building", HEAD, Held(1, S.BUILDING_HEAD, date(2020, 1, 1), None, 3), None),
        ("the same after the first has ended", HEAD,
         Held(1, S.BUILDING_HEAD, date(2020, 1, 1), TODAY - timedelta(1), 2), None),
        ("two heads of one building", HEAD, Held(5, S.BUILDING_HEAD, date(2020, 1, 1), None, 2), None),
        ("committee and supervisor", WATCHER, Held(1, S.COMMITTEE, TODAY, END),
         "Members of the residents' committee do not sit on the supervisory committee "
         "(Residents' Committees Law, art. 36)."),
        ("supervisor and committee", MEMBER, Held(1, S.SUPERVISOR, TODAY, END),
         "Members of the residents' committee do not sit on the supervisory committee "
         "(Residents' Committees Law, art. 36)."),
        ("once committee, now supervisor", WATCHER, Held(1, S.COMMITTEE, date(2020, 1, 1), TODAY - timedelta(1)), None),
        ("firm and supervisor", WATCHER, Held(1, S.PROPERTY_FIRM, TODAY),
         "The property firm neither handles ballots nor sits on the owners' committee or among those "
         "who supervise it."),
        ("firm and owners' committee", Giving(Held(1, S.PROPERTY_FIRM, TODAY), "employed", 9),
         Held(1, S.OWNERS_COMMITTEE, TODAY, END),
         "The property firm neither handles ballots nor sits on the owners' committee or among those "
         "who supervise it."),
        ("firm and clerk", Giving(Held(1, S.CLERK, TODAY), "drawn", 9), Held(1, S.PROPERTY_FIRM, TODAY),
         "The property firm neither handles ballots nor sits on the owners' committee or among those "
         "who supervise it."),
        ("committee and Party committee", MEMBER, Held(1, S.PARTY_COMMITTEE, TODAY), None),
        ("representative and building head", HEAD, Held(1, S.REPRESENTATIVE, TODAY, END, 2), None),
    ],
)  # fmt: skip
def test_offices_in_one_person(case: str, new: Giving, held: Held, because: str | None) -> None:
    assert reason(may_give(new, (S.ADMINISTRATOR,), (held,), (), TODAY)) == because, case


KIN = (
    "Close kin of the residents' committee do not supervise it, and the other way round "
    "(Residents' Committees Law, art. 36)."
)


@pytest.mark.parametrize("tie", ["spouse", "parent", "child", "sibling", "grandparent", "grandchild"])
@pytest.mark.parametrize("declared_by", [(1, 2), (2, 1)])
@pytest.mark.parametrize(("new", "kind"), [(WATCHER, S.COMMITTEE), (MEMBER, S.SUPERVISOR)])
def test_close_kin_in_both_directions(
    new: Giving, kind: Standing, declared_by: tuple[int, int], tie: str
) -> None:
    held = (Held(2, kind, TODAY, END),)
    assert reason(may_give(new, (S.ADMINISTRATOR,), held, [(*declared_by, tie)], TODAY)) == KIN
    assert may_give(new, (S.ADMINISTRATOR,), held, [(1, 3, tie)], TODAY)
    over = (Held(2, kind, date(2020, 1, 1), TODAY - timedelta(1)),)
    assert may_give(new, (S.ADMINISTRATOR,), over, [(*declared_by, tie)], TODAY)


def test_kin_of_a_building_head_may_supervise() -> None:
    assert may_give(
        WATCHER, (S.ADMINISTRATOR,), (Held(2, S.BUILDING_HEAD, TODAY, None, 2),), [(1, 2, "spouse")], TODAY
    )


FAMILY = (
    (1, "householder"),
    (2, "spouse"),
    (3, "child"),
    (4, "child"),
    (5, "parent"),
    (6, "kin"),
    (7, "tenant"),
)


@pytest.mark.parametrize(
    ("person", "kin"),
    [
        (1, {2, 3, 4, 5}),
        (2, {1, 3, 4}),
        (3, {1, 2, 4, 5}),
        (4, {1, 2, 3, 5}),
        (5, {1, 3, 4}),
        (6, set()),
        (7, set()),
    ],
)
def test_what_follows_from_one_household(person: int, kin: set[int]) -> None:
    assert close_kin(person, kin_in_household(FAMILY)) == kin


def test_kin_across_households() -> None:
    ties = [
        *kin_in_household([(1, "householder"), (2, "child")]),
        (2, 3, "child"),
        (1, 4, "child"),
        (2, 5, "spouse"),
    ]
    assert close_kin(3, ties) == {2, 1}
    assert close_kin(2, ties) == {1, 3, 4, 5}
    assert close_kin(4, ties) == {1, 2}
    assert close_kin(5, ties) == {2}


TIES = st.lists(
    st.tuples(
        st.integers(1, 6), st.integers(1, 6), st.sampled_from(["spouse", "parent", "child", "sibling"])
    ),
    max_size=8,
)


@given(TIES)
def test_kin_is_mutual_and_never_oneself(ties: list[tuple[int, int, str]]) -> None:
    kin = {person: close_kin(person, ties) for person in range(1, 7)}
    assert all(person not in theirs for person, theirs in kin.items())
    assert all(person in kin[other] for person, theirs in kin.items() for other in theirs)


# Ending and terms


@pytest.mark.parametrize(
    ("case", "office", "ender", "standings", "options", "because"),
    [
        ("the committee ends a head", HEAD.office, 9, (S.COMMITTEE,), {}, None),
        ("the administrator ends a member", MEMBER.office, 9, (S.ADMINISTRATOR,), {}, None),
        ("the committee ends a supervisor", WATCHER.office, 9, (S.COMMITTEE,), {},
         "The residents' committee does not give this office (%(office)s)."),
        ("a member ends a colleague", MEMBER.office, 9, (S.COMMITTEE,), {},
         "Colleagues do not end each other's office, unless one of them gave it."),
        ("one's own", HEAD.office, 1, (S.COMMITTEE, S.BUILDING_HEAD), {},
         "Nobody gives or ends an office of their own; please ask a colleague."),
        ("a head ends a head", HEAD.office, 9, (S.BUILDING_HEAD,), {},
         "Colleagues do not end each other's office, unless one of them gave it."),
        ("one administrator ends another", Held(1, S.ADMINISTRATOR, TODAY), 9, (S.ADMINISTRATOR,), {},
         "Colleagues do not end each other's office, unless one of them gave it."),
        ("whoever gave it takes it back", Held(1, S.ADMINISTRATOR, TODAY), 9, (S.ADMINISTRATOR,),
         {"gave_it": True}, None),
        ("the last administrator", Held(1, S.ADMINISTRATOR, TODAY), 9, (S.ADMINISTRATOR,),
         {"gave_it": True, "last_administrator": True},
         "This is the last administrator here; please give the office to another first."),
        ("what is over", replace(HEAD.office, to_on=TODAY - timedelta(1)), 9, (S.COMMITTEE,), {},
         "This term is over already."),
        ("a resident", HEAD.office, 9, (S.RESIDENT,), {},
         "Offices are entered by the residents' committee or the administrator."),
        ("having given it and being nobody now", HEAD.office, 9, (S.RESIDENT,), {"gave_it": True},
         "Offices are entered by the residents' committee or the administrator."),
    ],
)  # fmt: skip
def test_ending_an_office(
    case: str,
    office: Held,
    ender: int,
    standings: tuple[Standing, ...],
    options: dict[str, bool],
    because: str | None,
) -> None:
    assert reason(may_end(office, ender, standings, TODAY, **options)) == because, case


def test_the_longest_terms() -> None:
    assert {kind.value for kind in LONGEST_YEARS} == {
        "committee",
        "representative",
        "supervisor",
        "owners_committee",
    }
    assert last_possible_day(S.COMMITTEE, date(2026, 1, 1)) == date(2030, 12, 31)
    assert last_possible_day(S.SUPERVISOR, date(2028, 2, 29)) == date(2033, 2, 27)
    assert last_possible_day(S.BUILDING_HEAD, TODAY) is None


@pytest.mark.parametrize(
    ("to_on", "soon"),
    [
        (None, False),
        (TODAY, True),
        (TODAY + timedelta(60), True),
        (TODAY + timedelta(61), False),
        (TODAY - timedelta(1), False),
    ],
)
def test_what_ends_soon(to_on: date | None, soon: bool) -> None:
    assert ends_soon(to_on, TODAY) is soon


@pytest.mark.parametrize(
    ("to_on", "left", "due"),
    [(None, 3, False), (TODAY, 3, False), (TODAY - timedelta(1), 3, True), (TODAY - timedelta(1), 0, False)],
)
def test_what_is_to_be_handed_over(to_on: date | None, left: int, due: bool) -> None:
    assert hand_over_due(to_on, left, TODAY) is due


def test_ten_days_for_handing_over() -> None:
    assert hand_over_by(date(2026, 5, 31)) == date(2026, 6, 10)


SPAN = st.tuples(st.dates(), st.none() | st.dates()).filter(
    lambda span: span[1] is None or span[0] <= span[1]
)


@given(SPAN, SPAN)
def test_spans_that_overlap_share_a_day(one: tuple[date, date | None], two: tuple[date, date | None]) -> None:
    first = max(one[0], two[0])
    shared = all(to is None or first <= to for _, to in (one, two))
    assert overlaps(*one, *two) is overlaps(*two, *one) is shared
