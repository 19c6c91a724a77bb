"""Demands: only the supervisory committee, only when something is late."""

from datetime import date

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.store.engine import Database
from civic.supervise import acts
from tests.cast import Cast, gather
from tests.supervise.stage import at, in_hand, order, watch
from tests.supervise.test_watching import told

DUE, TODAY, ANSWER_BY = date(2026, 5, 10), date(2026, 5, 19), date(2026, 5, 22)


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    cast.clock.set(at(TODAY))
    return cast


def demand(cast: Cast, issue: int, order_id: int | None, who: str = "周建", due_on: date = ANSWER_BY) -> int:
    """Make a demand; its id."""
    with cast.acting(who) as work:
        return acts.make_demand(work, issue, order_id=order_id, text="请说明原因", due_on=due_on).id


def test_only_the_supervisory_committee(cast: Cast) -> None:
    issue = in_hand(cast)
    late = order(cast, issue, due_on=DUE)
    for name in ("刘敏", "赵玉梅", "唐伟", None):
        with pytest.raises(NotAllowed):
            demand(cast, issue, late, who=name or "王桂兰")


@pytest.mark.parametrize(("due_on", "phase"), [(TODAY, "accepted"), (DUE, "done"), (DUE, "returned")])
def test_nothing_late_no_demand(cast: Cast, due_on: date, phase: str) -> None:
    issue = in_hand(cast)
    punctual = order(cast, issue, due_on=due_on, phase=phase)
    with pytest.raises(Refusal, match="Nothing is late here"):
        demand(cast, issue, punctual)


def test_an_order_that_is_not_late_beside_one_that_is(cast: Cast) -> None:
    issue = in_hand(cast)
    order(cast, issue, due_on=DUE)
    punctual = order(cast, issue, due_on=ANSWER_BY)
    with pytest.raises(Refusal, match="Nothing is late here"):
        demand(cast, issue, punctual)


def test_an_order_of_another_issue_is_none_of_this_one(cast: Cast) -> None:
    issue, other = in_hand(cast), in_hand(cast, promise=False)
    order(cast, issue, due_on=DUE)
    with pytest.raises(NotFound):
        demand(cast, issue, order(cast, other, due_on=DUE))


def test_an_answer_is_not_due_yesterday(cast: Cast) -> None:
    issue = in_hand(cast)
    late = order(cast, issue, due_on=DUE)
    with pytest.raises(Refusal, match="within 60 days"):
        demand(cast, issue, late, due_on=date(2026, 5, 18))


def test_nine_days_late_second_demand_answered_late(cast: Cast) -> None:
    issue = in_hand(cast)
    late = order(cast, issue, due_on=DUE)
    demand(cast, issue, late)
    second = demand(cast, issue, late)
    with cast.acting("马军") as work, pytest.raises(NotAllowed):
        acts.answer_demand(work, second, "与我无关")
    cast.clock.set(at(date(2026, 5, 24)))
    with cast.acting("唐伟") as work:
        acts.answer_demand(work, second, "今天划线")
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="answered already"):
        acts.answer_demand(work, second, "再答一次")
    assert told(cast, issue)[1:] == [
        "9 days late; demand no. 1.",
        "9 days late; demand no. 2.",
        "Demand no. 2 was answered, 2 days late.",
    ]


def test_a_late_morning_is_enough_for_a_demand(cast: Cast) -> None:
    issue = in_hand(cast)
    watch(cast, issue, days=2)
    with pytest.raises(Refusal, match="Nothing is late here"):
        demand(cast, issue, None)
    other = in_hand(cast)
    watch(cast, other, days=3)
    demand(cast, other, None)
    assert told(cast, other)[-1] == "A day was not kept; demand no. 1."


def test_a_neighbouring_community_demands_nothing(cast: Cast) -> None:
    issue = in_hand(cast)
    made = demand(cast, issue, order(cast, issue, due_on=DUE))
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.answer_demand(work, made, "不是我们")
