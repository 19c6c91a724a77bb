"""An opinion map is opened, filled, answered, drawn and closed; each refusal says why."""

import json
import logging

import pytest
from sqlalchemy import select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.discuss import acts
from civic.discuss.queries import opinions
from civic.discuss.tables import Opinion, Statement, TopicMap
from civic.discuss.today import asks
from civic.ledger.queries import journey
from civic.ledger.tables import Entry
from civic.store.engine import Database
from civic.timetable import run_due
from civic.web.words import text_of
from tests.cast import Cast, gather
from tests.discuss.mapped import SEEDS, answers, drawn, looked, mapped, neighbours, suggests
from tests.discuss.opinion.crowd import PLANTED, two_groups
from tests.discuss.story import at, concluded, opened


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def told(cast: Cast, issue: int) -> list[str]:
    with cast.acting(None, write=False) as work:
        found = (t.event.told() for t in journey(work.session, work.community.id, issue))
        return [text_of(sentence) for sentence in found if sentence]


def asked(cast: Cast, who: str) -> list[str]:
    with cast.acting(who, write=False) as work:
        return [ask.path.rpartition("/opinion-map")[2] for ask in asks(work) if "/opinion-map" in ask.path]


def opens(
    cast: Cast, who: str, topic: int, closes: tuple[int, int] = (3, 20), seeds: list[str] = SEEDS
) -> None:
    from datetime import date

    with cast.acting(who) as work:
        acts.open_map(work, topic, statements=seeds, closes_on=date(2026, *closes))


def test_who_opens_a_map(cast: Cast) -> None:
    issue, topic = opened(cast)
    with pytest.raises(NotAllowed, match="for others"):
        opens(cast, "赵玉梅", topic)
    with pytest.raises(Refusal, match="choose a day"):
        opens(cast, "刘敏", topic, (3, 4))
    with pytest.raises(Refusal, match="one a line"):
        opens(cast, "刘敏", topic, seeds=["只有一个"])
    with pytest.raises(NotFound):
        opens(cast, "维托", topic)
    opens(cast, "刘敏", topic)
    assert "意见图谱开始，先列出 4 个观点，到3月20日为止。" in told(cast, issue)
    with pytest.raises(Refusal, match="has an opinion map already"):
        opens(cast, "吴波", topic)


def test_not_once_the_outcome_is_written(cast: Cast) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    with pytest.raises(Refusal, match="too late"):
        opens(cast, "刘敏", topic, (4, 20))


def test_a_suggestion_waits_for_a_look_and_its_author_is_told(cast: Cast) -> None:
    _issue, found = mapped(cast)
    with pytest.raises(NotAllowed, match="sign in"), cast.acting(None) as work:
        acts.suggest_statement(work, found, "早市好")
    with pytest.raises(NotFound):
        suggests(cast, "维托", found, "早市好")
    with pytest.raises(Refusal, match="said this already"):
        suggests(cast, "王桂兰", found, "“早市要留下来”！")
    good, bad = (suggests(cast, "王桂兰", found, text).number for text in ("早上要干净", "老张最坏"))
    assert (good, bad) == (5, 6)
    with pytest.raises(NotFound):
        answers(cast, found, {("赵玉梅", "5"): 1})
    assert asked(cast, "吴波") == ["/statements"]
    assert asked(cast, "王桂兰") == []
    with pytest.raises(NotAllowed):
        looked(cast, found, good, shown=True, who="赵玉梅")
    with pytest.raises(Refusal, match="the reason"):
        looked(cast, found, bad, shown=False)
    looked(cast, found, good, shown=True)
    looked(cast, found, bad, shown=False, reason="点名", who="吴波")
    assert asked(cast, "吴波") == []
    assert asked(cast, "王桂兰") == ["/mine#suggested"]
    with pytest.raises(Refusal, match="left out; the reason is public"):
        suggests(cast, "赵玉梅", found, "老张最坏。")
    with cast.acting("王桂兰") as work:
        acts.see_looks(work, found)
    assert asked(cast, "王桂兰") == []
    with pytest.raises(Refusal, match="told already"), cast.acting("王桂兰") as work:
        acts.see_looks(work, found)


def test_nobody_looks_over_their_own(cast: Cast) -> None:
    _issue, found = mapped(cast)
    number = suggests(cast, "刘敏", found, "早上要干净").number
    with pytest.raises(Refusal, match="Somebody else"):
        looked(cast, found, number, shown=True)


def test_five_statements_are_enough_of_one_person(cast: Cast) -> None:
    _issue, found = mapped(cast)
    for n in range(5):
        suggests(cast, "王桂兰", found, f"第{n}点")
    with pytest.raises(Refusal, match="leave room"):
        suggests(cast, "王桂兰", found, "再一点")
    suggests(cast, "赵玉梅", found, "再一点")


def votes_of(cast: Cast, who: str, found: int) -> list[int]:
    with cast.acting(who, write=False) as work:
        return list(opinions.own_answers(work, found, work.person_id).values())


def test_one_answer_a_person_changed_as_often_as_they_like(cast: Cast) -> None:
    _issue, found = mapped(cast)
    with pytest.raises(NotAllowed, match="for others"):
        answers(cast, found, {("马军", "1"): 1})
    for vote in (1, -1, 0):
        answers(cast, found, {("赵玉梅", "1"): vote})
    assert votes_of(cast, "赵玉梅", found) == [0]
    with cast.acting("赵玉梅") as work:
        acts.take_back_answer(work, found, 1)
    assert votes_of(cast, "赵玉梅", found) == []
    with pytest.raises(Refusal, match="not answered this"), cast.acting("赵玉梅") as work:
        acts.take_back_answer(work, found, 1)
    with pytest.raises(NotFound):
        answers(cast, found, {("赵玉梅", "99"): 1})


def test_at_twenty_four_hours_it_is_closed_whether_or_not_the_clock_struck(cast: Cast) -> None:
    _issue, found = mapped(cast)
    answers(cast, found, {("赵玉梅", "1"): 1})
    from datetime import datetime

    from tests.cast import ZONE

    cast.clock.set(datetime(2026, 3, 21, tzinfo=ZONE))
    for who_does in (
        lambda: answers(cast, found, {("赵玉梅", "1"): -1}),
        lambda: suggests(cast, "赵玉梅", found, "早上要干净"),
    ):
        with pytest.raises(Refusal, match="is closed"):
            who_does()
    with pytest.raises(Refusal, match="is closed"), cast.acting("赵玉梅") as work:
        acts.take_back_answer(work, found, 1)


def test_fewer_than_fifteen_show_nothing(cast: Cast) -> None:
    neighbours(cast, 14)
    issue, found = mapped(cast)
    answers(cast, found, {(f"p{n}", "1"): 1 for n in range(14)})
    assert drawn(cast, issue).drawn is None
    at(cast, 3, 21)
    over = drawn(cast, issue)
    assert over.drawn == {"participants": 14, "answers": 14}
    assert over.kept == {}
    assert "意见图谱已结束：14 人表态。" in told(cast, issue)


def test_sixty_people_are_drawn_when_enough_is_new_and_once_for_good(cast: Cast) -> None:
    neighbours(cast, 60)
    issue, found = mapped(cast, [f"观点{n}" for n in range(1, 19)])
    answers(cast, found, two_groups())
    first = drawn(cast, issue)
    assert first.drawn is not None
    assert first.drawn["participants"] == 60
    assert [group["members"] for group in first.drawn["groups"]] == [30, 30]
    assert {each["statement"] for each in first.drawn["common"][:3]} == set(PLANTED)
    assert first.kept is not None
    cast.clock.advance(minutes=1)
    answers(cast, found, {(f"p{n}", "1"): 0 for n in range(5)})
    assert drawn(cast, issue).drawn_at == first.drawn_at, "not within five minutes"
    cast.clock.advance(minutes=4)
    second = drawn(cast, issue)
    assert second.drawn is not None
    assert second.drawn_at == cast.clock.now()
    assert second.drawn["tallies"]["1"][2] > first.drawn["tallies"]["1"][2]
    cast.clock.advance(minutes=30)
    answers(cast, found, {(f"p{n}", "2"): 0 for n in range(4)})
    assert drawn(cast, issue).drawn_at == second.drawn_at, "four people could be told apart"
    at(cast, 3, 21)
    final = drawn(cast, issue)
    assert final.closed_at == final.closes_at
    assert "意见图谱已结束：60 人表态，分为 2 组。" in told(cast, issue)
    with cast.acting(None, write=False) as work:
        ahead = next(
            t.event.ahead()
            for t in reversed(journey(work.session, work.community.id, issue))
            if t.event.ahead()
        )
        assert ahead is not None
        assert ahead.path == "/outcome"


def test_what_somebody_said_stands_in_no_ledger_and_no_log(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _issue, found = mapped(cast)
    text = "只有我这么说过"
    number = suggests(cast, "王桂兰", found, text).number
    looked(cast, found, number, shown=True)
    answers(cast, found, {("王桂兰", str(number)): -1, ("赵玉梅", "1"): 1})
    with cast.acting(None, write=False) as work:
        entries = work.session.scalars(select(Entry).where(Entry.kind.startswith("discuss:"))).all()
        mine = [entry for entry in entries if "opinion" in entry.kind or "statement" in entry.kind]
        assert len(mine) == 4
        for entry in mine:
            payload = json.loads(json.dumps(entry.payload))
            assert not {"vote", "statement", "statement_id", "number"} & set(payload), payload
            assert text not in str(payload)
    assert text not in caplog.text


def test_without_numpy_what_can_be_counted_is_counted(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("civic.discuss.rules.opinion.find_spec", lambda _name: None)
    neighbours(cast, 20)
    issue, found = mapped(cast)
    answers(cast, found, {(f"p{n}", "1"): 1 for n in range(20)})
    shown = drawn(cast, issue).drawn
    assert shown is not None
    assert shown["tallies"] == {"1": [20, 0, 0]}
    assert "dots" not in shown


def test_rows_of_a_map_are_of_this_community(cast: Cast) -> None:
    _issue, found = mapped(cast)
    answers(cast, found, {("赵玉梅", "1"): 1})
    run_due(cast.workshop)
    with cast.acting(None, write=False) as work:
        for table in (TopicMap, Statement, Opinion):
            assert set(work.session.scalars(select(table.community_id))) == {cast.community_id}
