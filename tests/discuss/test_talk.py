"""A topic is opened, people speak, and each refusal says why."""

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.discuss import acts
from civic.ledger.queries import journey
from civic.notices.queries import hanging
from civic.propose import acts as propose
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.store.engine import Database
from civic.web.words import text_of
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, contribution, opened, raised, say, topic_of


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def told(cast: Cast, issue: int) -> list[str]:
    with cast.acting(None, write=False) as work:
        found = (t.event.told() for t in journey(work.session, work.community.id, issue))
        return [text_of(sentence) for sentence in found if sentence]


def test_one_persons_request_is_not_put_before_the_neighbours(cast: Cast) -> None:
    issue = raised(cast, Nature.PRIVATE_SERVICE)
    with pytest.raises(Refusal, match="not public"), cast.acting("刘敏") as work:
        propose.accept_issue(work, issue, background="助学", scope="一户", days=5)
    with cast.acting(None, write=False) as work:
        assert work.get(Issue, issue).phase == "verified", "the acceptance is undone too"


def test_a_topic_hangs_for_its_days(cast: Cast) -> None:
    at(cast, 3, 13)
    issue, topic = opened(cast)
    found = topic_of(cast, issue)
    assert str(found.posted_until_on) == "2026-03-18"
    with cast.acting(None, write=False) as work:
        (notice,) = hanging(work)
        assert (notice.subject, notice.subject_id, notice.until_on) == ("topic", topic, found.posted_until_on)
        assert notice.issuer == "工福街社区居民委员会"
    for who in ("赵玉梅", "王桂兰", "孙浩"):
        say(cast, who, topic)
    at(cast, 3, 19)
    assert "议题公示期满，收到 3 条意见。" in told(cast, issue)


def test_a_visitor_cannot_speak(cast: Cast) -> None:
    _issue, topic = opened(cast)
    with pytest.raises(NotAllowed, match="sign in"), cast.acting(None) as work:
        acts.contribute(work, topic, stance="for", text="好")


def test_the_next_community_finds_nothing(cast: Cast) -> None:
    _issue, topic = opened(cast)
    with pytest.raises(NotFound), cast.acting("维托") as work:
        acts.contribute(work, topic, stance="for", text="好")


def test_after_the_outcome_one_comments_on_the_outcome(cast: Cast) -> None:
    _issue, topic = opened(cast)
    with pytest.raises(Refusal, match="not written yet"):
        say(cast, "赵玉梅", topic, on_outcome=True)
    at(cast, 3, 30)
    concluded(cast, topic)
    with pytest.raises(Refusal, match="comment on the outcome instead"):
        say(cast, "赵玉梅", topic)
    say(cast, "赵玉梅", topic, on_outcome=True)


def test_nobody_talks_ten_times_and_once_more_within_ten_minutes(cast: Cast) -> None:
    _issue, topic = opened(cast)
    for _ in range(10):
        say(cast, "赵玉梅", topic)
    with pytest.raises(Refusal, match="ten times within ten minutes"):
        say(cast, "赵玉梅", topic)
    say(cast, "王桂兰", topic)
    cast.clock.advance(minutes=10)
    say(cast, "赵玉梅", topic)


def test_the_name_of_the_moment_is_kept_masked(cast: Cast) -> None:
    _issue, topic = opened(cast)
    neighbour = contribution(cast, say(cast, "王桂兰", topic, "<b>好</b>", "question"))
    assert (neighbour.shown_as, neighbour.html) == ("王**，2号楼", "<p>&lt;b&gt;好&lt;/b&gt;</p>")
    head = contribution(cast, say(cast, "刘志强", topic))
    assert (head.shown_as, head.role) == ("刘志强", "building_head")


def test_what_was_said_is_not_in_the_ledger(cast: Cast) -> None:
    issue, topic = opened(cast)
    said = say(cast, "王桂兰", topic, "一句悄悄话")
    with cast.acting(None, write=False) as work:
        kinds = [t.event.kind for t in journey(work.session, work.community.id, issue)]
    assert "discuss:contribution_made" not in kinds
    assert contribution(cast, said).text == "一句悄悄话"
