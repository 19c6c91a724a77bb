"""The rating round: who is affected, paper and phone, the end, call-backs."""

from datetime import date

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.propose.reach import Reach
from civic.propose.tables import Issue
from civic.store.engine import Database
from civic.supervise import acts
from civic.supervise.queries.ratings import newest_round, not_yet_rated
from civic.timetable import run_due
from tests.cast import Cast, gather
from tests.supervise.stage import at, close, in_hand, phase_of, seat
from tests.supervise.test_watching import told

CLOSED, LAST_DAY = date(2026, 6, 12), date(2026, 6, 19)


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    cast.clock.set(at(CLOSED))
    return cast


def rated(cast: Cast, *, whole_community: bool = False) -> tuple[int, int]:
    """A closed-out issue and its open round."""
    issue = in_hand(cast, whole_community=whole_community)
    close(cast, issue)
    with cast.acting("刘敏", write=False) as work:
        found = newest_round(work, issue)
        assert found.until_on == LAST_DAY
        return issue, found.id


def rate(cast: Cast, round_id: int, who: str, grade: int = 5) -> None:
    with cast.acting(who) as work:
        acts.rate_issue(work, round_id, grade=grade, text="")


def enter(cast: Cast, round_id: int, who: str, person: str, grade: int = 4) -> None:
    with cast.acting(who) as work:
        acts.enter_rating(work, round_id, person_id=cast.people[person], grade=grade)


def test_the_official_who_lives_elsewhere_is_not_affected(cast: Cast) -> None:
    _issue, found = rated(cast)
    for name in ("唐伟", "马军"):
        with pytest.raises(NotAllowed):
            rate(cast, found, name)


def test_with_a_building_its_people_rate_without_one_everybody_who_lives_here(cast: Cast) -> None:
    seat(cast, "丁一")
    _issue, found = rated(cast)
    with pytest.raises(NotAllowed):
        rate(cast, found, "丁一")
    _issue, everywhere = rated(cast, whole_community=True)
    rate(cast, everywhere, "丁一")


def test_once_each_on_paper_or_on_the_phone(cast: Cast) -> None:
    _issue, found = rated(cast)
    rate(cast, found, "赵玉梅")
    with pytest.raises(Refusal, match="recorded already"):
        rate(cast, found, "赵玉梅", 1)
    with pytest.raises(Refusal, match="recorded already"):
        enter(cast, found, "刘志强", "赵玉梅")
    enter(cast, found, "林娜", "王桂兰")
    with pytest.raises(NotAllowed):
        enter(cast, found, "孙浩", "吴波")
    with pytest.raises(NotAllowed, match="affected"):
        enter(cast, found, "林娜", "唐伟")


def test_the_collector_finds_those_without_a_form(cast: Cast) -> None:
    issue_id, found = rated(cast)
    rate(cast, found, "赵玉梅")
    with cast.acting("刘志强", write=False) as work:
        issue = work.get(Issue, issue_id)
        assert not_yet_rated(work, issue, found, Reach(), "玉梅") == []
        assert not_yet_rated(work, issue, found, Reach(), "%") == []
        (wang,) = not_yet_rated(work, issue, found, Reach(), "桂兰")
        assert (wang.name, bool(wang.door)) == ("王桂兰", True)
        assert not_yet_rated(work, issue, found, Reach(frozenset()), "桂兰") == []
        # Who keeps no roll knows the whole name, and learns no door.
        by_name = Reach(by_name_only=True)
        assert not_yet_rated(work, issue, found, by_name, "桂兰") == []
        assert not_yet_rated(work, issue, found, by_name, wang.door) == []
        (known,) = not_yet_rated(work, issue, found, by_name, "王桂兰")
        assert (known.name, known.building, known.entrance, known.door) == ("王桂兰", wang.building, None, "")


def test_the_round_ends_by_the_clock(cast: Cast) -> None:
    issue, found = rated(cast)
    with cast.acting("林娜") as work:
        acts.record_forms(work, found, given=10, spoiled=1)
    for name, grade in (("赵玉梅", 5), ("孙浩", 4), ("周建", 3)):
        rate(cast, found, name, grade)
    enter(cast, found, "林娜", "王桂兰", 1)
    cast.clock.set(at(LAST_DAY, 23, 59))
    run_due(cast.workshop)
    assert phase_of(cast, issue) == "rating"
    cast.clock.set(at(date(2026, 6, 20), 0, 0))
    with pytest.raises(Refusal, match="has ended"):
        rate(cast, found, "吴波")
    run_due(cast.workshop)
    assert phase_of(cast, issue) == "closed"
    assert told(cast, issue)[-1] == (
        "10 forms given out, 4 valid: basically satisfied or better 3 (75.0%), satisfied or better 2 (50.0%)."
    )
    with cast.acting("林娜") as work, pytest.raises(Refusal, match="has ended"):
        acts.record_forms(work, found, given=10, spoiled=1)


def test_whoever_was_not_satisfied_is_called_back(cast: Cast) -> None:
    issue, found = rated(cast)
    with cast.acting("赵玉梅") as work:
        bad = acts.rate_issue(work, found, grade=2, text="夜里又回来").id
    rate(cast, found, "孙浩", 3)
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="still open"):
        acts.record_call_back(work, bad, note="")
    cast.clock.set(at(date(2026, 6, 22)))
    run_due(cast.workshop)
    with cast.acting("周建") as work, pytest.raises(NotAllowed):
        acts.record_call_back(work, bad, note="")
    with cast.acting("刘敏") as work:
        acts.record_call_back(work, bad, note="已说明")
    with cast.acting("刘敏") as work, pytest.raises(Refusal, match="called already"):
        acts.record_call_back(work, bad, note="")
    assert told(cast, issue)[-1] == "The 1 person who was not satisfied was called back."


def test_reopening_stops_the_round(cast: Cast) -> None:
    issue, found = rated(cast)
    with cast.acting("周建") as work:
        acts.reopen_issue(work, issue, "摊又回来了")
    with pytest.raises(Refusal, match="has ended"):
        rate(cast, found, "赵玉梅")
    cast.clock.set(at(date(2026, 6, 25)))
    run_due(cast.workshop)
    assert phase_of(cast, issue) == "managing"


def test_a_neighbouring_community_rates_nothing(cast: Cast) -> None:
    _issue, found = rated(cast)
    with pytest.raises(NotFound):
        rate(cast, found, "维托")
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.enter_rating(work, found, person_id=cast.people["赵玉梅"], grade=5)
    with cast.acting("维托") as work, pytest.raises(NotFound):
        acts.record_forms(work, found, given=1, spoiled=0)
