"""Thirty searches a minute for a person or a network; whatever else there is to read stays open."""

from datetime import UTC, datetime, timedelta

from civic.web.pace import KNOWN, Pace
from tests.cast import Cast
from tests.finding.conftest import At
from tests.finding.looking import raised

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def test_the_thirty_first_is_refused_in_words_and_a_minute_later_all_is_well(cast: Cast, at: At) -> None:
    raised(cast, "游麟路早市占道")
    visitor = at()
    for _ in range(30):
        assert visitor.get("/search?q=早市").status == 200
    refused = visitor.get("/search?q=早市")
    assert refused.status == 429
    refused.says("您一分钟内已经查找了30次", "请等60秒再找", "可以先看看议题列表")
    assert visitor.client.get("/gongfu/search?category=living").headers["Retry-After"] == "60"
    assert visitor.client.get("/gongfu/search?category=living").status_code == 429
    for path in ("/issues", "/search", "/"):
        assert visitor.get(path).status == 200, path
    cast.clock.advance(seconds=60)
    visitor.get("/search?q=早市").says("游麟路早市占道")


def test_the_list_of_issues_and_the_empty_page_count_for_nothing(cast: Cast, at: At) -> None:
    raised(cast, "游麟路早市占道")
    visitor = at()
    for _ in range(35):
        assert visitor.get("/issues").status == visitor.get("/search").status == 200
    assert visitor.get("/search?q=早市").status == 200


def test_neighbours_behind_one_address_do_not_hinder_each_other_once_signed_in(cast: Cast, at: At) -> None:
    mine = at("赵玉梅")
    house = mine.client.app.state.house  # type: ignore[attr-defined]
    for _ in range(30):
        mine.get("/search?q=早市")
    assert mine.get("/search?q=早市").status == 429
    assert house.searches.step(f"person {cast.people['孙浩']}", cast.clock.now()) == 0
    assert house.searches.step(f"person {cast.people['赵玉梅']}", cast.clock.now()) > 0
    mine.client.cookies.clear()
    assert mine.get("/search?q=早市").status == 200


def test_the_window_slides_and_a_refusal_does_not_lengthen_it() -> None:
    pace = Pace(2, timedelta(minutes=1))
    assert [pace.step("a", NOON + timedelta(seconds=s)) for s in (0, 40, 50, 59.5)] == [0, 0, 10, 1]
    assert pace.step("b", NOON) == 0
    assert pace.step("a", NOON + timedelta(seconds=60)) == 0
    assert pace.step("a", NOON + timedelta(seconds=61)) == 39


def test_a_clock_set_back_forgives_and_memory_is_bounded() -> None:
    pace = Pace(1, timedelta(minutes=1))
    assert pace.step("a", NOON) == 0
    assert pace.step("a", NOON - timedelta(days=1)) == 0
    for n in range(KNOWN):
        pace.step(str(n), NOON)
    assert pace.step("a", NOON - timedelta(days=1)) == 0
