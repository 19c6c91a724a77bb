"""Who is asked today to demand, to look, to close; and what the supervision inbox lists under which heading."""

from datetime import date, timedelta

import pytest

from civic.store.engine import Database
from civic.supervise import acts
from civic.supervise.queries import inbox
from civic.supervise.today import asks
from tests.cast import Cast, gather
from tests.supervise.stage import FIRST, ask, at, in_hand, order, watch
from tests.supervise.test_demanding import demand
from tests.web import statements

TODAY = date(2026, 5, 19)
ISSUE = "/issues/GF-2026-001"


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    cast.clock.set(at(TODAY))
    return cast


def asked(cast: Cast, who: str) -> list[str]:
    with cast.acting(who, write=False) as work:
        return [ask.path for ask in asks(work)]


def test_supervisors_are_asked_about_late_orders_until_they_demand(cast: Cast) -> None:
    issue = in_hand(cast)
    late = order(cast, issue, due_on=date(2026, 5, 10))
    order(cast, issue, due_on=TODAY)
    assert asked(cast, "周建") == [f"{ISSUE}/demands/new?about={late}"]
    for who in ("刘敏", "赵玉梅", "唐伟"):
        assert asked(cast, who) == []
    first = demand(cast, issue, late)
    assert asked(cast, "周建") == []
    assert asked(cast, "刘敏") == [f"{ISSUE}/demands/{first}"]
    with cast.acting("刘敏") as work:
        acts.answer_demand(work, first, "本周内完成")
    assert asked(cast, "周建") == [f"{ISSUE}/demands/new?about={late}"], "it is late still"


def test_supervisors_are_asked_for_their_key(cast: Cast) -> None:
    close_out = ask(cast, in_hand(cast))
    assert asked(cast, "周建") == [f"{ISSUE}/close-outs/{close_out}"]


def test_a_watch_that_is_over_is_not_looked_at_any_more(cast: Cast) -> None:
    watch(cast, in_hand(cast), days=3)
    last = FIRST + timedelta(days=29)
    for day, unseen, ended in ((last, 1, 0), (last + timedelta(days=1), 0, 1)):
        cast.clock.set(at(day))
        with cast.acting("周建", write=False) as work:
            assert (inbox.unseen_watches(work).total, inbox.ended_watches(work).total) == (unseen, ended)
        assert asked(cast, "郑丽") == [f"{ISSUE}/observations/new"] * unseen
        assert asked(cast, "刘敏") == [f"{ISSUE}/close-out"] * ended


def test_nobody_is_asked_to_close_while_an_order_is_open(cast: Cast) -> None:
    issue = in_hand(cast)
    watch(cast, issue, days=30)
    order(cast, issue, due_on=date(2026, 7, 1))
    cast.clock.set(at(FIRST + timedelta(days=30)))
    assert asked(cast, "刘敏") == []


@pytest.mark.parametrize(("who", "most"), [("赵玉梅", 1), ("周建", 3), ("刘敏", 4)])
def test_statements_stay_as_many(cast: Cast, who: str, most: int) -> None:
    issue = in_hand(cast)
    for _ in range(3):
        order(cast, issue, due_on=date(2026, 5, 10))
    with cast.acting(who, write=False) as work, statements(cast.workshop.database) as seen:
        asks(work)
    assert len(seen) <= most
