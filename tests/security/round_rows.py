"""Rounds of the listening team: rows of the matrix. One's own is walked by the volunteer, the other by somebody else."""

from tests.security.rows import Row, group, read, send, show

PLANNERS = group("building_head entrance_head committee grid_worker")
OWN = {"yes_other": PLANNERS}
SEES = PLANNERS | group("volunteer")
NEW = {"building_id": "2", "walker_id": "{neighbour}", "walk_on": "2026-04-01"}

ROUNDS: list[Row] = [
    read("/rounds", "topic"),
    show("/rounds/new", "topic", PLANNERS),
    # Whoever is to walk it is not of the team.
    send("/rounds/new", "topic", PLANNERS, NEW, then=422),
    show("/rounds/{round}", "topic", SEES, **OWN),
    show("/rounds/{round}/print", "topic", SEES, **OWN),
    send("/rounds/{round}/doors", "topic", SEES, {"noted": "{round_door}:met"}, **OWN),
    send("/rounds/{round}/end", "topic", SEES, {}, **OWN),
    send("/rounds/{round}/doors/{door}/matter", "topic", SEES, {}, params={"door": "{round_door}"}, **OWN),
]
