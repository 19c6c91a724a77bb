"""Closing is a line (R7): many clocks strike at once, among ballots; and no failing duty stops the clock."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Lock

import anyio
import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from civic import app, timetable
from civic.core.clock import SystemClock
from civic.core.days import Calendar
from civic.core.entropy import SystemEntropy
from civic.core.errors import Refusal
from civic.decide.acts import cast_ballot
from civic.people.queries.who import actor_of
from civic.reactions import REACTIONS
from civic.store.engine import Database
from civic.store.tables import Community
from civic.timetable import Duty, run_due
from civic.work import UnitOfWork, Workshop, open_work
from tests.cast import gather
from tests.reliability.world import World, chain_is_whole, count, settle

CASTERS, CLOCKS, SECONDS = 6, 4, 1.2


def test_the_hour_strikes_once(database: Database) -> None:
    world = settle(database, 400)
    workshop = Workshop(database, SystemClock(), SystemEntropy(), REACTIONS, Calendar())
    closes_at = datetime.now(UTC) + timedelta(seconds=SECONDS / 2)
    with Session(database.writer) as session:
        session.execute(
            text("UPDATE vote SET closes_at = :at"), {"at": closes_at.replace(tzinfo=None) if database.is_sqlite else closes_at}
        )  # fmt: skip
        session.commit()
    acknowledged = strike(workshop, world)
    with database.reader.connect() as connection:
        stored = count(connection, "SELECT count(*) FROM ballot")
        closings = count(connection, "SELECT count(*) FROM entry WHERE kind = 'decide:vote_closed'")
        declared = count(connection, "SELECT count(*) FROM entry WHERE kind = 'decide:result_declared'")
        last = "SELECT max(height) FROM entry WHERE kind = 'decide:ballot_cast'"
        closed = "SELECT min(height) FROM entry WHERE kind = 'decide:vote_closed'"
        late = count(connection, f"SELECT ({last}) - ({closed})")
    print(f"{acknowledged} acknowledged, {stored} stored, {closings} closing")
    assert acknowledged == stored > 0
    assert (closings, declared) == (1, 1)
    assert late < 0, "a ballot stands behind the close"
    assert chain_is_whole(database, world)


def strike(workshop: Workshop, world: World) -> int:
    """Everybody casts, several clocks look; how many ballots were acknowledged."""
    until, lock, voters, done = time.monotonic() + SECONDS, Lock(), iter(range(1, 400)), list[int]()

    def caster(_: int) -> None:
        while time.monotonic() < until:
            with lock:
                voter = next(voters, None)
            if voter is None:
                return
            try:
                cast(workshop, world, voter)
                done.append(voter)
            except Refusal:
                return

    def clock(number: int) -> None:
        chance = random.Random(number)
        while time.monotonic() < until:
            run_due(workshop)
            time.sleep(chance.uniform(0, 0.02))
        run_due(workshop)

    with ThreadPoolExecutor(CASTERS + CLOCKS) as pool:
        for each in [
            *(pool.submit(caster, n) for n in range(CASTERS)),
            *(pool.submit(clock, n) for n in range(CLOCKS)),
        ]:
            each.result()
    return len(done)


def cast(workshop: Workshop, world: World, voter: int) -> None:
    today = workshop.clock.now().date()
    with open_work(
        workshop,
        lambda session: session.get_one(Community, world.community),
        lambda session, _here: actor_of(session, world.community, voter, today),
    ) as work:
        cast_ballot(work, world.vote, "yes")


def test_a_duty_that_fails_holds_up_no_other(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop, done = gather(database).workshop, list[tuple[str, int]]()

    def bad(_work: UnitOfWork, _ident: int) -> None:
        raise ZeroDivisionError

    def good(work: UnitOfWork, ident: int) -> None:
        done.append((work.community.slug, ident))

    now = workshop.clock.now()
    duties = (Duty(lambda _s, _c: [(now, 1)], bad), Duty(lambda _s, _c: [(now, 2)], good))
    monkeypatch.setattr(timetable, "DUTIES", duties)
    with pytest.raises(ZeroDivisionError):
        run_due(workshop)
    assert done == [("gongfu", 2), ("weiwan", 2)]


def test_the_clock_goes_on_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = iter((ZeroDivisionError(), None, None))
    seen = list[object]()

    def due(_workshop: object) -> int:
        failure = next(rounds, None)
        seen.append(failure)
        if failure:
            raise failure
        return 0

    monkeypatch.setattr(timetable, "run_due", due)
    monkeypatch.setattr(app, "TICK_SECONDS", 0.01)

    class House:
        workshop = None

    async def some_rounds() -> None:
        with anyio.move_on_after(0.5):
            await app._tick(House())  # type: ignore[arg-type]

    anyio.run(some_rounds)
    assert len(seen) > 2
