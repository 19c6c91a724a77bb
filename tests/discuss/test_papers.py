"""Option paper, minutes, study: who may, when, and what the timeline says."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.core.event import Ahead
from civic.discuss import acts, queries
from civic.discuss.rules import Paper, TypedOption
from civic.ledger.queries import journey
from civic.store.engine import Database
from civic.web.words import text_of
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, opened, raised
from tests.discuss.test_talk import told

PAPER = Paper(
    [
        TypedOption("A", "取缔早市", 0, "街道", "摊主没有生计"),
        TypedOption("B", "05:30–08:30 设 48 个摊位", 685000, "街道 4000 元，摊主 2850 元", "噪声"),
        TypedOption("C", "搬到停车场", 1200000, "街道", "少 12 个车位"),
    ],
    "B", 5, 2, "2 人主张搬到停车场",
)  # fmt: skip
TALK: dict[str, Any] = {
    "held_on": date(2026, 3, 28), "place": "会客厅",
    "present": {"residents": 14, "affected": 5, "building_heads": 5, "advisors": 2, "departments": 4, "other": 1},
    "consensus": "乙方案，7 点前不用喇叭", "dissent": "1 家摊主要求 09:00",
}  # fmt: skip
STUDY: dict[str, Any] = {"held_on": date(2026, 4, 3), "present": 7, "opinion": "同意", "agreed": True}


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    at(cast, 3, 13)
    return cast


def ahead(cast: Cast, issue: int) -> Ahead:
    with cast.acting(None, write=False) as work:
        entries = journey(work.session, work.community.id, issue)
        return next(a for t in reversed(entries) if (a := t.event.ahead()))


def file(cast: Cast, who: str, topic: int, *, reason: str = "", begun_from: int = 0, **other: Any) -> None:
    with cast.acting(who) as work:
        acts.file_option_paper(work, topic, replace(PAPER, **other), reason=reason, begun_from=begun_from)


def talk(cast: Cast, who: str, topic: int, **other: Any) -> None:
    with cast.acting(who) as work:
        acts.record_parlour(work, topic, **{**TALK, **other})


def study(cast: Cast, who: str, issue: int, subject: str, **other: Any) -> None:
    with cast.acting(who) as work:
        acts.record_study(work, issue, subject=subject, **{**STUDY, **other})


def test_only_the_panel_or_the_committee_files_options(cast: Cast) -> None:
    _issue, topic = opened(cast)
    with pytest.raises(NotAllowed, match="for others"):
        file(cast, "赵玉梅", topic)
    with pytest.raises(NotFound):
        file(cast, "维托", topic)


def test_a_paper_without_advice_is_refused(cast: Cast) -> None:
    _issue, topic = opened(cast)
    with pytest.raises(Refusal, match="advise one of the options"):
        file(cast, "吴波", topic, advised="D")


def test_five_to_two_for_b(cast: Cast) -> None:
    issue, topic = opened(cast)
    file(cast, "吴波", topic)
    assert "提出甲、乙、丙三个方案，5 比 2 建议乙。" in told(cast, issue)
    assert ahead(cast, issue).path == "/outcome"
    with pytest.raises(Refusal, match="another version was published"):
        file(cast, "吴波", topic)
    with cast.acting(None, write=False) as work:
        paper = queries.paper_of(work, topic)
        assert paper is not None
        assert [o.letter for o in queries.options_of(work, paper.id)] == ["A", "B", "C"]


def test_minutes_are_of_a_day_that_was_and_of_people_who_came(cast: Cast) -> None:
    _issue, topic = opened(cast)
    with pytest.raises(Refusal, match="has not come yet"):
        talk(cast, "刘志强", topic)
    at(cast, 3, 28, 21)
    with pytest.raises(Refusal, match="how many people"):
        talk(cast, "刘志强", topic, present={"residents": 0})
    with pytest.raises(Refusal, match="how many people"):
        talk(cast, "刘志强", topic, present={"ghosts": 4})
    with pytest.raises(Refusal, match="cannot lie before"):
        talk(cast, "刘志强", topic, held_on=date(2026, 3, 1))
    with pytest.raises(NotAllowed):
        talk(cast, "赵玉梅", topic)


def test_thirty_one_people_talked(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 28, 21)
    talk(cast, "刘志强", topic)
    assert "31 人在会客厅恳谈。" in told(cast, issue)
    with cast.acting(None, write=False) as work:
        facts = [t.event.fact() for t in journey(work.session, work.community.id, issue)]
        assert text_of(facts[-1]) == "31 人恳谈"


def test_papers_come_before_the_outcome(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    with pytest.raises(Refusal, match="cannot rest on what comes later"):
        file(cast, "吴波", topic)
    with pytest.raises(Refusal, match="cannot rest on what comes later"):
        talk(cast, "刘敏", topic)


def test_only_the_party_committee_studies(cast: Cast) -> None:
    issue = raised(cast)
    with pytest.raises(NotAllowed, match="for others"):
        study(cast, "刘敏", issue, "topic", held_on=date(2026, 3, 13))
    study(cast, "陈书", issue, "topic", held_on=date(2026, 3, 13))
    assert "研究议题，同意列入议程。" in told(cast, issue)


def test_there_is_no_outcome_to_study_before_it_is_written(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 4, 3)
    with pytest.raises(Refusal, match="nothing of that kind"):
        study(cast, "陈书", issue, "outcome")
    concluded(cast, topic)
    with pytest.raises(Refusal, match="cannot lie before"):
        study(cast, "陈书", issue, "outcome", held_on=date(2026, 4, 2))


def test_the_newest_study_of_the_outcome_counts(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    at(cast, 4, 3)
    study(cast, "陈书", issue, "outcome", agreed=False, opinion="先补听摊主意见")
    study(cast, "陈书", issue, "outcome")
    with cast.acting(None, write=False) as work:
        newest = queries.study_of_outcome(work, issue)
        assert newest is not None
        assert (newest.agreed, newest.held_on) == (True, date(2026, 4, 3))
    assert told(cast, issue)[-2:] == ["研究协商成果，暂不提交表决。", "研究协商成果，同意提交表决。"]
