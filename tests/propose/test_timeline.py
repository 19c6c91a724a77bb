"""Seven work orders of one morning are one line, a late one stands by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from civic.core.event import Event
from civic.core.message import Message, say, say_n
from civic.ledger.queries import Told
from civic.propose.drawing import Subject
from civic.propose.journey import documents, timeline
from civic.propose.rules import Nature, Phase

ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, kw_only=True)
class Nailed(Event):
    """A nail went in, perhaps late."""

    stage = 4
    nail: int
    crooked: bool = False

    def told(self) -> Message:
        return say("Nail %(n)s.", n=self.nail)

    def told_many(self, n: int) -> Message | None:
        return None if self.crooked else say_n("%(n)s nail.", "%(n)s nails.", n)

    def evidence(self) -> tuple[str, Message]:
        return f"/nails/{self.nail}", say("Nail")


ABOUT = Subject(
    root="/gongfu", reference="GF-2026-001", phase=Phase.MANAGING, nature=Nature.SELF_GOVERNANCE,
    endorsements=0, late_days=0, today=date(2026, 5, 8), zone=ZONE,
)  # fmt: skip


def told(*nails: tuple[int, int, bool]) -> Sequence[Told]:
    return [
        Told(
            datetime(2026, 5, day, 3, number, tzinfo=UTC),
            "committee",
            1,
            Nailed(nail=number, crooked=crooked),
        )
        for day, number, crooked in nails
    ]


def lines(*nails: tuple[int, int, bool]) -> list[tuple[str, int]]:
    return [
        (line.text.text, line.text.n) for group in timeline(ABOUT, told(*nails)) for line in group.entries
    ]


def test_alike_on_one_day_is_one_line() -> None:
    assert lines((7, 1, False), (7, 2, False), (7, 3, False)) == [("%(n)s nail.", 3)]


def test_another_day_is_another_line() -> None:
    assert lines((6, 1, False), (7, 2, False), (7, 3, False)) == [("%(n)s nail.", 2), ("Nail %(n)s.", 0)]


def test_what_is_told_by_itself_breaks_the_run() -> None:
    assert lines((7, 1, False), (7, 2, True), (7, 3, False)) == [("Nail %(n)s.", 0)] * 3


@dataclass(frozen=True, kw_only=True)
class Step(Event):
    """Something at a stage."""

    stage_no: int

    def told(self) -> Message:
        return say("Nail %(n)s.", n=self.stage_no)


@dataclass(frozen=True, kw_only=True)
class Back(Step):
    """Reopened."""

    back_to = 4


def stages(phase: Phase, *steps: Step) -> list[tuple[int, int]]:
    """The groups from the top: stage and how many entries."""
    about = replace(ABOUT, phase=phase)
    at = [datetime(2026, 5, day, 3, tzinfo=UTC) for day in range(1, len(steps) + 1)]
    entries = [Told(when, "committee", 1, step) for when, step in zip(at, steps, strict=True)]
    return [(group.stage, len(group.entries)) for group in timeline(about, entries)]


def road(*numbers: int) -> list[Step]:
    return [Step(stage_no=number) for number in numbers]


def test_stages_do_not_interleave() -> None:
    assert stages(Phase.DECIDING, *road(1, 2, 3, 2, 3)) == [(3, 2), (2, 2), (1, 1)]


def test_the_top_group_is_the_present_stage() -> None:
    assert stages(Phase.MANAGING, *road(1, 3, 4, 5, 4)) == [(4, 3), (3, 1), (1, 1)]
    assert stages(Phase.WATCHED, *road(1, 3, 4, 5, 4)) == [(5, 1), (4, 2), (3, 1), (1, 1)]


def test_what_has_no_stage_goes_with_what_came_before() -> None:
    assert stages(Phase.DECIDING, *road(1, 2, 0, 3)) == [(3, 1), (2, 2), (1, 1)]


def test_a_reopened_round_stands_above_the_one_before() -> None:
    steps = [*road(1, 4, 5), Back(stage_no=5), *road(4, 5)]
    assert stages(Phase.WATCHED, *steps) == [(5, 1), (4, 2), (5, 1), (4, 1), (1, 1)]
    assert stages(Phase.MANAGING, *steps[:4]) == [(4, 1), (5, 1), (4, 1), (1, 1)]


def test_only_the_present_group_is_open() -> None:
    groups = timeline(ABOUT, told((1, 1, False), (2, 2, False)))
    assert [group.here for group in groups] == [True]
    assert groups[0].first < groups[0].last
    over = timeline(replace(ABOUT, phase=Phase.HANDLED), told((1, 1, False)))
    assert [group.here for group in over] == [False]


def test_every_paper_stays_in_the_list() -> None:
    assert [address for address, _name, _day in documents(ABOUT, told((7, 1, False), (7, 2, False)))] == [
        "/gongfu/issues/GF-2026-001/nails/2",
        "/gongfu/issues/GF-2026-001/nails/1",
    ]
