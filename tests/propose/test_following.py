"""Today shows what I raised or stand behind: where it stands, what is next, by whom, by when."""

from datetime import date
from pathlib import Path
from typing import Any

from civic.core.days import end_of
from civic.propose import acts
from civic.propose.queries.following import followed
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from tests.cast import ZONE, Cast
from tests.propose.conftest import raised
from tests.web import browser, statements


def of(cast: Cast, who: str | None) -> list[str]:
    with cast.acting(who, write=False) as work:
        return [each.title for each in followed(work)]


def ident(cast: Cast, reference: str) -> int:
    with cast.acting(None, write=False) as work:
        return work.one(Issue, reference=reference).id


def test_mine_and_what_i_endorsed_newest_first(cast: Cast, reference: str) -> None:
    raised(cast, "孙浩", "路灯不亮")
    other = raised(cast, "郑丽", "楼道堆物")
    with cast.acting("赵玉梅") as work:
        acts.endorse_issue(work, work.one(Issue, reference=other).id)
    assert of(cast, "赵玉梅") == ["楼道堆物", "单元门关不上"]
    assert of(cast, "孙浩") == ["路灯不亮"]
    assert of(cast, "周建") == of(cast, None) == of(cast, "维托") == []


def test_five_at_most_and_nothing_that_is_over(cast: Cast, reference: str) -> None:
    over = ident(cast, reference)
    for number in range(6):
        raised(cast, "赵玉梅", f"第{number}件事")
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, over, findings="x", nature=Nature.PRIVATE_SERVICE)
        acts.handle_issue(work, over, mode="at_once", what="修好了。", trips=0)
    assert of(cast, "赵玉梅") == [f"第{number}件事" for number in (5, 4, 3, 2, 1)]


def test_what_is_next_by_whom_by_when(cast: Cast, reference: str) -> None:
    with cast.acting("赵玉梅", write=False) as work:
        [mine] = followed(work)
    assert mine.next is not None
    assert (mine.status, mine.stage, mine.next.what.text) == ("waiting", 1, "Check the matter on the spot")
    assert mine.next.until == end_of(date(2026, 3, 9), ZONE)


def test_the_page_is_not_empty_when_nothing_waits(cast: Cast, at: Any, reference: str) -> None:
    page = at("赵玉梅").get("/")
    page.says(
        "今天没有要您办的事", "您关注的事", "单元门关不上", "待受理", "到现场核实", "轮到居民委员会", "24:00 截止", "全部"
    )  # fmt: skip
    assert "您关注的事" not in at("周建").get("/")
    assert "您关注的事" not in at().get("/")
    cast.clock.advance(days=10)
    at("赵玉梅").get("/").says("超期 3 天")
    at("赵玉梅").get("/me").says("单元门关不上", "待受理", "超期 3 天")


def test_supervisors_find_their_desk(at: Any) -> None:
    assert "去监督台" in at("周建").get("/")
    assert "去监督台" not in at("赵玉梅").get("/")


def test_today_asks_twelve_times_at_most(cast: Cast, tmp_path: Path, reference: str) -> None:
    me = browser(cast, "赵玉梅", folder=tmp_path)
    counts = []
    for number in range(3):
        with statements(cast.workshop.database) as seen:
            me.get("/")
        counts.append(len(seen))
        raised(cast, "赵玉梅", f"第{number}件事")
    assert counts[1] == counts[2] <= 12, seen
