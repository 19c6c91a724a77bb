"""Ballots soon after a sign-in was reset are counted with the result: a figure, no name, no choice (V8)."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from civic.decide import acts
from civic.decide.rules.resets import WATCHED, soon_after
from civic.decide.tables import Vote
from civic.ledger.tables import Entry
from civic.people.acts.codes import enter_by_code, give_code
from civic.people.acts.second_factor import take_away_second_factor
from civic.people.tables import Account
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import Stage, at, notify, seat_representatives, to_the_outcome
from tests.people.test_helping_acts import begin, consent, in_browser
from tests.web import browser

LABEL, CLOSE = "其中登录重置后24小时内投的", at(4, 18, 16, 31)


@pytest.fixture
def stage(database: Database) -> Stage:
    """Nine on the roll of a vote that opens on 18 April at 14:30."""
    cast = gather(database)
    voters = seat_representatives(cast, 4, 5)
    stage = to_the_outcome(cast)
    stage.voters = voters
    notify(stage)
    return stage


def code_for(stage: Stage, name: str) -> None:
    """The committee gives a code, and it is used at once."""
    with stage.cast.acting("刘敏") as work:
        ident = give_code(work, stage.cast.people[name]).id
    with stage.cast.acting(None) as work:
        enter_by_code(work, ident)


def vote(stage: Stage, name: str, choice: str = "yes") -> None:
    with stage.cast.acting(name) as work:
        acts.cast_ballot(work, stage.vote_id, choice)


def through(stage: Stage, helper: str, name: str) -> None:
    """Where the terms allow a proxy, a helper casts it."""
    with stage.cast.acting(None) as work:
        found = work.get(Vote, stage.vote_id)
        found.terms = {**found.terms, "proxy_cap": 1}
    with in_browser(stage.cast, begin(stage.cast, helper, consent(stage.cast, name, helper))) as work:
        acts.cast_ballot(work, stage.vote_id, "yes")


def marked(stage: Stage) -> tuple[int | None, int]:
    """After the close: the figure kept with the vote, and the one in the ledger."""
    stage.go(CLOSE)
    with stage.cast.acting(None, write=False) as work:
        payload = work.session.scalar(select(Entry.payload).where(Entry.kind == "decide:result_declared"))
    return stage.vote.after_reset, json.loads(payload or "{}")["after_reset"]


def test_the_hours_end_where_they_end() -> None:
    reset = at(4, 17, 15)
    assert soon_after(reset, [reset])
    assert soon_after(reset + timedelta(hours=23, minutes=59), [reset])
    assert not soon_after(reset + WATCHED, [reset])
    assert not soon_after(at(4, 17, 14), [reset])
    assert not soon_after(reset, [])


def test_a_ballot_within_a_day_of_a_code_is_marked(stage: Stage) -> None:
    stage.go(at(4, 17, 15, 30))
    code_for(stage, "孙浩")
    stage.go(at(4, 18, 15))
    vote(stage, "孙浩", "no")
    vote(stage, "刘敏")
    assert stage.vote.after_reset is None  # nothing before the count
    assert marked(stage) == (1, 1)


def test_one_a_day_later_or_without_a_code_is_not(stage: Stage) -> None:
    stage.go(at(4, 17, 14, 59))
    code_for(stage, "孙浩")
    stage.go(at(4, 18, 15))
    vote(stage, "孙浩")
    code_for(stage, "representative0")  # given, used, and no ballot cast
    vote(stage, "刘敏")
    assert marked(stage) == (0, 0)


def test_a_code_that_nobody_used_marks_nothing(stage: Stage) -> None:
    stage.go(at(4, 18, 14, 45))
    with stage.cast.acting("刘敏") as work:
        give_code(work, stage.cast.people["孙浩"])
    vote(stage, "孙浩")
    assert marked(stage) == (0, 0)


def test_a_ballot_changed_after_a_code_is_marked(stage: Stage) -> None:
    stage.go(at(4, 18, 15))
    vote(stage, "孙浩")
    stage.go(at(4, 18, 15, 30))
    code_for(stage, "孙浩")
    with stage.cast.acting("孙浩") as work:
        acts.change_ballot(work, stage.vote_id, "no")
    assert marked(stage) == (1, 1)


def test_so_is_one_after_a_second_factor_was_taken_away(stage: Stage) -> None:
    stage.go(at(4, 18, 14, 40))
    with stage.cast.acting("刘敏") as work:
        work.one(Account, person_id=stage.cast.people["孙浩"]).totp_since = work.now
    with stage.cast.acting("刘敏") as work:
        take_away_second_factor(work, stage.cast.people["孙浩"])
    vote(stage, "孙浩")
    assert marked(stage) == (1, 1)


def test_so_is_one_that_a_helper_cast_after_the_helper_s_code(stage: Stage) -> None:
    stage.go(at(4, 18, 14, 40))
    code_for(stage, "赵玉梅")
    through(stage, "赵玉梅", "孙浩")
    assert marked(stage) == (1, 1)


def test_not_when_the_voter_changed_it_afterwards(stage: Stage) -> None:
    """What counts is the voter's own."""
    stage.go(at(4, 18, 14, 40))
    code_for(stage, "赵玉梅")
    through(stage, "赵玉梅", "孙浩")
    stage.go(at(4, 18, 15))
    with stage.cast.acting("孙浩") as work:
        acts.change_ballot(work, stage.vote_id, "no")
    assert marked(stage) == (0, 0)


def test_the_result_says_how_many_and_not_whose(stage: Stage, tmp_path: Path) -> None:
    stage.go(at(4, 18, 14, 40))
    code_for(stage, "孙浩")
    for name in stage.voters:
        vote(stage, name)
    anybody = browser(stage.cast, folder=tmp_path)
    assert LABEL not in anybody.get(f"/votes/{stage.vote_id}/result")
    stage.go(CLOSE)
    page = anybody.get(f"/votes/{stage.vote_id}/result")
    page.says(LABEL, "只说有几张，不说是谁的、怎么投的")
    assert "孙浩" not in page


def test_a_vote_without_any_says_nothing_of_it(stage: Stage, tmp_path: Path) -> None:
    stage.go(at(4, 18, 15))
    stage.cast_all(7, 0, 0)
    stage.go(CLOSE)
    page = browser(stage.cast, folder=tmp_path).get(f"/votes/{stage.vote_id}/result")
    page.says("通过")
    assert LABEL not in page
