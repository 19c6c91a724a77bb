"""The draft of a resolution: text against text, accepted into a new version or declined with a reason."""

from datetime import date
from pathlib import Path

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.decide.queries.ground import ground_of
from civic.discuss import acts
from civic.discuss.queries import drafting as queries
from civic.discuss.tables import Amendment
from civic.discuss.today import asks
from civic.propose.tables import Issue
from civic.store.engine import Database
from civic.web.words import text_of
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, opened
from tests.discuss.test_talk import told
from tests.web import browser

DRAFT = "/issues/GF-2026-001/draft"
FIRST, SECOND = "第一条 早市七点收摊。", "第二条 不用喇叭。"


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    at(cast, 3, 13)
    return cast


def write(cast: Cast, who: str, topic: int) -> None:
    with cast.acting(who) as work:
        acts.write_draft(work, topic, text=f"{FIRST}\n\n{SECOND}")


def amend(cast: Cast, who: str, topic: int, new: str = "第一条 早市八点收摊。", old: str = FIRST) -> int:
    with cast.acting(who) as work:
        return acts.propose_amendment(work, topic, old=old, new=new, why="七点太早").id


def answer(cast: Cast, who: str, amendment: int, accepted: bool, reason: str = "") -> None:
    with cast.acting(who) as work:
        acts.answer_amendment(work, amendment, accepted=accepted, reason=reason)


def found(cast: Cast, amendment: int) -> Amendment:
    with cast.acting(None, write=False) as work:
        return work.get(Amendment, amendment)


def today_of(cast: Cast, who: str) -> list[str]:
    with cast.acting(who, write=False) as work:
        return [text_of(word) for each in asks(work) for word in (each.question, each.label)]


def test_only_whoever_writes_outcomes_writes_the_draft_once(cast: Cast) -> None:
    _issue, topic = opened(cast)
    with pytest.raises(Refusal, match="no draft resolution"):
        amend(cast, "赵玉梅", topic)
    with pytest.raises(NotAllowed):
        write(cast, "赵玉梅", topic)
    write(cast, "刘敏", topic)
    with pytest.raises(Refusal, match="a draft already"):
        write(cast, "刘敏", topic)
    with pytest.raises(NotFound):
        amend(cast, "维托", topic)


def test_accepted_it_makes_a_version_and_outdates_the_others(cast: Cast) -> None:
    issue, topic = opened(cast)
    write(cast, "刘敏", topic)
    one = amend(cast, "赵玉梅", topic)
    same, other = (
        amend(cast, "孙浩", topic, "第一条 不收摊。"),
        amend(cast, "孙浩", topic, "第二条", old=SECOND),
    )
    assert found(cast, one).due_on == date(2026, 3, 20)
    assert "答复修改意见" in today_of(cast, "刘敏")
    with pytest.raises(NotAllowed):
        answer(cast, "赵玉梅", one, accepted=True)
    answer(cast, "刘敏", one, accepted=True)
    assert [found(cast, each).state for each in (one, same, other)] == ["accepted", "outdated", "open"]
    with cast.acting(None, write=False) as work:
        newest, first = queries.draft_versions(work, topic)
        assert (newest.number, newest.text, newest.why) == (2, f"第一条 早市八点收摊。\n{SECOND}", "七点太早")
        assert first.text == f"{FIRST}\n{SECOND}"
    assert "您的修改意见已采纳" in today_of(cast, "赵玉梅")
    assert "您的修改意见已过时，那一段已改动" in today_of(cast, "孙浩")
    with pytest.raises(Refusal, match="answered already"):
        answer(cast, "刘敏", same, accepted=False, reason="迟了")
    assert any("草案更新为第 2 版" in line for line in told(cast, issue))
    with cast.acting("赵玉梅") as work:
        acts.see_amendment_answer(work, one)
    assert today_of(cast, "赵玉梅") == []


def test_declined_only_with_a_reason(cast: Cast) -> None:
    _issue, topic = opened(cast)
    write(cast, "刘敏", topic)
    one = amend(cast, "赵玉梅", topic)
    with pytest.raises(Refusal, match="say why"):
        answer(cast, "刘敏", one, accepted=False)
    answer(cast, "刘敏", one, accepted=False, reason="周边要上班")
    assert (found(cast, one).state, found(cast, one).answer) == ("declined", "周边要上班")
    assert "您的修改意见未采纳" in today_of(cast, "赵玉梅")


def test_withdrawn_by_its_author_alone_until_answered(cast: Cast) -> None:
    _issue, topic = opened(cast)
    write(cast, "刘敏", topic)
    one = amend(cast, "赵玉梅", topic)
    with pytest.raises(NotAllowed, match="Only whoever"), cast.acting("孙浩") as work:
        acts.withdraw_amendment(work, one)
    with cast.acting("赵玉梅") as work:
        acts.withdraw_amendment(work, one)
    assert (found(cast, one).state, found(cast, one).new, found(cast, one).why) == ("withdrawn", "", "")
    with pytest.raises(Refusal, match="was withdrawn"):
        answer(cast, "刘敏", one, accepted=True)


def test_late_is_told_once_and_the_late_answer_says_by_how_much(cast: Cast) -> None:
    issue, topic = opened(cast)
    write(cast, "刘敏", topic)
    one = amend(cast, "赵玉梅", topic)
    at(cast, 3, 23)
    at(cast, 3, 24)
    assert sum("应在" in line and "已超期" in line for line in told(cast, issue)) == 1
    answer(cast, "刘敏", one, accepted=False, reason="周边要上班")
    assert any("晚了 4 天" in line for line in told(cast, issue))


def test_the_vote_begins_from_the_draft_as_it_stands(cast: Cast) -> None:
    issue, topic = opened(cast)
    write(cast, "刘敏", topic)
    answer(cast, "刘敏", amend(cast, "赵玉梅", topic), accepted=True)
    at(cast, 3, 24)
    concluded(cast, topic)
    with cast.acting(None, write=False) as work:
        assert ground_of(work, work.get(Issue, issue)).draft == f"第一条 早市八点收摊。\n{SECOND}"


def test_from_the_pages(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    browser(cast, folder=tmp_path).get(DRAFT).says("还没有决议草案。")
    liu, zhao = browser(cast, "刘敏", folder=tmp_path), browser(cast, "赵玉梅", folder=tmp_path)
    liu.get(f"{DRAFT}/new").says("草案正文")
    liu.post(DRAFT, text=f"{FIRST}\n{SECOND}").says("草案已公开", FIRST, SECOND)
    zhao.get(f"{DRAFT}/amendments").says("改哪一段？", FIRST)
    new, why = "第一条 早市八点收摊。", "七点太早"
    assert zhao.post(f"{DRAFT}/amendments", passage="1.7", text=new, because=why).status == 422
    zhao.get(f"{DRAFT}/amendments")
    zhao.post(f"{DRAFT}/amendments", passage="1.0", text=new, because=why).says(
        "您的修改意见已公开", "七点太早", "待答复"
    )
    with cast.acting(None, write=False) as work:
        (one,) = queries.amendments_to(work, topic)
    at_one = f"{DRAFT}/amendments/{one.id}"
    liu.get(at_one).says("答复修改意见", "建议的写法")
    assert liu.post(at_one, decision="decline").status == 422
    liu.get(at_one)
    liu.post(at_one, decision="accept").says("已采纳，草案已更新。", "第 2 版")
    zhao.get(DRAFT).says("已采纳", "我看到了")
    browser(cast, folder=tmp_path).get("/issues/GF-2026-001").says("决议草案", "第 2 版", "1 条修改意见")
