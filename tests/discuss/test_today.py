"""Who is asked for what on the page Today."""

import pytest

from civic.discuss import acts
from civic.discuss.rules import Paper, TypedOption
from civic.discuss.today import asks
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, opened, say


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def asked(cast: Cast, who: str) -> list[str]:
    with cast.acting(who, write=False) as work:
        return [ask.path for ask in asks(work)]


OPTIONS = [
    TypedOption("A", "取缔早市", 0, "街道", "没有"),
    TypedOption("B", "设摊位", 685000, "街道", "噪声"),
]


def studied(cast: Cast, issue: int, subject: str) -> None:
    with cast.acting("陈书") as work:
        acts.record_study(
            work, issue, subject=subject, held_on=work.today, present=7, opinion="同意", agreed=True
        )


def options(cast: Cast, topic: int) -> None:
    with cast.acting("吴波") as work:
        acts.file_option_paper(work, topic, Paper(OPTIONS, "B", 5, 2, ""))


def test_neighbours_are_not_pressed(cast: Cast) -> None:
    opened(cast)
    at(cast, 3, 10)
    assert asked(cast, "赵玉梅") == []


def test_the_committee_is_asked_for_the_outcome_then_for_the_comments(cast: Cast) -> None:
    _issue, topic = opened(cast)
    assert asked(cast, "刘敏") == [], "the topic still hangs"
    at(cast, 3, 10)
    assert asked(cast, "刘敏") == ["/issues/GF-2026-001/outcome"]
    concluded(cast, topic)
    assert asked(cast, "刘敏") == []
    comment = say(cast, "赵玉梅", topic, on_outcome=True)
    assert asked(cast, "刘敏") == ["/issues/GF-2026-001/outcome#comments"]
    with cast.acting("刘敏") as work:
        acts.treat_comment(work, comment, adopted=True, treatment="写进公约。")
    assert asked(cast, "刘敏") == []


def test_the_panel_is_asked_for_the_options_of_a_topic(cast: Cast) -> None:
    _issue, topic = opened(cast)
    assert asked(cast, "吴波") == ["/issues/GF-2026-001/option-paper/writing"]
    options(cast, topic)
    assert asked(cast, "吴波") == []


def test_nobody_writes_options_after_the_outcome(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 10)
    concluded(cast, topic)
    assert asked(cast, "吴波") == []


def test_the_party_committee_is_asked_to_study_a_topic_once(cast: Cast) -> None:
    issue, _topic = opened(cast)
    assert asked(cast, "陈书") == ["/issues/GF-2026-001/study/new"]
    studied(cast, issue, "topic")
    assert asked(cast, "陈书") == []


def test_the_party_committee_is_asked_once_for_its_study(cast: Cast) -> None:
    issue, topic = opened(cast)
    studied(cast, issue, "topic")
    at(cast, 3, 10)
    concluded(cast, topic)
    assert asked(cast, "陈书") == ["/issues/GF-2026-001/study/new"]
    studied(cast, issue, "outcome")
    assert asked(cast, "陈书") == []


def test_the_committee_is_asked_for_the_notice_once_comments_and_study_are_there(cast: Cast) -> None:
    issue, topic = opened(cast)
    at(cast, 3, 10)
    concluded(cast, topic)
    studied(cast, issue, "outcome")
    assert asked(cast, "刘敏") == [], "comments are still open"
    at(cast, 3, 20)
    assert asked(cast, "刘敏") == ["/issues/GF-2026-001/vote-notice"]
