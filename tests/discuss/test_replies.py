"""Replies, changes, withdrawals: who may, what stays, what is found."""

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.discuss import acts, queries
from civic.finding.queries.found import Wanted, numbers
from civic.store.engine import Database
from civic.store.search import phrases_of
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, contribution, opened, say


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def answer(cast: Cast, who: str, said: int, text: str = "同意您") -> int:
    with cast.acting(who) as work:
        return acts.reply(work, said, text=text).id


def found(cast: Cast, word: str) -> int:
    """How many passages a search for the word finds."""
    with cast.acting(None, write=False) as work:
        return len(numbers(work, Wanted(phrases_of(word))))


def edit(cast: Cast, who: str, said: int, text: str, stance: str = "for") -> None:
    with cast.acting(who) as work:
        acts.edit_contribution(work, said, stance=stance, text=text)


def withdraw(cast: Cast, who: str, said: int) -> None:
    with cast.acting(who) as work:
        acts.withdraw_contribution(work, said)


def test_a_reply_stands_under_its_contribution_and_takes_no_side(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    first, second = answer(cast, "王桂兰", said, "老井边也堵"), answer(cast, "刘敏", said)
    assert [contribution(cast, each).place for each in (first, second)] == [1, 2]
    assert contribution(cast, said).replies == 2
    with cast.acting(None, write=False) as work:
        assert queries.stance_counts(work, topic) == {"for": 1}
    assert found(cast, "老井") == 1


def test_replies_go_one_level_deep(cast: Cast) -> None:
    _issue, topic = opened(cast)
    reply = answer(cast, "王桂兰", say(cast, "赵玉梅", topic))
    with pytest.raises(Refusal, match="not to a reply"):
        answer(cast, "赵玉梅", reply)


def test_visitors_and_the_next_community_do_not_reply(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    with pytest.raises(NotAllowed, match="sign in"), cast.acting(None) as work:
        acts.reply(work, said, text="好")
    with pytest.raises(NotFound):
        answer(cast, "维托", said)


def test_when_the_talk_is_over_nobody_replies(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    at(cast, 3, 30)
    concluded(cast, topic)
    with pytest.raises(Refusal, match="outcome is written"):
        answer(cast, "王桂兰", said)
    comment = say(cast, "赵玉梅", topic, on_outcome=True)
    answer(cast, "王桂兰", comment)
    with cast.acting(None, write=False) as work:
        assert queries.comment_count(work, topic).untreated == 1, "a reply is no comment"


def test_replies_count_among_what_one_says_in_ten_minutes(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    for _ in range(10):
        answer(cast, "王桂兰", said)
    with pytest.raises(Refusal, match="ten times"):
        answer(cast, "王桂兰", said)


def test_changed_within_the_window_and_how_it_read_is_kept(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "赞成早收摊")
    cast.clock.advance(minutes=14)
    edit(cast, "赵玉梅", said, "反对早收摊，老人买菜晚", "against")
    now = contribution(cast, said)
    assert (now.stance, now.html, now.edits) == ("against", "<p>反对早收摊，老人买菜晚</p>", 1)
    with cast.acting(None, write=False) as work:
        (was,) = queries.wordings_of(work, said)
    assert (was.stance, was.html, was.until_at) == ("for", "<p>赞成早收摊</p>", cast.clock.now())
    assert (found(cast, "买菜"), found(cast, "赞成")) == (1, 0)
    cast.clock.advance(minutes=1)
    with pytest.raises(Refusal, match="15 minutes"):
        edit(cast, "赵玉梅", said, "又改")


def test_what_somebody_replied_to_is_not_changed_any_more(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    answer(cast, "王桂兰", said)
    with pytest.raises(Refusal, match="has replied"):
        edit(cast, "赵玉梅", said, "改口")


def test_nobody_else_changes_or_withdraws_it(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    for who in ("王桂兰", "刘敏", "周建"):
        with pytest.raises(NotAllowed, match="Only whoever said it"):
            edit(cast, who, said, "改")
        with pytest.raises(NotAllowed, match="Only whoever said it"):
            withdraw(cast, who, said)
    with pytest.raises(NotFound):
        withdraw(cast, "维托", said)


def test_the_same_again_is_no_change(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "支持")
    with pytest.raises(Refusal, match="Nothing was changed"):
        edit(cast, "赵玉梅", said, "支持")


def test_a_reply_is_changed_without_a_side(cast: Cast) -> None:
    _issue, topic = opened(cast)
    reply = answer(cast, "王桂兰", say(cast, "赵玉梅", topic))
    edit(cast, "王桂兰", reply, "我也同意", "against")
    assert contribution(cast, reply).stance == "reply"


def test_withdrawn_the_text_is_gone_everywhere_and_the_place_stays(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "芝麻酱摊子")
    edit(cast, "赵玉梅", said, "芝麻酱摊子占道")
    answer(cast, "王桂兰", said, "是的")
    at(cast, 3, 4)
    withdraw(cast, "赵玉梅", said)
    gone = contribution(cast, said)
    assert (gone.stance, gone.text, gone.html, gone.replies) == ("withdrawn", "", "", 1)
    assert found(cast, "芝麻酱") == 0
    with cast.acting(None, write=False) as work:
        assert not queries.wordings_of(work, said)
        counts = queries.stance_counts(work, topic)
    assert (queries.standing(counts), queries.places(counts)) == (0, 1)
    with pytest.raises(Refusal, match="withdrawn already"):
        withdraw(cast, "赵玉梅", said)
    with pytest.raises(Refusal, match="nothing to reply"):
        answer(cast, "王桂兰", said)


def test_a_withdrawn_comment_waits_for_no_answer(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    comment = say(cast, "赵玉梅", topic, on_outcome=True)
    withdraw(cast, "赵玉梅", comment)
    with cast.acting("刘敏", write=False) as work:
        assert queries.comment_count(work, topic).untreated == 0
    with pytest.raises(Refusal), cast.acting("刘敏") as work:
        acts.treat_comment(work, comment, adopted=True, treatment="写进公约。")
