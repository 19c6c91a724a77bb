"""Where exactly, whom it affects, and a building that the public is not shown."""

from datetime import datetime
from typing import Any

import pytest

from civic.core.message import Message
from civic.propose import acts
from civic.propose.rules import Further, Nature, place_in_words, place_without_building
from civic.propose.tables import Issue
from civic.web.words import Reader, reading, text_of
from tests.cast import ZONE, Cast
from tests.propose.test_raising import walk

NOON = datetime(2026, 3, 1, 12, tzinfo=ZONE)
HIDDEN: dict[str, Any] = {
    "place": {"building_id": "2", "entrance": "1", "common_part": "lift", "hide_building": "yes"},
    "facts": {"facts": "按了没反应。", "affects": "entrance"},
}


@pytest.mark.parametrize(
    ("place", "chinese", "english"),
    [
        (place_in_words("", None, None, ""), "整个社区", "The whole community"),
        (place_in_words("", None, None, "road"), "整个社区，小区道路", "The whole community: Road"),
        (place_in_words("2号楼", 1, None, ""), "2号楼1单元", "Building 2, entrance 1"),
        (
            place_in_words("2号楼", 1, 3, "stairwell"),
            "2号楼1单元3层，楼梯间、楼道",
            "Building 2, entrance 1, floor 3: Stairwell",
        ),
        (place_without_building(""), "楼号不公开", "The building is not shown"),
        (place_without_building("lift"), "电梯，楼号不公开", "Lift; the building is not shown"),
    ],
)
def test_a_place_reads_as_one_says_it(place: Message, chinese: str, english: str) -> None:
    for language, words in (("zh_CN", chinese), ("en", english)):
        with reading(Reader(language, ZONE, NOON)):
            assert text_of(place) == words


def test_floor_and_shared_part_are_kept_and_shown(cast: Cast, at: Any) -> None:
    reader = at("赵玉梅")
    walk(
        reader,
        place={"building_id": "2", "entrance": "1", "floor": "3", "common_part": "stairwell"},
        facts={"facts": "堆了杂物。", "affects": "building"},
    ).says("2号楼1单元3层，楼梯间、楼道", "影响到谁：整栋楼")
    reader.post("/issues/new/check").says("GF-2026-001")
    reference = "GF-2026-001"
    at().get(f"/issues/{reference}").says("2号楼1单元3层，楼梯间、楼道", "影响到谁", "整栋楼", "2号楼居民")
    with cast.acting(None, write=False) as work:
        issue = work.one(Issue, reference=reference)
        assert (issue.floor, issue.common_part, issue.affects) == (3, "stairwell", "building")


def test_the_own_building_stands_first_and_is_not_chosen(at: Any) -> None:
    page = at("赵玉梅").get("/issues/new/place")
    options = page.text.split('id="f-building_id"')[1].split("</select>")[0].split("<option")[1:]
    assert "不在某一栋楼" in options[0] or 'value=""' in options[0]
    assert "2号楼（您住的楼）" in options[1]
    assert not any("selected" in option for option in options[1:])


def test_on_behalf_the_neighbours_building_stands_first(cast: Cast, at: Any) -> None:
    head = at("刘志强")
    head.get("/issues/new-for/person")
    head.post("/issues/new-for/person", person_id=str(cast.people["王桂兰"]))
    head.get("/issues/new-for/place").says("2号楼（本人住的楼）")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"floor": "3"}, "请选楼号，或者不填楼层"),
        ({"building_id": "2", "floor": "0"}, "不小于"),
        ({"building_id": "2", "floor": "100"}, "不大于"),
        ({"common_part": "moon"}, "请选择其中一项"),
        ({"hide_building": "perhaps"}, "请选择其中一项"),
    ],
)
def test_bad_places_are_answered_on_the_page(at: Any, typed: dict[str, str], sentence: str) -> None:
    reader = at("赵玉梅")
    reader.get("/issues/new/place")
    page = reader.post("/issues/new/place", **typed)
    assert page.status == 422
    assert page.says(sentence)


def hidden(at: Any) -> str:
    """An issue about the lift of building 2 whose raiser asked not to show the building."""
    reader = at("赵玉梅")
    walk(reader, title={"title": "电梯按了没反应"}, wish={"wish": "请修好。"}, **HIDDEN)
    reader.page.says("楼号不对外公开", "不显示姓名，也不显示楼号")
    reader.post("/issues/new/check").says("GF-2026-001")
    return "GF-2026-001"


def test_whoever_names_the_building_themselves_is_told(at: Any) -> None:
    reader = at("赵玉梅")
    walk(reader, title={"title": "2号楼电梯坏了"}, **HIDDEN).says("您写的内容里提到了楼号")
    reader.get("/issues/new/title?back=check")
    assert "您写的内容里提到了楼号" not in reader.post("/issues/new/title?back=check", title="电梯坏了")


PUBLIC = ("/issues", "/issues/{reference}", "/search?q=电梯", "/search?kind=issue", "/board", "/", "/notices")


@pytest.mark.parametrize("who", [None, "孙浩", "马军"])
def test_nobody_else_reads_the_building(at: Any, who: str | None) -> None:
    reference = hidden(at)
    reader = at(who)
    for address in PUBLIC:
        page = reader.get(address.format(reference=reference))
        main = page.text.split("<main")[1].split("</main>")[0].split("<form")[0]
        assert "2号楼" not in main, address
    reader.get(f"/issues/{reference}").says("电梯，楼号不公开")
    assert "电梯按了没反应" in reader.get("/search?q=电梯")
    assert "电梯按了没反应" not in reader.get("/search?q=2号楼")
    assert "电梯按了没反应" not in reader.get("/search?kind=issue&building=2")


@pytest.mark.parametrize("who", ["刘敏", "刘志强", "赵玉梅"])
def test_who_checks_and_decides_and_the_raiser_read_it(at: Any, who: str) -> None:
    reference = hidden(at)
    at(who).get(f"/issues/{reference}").says("2号楼1单元", "不对外公开")


def test_what_is_said_and_posted_about_it_is_not_found_by_the_building(cast: Cast, at: Any) -> None:
    reference = hidden(at)
    with cast.acting("刘敏") as work:
        issue = work.one(Issue, reference=reference)
        acts.verify_issue(work, issue.id, findings="属实。", nature=Nature.SELF_GOVERNANCE)
        acts.accept_issue(work, issue.id, background="电梯老了。", scope="修或换。", days=5)
    page = at().get("/search?q=电梯&building=2")
    assert reference not in page
    assert "2号楼" not in at().get("/notices").text.split("<main")[1]


def test_an_issue_without_more_says_nothing_more(cast: Cast) -> None:
    with cast.acting("赵玉梅") as work:
        issue = acts.raise_issue(work, title="x", facts="x", wish="x", category="other")
        assert Further(issue.floor, issue.common_part, issue.affects, issue.hide_building) == Further()
