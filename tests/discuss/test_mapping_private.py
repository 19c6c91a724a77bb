"""What of an opinion map is for one person alone, and what came in at the last moment."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from civic.core.errors import NotAllowed
from civic.discuss import acts
from civic.discuss.drawing import draw_final
from civic.discuss.tables import TopicMap
from civic.discuss.today import asks
from civic.store.engine import Database
from tests.cast import ZONE, Cast, gather
from tests.discuss.mapped import answers, drawn, looked, mapped, neighbours, suggests
from tests.discuss.opinion.crowd import two_groups
from tests.people.test_helping_pages import helping
from tests.web import browser

MAP = "/issues/GF-2026-001/opinion-map"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def test_a_helper_answers_but_reads_no_news(cast: Cast, tmp_path: Path) -> None:
    _issue, found = mapped(cast)
    number = suggests(cast, "王桂兰", found, "老张该走").number
    looked(cast, found, number, shown=False, reason="点名道姓")
    with cast.acting("王桂兰") as work:
        assert work.actor is not None
        assert [ask for ask in asks(work) if "/opinion-map" in ask.path]
        work.actor = replace(work.actor, helper_id=cast.people["赵玉梅"])
        assert not [ask for ask in asks(work) if "/opinion-map" in ask.path]
        with pytest.raises(NotAllowed, match="by the person alone"):
            acts.see_looks(work, found)
        acts.answer_statement(work, found, 1, 1)
    there, _ = helping(cast, tmp_path)
    assert "看看您提的观点" not in there.get("/")
    page = there.get(f"{MAP}/mine")
    assert page.says("您在帮办，所以能看到这一页", "早市要留下来")
    assert "点名道姓" not in page
    assert (
        browser(cast, "王桂兰", folder=tmp_path).get(f"{MAP}/mine").says("这一页只有您能看到。", "点名道姓")
    )


def test_a_helper_is_not_told_where_the_person_stands(cast: Cast, tmp_path: Path) -> None:
    neighbours(cast, 60)
    issue, found = mapped(cast, [f"观点第{n}号" for n in range(1, 19)])
    answers(cast, found, two_groups())
    answers(cast, found, {("王桂兰", str(n)): 1 if n % 2 else -1 for n in range(1, 19)})
    drawn(cast, issue)
    assert browser(cast, "王桂兰", folder=tmp_path).get(f"{MAP}/results").says("您的看法与")
    there, _ = helping(cast, tmp_path)
    assert "您的看法与" not in there.get(f"{MAP}/results")


def test_an_answer_that_came_in_while_it_was_drawn_is_not_lost(cast: Cast) -> None:
    neighbours(cast, 20)
    issue, found = mapped(cast)
    answers(cast, found, {(f"p{n}", "1"): 1 for n in range(20)})
    before = draw_final(cast.workshop, found)
    answers(cast, found, {("赵玉梅", "1"): 1})
    cast.clock.set(datetime(2026, 3, 21, tzinfo=ZONE))
    with cast.acting(None) as work:
        acts.close_map(work, found, before)
        assert work.get(TopicMap, found).closed_at is None
    final = drawn(cast, issue)
    assert final.closed_at is not None
    assert final.drawn is not None
    assert final.drawn["answers"] == 21


def test_neighbours_find_the_map_on_the_issues_page_while_it_is_open(cast: Cast, tmp_path: Path) -> None:
    mapped(cast)
    zhao, firm = (browser(cast, who, folder=tmp_path) for who in ("赵玉梅", "马军"))
    assert zhao.get("/issues/GF-2026-001").says("参加意见图谱")
    assert "参加意见图谱" not in firm.get("/issues/GF-2026-001")
    assert zhao.get(MAP).says("已表态：0 / 4")
    cast.clock.set(datetime(2026, 3, 21, tzinfo=ZONE))
    assert "参加意见图谱" not in zhao.get("/issues/GF-2026-001")
    page = zhao.get(MAP)
    assert page.says("意见图谱已结束。", "大家的共识", "我的表态")
    assert "提一个观点" not in page
    assert "一次看一个" not in page
