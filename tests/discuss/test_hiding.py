"""Reported, hidden, appealed, shown again: who may, who is told, what stays."""

from dataclasses import replace

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.discuss import acts, queries
from civic.discuss.tables import Contribution, Hiding, Report
from civic.discuss.today import asks
from civic.people.tables import Office
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, contribution, opened, say
from tests.discuss.test_replies import answer, found, withdraw
from tests.discuss.test_talk import told


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def report(cast: Cast, who: str, said: int, ground: str = "insult") -> None:
    with cast.acting(who) as work:
        acts.report_contribution(work, said, ground=ground)


def hide(cast: Cast, said: int, who: str = "刘敏") -> Hiding:
    with cast.acting(who) as work:
        return acts.hide_contribution(work, said, ground="insult", because="骂了摊主")


def appeal(cast: Cast, said: int, who: str = "赵玉梅") -> None:
    with cast.acting(who) as work:
        acts.appeal_hiding(work, said, text="我说的是事实")


def decide(cast: Cast, said: int, *, upheld: bool, who: str = "周建") -> None:
    with cast.acting(who) as work:
        acts.answer_appeal(work, said, upheld=upheld, answer="没有骂人")


def hiding_of(cast: Cast, said: int) -> Hiding:
    with cast.acting(None, write=False) as work:
        found = queries.newest_hiding(work, said)
    assert found is not None
    return found


def asked(cast: Cast, who: str) -> list[tuple[str, str]]:
    """Where the page Today leads them about this room, and the day by which."""
    with cast.acting(who, write=False) as work:
        return [
            (ask.path.rpartition("/views/")[2], ask.deadline.date().isoformat() if ask.deadline else "")
            for ask in asks(work)
            if "/views/" in ask.path
        ]


def counts(cast: Cast, topic: int) -> dict[str, int]:
    with cast.acting(None, write=False) as work:
        return queries.stance_counts(work, topic)


def test_hidden_the_text_leaves_page_and_search_and_the_figures_stay(cast: Cast) -> None:
    issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "卖豆腐的是骗子", "against")
    before = counts(cast, topic)
    hide(cast, said)
    hidden = contribution(cast, said)
    assert (hidden.stance, hidden.hidden_ground, hidden.hidden_because) == ("against", "insult", "骂了摊主")
    assert (found(cast, "豆腐"), counts(cast, topic)) == (0, before)
    assert "一条意见被隐藏，发表人可在3月17日前申诉。" in told(cast, issue)
    with cast.acting("刘敏") as work:
        acts.show_contribution(work, said)
    assert (found(cast, "豆腐"), contribution(cast, said).hidden_ground) == (1, "")
    assert "居委会恢复显示一条被隐藏的意见。" in told(cast, issue)


@pytest.mark.parametrize("who", ["赵玉梅", "刘志强", "周建", "关锋", "陈书"])
def test_only_the_committee_hides(cast: Cast, who: str) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "王桂兰", topic)
    with pytest.raises(NotAllowed, match="This is for others"):
        hide(cast, said, who)
    with pytest.raises(NotAllowed), cast.acting(who) as work:
        acts.keep_contribution(work, said)


def test_the_next_community_hides_nothing_here(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    for act in (acts.show_contribution, acts.keep_contribution, acts.see_talk_news):
        with pytest.raises(NotFound), cast.acting("维托") as work:
            act(work, said)
    with pytest.raises(NotFound):
        hide(cast, said, "维托")
    with pytest.raises(NotFound):
        report(cast, "维托", said)
    hide(cast, said)
    with pytest.raises(NotFound):
        appeal(cast, said, "维托")
    with pytest.raises(NotFound):
        decide(cast, said, upheld=True, who="维托")


def test_a_report_is_one_a_person_and_its_answer_is_told(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    report(cast, "王桂兰", said)
    report(cast, "孙浩", said, "private")
    with pytest.raises(Refusal, match="already"):
        report(cast, "王桂兰", said)
    with pytest.raises(Refusal, match="your own"):
        report(cast, "赵玉梅", said)
    with pytest.raises(NotAllowed), cast.acting(None) as work:
        acts.report_contribution(work, said, ground="insult")
    # Two working days: Monday to Wednesday, 24:00.
    assert asked(cast, "刘敏") == [(str(said), "2026-03-04")]
    assert asked(cast, "赵玉梅") == asked(cast, "周建") == []
    with cast.acting("刘敏") as work:
        acts.keep_contribution(work, said)
    assert asked(cast, "刘敏") == []
    assert asked(cast, "王桂兰") == [(str(said), "")]
    with cast.acting("王桂兰") as work:
        acts.see_talk_news(work, said)
    assert asked(cast, "王桂兰") == []
    with pytest.raises(Refusal, match="no news"), cast.acting("王桂兰") as work:
        acts.see_talk_news(work, said)
    with pytest.raises(Refusal, match="No report"), cast.acting("刘敏") as work:
        acts.keep_contribution(work, said)


def test_ten_reports_a_day_and_no_more(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = [say(cast, who, topic) for who in ("赵玉梅", "孙浩") for _ in range(6)]
    for each in said[:10]:
        report(cast, "王桂兰", each)
    with pytest.raises(Refusal, match="ten today"):
        report(cast, "王桂兰", said[10])
    at(cast, 3, 3)
    report(cast, "王桂兰", said[10])


@pytest.mark.parametrize(("end", "word"), [(hide, "hidden"), (None, "withdrawn")])
def test_whoever_reported_learns_that_it_is_gone(cast: Cast, end: object, word: str) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    report(cast, "王桂兰", said)
    hide(cast, said) if end else withdraw(cast, "赵玉梅", said)
    with cast.acting("王桂兰", write=False) as work:
        assert [each.answer for each in queries.own_news(work, words=True, statements=False)] == [word]
    with pytest.raises(Refusal, match="nothing to report"):
        report(cast, "孙浩", said)


def test_the_author_appeals_and_the_supervisors_bring_it_back(cast: Cast) -> None:
    issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "豆腐摊占道")
    hide(cast, said)
    assert asked(cast, "赵玉梅") == [(str(said), "2026-03-17")]
    at(cast, 3, 17)
    appeal(cast, said)
    assert asked(cast, "赵玉梅") == []
    # Five working days from Tuesday.
    assert asked(cast, "周建") == [(f"{said}/appeal-answer", "2026-03-24")]
    assert "发表人对隐藏提出申诉，居务监督委员会3月24日前答复。" in told(cast, issue)
    with pytest.raises(Refusal, match="being looked at"):
        withdraw(cast, "赵玉梅", said)
    at(cast, 3, 24, 23)
    decide(cast, said, upheld=True)
    assert (found(cast, "豆腐"), contribution(cast, said).hidden_ground) == (1, "")
    assert "申诉成立，被隐藏的意见恢复显示。" in told(cast, issue)
    assert asked(cast, "赵玉梅") == [(str(said), "")]
    with cast.acting("赵玉梅") as work:
        acts.see_talk_news(work, said)
    assert asked(cast, "赵玉梅") == []
    with pytest.raises(Refusal, match="decided that it is shown"):
        hide(cast, said)


def test_not_upheld_it_stays_hidden_for_good(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    hide(cast, said)
    appeal(cast, said)
    decide(cast, said, upheld=False)
    assert contribution(cast, said).hidden_ground == "insult"
    with pytest.raises(Refusal, match="stays hidden"), cast.acting("刘敏") as work:
        acts.show_contribution(work, said)
    with pytest.raises(Refusal, match="appealed already"):
        appeal(cast, said)
    with pytest.raises(Refusal, match="answered already"):
        decide(cast, said, upheld=True)
    withdraw(cast, "赵玉梅", said)


def test_a_late_answer_is_written_down_and_said(cast: Cast) -> None:
    issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    hide(cast, said)
    appeal(cast, said)
    at(cast, 3, 9, 23)
    assert "超期" not in " ".join(told(cast, issue))
    at(cast, 3, 10, 0, 1)
    assert "申诉答复超期，应于3月9日答复。" in told(cast, issue)
    at(cast, 3, 12)
    decide(cast, said, upheld=True)
    assert "申诉成立，被隐藏的意见恢复显示。答复超期 3 天。" in told(cast, issue)
    assert sum("申诉答复超期" in line for line in told(cast, issue)) == 1


def test_after_fifteen_days_no_appeal(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    hide(cast, said)
    at(cast, 3, 18)
    with pytest.raises(Refusal, match="possible until"):
        appeal(cast, said)


def test_only_its_author_appeals_and_only_supervisors_answer(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    hide(cast, said)
    with pytest.raises(NotAllowed, match="Only whoever said it"):
        appeal(cast, said, "王桂兰")
    with pytest.raises(Refusal, match="Nobody has appealed"):
        decide(cast, said, upheld=True)
    appeal(cast, said)
    for who in ("刘敏", "赵玉梅", "陈书"):
        with pytest.raises(NotAllowed):
            decide(cast, said, upheld=True, who=who)


def test_whoever_hid_it_does_not_decide_even_as_a_supervisor(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    hide(cast, said)
    appeal(cast, said)
    with cast.acting("刘敏") as work:
        day = work.today
        work.add(Office(person_id=work.person_id, kind="supervisor", from_on=day))
    assert asked(cast, "刘敏") == []
    with pytest.raises(NotAllowed, match="leave it to a colleague"):
        decide(cast, said, upheld=False, who="刘敏")


def test_shown_again_by_the_committee_an_appeal_has_got_what_it_asked_for(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    hide(cast, said)
    appeal(cast, said)
    with cast.acting("刘敏") as work:
        acts.show_contribution(work, said)
    assert asked(cast, "周建") == []
    assert asked(cast, "赵玉梅") == [(str(said), "")]
    with pytest.raises(Refusal, match="nothing left to decide"):
        decide(cast, said, upheld=True)
    at(cast, 3, 20)
    assert hiding_of(cast, said).late_noted_at is None


def test_a_reply_is_hidden_like_a_contribution_and_its_parent_is_not(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic)
    reply = answer(cast, "王桂兰", said)
    hide(cast, reply)
    assert contribution(cast, said).hidden_ground == ""
    hide(cast, said)
    with pytest.raises(Refusal, match="Nobody replies to it now"):
        answer(cast, "孙浩", said)


def test_a_hidden_comment_still_waits_for_its_treatment(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    comment = say(cast, "赵玉梅", topic, on_outcome=True)
    hide(cast, comment)
    with cast.acting(None, write=False) as work:
        assert queries.comment_count(work, topic).untreated == 1


def test_a_helper_appeals_in_anothers_place_but_withdraws_nothing(cast: Cast) -> None:
    _issue, topic = opened(cast)
    said = say(cast, "王桂兰", topic)
    hide(cast, said)
    with cast.acting("王桂兰") as work:
        assert work.actor is not None
        work.actor = replace(work.actor, helper_id=cast.people["赵玉梅"])
        with pytest.raises(NotAllowed, match="by themselves alone"):
            acts.withdraw_contribution(work, said)
        with pytest.raises(NotAllowed, match="by the person alone"):
            acts.see_talk_news(work, said)
        assert not [ask for ask in asks(work) if "/views/" in ask.path]
        acts.appeal_hiding(work, said, text="她没有骂人")
    assert hiding_of(cast, said).appealed_by == cast.people["赵玉梅"]


def test_who_reported_and_what_was_hidden_stand_in_no_entry_of_the_ledger(cast: Cast) -> None:
    issue, topic = opened(cast)
    said = say(cast, "赵玉梅", topic, "卖豆腐的是骗子")
    report(cast, "王桂兰", said)
    hide(cast, said)
    assert "举报" not in " ".join(told(cast, issue))
    with cast.acting(None, write=False) as work:
        assert work.session.query(Report).count() == 1
        assert work.get(Contribution, said).text == "卖豆腐的是骗子", "kept for the appeal"
