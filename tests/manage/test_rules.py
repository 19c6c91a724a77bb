"""The guard of who may be responsible, the steps of an order, its terms, its lateness."""

from datetime import UTC, date, datetime, timedelta

import pytest

from civic.manage.rules import (
    COMMUNITY,
    RELIEVED,
    Line,
    OrderPhase,
    TaskNature,
    Terms,
    faults,
    late_by,
    may_lead,
    may_order,
    may_order_as,
    may_take,
    office_of,
    outlook,
)
from civic.permissions import Standing
from civic.propose.rules import Nature, Phase
from tests.manage.scene import english

S, N, Q = Standing, TaskNature, OrderPhase
TODAY = date(2026, 5, 11)


@pytest.mark.parametrize("nature", sorted(RELIEVED))
@pytest.mark.parametrize("office", sorted(COMMUNITY))
def test_a_community_is_not_made_responsible(nature: TaskNature, office: Standing) -> None:
    said = english(may_lead(nature, [office], S.COMMITTEE).because)
    assert "no. 71 of 2018" in said
    assert "choose the department" in said


@pytest.mark.parametrize("nature", sorted(TaskNature))
def test_a_department_may_lead_anything(nature: TaskNature) -> None:
    assert may_lead(nature, [S.DEPARTMENT], S.COMMITTEE)


@pytest.mark.parametrize("nature", sorted(set(TaskNature) - RELIEVED))
@pytest.mark.parametrize("office", [*sorted(COMMUNITY), S.PROPERTY_FIRM, S.OWNERS_COMMITTEE])
def test_ordinary_work_may_be_led_by_whoever_is_in_office(nature: TaskNature, office: Standing) -> None:
    assert may_lead(nature, [office], S.COMMITTEE)


@pytest.mark.parametrize(
    ("nature", "offices", "by", "said"),
    [
        (N.ENFORCEMENT, [S.PROPERTY_FIRM], S.COMMITTEE, "Only a government department"),
        (N.DEMOLITION, [S.OWNERS_COMMITTEE], S.COMMITTEE, "Only a government department"),
        (N.PATROL, [S.SUPERVISOR, S.VOLUNTEER], S.COMMITTEE, "watches the work"),
        (N.PATROL, [S.RESIDENT], S.COMMITTEE, "somebody in office"),
        (N.PATROL, [S.ADVISOR], S.COMMITTEE, "somebody in office"),
        (N.REPAIR, [S.DEPARTMENT], S.OWNERS_COMMITTEE, "to the property firm"),
    ],
)
def test_who_else_may_not_lead(nature: TaskNature, offices: list[Standing], by: Standing, said: str) -> None:
    assert said in english(may_lead(nature, offices, by).because)


def test_environment_remediation_may_be_led_by_the_property_firm() -> None:
    assert may_lead(N.ENVIRONMENT_REMEDIATION, [S.PROPERTY_FIRM], S.COMMITTEE)


def test_of_several_offices_the_one_that_may_counts() -> None:
    assert office_of([S.VOLUNTEER, S.DEPARTMENT]) is S.DEPARTMENT
    assert may_lead(N.ENFORCEMENT, [S.VOLUNTEER, S.DEPARTMENT], S.COMMITTEE)


def test_an_owners_committee_orders_on_owners_matters() -> None:
    assert not may_order_as(S.OWNERS_COMMITTEE, Nature.PUBLIC_ORDER)
    assert may_order_as(S.OWNERS_COMMITTEE, Nature.OWNERS_GENERAL)
    assert may_order_as(S.COMMITTEE, Nature.PUBLIC_ORDER)


ENDS = datetime(2026, 5, 6, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("phase", "ends", "said"),
    [
        (Phase.SUBMITTED, None, "not decided yet"),
        (Phase.TOPIC, None, "not decided yet"),
        (Phase.OUTCOME, ENDS, "posted until Wed 6 May 24:00"),
        (Phase.DECIDING, None, "not decided yet"),
        (Phase.POSTED, ENDS, "posted until Wed 6 May 24:00"),
        (Phase.POSTED, None, "an objection waits"),
        (Phase.CLOSING, None, "about to be closed"),
        (Phase.RATING, None, "being rated"),
        (Phase.CLOSED, None, "has ended"),
        (Phase.NOT_ADOPTED, None, "has ended"),
    ],
)
def test_orders_follow_the_decision(phase: Phase, ends: datetime | None, said: str) -> None:
    assert said in english(may_order(phase, ends).because)


@pytest.mark.parametrize("phase", [Phase.MANAGING, Phase.WATCHED])
def test_orders_are_issued_while_it_is_worked_on(phase: Phase) -> None:
    assert may_order(phase, None)


@pytest.mark.parametrize(
    ("step", "phases"),
    [
        ("accept", {Q.ISSUED}),
        ("return", {Q.ISSUED}),
        ("reroute", {Q.RETURNED}),
        ("report", {Q.ACCEPTED}),
        ("complete", {Q.ACCEPTED}),
    ],
)
def test_each_step_has_its_place(step: str, phases: set[OrderPhase]) -> None:
    assert {phase for phase in Q if may_take(step, phase, Phase.MANAGING)} == phases
    assert not any(may_take(step, phase, Phase.CLOSED) for phase in Q)


@pytest.mark.parametrize(
    ("days", "phase", "late"),
    [
        (-1, Q.ISSUED, 0),
        (0, Q.ACCEPTED, 0),
        (1, Q.ISSUED, 1),
        (1, Q.RETURNED, 1),
        (9, Q.ACCEPTED, 9),
        (9, Q.DONE, 0),
    ],
)
def test_the_due_day_itself_is_not_late(days: int, phase: OrderPhase, late: int) -> None:
    assert late_by(phase, TODAY, TODAY + timedelta(days=days)) == late


@pytest.mark.parametrize(
    ("days", "fen", "payer", "fields"),
    [
        (0, 0, "", []),
        (4, 685_000, "街道办事处", []),
        (-1, 0, "", ["due_on"]),
        (1097, 0, "", ["due_on"]),
        (4, 100, "", ["payer"]),
        (4, 0, "街道办事处", ["cost"]),
        (4, 2_000_000_001, "街道办事处", ["cost"]),
        (-1, 100, "", ["due_on", "payer"]),
    ],
)
def test_terms_name_the_field_that_is_wrong(days: int, fen: int, payer: str, fields: list[str]) -> None:
    assert list(faults(Terms(TODAY + timedelta(days=days), fen, payer), TODAY)) == fields


def test_the_outlook_names_what_came_back_first_then_what_is_due() -> None:
    lines = [
        Line(1, S.DEPARTMENT, Q.DONE, TODAY, 100),
        Line(2, S.PROPERTY_FIRM, Q.ACCEPTED, TODAY, 200),
        Line(3, S.VOLUNTEER, Q.RETURNED, TODAY + timedelta(days=9), 0),
    ]
    seen = outlook(lines)
    assert (seen.orders, seen.cost_fen, seen.open, seen.returned, seen.next_id) == (3, 300, 2, True, 3)
    seen = outlook(lines[:2])
    assert (seen.returned, seen.next_office, seen.next_due_on) == (False, S.PROPERTY_FIRM, TODAY)
    assert outlook(lines[:1]).next_id is None
