"""An outcome that promises nothing: posted, then closed with its public reason; who is told, what is still possible."""

from pathlib import Path

import pytest

from civic.core.errors import Refusal
from civic.decide import acts as decide
from civic.decide.queries.ground import ground_of
from civic.discuss import rules
from civic.discuss.rules import Way
from civic.propose import acts as propose
from civic.propose.asks import asks
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.store.engine import Database
from civic.supervise import acts as supervise
from tests.cast import Cast, gather
from tests.discuss.story import archived, at, concluded, opened
from tests.discuss.test_papers import ahead
from tests.discuss.test_talk import told
from tests.web import browser


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    at(cast, 3, 13)
    return cast


def over(cast: Cast, nature: Nature = Nature.PUBLIC_ORDER) -> int:
    """An archived issue, its posting over."""
    issue, topic = opened(cast, nature)
    at(cast, 3, 30)
    archived(cast, topic)
    at(cast, 4, 20)
    return issue


@pytest.mark.parametrize(
    ("nature", "may"),
    [
        (Nature.SELF_GOVERNANCE, True),
        (Nature.OWNERS_SPECIAL, True),
        (Nature.PUBLIC_ORDER, True),
        (Nature.EMERGENCY, False),
        (Nature.DISPUTE, False),
    ],
)
def test_which_matters_may_be_archived(nature: Nature, may: bool) -> None:
    assert bool(rules.may_take_way(nature, Way.ARCHIVE)) is may
    assert not rules.needs_study(nature, Way.ARCHIVE)


def test_it_is_closed_with_its_reason_and_nobody_rates_it(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 30)
    archived(cast, topic)
    assert any("拟归档" in sentence for sentence in told(cast, issue))
    at(cast, 4, 8)
    assert ahead(cast, issue).path == "/outcome", "the posting still runs"
    at(cast, 4, 20)
    with cast.acting(None, write=False) as work:
        row = work.get(Issue, issue)
        assert (row.phase, row.status, row.reason) == ("closed", "closed", "大家说好先看半年。")
    assert told(cast, issue)[-1] == "协商成果公示期满，事项归档，理由公开。"


def test_no_vote_is_called_on_it(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 30)
    archived(cast, topic)
    at(cast, 4, 8)
    with cast.acting("刘敏", write=False) as work:
        verdict = decide.may_begin_notice(work, ground_of(work, work.get(Issue, issue)))
    assert verdict.because is not None
    assert "nothing to vote on" in verdict.because.text


def test_its_raiser_is_told_once(cast: Cast) -> None:
    issue = over(cast)
    with cast.acting("赵玉梅", write=False) as work:
        assert [ask.question for ask in asks(work)] == ["游麟路早市占道"]
    with pytest.raises(Refusal), cast.acting("王桂兰") as work:
        propose.note_told(work, issue)
    with cast.acting("赵玉梅") as work:
        propose.note_told(work, issue)
    with cast.acting("赵玉梅", write=False) as work:
        assert asks(work) == []


def test_it_is_reopened_where_it_may_be_carried_out_without_a_vote(cast: Cast) -> None:
    issue = over(cast)
    with cast.acting("赵玉梅") as work:
        supervise.reopen_issue(work, issue, "又占道了。")
    with cast.acting(None, write=False) as work:
        assert work.get(Issue, issue).phase == "managing"


def test_what_only_a_vote_decides_is_raised_again(cast: Cast) -> None:
    issue = over(cast, Nature.OWNERS_GENERAL)
    with pytest.raises(Refusal, match="raise it again"), cast.acting("赵玉梅") as work:
        supervise.reopen_issue(work, issue, "又坏了。")


def test_what_is_carried_out_is_told_as_before(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic, way="carry_out")
    at(cast, 4, 20)
    with cast.acting("赵玉梅", write=False) as work:
        assert asks(work) == []


def test_the_page_says_how_it_ended(cast: Cast, tmp_path: Path) -> None:
    over(cast)
    browser(cast, folder=tmp_path).get("/issues/GF-2026-001").says("这件事议过，已归档", "大家说好先看半年。")
