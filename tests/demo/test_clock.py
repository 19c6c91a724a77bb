"""The demo's clock: kept in a file, moved by a button, never elsewhere."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from civic.app import create_app
from civic.core.clock import ManualClock
from civic.demo.clock import DemoClock
from civic.manage.tables import WorkOrder
from civic.notices.tables import Notice
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.store.engine import Database
from civic.store.tables import Community
from tests.cast import MORNING, Cast, gather
from tests.web import Browser, house_of, sign_in

NOON = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)


def test_it_runs_with_its_base_and_survives_a_restart(tmp_path: Path) -> None:
    base, file = ManualClock(NOON), tmp_path / "demo-clock"
    clock = DemoClock(base, file)
    assert clock.now() == NOON
    clock.move_to(NOON + timedelta(days=15, milliseconds=1))
    base.advance(minutes=5)
    again = DemoClock(base, file)
    assert again.now() == clock.now() == NOON + timedelta(days=15, seconds=1, minutes=5)


def test_it_is_never_short_of_the_instant(tmp_path: Path) -> None:
    clock = DemoClock(ManualClock(NOON + timedelta(microseconds=400)), tmp_path / "demo-clock")
    clock.move_to(NOON + timedelta(hours=3))
    assert clock.now() >= NOON + timedelta(hours=3)


@pytest.fixture
def demo(database: Database, tmp_path: Path) -> Cast:
    """The cast's community as a demo, with a clock that can be moved and a topic that hangs."""
    cast = gather(database)
    clock = DemoClock(ManualClock(MORNING), tmp_path / "demo-clock")
    cast = replace(cast, workshop=replace(cast.workshop, clock=clock))
    with Session(database.writer) as session:
        session.get_one(Community, cast.community_id).demo = True
        session.commit()
    with cast.acting("赵玉梅") as work:
        issue = propose.raise_issue(work, title="灯不亮", facts="坏了", wish="修好", category="repairs")
    with cast.acting("刘敏") as work:
        propose.verify_issue(work, issue.id, findings="属实", nature=Nature.SELF_GOVERNANCE)
        propose.accept_issue(work, issue.id, background="灯坏了", scope="怎么修", days=5)
    return cast


def visitor(cast: Cast, folder: Path, name: str | None = None, *, movable: bool = True) -> Browser:
    """A browser at a house whose clock can be moved, or not."""
    house = replace(house_of(cast, folder), can_move_clock=movable)
    client = TestClient(create_app(house, ticking=False), base_url="https://testserver")
    if name:
        client.cookies.set("__Host-civic", sign_in(cast, name))
    return Browser(client, "gongfu")


def test_the_button_leads_to_the_next_deadline_and_back(demo: Cast, tmp_path: Path) -> None:
    one = visitor(demo, tmp_path)
    one.get("/notices")
    one.post("/demo/clock")
    one.page.says("演示时间已到3月7日 周六 24:00")
    assert demo.workshop.clock.now() >= datetime(2026, 3, 8, tzinfo=MORNING.tzinfo)
    with Session(demo.workshop.database.reader) as session:
        assert [notice.lapsed_at is not None for notice in session.query(Notice)] == [True]


def test_whoever_is_signed_in_stays_signed_in(demo: Cast, tmp_path: Path) -> None:
    one = visitor(demo, tmp_path, "刘敏")
    one.get("/notices")
    one.post("/demo/clock")
    assert one.get("/me").says("刘敏")


@pytest.mark.parametrize("then", ["https://elsewhere.example/", "//elsewhere.example", "/weiwan/"])
def test_it_leads_nowhere_else(demo: Cast, tmp_path: Path, then: str) -> None:
    one = visitor(demo, tmp_path)
    one.get("/notices")
    hidden = {**one.hidden("/demo/clock"), "then": then}
    one.post("/demo/clock", follow=False, tokens=hidden)
    assert one.page.location == "/gongfu/"


def test_a_clock_of_a_real_community_stays(demo: Cast, tmp_path: Path) -> None:
    one = visitor(demo, tmp_path, movable=False)
    one.get("/in")
    answer = one.post("/demo/clock", tokens={**one.tokens(), "then": "/gongfu/"})
    assert answer.status == 409
    assert answer.says("只有本机上的演示社区可以拨钟")
    assert demo.workshop.clock.now() == MORNING


def late_order(cast: Cast) -> None:
    """A work order that nobody answers, due on 16 March."""
    with cast.acting("刘敏") as work:
        work.add(
            WorkOrder(
                issue_id=1, number=1, task="换灯", nature="repair", lead_id=cast.people["马军"],
                lead_office="property_firm", lead_title="物业", due_on=date(2026, 3, 16), criterion="亮", cost_fen=0,
                phase="issued", issued_at=work.now,
            )
        )  # fmt: skip


def test_a_promised_day_is_a_deadline_too(demo: Cast, tmp_path: Path) -> None:
    late_order(demo)
    one = visitor(demo, tmp_path)
    one.get("/notices").says("到下个期限 3月7日 周六 24:00")
    one.post("/demo/clock")
    one.page.says("到下个期限 3月9日 周一 24:00")  # the first answer
    one.post("/demo/clock")
    one.page.says("到下个期限 3月16日 周一 24:00")
    one.post("/demo/clock")
    one.page.says("演示时间已到3月16日 周一 24:00")


def test_tomorrow_is_always_there(demo: Cast, tmp_path: Path) -> None:
    one = visitor(demo, tmp_path)
    one.client.cookies.set("civic-look", "m.auto.en")
    one.get("/notices").says("To the next deadline: Sat 7 Mar 24:00", "To tomorrow, 09:00")
    one.post("/demo/clock", to="2026-03-03T09:00:00+08:00")
    one.page.says("In the demo it is now Tue 3 Mar 09:00.")
    assert demo.workshop.clock.now().astimezone(MORNING.tzinfo).hour == 9


@pytest.mark.parametrize("to", ["2026-03-01T09:00:00+08:00", "9999-12-31T23:59:59-12:00"])
def test_it_goes_neither_back_nor_out_of_sight(demo: Cast, tmp_path: Path, to: str) -> None:
    one = visitor(demo, tmp_path)
    one.get("/notices")
    one.post("/demo/clock", to=to)
    assert demo.workshop.clock.now() < MORNING + timedelta(days=6)
