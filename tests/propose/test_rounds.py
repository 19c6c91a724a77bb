"""The listening team goes from door to door: planned, noted, ended; doors are nobody else's business."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.tables import Office
from civic.propose import acts
from civic.propose.queries.round_sheet import Door, doors_of
from civic.propose.queries.rounds import coverage
from civic.propose.rules.rounds import Outcome, since
from civic.propose.tables import Round, RoundDoor
from tests.cast import Cast

TODAY = date(2026, 3, 2)


@pytest.fixture
def team(cast: Cast) -> Cast:
    """Wu Bo volunteers, too."""
    with cast.acting("刘敏") as work:
        work.add(Office(person_id=cast.people["吴波"], kind="volunteer", from_on=date(2026, 1, 1)))
    return cast


def planned(
    cast: Cast,
    by: str = "刘志强",
    walker: str = "吴波",
    building: str = "2号楼",
    on: date = TODAY,
    **more: Any,
) -> int:
    with cast.acting(by) as work:
        found = acts.plan_round(
            work, building_id=cast.buildings[building], entrance=more.get("entrance"), walker_id=cast.people[walker],
            walk_on=on,
        )  # fmt: skip
        return found.id


@contextmanager
def reading(cast: Cast, round_id: int) -> Iterator[list[Door]]:
    with cast.acting(None, write=False) as work:
        yield list(doors_of(work, round_id))


def noted(cast: Cast, by: str, round_id: int, **outcomes: Outcome | None) -> None:
    with cast.acting(by) as work:
        doors = {each.door: each.door_id for each in doors_of(work, round_id)}
        acts.note_doors(work, round_id, {doors[door[1:]]: outcome for door, outcome in outcomes.items()})


def ended(cast: Cast, by: str, round_id: int) -> None:
    with cast.acting(by) as work:
        acts.end_round(work, round_id)


@pytest.mark.parametrize("name", ["赵玉梅", "孙浩", "吴波", "周建"])
def test_who_does_not_plan_rounds_is_refused(team: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        planned(team, by=name)


def test_a_head_plans_nothing_in_another_building(team: Cast) -> None:
    with pytest.raises(Refusal, match="own building"):
        planned(team, building="3号楼")


def test_a_round_is_for_the_team_and_not_for_the_past(team: Cast) -> None:
    with pytest.raises(Refusal, match="of the listening team"):
        planned(team, walker="赵玉梅")
    with pytest.raises(Refusal, match="over another building"), team.acting("刘敏") as work:
        acts.may_be_walked_by(work, team.people["刘志强"], team.buildings["3号楼"]).demand()
    with pytest.raises(Refusal, match="today or a later day"):
        planned(team, on=TODAY - timedelta(1))
    with pytest.raises(Refusal, match="Everybody here"):
        planned(team, by="刘敏", building="3号楼")


def test_one_round_at_a_time(team: Cast) -> None:
    planned(team, entrance=1)
    with pytest.raises(Refusal, match="under way"):
        planned(team)
    with pytest.raises(Refusal, match="under way"):
        planned(team, entrance=1)


def test_others_see_no_doors(team: Cast) -> None:
    found = planned(team)
    with team.acting("孙浩") as work, pytest.raises(NotAllowed, match="whoever walks it"):
        acts.note_doors(work, found, {})
    with team.acting("维托") as work, pytest.raises(NotFound):
        acts.note_doors(work, found, {})


def test_doors_are_noted_and_taken_back(team: Cast) -> None:
    found = planned(team)
    noted(team, "吴波", found, _301=Outcome.MET, _401=Outcome.AWAY, _501=Outcome.DECLINED)
    noted(team, "刘志强", found, _501=None)
    with reading(team, found) as doors:
        assert {each.door: each.outcome for each in doors if each.outcome} == {
            "301": Outcome.MET,
            "401": Outcome.AWAY,
        }
    ended(team, "吴波", found)
    with pytest.raises(Refusal, match="ended"):
        noted(team, "吴波", found, _601=Outcome.MET)


def test_whoever_was_not_at_home_stands_first_on_the_next_sheet(team: Cast) -> None:
    first = planned(team)
    noted(team, "吴波", first, _301=Outcome.MET, _401=Outcome.AWAY, _501=Outcome.DECLINED)
    ended(team, "吴波", first)
    with reading(team, planned(team)) as doors:
        assert (doors[0].door, doors[0].again) == ("401", True)
        assert not {"301", "501"} & {each.door for each in doors}
        assert "601" in {each.door for each in doors}


def test_after_a_year_everybody_is_asked_again(team: Cast) -> None:
    found = planned(team)
    noted(team, "吴波", found, _301=Outcome.MET)
    ended(team, "吴波", found)
    with team.acting("刘敏") as work:
        for door in work.session.scalars(select(RoundDoor).where(RoundDoor.outcome == "met")):
            door.seen_on = since(TODAY)
        assert [each.met for each in coverage(work)] == [0]
    with reading(team, planned(team)) as doors:
        assert "301" in {each.door for each in doors}


def test_a_year_ago() -> None:
    assert since(date(2028, 2, 29)) == date(2027, 2, 28)
    assert since(TODAY) == date(2025, 3, 2)


def test_who_came_into_reach_by_planning_sees_the_round(team: Cast) -> None:
    found = planned(team)
    with team.acting("刘敏") as work:
        acts.may_see_round(work, work.get(Round, found)).demand()
