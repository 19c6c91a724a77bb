"""The matter is there already: one tap stands behind it, the draft is kept, one more tap takes that back."""

from typing import Any

import pytest

from civic.core.errors import Refusal
from civic.propose import acts
from civic.propose.drafts import KEPT_DAYS
from civic.propose.tables import Draft, Issue
from civic.timetable import run_due
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.propose.test_raising import issues, walk

TITLE = {"title": "2号楼雨水管断了"}
FACTS = {"facts": "门口的雨水管断了一截。"}


@pytest.fixture
def there(cast: Cast) -> str:
    """Somebody raised it already."""
    return raised(cast, "吴波", "门口雨水管断了一截")


def behind(cast: Cast, reference: str) -> int:
    with cast.acting(None, write=False) as work:
        return work.one(Issue, reference=reference).endorsements


def test_it_is_shown_before_sending_and_one_tap_is_enough(cast: Cast, at: Any, there: str) -> None:
    zhao = at("赵玉梅")
    walk(zhao, title=TITLE, facts=FACTS).says("是不是下面这些事", "门口雨水管断了一截", there, "都不是")
    zhao.post("/issues/new/joined", reference=there).says(
        "已附议", "门口雨水管断了一截", "2号楼雨水管断了", "4月1日"
    )
    assert behind(cast, there) == 1
    assert issues(cast) == 1
    zhao.get("/issues/new").says("什么事", "保留到4月1日")
    assert TITLE["title"] not in zhao.get("/issues/new/title")


def test_whoever_skips_them_sends_with_one_button(cast: Cast, at: Any, there: str) -> None:
    zhao = at("赵玉梅")
    walk(zhao, title=TITLE, facts=FACTS)
    zhao.post("/issues/new/check").says("已收到")
    assert (issues(cast), behind(cast, there)) == (2, 0)


def test_one_tap_takes_it_back_and_the_draft_is_whole(cast: Cast, at: Any, there: str) -> None:
    zhao = at("赵玉梅")
    walk(zhao, title=TITLE, facts=FACTS)
    zhao.post("/issues/new/joined", reference=there)
    zhao.post("/issues/new/joined/undo").says("草稿已恢复", "提交前", TITLE["title"], "门口的雨水管断了一截")
    assert behind(cast, there) == 0
    zhao.post("/issues/new/check").says("已收到")
    assert zhao.get("/issues/new/joined").says("什么事")


def test_the_draft_is_not_lost_when_another_is_begun(cast: Cast, at: Any, there: str) -> None:
    zhao = at("赵玉梅")
    walk(zhao, title=TITLE, facts=FACTS)
    zhao.post("/issues/new/joined", reference=there)
    zhao.get("/issues/new/title")
    zhao.post("/issues/new/title", title="灯不亮")
    zhao.get("/issues/new/joined")
    refused = zhao.post("/issues/new/joined/undo")
    assert refused.status == 409
    assert refused.says("您又开始填了另一件")
    assert behind(cast, there) == 1
    zhao.get("/issues/new/joined").says(TITLE["title"])


def test_it_is_thrown_away_by_a_tap_or_after_thirty_days(cast: Cast, at: Any, there: str) -> None:
    for name in ("赵玉梅", "孙浩"):
        reader = at(name)
        walk(reader, title=TITLE, facts=FACTS)
        reader.post("/issues/new/joined", reference=there)
    at_once = at("赵玉梅")
    at_once.get("/issues/new/joined")
    at_once.post("/issues/new/joined/discard").says("门口雨水管断了一截")
    assert kept(cast) == 1
    cast.clock.advance(days=KEPT_DAYS)
    run_due(cast.workshop)
    assert kept(cast) == 1
    cast.clock.advance(days=1)
    run_due(cast.workshop)
    assert kept(cast) == 0
    assert behind(cast, there) == 2


def kept(cast: Cast) -> int:
    with cast.acting(None, write=False) as work:
        return work.session.query(Draft).count()


def test_own_ones_and_those_endorsed_are_named_so(cast: Cast, at: Any, there: str) -> None:
    raised(cast, "赵玉梅", "雨水管断了一截")
    with cast.acting("赵玉梅") as work:
        acts.endorse_issue(work, work.one(Issue, reference=there).id)
    zhao = at("赵玉梅")
    page = walk(zhao, title=TITLE, facts=FACTS)
    page.says("这件就是您提的", "您已附议")
    assert "我也是这件事" not in page
    refused = zhao.post("/issues/new/joined", reference=there)
    assert refused.status == 409
    assert zhao.get("/issues/new/check").says(TITLE["title"])


def test_nobody_joins_with_nothing_typed_or_an_unknown_number(cast: Cast, at: Any, there: str) -> None:
    zhao = at("赵玉梅")
    walk(zhao, title=TITLE, facts=FACTS)
    tokens = zhao.hidden("/issues/new/joined")
    assert zhao.post("/issues/new/joined", tokens=tokens, reference="GF-2026-999").status == 404
    zhao.get("/issues/new/check")
    zhao.post("/issues/new/discard")
    fresh = at("孙浩")
    fresh.get("/issues/new/title")
    tokens = fresh.hidden("/issues/new/title")
    assert fresh.post("/issues/new/joined", tokens=tokens, reference=there).status == 409
    assert behind(cast, there) == 0


def test_on_behalf_the_neighbour_stands_behind_it(cast: Cast, at: Any, there: str) -> None:
    head = at("刘志强")
    head.get("/issues/new-for/person")
    head.post("/issues/new-for/person", person_id=str(cast.people["王桂兰"]))
    head.post("/issues/new-for/channel", channel="slip")
    walk(head, "/issues/new-for", title=TITLE, facts=FACTS).says("替本人附议", "门口雨水管断了一截")
    head.post("/issues/new-for/joined", reference=there).says("已替本人附议", "代录：2号楼 501 王桂兰")
    with cast.acting("王桂兰", write=False) as work:
        assert acts.has_endorsed(work, work.one(Issue, reference=there).id)
    head.post("/issues/new-for/joined/undo").says("草稿已恢复")
    assert behind(cast, there) == 0
    assert "王桂兰" not in at().get(f"/issues/{there}")


def test_a_building_head_joins_nobody_of_another_building(cast: Cast, there: str) -> None:
    with pytest.raises(Refusal), cast.acting("刘志强") as work:
        acts.endorse_for(work, work.one(Issue, reference=there).id, cast.people["关锋"])
    assert behind(cast, there) == 0
