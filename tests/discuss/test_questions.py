"""Questions about the option paper: public, owed by a day, late in words, withdrawn until answered."""

from datetime import date
from pathlib import Path

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.discuss import acts, queries
from civic.discuss.tables import PaperQuestion
from civic.discuss.today import asks
from civic.finding.queries.found import Wanted, numbers
from civic.store.engine import Database
from civic.store.search import phrases_of
from civic.web.words import text_of
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, opened
from tests.discuss.test_papers import file
from tests.discuss.test_talk import told
from tests.web import browser

PAPER = "/issues/GF-2026-001/option-paper"


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    at(cast, 3, 13)
    return cast


def ask(cast: Cast, who: str, topic: int, text: str = "摊位怎么分？") -> PaperQuestion:
    with cast.acting(who) as work:
        return acts.ask_about_paper(work, topic, text=text)


def answer(cast: Cast, who: str, question: PaperQuestion, text: str = "抽签。") -> None:
    with cast.acting(who) as work:
        acts.answer_question(work, question.contribution_id, text=text)


def withdraw(cast: Cast, who: str, contribution: int) -> None:
    with cast.acting(who) as work:
        acts.withdraw_contribution(work, contribution)


def today_of(cast: Cast, who: str) -> list[str]:
    with cast.acting(who, write=False) as work:
        return [text_of(ask.label) for ask in asks(work)]


def found(cast: Cast, words: str) -> int:
    with cast.acting(None, write=False) as work:
        return len(numbers(work, Wanted(phrases_of(words), "", "", None, "", None, None)))


def test_there_is_nothing_to_ask_about_before_the_paper(cast: Cast) -> None:
    _issue, topic = opened(cast)
    with pytest.raises(Refusal, match="no option paper yet"):
        ask(cast, "赵玉梅", topic)
    file(cast, "吴波", topic)
    with pytest.raises(NotFound):
        ask(cast, "维托", topic)


def test_an_answer_is_due_in_five_working_days_and_found(cast: Cast) -> None:
    _issue, topic = opened(cast)
    file(cast, "吴波", topic)
    question = ask(cast, "赵玉梅", topic)
    assert (question.due_on, question.owed_by, question.version) == (date(2026, 3, 20), "advisor", 1)
    assert found(cast, "摊位怎么分") == 1
    assert today_of(cast, "吴波") == ["答复提问"]
    with pytest.raises(NotAllowed, match="for others"):
        answer(cast, "赵玉梅", question)
    with pytest.raises(NotAllowed, match="owed by those who published"):
        answer(cast, "刘敏", question)
    answer(cast, "吴波", question)
    assert "答复提问" not in today_of(cast, "吴波")
    assert "去看答复" in today_of(cast, "赵玉梅") or "看答复" in "".join(today_of(cast, "赵玉梅"))
    with pytest.raises(Refusal, match="answered already"):
        answer(cast, "吴波", question)
    with cast.acting("赵玉梅") as work:
        acts.see_talk_news(work, question.contribution_id)
    assert today_of(cast, "赵玉梅") == []


def test_late_is_told_once_with_who_owes_it_and_by_how_much(cast: Cast) -> None:
    issue, topic = opened(cast)
    file(cast, "吴波", topic)
    question = ask(cast, "赵玉梅", topic)
    at(cast, 3, 20, 23, 59)
    assert "已超期" not in "".join(told(cast, issue))
    at(cast, 3, 21)
    at(cast, 3, 23)
    late = [line for line in told(cast, issue) if "已超期" in line]
    assert late == ["顾问团应在 3月20日 前答复方案提问，已超期。"]
    answer(cast, "吴波", question)
    assert told(cast, issue)[-1] == "顾问团答复方案提问，晚了 3 天。"


def test_withdrawn_until_answered(cast: Cast) -> None:
    issue, topic = opened(cast)
    file(cast, "吴波", topic)
    first, second = ask(cast, "赵玉梅", topic), ask(cast, "赵玉梅", topic, "谁管？")
    with pytest.raises(NotAllowed):
        withdraw(cast, "孙浩", first.contribution_id)
    withdraw(cast, "赵玉梅", first.contribution_id)
    with pytest.raises(Refusal, match="nothing to answer"):
        answer(cast, "吴波", first)
    answer(cast, "吴波", second)
    with pytest.raises(Refusal, match="was answered, so it stays"):
        withdraw(cast, "赵玉梅", second.contribution_id)
    with cast.acting(None, write=False) as work:
        asked = queries.question_of(work, second.contribution_id)
        assert asked is not None
        assert asked.answer_id is not None
        found = queries.discussion(work, issue)
        assert found is not None
        assert (found.questions, found.unanswered) == (1, 0)
    with pytest.raises(Refusal, match="answer to a question"):
        withdraw(cast, "吴波", asked.answer_id)
    at(cast, 3, 30)
    assert "已超期" not in "".join(told(cast, issue)), "what was withdrawn is owed no answer"


def test_what_was_asked_in_time_is_answered_after_the_outcome(cast: Cast) -> None:
    _issue, topic = opened(cast)
    file(cast, "吴波", topic)
    question = ask(cast, "赵玉梅", topic)
    at(cast, 3, 19)
    concluded(cast, topic)
    with pytest.raises(Refusal, match="outcome is written"):
        ask(cast, "孙浩", topic)
    answer(cast, "吴波", question)


def test_a_hidden_question_waits(cast: Cast) -> None:
    issue, topic = opened(cast)
    file(cast, "吴波", topic)
    question = ask(cast, "赵玉梅", topic)
    with cast.acting("刘敏") as work:
        acts.hide_contribution(work, question.contribution_id, ground="off_topic", because="与方案无关")
    with pytest.raises(Refusal, match="hidden"):
        answer(cast, "吴波", question)
    assert "答复提问" not in today_of(cast, "吴波")
    at(cast, 3, 30)
    assert "已超期" not in "".join(told(cast, issue))
    assert found(cast, "摊位怎么分") == 0


def test_from_the_page_and_back(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    file(cast, "吴波", topic)
    visitor = browser(cast, folder=tmp_path)
    visitor.get(PAPER).says("登录后就方案提问", "还没有人提问。", "方案对比")
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get(f"{PAPER}/questions").says("顾问团最迟", "3月20日")
    assert zhao.post(f"{PAPER}/questions", text="").status == 422
    zhao.get(f"{PAPER}/questions")
    zhao.post(f"{PAPER}/questions", text="摊位怎么分？").says(
        "您的提问已公开。", "摊位怎么分？", "1 个待答复"
    )
    at(cast, 3, 24)
    visitor.get(PAPER).says("摊位怎么分？", "至今未答复", "超期 4 天")
    with cast.acting(None, write=False) as work:
        asked = work.one(PaperQuestion, topic_id=topic).contribution_id
    one = f"/issues/GF-2026-001/views/{asked}"
    wu = browser(cast, "吴波", folder=tmp_path)
    wu.get(one).says("答复提问", "至今未答复")
    wu.get(f"{one}/answer").says("针对第 1 版提问")
    wu.post(f"{one}/answer", text="抽签，每季一次。").says("您的答复已公开")
    visitor.get(PAPER).says("抽签，每季一次。", "吴波", "超期 4 天")
    zhao.get(one).says("顾问团已答复，见下。", "抽签，每季一次。")
    zhao.post(f"{one}/seen", **{}).says("抽签，每季一次。")
    visitor.get("/issues/GF-2026-001").says("1 个提问", "对比方案")
