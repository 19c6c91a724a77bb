"""A running demo: the dates are shifted by whole weeks, and what a holiday delays slips."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from civic.core.days import day_of
from civic.demo.load import AMID, weeks_to
from civic.demo.story import ZONE
from civic.ledger.queries import first_wrong_entry
from civic.propose.rules import Phase
from civic.store.engine import Database
from civic.supervise.tables import Observation, Watch
from tests.demo.conftest import Told, tell
from tests.demo.test_story import under_way

NOWS = (
    "2026-10-05 06:30",  # the holiday of National Day, early in the morning
    "2026-11-25 09:40",
    "2027-02-20 23:50",  # a year whose holidays are not known yet
    "2026-03-01 12:00",  # before the printed dates
    "2026-05-21 10:00",
)


@pytest.mark.parametrize("now", [NOWS[0], *(pytest.param(each, marks=pytest.mark.long) for each in NOWS[1:])])
def test_case_a_stands_amid_its_mornings(fresh: Database, now: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=ZONE)
    story = tell(fresh, at)
    with Session(fresh.reader) as session:
        told = Told(story, session)
        under_way(told)
        market = told.issue("A")
        watch = told.one(Watch, issue_id=market.id)
        assert market.phase == Phase.WATCHED.value
        assert 5 <= told.count(Observation, watch_id=watch.id) <= 17
        assert watch.first_on <= day_of(at, ZONE) <= watch.last_on
        assert first_wrong_entry(session, story.roll.community_id) is None


def test_the_shift_is_whole_weeks() -> None:
    for days in range(-400, 400):
        now = datetime(2026, 5, 20, 12, tzinfo=ZONE) + timedelta(days)
        shift = weeks_to(now)
        assert shift.days % 7 == 0
        assert 0 <= (now.date() - (AMID + shift)).days <= 6
