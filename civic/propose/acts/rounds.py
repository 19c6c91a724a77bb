"""Rounds of the listening team: planned, noted door by door, ended."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.people.tables import Building
from civic.permissions import Permission
from civic.propose import events
from civic.propose.queries.round_sheet import doors_of, team
from civic.propose.queries.rounds import doors_due, under_way
from civic.propose.reach import reach_of
from civic.propose.rules.rounds import Outcome, may_begin
from civic.propose.tables import Round, RoundDoor
from civic.work import UnitOfWork

P = Permission


def may_plan_round(work: UnitOfWork, building_id: int | None = None, entrance: int | None = None) -> Verdict:
    """The committee and grid workers everywhere, heads in their building or entrance, when one is given."""
    return work.may(P.PLAN_ROUND).then(
        lambda: YES if building_id is None else _within(work, building_id, entrance)
    )


def plan_round(
    work: UnitOfWork, *, building_id: int, entrance: int | None, walker_id: int, walk_on: date
) -> Round:
    """For every home where nobody was met within a year; whoever was not at home the last time stands first."""
    may_plan_round(work, work.get(Building, building_id).id, entrance).demand()
    due = doors_due(work, building_id, entrance)
    busy = under_way(work, building_id, entrance)
    may_begin(under_way=busy, doors=len(due), walk_on=walk_on, today=work.today).demand()
    may_be_walked_by(work, walker_id, building_id).demand()
    work.require(P.PLAN_ROUND)
    found = work.add(
        Round(
            building_id=building_id, entrance=entrance, walker_id=walker_id, planned_by_id=work.person_id,
            walk_on=walk_on, planned_at=work.now,
        )
    )  # fmt: skip
    for each in due:
        work.add(RoundDoor(round_id=found.id, dwelling_id=each.dwelling_id, again=each.again))
    work.record(
        events.RoundPlanned(round_id=found.id, building_id=building_id, doors=len(due), walk_on=walk_on)
    )
    return found


def may_be_walked_by(work: UnitOfWork, walker_id: int, building_id: int) -> Verdict:
    """Somebody of the listening team, whose office is not over other buildings alone."""
    offices = [each for each in team(work) if each.person_id == walker_id]
    if not offices:
        return no(say("Please choose somebody of the listening team."))
    if all(each.building_id not in {None, building_id} for each in offices):
        return no(say("The office of this person is over another building. Please choose somebody else."))
    return YES


def may_see_round(work: UnitOfWork, found: Round) -> Verdict:
    """Whoever walks it; those within whose reach it lies. Its doors are nobody else's business."""
    return work.may(P.WALK_ROUND).then(lambda: _own(work, found))


def may_note_doors(work: UnitOfWork, found: Round) -> Verdict:
    """The same, until it is ended."""
    return may_see_round(work, found).then(lambda: no(say("This round is ended.")) if found.ended_at else YES)


def note_doors(work: UnitOfWork, round_id: int, outcomes: Mapping[int, Outcome | None]) -> None:
    """Outcomes by door of the sheet; None takes back what was noted. Doors left out stay as they are."""
    found = work.get(Round, round_id, lock=True)
    may_note_doors(work, found).demand()
    work.require(P.WALK_ROUND)
    for each in doors_of(work, found.id):
        noted = outcomes.get(each.door_id, each.outcome)
        if noted is not each.outcome:
            door = work.get(RoundDoor, each.door_id)
            door.outcome, door.seen_on = (noted.value, work.today) if noted else (None, None)
    work.session.flush()
    count = _counted(work, found)
    work.record(
        events.DoorsNoted(
            round_id=found.id, met=count[Outcome.MET], away=count[Outcome.AWAY], declined=count[Outcome.DECLINED]
        )
    )  # fmt: skip


def may_end_round(work: UnitOfWork, found: Round) -> Verdict:
    """As noting: once."""
    return may_note_doors(work, found)


def end_round(work: UnitOfWork, round_id: int) -> None:
    """What nothing was noted of stands on the next sheet."""
    found = work.get(Round, round_id, lock=True)
    may_end_round(work, found).demand()
    work.require(P.WALK_ROUND)
    found.ended_at = work.now
    count = _counted(work, found)
    work.record(
        events.RoundEnded(
            round_id=found.id, building_id=found.building_id, met=count[Outcome.MET], away=count[Outcome.AWAY],
            declined=count[Outcome.DECLINED], unseen=count[None],
        )
    )  # fmt: skip


def _counted(work: UnitOfWork, found: Round) -> "Counter[Outcome | None]":
    return Counter(each.outcome for each in doors_of(work, found.id))


def _own(work: UnitOfWork, found: Round) -> Verdict:
    planner = work.may(P.PLAN_ROUND) and _within(work, found.building_id, found.entrance)
    if work.person_id == found.walker_id or planner:
        return YES
    return not_allowed(say("This round is for whoever walks it, and for those who plan the rounds here."))


def _within(work: UnitOfWork, building_id: int, entrance: int | None) -> Verdict:
    assert work.actor is not None
    if reach_of(work.actor).holds(building_id, entrance):
        return YES
    return no(say("You plan rounds in your own building. Please ask the committee for others."))
