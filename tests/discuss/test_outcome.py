"""The outcome of case A: its days, its comments, the way on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.discuss import acts
from civic.discuss.tables import Contribution
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.story import PROMISE, QINGMING, at, concluded, opened, outcome_of, say
from tests.discuss.test_papers import ahead, study
from tests.discuss.test_talk import told


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    cast.workshop = replace(cast.workshop, calendar=QINGMING)
    at(cast, 3, 13)
    return cast


def treat(cast: Cast, who: str, comment: int, adopted: bool) -> None:
    with cast.acting(who) as work:
        acts.treat_comment(work, comment, adopted=adopted, treatment="写进公约。")


def phase(cast: Cast, issue: int) -> str:
    with cast.acting(None, write=False) as work:
        return work.get(Issue, issue).phase


def test_not_while_the_topic_hangs(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 18, 23)
    with pytest.raises(Refusal, match="posted until"):
        concluded(cast, topic)


def test_only_the_committee_writes_it(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    with pytest.raises(NotAllowed), cast.acting("吴波") as work:
        acts.write_outcome(
            work,
            topic,
            agreed="x",
            not_agreed="",
            way="carry_out",
            promise=PROMISE,
        )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"need": 31}, "1 to"),
        ({"of_days": 400}, "1 to 366 days"),
        ({"way": "vote"}, "no vote can bind"),
        ({"criterion": ""}, "how one sees"),
        ({"payer": ""}, "who pays"),
        ({"duty": ""}, "office or body"),
        ({"deadline_on": None}, "by when"),
        ({"deadline_on": date(2026, 3, 30)}, "a day to come"),
        ({"deadline_on": date(2030, 1, 1)}, "within three years"),
        ({"because": "不办了"}, "for what is archived"),
        ({"way": "archive"}, "why nothing more is done"),
        ({"way": "archive", "because": "不办了"}, "promises nothing"),
    ],
)
def test_a_promise_that_does_not_hold_is_refused(cast: Cast, wrong: dict[str, Any], sentence: str) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    with pytest.raises(Refusal, match=sentence):
        concluded(cast, topic, **wrong)


def test_the_days_of_case_a(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 30)
    outcome = concluded(cast, topic)
    assert (outcome.posted_until_on, outcome.comments_until_on) == (date(2026, 4, 14), date(2026, 4, 7))
    assert phase(cast, issue) == "outcome"
    assert "形成协商成果，承诺 30 天里做到 27 天；公示到4月14日。" in told(cast, issue)
    assert (ahead(cast, issue).by, ahead(cast, issue).path) == (date(2026, 4, 7), "/outcome")
    with pytest.raises(Refusal, match="written already"):
        concluded(cast, topic)


def test_comments_close_at_24_of_the_day_after_the_holiday(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    at(cast, 4, 7, 23, 59)
    say(cast, "赵玉梅", topic, on_outcome=True)
    at(cast, 4, 8, 0)
    with pytest.raises(Refusal, match="were open until"):
        say(cast, "王桂兰", topic, on_outcome=True)


def test_six_comments_four_adopted(cast: Cast) -> None:
    issue, topic = opened(cast)
    say(cast, "王桂兰", topic)
    at(cast, 3, 30)
    concluded(cast, topic)
    comments = [say(cast, "赵玉梅", topic, f"第{n}条", on_outcome=True) for n in range(6)]
    with pytest.raises(NotAllowed):
        treat(cast, "赵玉梅", comments[0], True)
    with pytest.raises(NotFound):
        treat(cast, "维托", comments[0], True)
    at(cast, 4, 8)
    assert "协商成果征求意见结束，收到 6 条意见。" in told(cast, issue)
    for number, comment in enumerate(comments):
        treat(cast, "刘敏", comment, number < 4)
    assert told(cast, issue)[-1] == "协商成果收到 6 条意见，采纳 4 条。"


def test_comments_treated_in_time_are_told_once(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    treat(cast, "刘敏", say(cast, "赵玉梅", topic, on_outcome=True), True)
    at(cast, 4, 8)
    assert told(cast, issue).count("协商成果收到 1 条意见，采纳 1 条。") == 1


def test_what_was_said_on_the_topic_is_not_treated(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    at(cast, 3, 30)
    concluded(cast, topic)
    with pytest.raises(Refusal, match="Only comments on the outcome"):
        treat(cast, "刘敏", said, True)


def test_after_the_comments_comes_the_study_then_the_vote(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    at(cast, 4, 8)
    assert ahead(cast, issue).path == "/study"
    study(cast, "陈书", issue, "outcome")
    assert ahead(cast, issue).path == "/vote-notice"
    at(cast, 4, 15)
    assert phase(cast, issue) == "outcome"
    assert "协商成果公示期满。" in told(cast, issue)


def test_a_study_before_the_comments_end_is_not_asked_for_again(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    at(cast, 4, 3)
    study(cast, "陈书", issue, "outcome")
    assert ahead(cast, issue).path == "/outcome", "comments are still open"
    at(cast, 4, 8)
    assert ahead(cast, issue).path == "/vote-notice"


def test_owners_need_no_study(cast: Cast) -> None:
    issue, topic = opened(cast, Nature.OWNERS_GENERAL)
    at(cast, 3, 30)
    concluded(cast, topic, way="vote")
    at(cast, 4, 8)
    assert ahead(cast, issue).path == "/vote-notice"


def test_without_a_vote_it_is_carried_out_when_its_days_are_over(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic, way="carry_out")
    comment = say(cast, "赵玉梅", topic, on_outcome=True)
    at(cast, 4, 8)
    assert ahead(cast, issue).path == "/outcome"
    at(cast, 4, 15)
    assert phase(cast, issue) == "managing"
    assert ahead(cast, issue).path == "/work-orders"
    assert "协商成果公示期满，不经表决，直接执行。" in told(cast, issue)
    assert outcome_of(cast, issue).posting_ended_at is not None
    with pytest.raises(Refusal, match="posting has ended"):
        treat(cast, "刘敏", comment, True)
    with cast.acting(None, write=False) as work:
        assert work.get(Contribution, comment).adopted is None
