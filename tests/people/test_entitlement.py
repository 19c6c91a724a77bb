"""Who votes in what on which day: every row of the domain paper's section 2.1 that concerns standing and
counting, and every cell of the rows "Vote …" of its section 4."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic.core.days import LONG_AGO
from civic.decide.rules.presets import preset, preset_ids
from civic.people.rules.entitlement import (
    Citizen,
    Electorate,
    Holding,
    Home,
    Term,
    Unit,
    electorate,
    electorates_of,
    may_vote,
    not_ours_yet,
)
from civic.people.rules.entitlement.presets import PRESETS

E = Electorate
DAY = date(2026, 5, 1)
LONG = date(2000, 1, 1)
OLD = date(1944, 3, 8)
FLAT, OTHER_FLAT, SHOP, SPACE = (
    Unit(1, 8_000),
    Unit(2, 9_000),
    Unit(3, 3_000, "shop"),
    Unit(4, 1_200, "parking"),
)


def lives(dwelling: int = 1, **more: Any) -> tuple[Home, ...]:
    return (Home(dwelling, LONG, **more),)


def owns(*dwellings: int, named: bool = False) -> tuple[Holding, ...]:
    return tuple(Holding(dwelling, LONG, named_voter=named) for dwelling in dwellings)


def office(kind: str, from_on: date = LONG, to_on: date | None = None) -> tuple[Term, ...]:
    return (Term(kind, from_on, to_on),)


def resident(person: int = 1, **more: Any) -> Citizen:
    return replace(Citizen(person, OLD, homes=lives()), **more)


def voters(
    kind: E, *people: Citizen, units: tuple[Unit, ...] = (FLAT, OTHER_FLAT, SHOP, SPACE), day: date = DAY
) -> list[int]:
    return [line.voter_id for line in electorate(kind, people, units, day).lines]


# A resident


@pytest.mark.parametrize(
    ("who", "citizen", "reason"),
    [
        ("householder", resident(), None),
        ("18 today", resident(born_on=date(2008, 5, 1)), None),
        ("18 tomorrow", resident(born_on=date(2008, 5, 2)), "Whoever votes must be 18 on the day of the roll."),
        ("tenant, registered", resident(homes=lives(relation="tenant")), None),
        ("tenant, not registered", resident(homes=lives(relation="tenant", registered=False)),
         "Not registered here yet; whoever lives here can be registered by the residents' committee."),
        ("owner who lives elsewhere", Citizen(1, OLD, holdings=owns(1)),
         "Owning a dwelling gives no vote among residents; living here and being registered does."),
        ("sold, lives elsewhere", Citizen(1, OLD, holdings=(Holding(1, LONG, DAY - timedelta(1)),)),
         "Only those who live here vote here."),
        ("owner who lives here", resident(holdings=owns(1)), None),
        ("lives in another building", resident(homes=lives(77)), "Only those who live here vote here."),
        ("died yesterday", resident(gone_on=DAY - timedelta(1)), "Whoever has died or left for good has no vote here."),
        ("gone from today", resident(gone_on=DAY), "Whoever has died or left for good has no vote here."),
        ("leaves tomorrow", resident(gone_on=DAY + timedelta(1)), None),
        ("moved in today", resident(homes=(Home(1, DAY),)), None),
        ("moves in tomorrow", resident(homes=(Home(1, DAY + timedelta(1)),)), "Only those who live here vote here."),
        ("last day here", resident(homes=(Home(1, LONG, DAY),)), None),
        ("moved out yesterday", resident(homes=(Home(1, LONG, DAY - timedelta(1)),)), "Only those who live here vote here."),
        ("suspended account", resident(suspended=True), None),
        ("birthday unknown", resident(born_on=None),
         "The birthday is not on the roll, so nobody can say whether this person is 18."),
        ("registration unknown", resident(homes=lives(registered=None)),
         "Nobody has said yet whether this person is registered as living here."),
        ("since nobody knows when", resident(homes=(Home(1, LONG_AGO),)), None),
        ("a firm", resident(organisation=True), "Organisations have no vote among residents."),
    ],
)  # fmt: skip
def test_who_votes_as_a_resident(who: str, citizen: Citizen, reason: str | None) -> None:
    verdict = may_vote(E.RESIDENTS, 1, [citizen], [FLAT], DAY)
    assert bool(verdict) == (reason is None), who
    assert verdict.because is not None
    assert verdict.because.text == (reason or "Votes as a resident: 18 or older, living here and registered.")
    assert voters(E.RESIDENTS, citizen, units=(FLAT,)) == ([1] if reason is None else [])


def test_born_on_29_february_votes_from_1_march() -> None:
    leap = resident(born_on=date(2008, 2, 29))
    assert voters(E.RESIDENTS, leap, day=date(2026, 2, 28)) == []
    assert voters(E.RESIDENTS, leap, day=date(2026, 3, 1)) == [1]


def test_an_unknown_registration_is_a_gap_of_whoever_may_be_18() -> None:
    people = [
        resident(homes=lives(registered=None)),
        Citizen(2, date(2015, 1, 1), homes=lives(registered=None)),
        Citizen(3, None, homes=lives(registered=None)),
        Citizen(4, None, homes=lives(registered=False)),
    ]
    roll = electorate(E.RESIDENTS, people, [FLAT], DAY)
    assert [gap.person_id for gap in roll.gaps] == [1, 3]


def test_an_unknown_birthday_is_a_gap_and_only_among_those_who_live_here() -> None:
    roll = electorate(E.RESIDENTS, [resident(born_on=None), Citizen(2, None, holdings=owns(1))], [FLAT], DAY)
    assert [(gap.person_id, gap.heads) for gap in roll.gaps] == [(1, 0)]


def test_moving_within_the_community_counts_once_and_at_the_new_home() -> None:
    mover = resident(homes=(Home(1, LONG, DAY), Home(2, DAY)))
    assert voters(E.RESIDENTS, mover) == [1]
    assert voters(E.RESIDENTS, mover, units=(FLAT,)) == []
    assert voters(E.HOUSEHOLDS, mover, units=(OTHER_FLAT,)) == [1]


# A household


@pytest.mark.parametrize(
    ("case", "people", "delegate"),
    [
        ("the householder, though younger", [(1, 1970, "householder"), (2, 1944, "parent")], 1),
        ("the eldest adult where the householder is gone", [(2, 1944, "parent"), (3, 1972, "spouse")], 2),
        (
            "the eldest adult where the householder is a child",
            [(1, 2015, "householder"), (2, 1972, "kin")],
            2,
        ),
        ("of one age the first entered", [(5, 1972, "kin"), (4, 1972, "kin")], 4),
        ("a tenants' household", [(6, 1990, "tenant"), (7, 1985, "tenant")], 7),
    ],
)
def test_a_household_has_one_delegate(case: str, people: list[tuple[int, int, str]], delegate: int) -> None:
    family = [Citizen(one, date(year, 1, 1), homes=lives(relation=word)) for one, year, word in people]
    roll = electorate(E.HOUSEHOLDS, family, [FLAT], DAY)
    assert [(line.voter_id, line.dwelling_ids, line.heads) for line in roll.lines] == [(delegate, (1,), 1)], (
        case
    )
    others = [one.id for one in family if one.id != delegate and one.of_age(DAY)]
    for other in others:
        verdict = may_vote(E.HOUSEHOLDS, other, family, [FLAT], DAY)
        assert verdict.because is not None
        assert verdict.because.text == "Another member of your household votes for it."


def test_two_households_in_one_dwelling_have_two_delegates() -> None:
    people = [resident(1), resident(2, homes=lives(household=2))]
    assert voters(E.HOUSEHOLDS, *people) == [1, 2]


def test_a_household_without_a_registered_adult_is_a_gap_and_counts_in_the_whole() -> None:
    roll = electorate(
        E.HOUSEHOLDS,
        [resident(1, homes=lives(registered=False)), resident(2, homes=lives(2))],
        [FLAT, OTHER_FLAT],
        DAY,
    )
    assert (len(roll.lines), [gap.dwelling_id for gap in roll.gaps], roll.heads) == (1, [1], 2)


# By office


@pytest.mark.parametrize(
    ("kind", "voters_of_all"),
    [
        (E.REPRESENTATIVES_MEETING, [1, 2, 3]),
        (E.REPRESENTATIVES, [2, 3]),
        (E.REVIEWING_REPRESENTATIVES, [2]),
        (E.OWNERS_COMMITTEE, [4]),
    ],
)
def test_bodies_of_office_holders(kind: E, voters_of_all: list[int]) -> None:
    people = [
        Citizen(1, OLD, terms=office("committee")),
        Citizen(2, OLD, terms=(*office("representative"), *office("representative"))),
        Citizen(3, OLD, terms=(*office("committee"), *office("representative"))),
        Citizen(4, OLD, terms=office("owners_committee")),
        Citizen(5, OLD, gone_on=DAY, terms=(*office("committee"), *office("representative"))),
        Citizen(6, OLD, terms=office("representative", to_on=DAY - timedelta(1))),
        Citizen(7, OLD, terms=office("representative", from_on=DAY + timedelta(1))),
    ]
    assert voters(kind, *people) == voters_of_all


def test_the_last_day_of_a_term_counts() -> None:
    last = Citizen(1, OLD, terms=office("representative", to_on=DAY))
    assert voters(E.REPRESENTATIVES, last) == [1]
    assert voters(E.REPRESENTATIVES, last, day=DAY + timedelta(1)) == []


def test_the_judged_do_not_judge_among_residents() -> None:
    assert voters(E.REVIEWING_RESIDENTS, resident(1), resident(2, terms=office("committee"))) == [1]
    verdict = may_vote(E.REVIEWING_RESIDENTS, 2, [resident(2, terms=office("committee"))], [FLAT], DAY)
    assert verdict.because is not None
    assert verdict.because.text == "Whoever is judged does not judge."


# Owners


def test_one_buyer_of_fifteen_flats_is_one_person() -> None:
    units = [Unit(n, 9_000) for n in range(1, 16)]
    (line,) = electorate(E.OWNERS, [Citizen(7, OLD, holdings=owns(*range(1, 16)))], units, DAY).lines
    assert (line.voter_id, line.heads, line.area) == (7, 1, 135_000)


def test_216_units_are_209_persons() -> None:
    """Case B: 5 unsold, 1 undelivered, 3 of one buyer (Interpretation of 2020, art. 9)."""
    units = [Unit(n, 8_000, state="unsold") for n in range(1, 6)] + [Unit(6, 8_000, state="undelivered")]
    units += [Unit(n, 8_000) for n in range(7, 217)]
    people = [
        Citizen(900, organisation=True, holdings=owns(*range(1, 7))),
        Citizen(7, OLD, holdings=owns(7, 8, 9)),
    ]
    people += [Citizen(1_000 + n, OLD, holdings=owns(n)) for n in range(10, 217)]
    roll = electorate(E.OWNERS, people, units, DAY)
    assert (len(units), roll.heads, roll.area, roll.gaps) == (216, 209, 216 * 8_000, ())
    developer = next(line for line in roll.lines if line.voter_id == 900)
    assert (developer.heads, developer.area, developer.cast_by) == (1, 48_000, None)


@pytest.mark.parametrize(
    ("case", "people", "units", "lines", "gap"),
    [
        ("a sole owner needs no naming", [Citizen(1, OLD, holdings=owns(1))], [FLAT], [(1, (1,), 8_000)], None),
        ("co-owners who named one",
         [Citizen(1, OLD, holdings=owns(1)), Citizen(2, OLD, holdings=owns(1, named=True))], [FLAT],
         [(2, (1,), 8_000)], None),
        ("co-owners who named nobody",
         [Citizen(1, OLD, holdings=owns(1)), Citizen(2, OLD, holdings=owns(1))], [FLAT],
         [], "The owners of this unit must name one of them to vote."),
        ("co-owners who named two",
         [Citizen(1, OLD, holdings=owns(1, named=True)), Citizen(2, OLD, holdings=owns(1, named=True))], [FLAT],
         [], "The owners of this unit must name one of them to vote."),
        ("shops count", [Citizen(1, OLD, holdings=owns(1, 3))], [FLAT, SHOP], [(1, (1, 3), 11_000)], None),
        ("parking does not", [Citizen(1, OLD, holdings=owns(1, 4))], [FLAT, SPACE], [(1, (1,), 8_000)], None),
        ("an area that nobody knows", [Citizen(1, OLD, holdings=owns(5))], [Unit(5)],
         [], "The area of this unit is not known: see the register, else the survey, else the contract."),
        ("a dead owner", [Citizen(1, OLD, gone_on=DAY, holdings=owns(1))], [FLAT],
         [], "The owner has died or left for good; whoever follows must show the papers."),
        ("a named voter who died",
         [Citizen(1, OLD, gone_on=DAY, holdings=owns(1, named=True)), Citizen(2, OLD, holdings=owns(1))], [FLAT],
         [], "The owner has died or left for good; whoever follows must show the papers."),
        ("no owner entered", [], [FLAT], [], "No owner of this unit is on the roll."),
        ("bought, not handed over", [Citizen(1, OLD, holdings=owns(6))], [Unit(6, 8_000, state="undelivered")],
         [], "Not handed over yet: until then this unit counts with the developer's."),
        ("whether handed over, nobody says: the registered owner votes", [Citizen(1, OLD, holdings=owns(6))],
         [Unit(6, 8_000, state="not_known")], [(1, (6,), 8_000)], None),
        ("nor who owns it: nobody's head but its own", [], [Unit(6, 8_000, state="not_known")],
         [], "No owner of this unit is on the roll."),
        ("owned since nobody knows when, sold to the next today",
         [Citizen(1, OLD, holdings=(Holding(1, LONG_AGO, DAY),)), Citizen(2, OLD, holdings=(Holding(1, DAY),))], [FLAT],
         [(2, (1,), 8_000)], None),
        ("sold today: the buyer votes",
         [Citizen(1, OLD, holdings=(Holding(1, LONG, DAY),)), Citizen(2, OLD, holdings=(Holding(1, DAY),))], [FLAT],
         [(2, (1,), 8_000)], None),
        ("last day of ownership, no buyer yet", [Citizen(1, OLD, holdings=(Holding(1, LONG, DAY),))], [FLAT],
         [(1, (1,), 8_000)], None),
        ("bought from tomorrow on", [Citizen(1, OLD, holdings=(Holding(1, DAY + timedelta(1)),))], [FLAT],
         [], "No owner of this unit is on the roll."),
        ("a suspended account keeps its vote", [Citizen(1, OLD, suspended=True, holdings=owns(1))], [FLAT],
         [(1, (1,), 8_000)], None),
    ],
)  # fmt: skip
def test_who_votes_for_a_unit(
    case: str,
    people: list[Citizen],
    units: list[Unit],
    lines: list[tuple[int, tuple[int, ...], int]],
    gap: str | None,
) -> None:
    roll = electorate(E.OWNERS, people, units, DAY)
    assert [(line.voter_id, line.dwelling_ids, line.area) for line in roll.lines] == lines, case
    assert [each.because.text for each in roll.gaps] == ([gap] if gap else [])
    assert roll.heads == 1
    assert roll.area == sum(unit.area or 0 for unit in units if unit.kind != "parking")
    for one in people:
        verdict = may_vote(E.OWNERS, one.id, people, units, DAY)
        assert bool(verdict) == (one.id in {line[0] for line in lines})
        assert verdict.because is not None


def test_parking_counts_where_the_owners_say_so() -> None:
    people = [Citizen(1, OLD, holdings=owns(1, 4)), Citizen(2, OLD, holdings=owns(5))]
    roll = electorate(E.OWNERS, people, [FLAT, SPACE, Unit(5, 1_200, "parking")], DAY, parking=True)
    assert [(line.voter_id, line.area) for line in roll.lines] == [(1, 9_200), (2, 1_200)]


def test_an_owner_who_lacks_one_area_votes_with_the_other_and_stays_one_person() -> None:
    roll = electorate(E.OWNERS, [Citizen(1, OLD, holdings=owns(1, 5))], [FLAT, Unit(5)], DAY)
    assert ([line.dwelling_ids for line in roll.lines], roll.heads, len(roll.gaps)) == ([(1,)], 1, 1)


def test_the_area_matters_only_where_area_is_counted() -> None:
    roll = electorate(E.OWNERS_BY_HEAD, [Citizen(1, OLD, holdings=owns(5))], [Unit(5)], DAY)
    assert (roll.heads, roll.gaps) == (1, ())


def test_unsold_units_without_an_owner_are_one_person() -> None:
    units = [Unit(n, 8_000, state="unsold") for n in (1, 2, 3)]
    roll = electorate(E.OWNERS, [], units, DAY)
    assert (len(roll.gaps), roll.heads, roll.area) == (3, 1, 24_000)


FIRM = Citizen(900, organisation=True, holdings=owns(1, 9))
UNSOLD, WAITING, ITS_SHOP = (
    Unit(1, 8_000, state="unsold"),
    Unit(2, 8_000, state="undelivered"),
    Unit(9, 5_000, "shop"),
)


@pytest.mark.parametrize(
    ("case", "units"),
    [
        ("one unsold and named, one sold and not handed over", [UNSOLD, WAITING]),
        ("one unsold and named, one unsold without an owner", [UNSOLD, Unit(3, 8_000, state="unsold")]),
        ("a shop of its own beside", [UNSOLD, WAITING, ITS_SHOP]),
        ("a shop whose area nobody knows", [UNSOLD, WAITING, Unit(9, None, "shop")]),
        ("nothing of the firm's can vote", [Unit(1, None, state="unsold"), WAITING, Unit(9, None, "shop")]),
    ],
)
def test_the_developer_is_one_person_whatever_is_entered(case: str, units: list[Unit]) -> None:
    buyer = Citizen(2, OLD, holdings=owns(2))
    roll = electorate(E.OWNERS, [FIRM, buyer], units, DAY)
    assert roll.heads == 1, case
    assert roll.area == sum(unit.area or 0 for unit in units)


COUPLE = [
    Citizen(1, OLD, holdings=(Holding(1, LONG, named_voter=True), Holding(2, LONG))),
    Citizen(2, OLD, holdings=(Holding(1, LONG), Holding(2, LONG, named_voter=True))),
]


def test_a_couple_of_two_flats_is_one_person_whomever_they_named() -> None:
    roll = electorate(E.OWNERS, COUPLE, [FLAT, OTHER_FLAT], DAY)
    assert [(line.voter_id, line.heads, line.area) for line in roll.lines] == [(1, 1, 8_000), (2, 0, 9_000)]
    by_head = electorate(E.OWNERS_BY_HEAD, COUPLE, [FLAT, OTHER_FLAT], DAY)
    assert ([line.voter_id for line in by_head.lines], by_head.heads) == ([1], 1)
    verdict = may_vote(E.OWNERS_BY_HEAD, 2, COUPLE, [FLAT, OTHER_FLAT], DAY)
    assert verdict.because is not None
    assert verdict.because.text == "You own your units together and are one person; another of you votes."


def test_the_head_is_where_the_most_units_are() -> None:
    third = Holding(3, LONG, named_voter=True)
    people = [
        replace(COUPLE[0], holdings=(*COUPLE[0].holdings, Holding(3, LONG))),
        replace(COUPLE[1], holdings=(*COUPLE[1].holdings, third)),
    ]
    roll = electorate(E.OWNERS, people, [FLAT, OTHER_FLAT, SHOP], DAY)
    assert [(line.voter_id, line.heads) for line in roll.lines] == [(1, 0), (2, 1)]


def test_a_flat_of_her_own_makes_two_persons() -> None:
    people = [replace(COUPLE[0], holdings=(*COUPLE[0].holdings, Holding(3, LONG))), COUPLE[1]]
    roll = electorate(E.OWNERS, people, [FLAT, OTHER_FLAT, SHOP], DAY)
    assert [(line.voter_id, line.heads) for line in roll.lines] == [(1, 1), (2, 1)]


def test_two_flats_of_a_couple_of_which_one_has_no_voter_are_one_person() -> None:
    people = [COUPLE[0], replace(COUPLE[1], holdings=owns(1, 2))]
    roll = electorate(E.OWNERS, people, [FLAT, OTHER_FLAT], DAY)
    assert (roll.heads, len(roll.lines), [gap.heads for gap in roll.gaps]) == (1, 1, [0])


@pytest.mark.parametrize(
    ("owner", "by", "sentence"),
    [
        (Citizen(1, OLD, holdings=owns(1)), 1, "Votes as an owner: one person, however many units."),
        (Citizen(1, organisation=True, agent_id=9, holdings=owns(1)), 9, "Votes as an owner, through the person it has authorised."),
        (Citizen(1, organisation=True, holdings=owns(1)), None, "Votes as an owner, through the person it has authorised."),
        (Citizen(1, date(2015, 1, 1), agent_id=9, holdings=owns(1)), 9, "Votes as an owner, through a guardian or whoever else is authorised."),
        (Citizen(1, date(2015, 1, 1), holdings=owns(1)), None, "Votes as an owner, through a guardian or whoever else is authorised."),
        (Citizen(1, OLD, agent_id=9, holdings=owns(1)), 9, "Votes as an owner, through a guardian or whoever else is authorised."),
    ],
)  # fmt: skip
def test_who_casts_the_vote_of_an_owner(owner: Citizen, by: int | None, sentence: str) -> None:
    (line,) = electorate(E.OWNERS, [owner], [FLAT], DAY).lines
    assert (line.voter_id, line.heads, line.cast_by) == (1, 1, by)
    verdict = may_vote(E.OWNERS, 1, [owner], [FLAT], DAY)
    assert verdict.because is not None
    assert verdict.because.text == sentence


# The rows "Vote …" of the table of roles and actions, cell by cell

COLUMNS: dict[str, Citizen] = {
    "R resident": Citizen(1, OLD, homes=lives()),
    "O owner elsewhere": Citizen(1, OLD, holdings=owns(1)),
    "O owner here": Citizen(1, OLD, homes=lives(), holdings=owns(1)),
    "T tenant": Citizen(1, OLD, homes=lives(relation="tenant")),
    "T tenant unregistered": Citizen(1, OLD, homes=lives(relation="tenant", registered=False)),
    "B building head": Citizen(1, OLD, homes=lives(), terms=office("building_head")),
    "B entrance head": Citizen(1, OLD, homes=lives(), terms=office("entrance_head")),
    "B building head who owns": Citizen(
        1, OLD, homes=lives(), holdings=owns(1), terms=office("building_head")
    ),
    "D representative": Citizen(1, OLD, homes=lives(), terms=office("representative")),
    "D representative who owns": Citizen(
        1, OLD, homes=lives(), holdings=owns(1), terms=office("representative")
    ),
    "RC member": Citizen(1, OLD, homes=lives(), terms=office("committee")),
    "RC member from elsewhere": Citizen(1, OLD, terms=office("committee")),
    "P Party committee": Citizen(1, OLD, homes=lives(), terms=office("party_committee")),
    "P from elsewhere": Citizen(1, OLD, terms=office("party_committee")),
    "G grid worker": Citizen(1, OLD, terms=office("grid_worker")),
    "G who lives here": Citizen(1, OLD, homes=lives(), terms=office("grid_worker")),
    "OC member": Citizen(1, OLD, holdings=owns(1), terms=office("owners_committee")),
    "OC who lives here": Citizen(1, OLD, homes=lives(), holdings=owns(1), terms=office("owners_committee")),
    "M property firm": Citizen(1, OLD, terms=office("property_firm")),
    "S supervisor": Citizen(1, OLD, homes=lives(), terms=office("supervisor")),
    "A advisor": Citizen(1, OLD, terms=office("advisor")),
    "A who lives here": Citizen(1, OLD, homes=lives(), terms=office("advisor")),
    "V volunteer": Citizen(1, OLD, terms=office("volunteer")),
    "V who lives here": Citizen(1, OLD, homes=lives(), terms=office("volunteer")),
    "J department": Citizen(1, OLD, terms=office("department")),
    "X administrator": Citizen(1, OLD, terms=office("administrator")),
}
MAY = {
    E.RESIDENTS: {
        "R resident", "O owner here", "T tenant", "B building head", "B entrance head", "B building head who owns",
        "D representative", "D representative who owns", "RC member", "P Party committee", "G who lives here",
        "OC who lives here", "S supervisor", "A who lives here", "V who lives here",
    },
    E.REPRESENTATIVES_MEETING: {
        "D representative", "D representative who owns", "RC member", "RC member from elsewhere",
    },
    E.OWNERS: {
        "O owner elsewhere", "O owner here", "B building head who owns", "D representative who owns", "OC member",
        "OC who lives here",
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", MAY)
@pytest.mark.parametrize("column", COLUMNS)
def test_every_cell_of_the_rows_that_vote(kind: E, column: str) -> None:
    verdict = may_vote(kind, 1, [COLUMNS[column]], [FLAT], DAY)
    assert bool(verdict) == (column in MAY[kind]), (column, verdict)
    assert verdict.because is not None


def test_a_tenant_hears_of_the_proxy() -> None:
    verdict = may_vote(E.OWNERS, 1, [COLUMNS["T tenant"], Citizen(2, OLD, holdings=owns(1))], [FLAT], DAY)
    assert verdict.because is not None
    assert verdict.because.text == (
        "Only owners vote on what owners share; others may speak, and vote by an owner's proxy."
    )


def test_a_co_owner_hears_who_votes() -> None:
    people = [Citizen(1, OLD, holdings=owns(1)), Citizen(2, OLD, holdings=owns(1, named=True))]
    verdict = may_vote(E.OWNERS, 1, people, [FLAT], DAY)
    assert verdict.because is not None
    assert verdict.because.text == "Your co-owners named another of them to vote for this unit."


# Every preset


def test_every_preset_has_an_electorate_or_says_that_it_is_not_ours_yet() -> None:
    for preset_id in preset_ids():
        assert (preset_id in PRESETS) != (not_ours_yet(preset_id) is not None), preset_id
    assert set(PRESETS) <= set(preset_ids())
    with pytest.raises(KeyError):
        not_ours_yet("NOT_A_PRESET")
    with pytest.raises(KeyError):
        electorates_of("COOP_MEMBERS")


@pytest.mark.parametrize("preset_id", [one for one in PRESETS if one not in {"RES_CHARTER", "RC_RECALL"}])
def test_the_electorate_fits_the_presets_own_word(preset_id: str) -> None:
    unit = preset(preset_id).unit
    for kind in electorates_of(preset_id):
        if unit in {"exclusive_unit", "owner", "interested_owner"}:
            assert kind in {E.OWNERS, E.OWNERS_BY_HEAD}
            assert (kind is E.OWNERS) == ("area" in {str(each) for each in preset(preset_id).counters})
        elif unit in {"resident_18plus"}:
            assert kind is E.RESIDENTS
        elif unit in {"household", "household_delegate"}:
            assert kind is E.HOUSEHOLDS
        else:
            assert kind not in {E.OWNERS, E.OWNERS_BY_HEAD}


# What must hold for any roll

DAYS = st.integers(-3, 3).map(lambda n: DAY + timedelta(n))
SPANS = st.tuples(DAYS, st.none() | DAYS)
WORLD_UNITS = [
    Unit(1, 8_000),
    Unit(2, None),
    Unit(3, 5_000, "shop"),
    Unit(4, 1_200, "parking"),
    Unit(5, 7_000, state="unsold"),
]


@st.composite
def citizens(draw: st.DrawFn) -> list[Citizen]:
    people = []
    for person in range(1, draw(st.integers(1, 6)) + 1):
        homes = tuple(
            Home(draw(st.integers(1, 3)), a, b, draw(st.integers(1, 2)),
                 draw(st.sampled_from(["householder", "spouse", "child", "tenant"])), draw(st.booleans()))
            for a, b in draw(st.lists(SPANS, max_size=2))
        )  # fmt: skip
        holdings = tuple(
            Holding(draw(st.integers(1, 5)), a, b, draw(st.booleans()))
            for a, b in draw(st.lists(SPANS, max_size=3))
        )
        terms = tuple(
            Term(draw(st.sampled_from(["committee", "representative"])), a, b)
            for a, b in draw(st.lists(SPANS, max_size=2))
        )
        born = draw(st.none() | st.sampled_from([OLD, date(2008, 5, 1), date(2008, 5, 2), date(2015, 1, 1)]))
        people.append(
            Citizen(
                person,
                born,
                draw(st.none() | DAYS),
                draw(st.booleans()),
                draw(st.booleans()),
                None,
                homes,
                holdings,
                terms,
            )
        )
    return people


@given(citizens(), st.sampled_from(E))
def test_nobody_twice_nothing_twice_one_head_each(people: list[Citizen], kind: E) -> None:
    roll = electorate(kind, people, WORLD_UNITS, DAY)
    ids = [line.voter_id for line in roll.lines]
    assert ids == sorted(set(ids))
    assert {line.heads for line in roll.lines} <= {1}
    assert roll.heads == len(ids) + sum(gap.heads for gap in roll.gaps)
    units = [unit for line in roll.lines for unit in line.dwelling_ids]
    assert kind is E.HOUSEHOLDS or len(units) == len(set(units))
    assert all(may_vote(kind, one.id, people, WORLD_UNITS, DAY).because for one in people)
    assert [one.id for one in people if may_vote(kind, one.id, people, WORLD_UNITS, DAY)] == ids
    assert not {one.id for one in people if one.gone_on and one.gone_on <= DAY} & set(ids)


@given(citizens(), st.sampled_from(E))
def test_the_order_of_the_facts_and_suspensions_change_nothing(people: list[Citizen], kind: E) -> None:
    other = [replace(one, suspended=not one.suspended) for one in reversed(people)]
    assert electorate(kind, other, WORLD_UNITS[::-1], DAY) == electorate(kind, people, WORLD_UNITS, DAY)


@given(citizens())
def test_every_unit_that_counts_stands_on_a_line_or_among_the_gaps(people: list[Citizen]) -> None:
    roll = electorate(E.OWNERS, people, WORLD_UNITS, DAY)
    on_lines = {unit for line in roll.lines for unit in line.dwelling_ids}
    in_gaps = {gap.dwelling_id for gap in roll.gaps}
    assert on_lines | in_gaps == {1, 2, 3, 5}
    assert not on_lines & in_gaps
    assert roll.area == 8_000 + 5_000 + 7_000


def _owners(people: list[Citizen], dwelling: int) -> int:
    return sum(any(mine.dwelling_id == dwelling for mine in one.holdings) for one in people)


@given(citizens())
def test_nobody_has_two_heads_and_no_buyer_two(people: list[Citizen]) -> None:
    roll = electorate(E.OWNERS, people, WORLD_UNITS, DAY)
    assert all(line.heads in {0, 1} for line in roll.lines)
    assert 1 <= roll.heads <= len(WORLD_UNITS) - 1
    assert sum(line.heads for line in roll.lines) == len(electorate(E.OWNERS_BY_HEAD, people, [
        replace(unit, area=unit.area or 1) if unit.id in {u for line in roll.lines for u in line.dwelling_ids}
        else replace(unit, kind="parking") for unit in WORLD_UNITS
    ], DAY).lines)  # fmt: skip


@given(citizens())
def test_a_flat_more_never_adds_a_head(people: list[Citizen]) -> None:
    before = electorate(E.OWNERS, people, WORLD_UNITS, DAY)
    shared = {two.id for two in people for mine in two.holdings if _owners(people, mine.dwelling_id) > 1}
    for line in before.lines:
        if line.voter_id in shared:
            continue  # A couple's flat and one of her own have two buyers.
        richer = [
            replace(one, holdings=(*one.holdings, Holding(9, DAY))) if one.id == line.voter_id else one
            for one in people
        ]
        after = electorate(E.OWNERS, richer, [*WORLD_UNITS, Unit(9, 6_000)], DAY)
        assert (after.heads, after.area) == (before.heads, before.area + 6_000)


@given(citizens())
def test_residents_are_the_sum_of_their_buildings(people: list[Citizen]) -> None:
    parts = [voters(E.RESIDENTS, *people, units=(unit,)) for unit in WORLD_UNITS]
    assert sorted(one for part in parts for one in part) == voters(
        E.RESIDENTS, *people, units=tuple(WORLD_UNITS)
    )
