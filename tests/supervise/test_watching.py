"""Watching a promise: who may, when, and what the timeline says."""

from datetime import date

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.queries import journey
from civic.store.engine import Database
from civic.supervise import acts
from civic.supervise.queries.promises import newest_watch
from tests.cast import Cast, gather
from tests.supervise.stage import FIRST, at, english, in_hand, phase_of, watch


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def told(cast: Cast, issue_id: int) -> list[str]:
    """The timeline's sentences in English, oldest first."""
    with cast.acting("刘敏", write=False) as work:
        entries = journey(work.session, work.community.id, issue_id)
    return [english(sentence) for entry in entries if (sentence := entry.event.told())]


def test_a_resident_does_not_start_a_watch(cast: Cast) -> None:
    issue = in_hand(cast)
    with cast.acting("赵玉梅") as work, pytest.raises(NotAllowed):
        acts.start_watch(work, issue, first_on=FIRST)


def test_without_an_outcome_the_promise_must_be_written_down(cast: Cast) -> None:
    issue = in_hand(cast, promise=False)
    with cast.acting("周建") as work, pytest.raises(Refusal, match="Nothing was promised"):
        acts.start_watch(work, issue, first_on=FIRST)
    cast.clock.set(at(FIRST))
    with cast.acting("周建") as work:
        found = acts.start_watch(work, issue, first_on=FIRST, criterion="水不再漏", need=3, of_days=3)
        assert found.last_on == date(2026, 5, 13)


def test_an_outcomes_own_words_win(cast: Cast) -> None:
    issue = in_hand(cast)
    cast.clock.set(at(FIRST))
    with cast.acting("郑丽") as work:
        found = acts.start_watch(work, issue, first_on=FIRST, criterion="差不多就行", need=1, of_days=1)
    assert (found.criterion, found.need, found.of_days) == ("08:30 前路面清空", 27, 30)
    assert found.last_on == date(2026, 6, 9)
    assert phase_of(cast, issue) == "watched"


def test_27_of_30_mornings(cast: Cast) -> None:
    issue = in_hand(cast)
    watch(cast, issue)
    with cast.acting("郑丽", write=False) as work:
        seen = newest_watch(work, issue)
    assert seen is not None
    promise = seen.promise
    assert (promise.kept, len(promise.late), promise.met, promise.latest_time) == (27, 3, True, "08:52")
    assert told(cast, issue)[1:] == [
        "Watched from 11 May: to be kept on at least 27 of 30 days.",
        "Late: put right at 08:36.",
        "Late: put right at 08:41.",
        "Late: put right at 08:52.",
        "Watched for 30 days: kept on 27, late on 3.",
    ]


def test_one_look_a_day(cast: Cast) -> None:
    issue = in_hand(cast)
    watch(cast, issue, days=1)
    with cast.acting("周建") as work, pytest.raises(Refusal, match="recorded already"):
        acts.record_observation(work, issue, day=FIRST, kept=False)


def test_who_does_not_look(cast: Cast) -> None:
    issue = in_hand(cast)
    watch(cast, issue, days=1)
    cast.clock.set(at(date(2026, 5, 12)))
    for name in ("唐伟", None):
        with cast.acting(name) as work, pytest.raises(NotAllowed):
            acts.record_observation(work, issue, day=date(2026, 5, 12), kept=True)
    with cast.acting("王桂兰") as work:
        acts.record_observation(work, issue, day=date(2026, 5, 12), kept=True)


def test_nothing_is_looked_at_before_the_watch(cast: Cast) -> None:
    issue = in_hand(cast)
    with cast.acting("郑丽") as work, pytest.raises(Refusal, match="Nothing is being watched"):
        acts.record_observation(work, issue, day=FIRST, kept=True)


def test_a_neighbouring_community_sees_nothing(cast: Cast) -> None:
    issue = in_hand(cast)
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.start_watch(work, issue, first_on=FIRST)
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.record_observation(work, issue, day=FIRST, kept=True)
