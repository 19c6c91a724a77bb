"""Seven work orders of one morning are one line, a late one stands by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
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


def test_every_paper_stays_in_the_list() -> None:
    assert [address for address, _name, _day in documents(ABOUT, told((7, 1, False), (7, 2, False)))] == [
        "/gongfu/issues/GF-2026-001/nails/2",
        "/gongfu/issues/GF-2026-001/nails/1",
    ]
