"""The page of search, as a visitor and as a neighbour sees it."""

import pytest
from sqlalchemy import insert

from civic.finding.queries.sources import the_one
from civic.finding.rules import MOST
from civic.finding.tables import Passage
from civic.propose.rules.categories import GIVEN, Category, stored_from
from tests.cast import Cast
from tests.discuss import story
from tests.finding.conftest import At
from tests.finding.looking import raised
from tests.web import statements


def test_the_list_of_issues_leads_to_search(cast: Cast, at: At) -> None:
    raised(cast, "游麟路早市占道")
    page = at().get("/issues")
    assert 'action="/gongfu/search"' in page.text
    assert 'name="q"' in page.text


def test_a_visitor_finds_what_was_raised(cast: Cast, at: At) -> None:
    raised(cast, "游麟路早市占道", building_id=cast.buildings["2号楼"])
    page = at().get("/search?q=早市")
    page.says("找到1条", "游麟路早市占道", "GF-2026-001", "2号楼", "3月2日")
    assert "游麟路<mark>早市</mark>占道" in page.text
    assert 'href="/gongfu/issues/GF-2026-001"' in page.text
    assert "<title>查找：早市" in page.text


def test_before_anything_is_asked_it_says_what_can_be_found(at: At) -> None:
    page = at("赵玉梅").get("/search")
    page.says("大家都能看的，都能找到")
    assert "没有找到" not in page


def test_nothing_found_leads_on(cast: Cast, at: At) -> None:
    page = at().get("/search?q=早市+占道&category=living")
    page.says("没有找到", "少写一个词再试试", "不限范围")
    assert 'href="/gongfu/search?q=%E6%97%A9%E5%B8%82+%E5%8D%A0%E9%81%93"' in page.text
    assert 'href="/gongfu/issues/new"' in page.text
    at().get("/search?q=早市").says("换个短一点的词")


@pytest.mark.parametrize(
    "typed", ["，。！", '""', "***", "%00", "AND", "(", "'; DROP TABLE passage; --", "\\", "a" * 200]
)
def test_no_words_break_it(cast: Cast, at: At, typed: str) -> None:
    raised(cast, "游麟路早市占道")
    page = at().client.get("/gongfu/search", params={"q": typed})
    assert page.status_code == 200, typed


def test_what_was_typed_stays_and_is_text(cast: Cast, at: At) -> None:
    raised(cast, "<script>alert(1)</script>早市")
    page = at().client.get("/gongfu/search", params={"q": '"><script>早市'}).text
    assert "<script>alert" not in page
    assert 'value="&#34;&gt;&lt;script&gt;早市"' in page
    assert "&lt;<mark>script</mark>&gt;" in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("q=早市&since=gestern", "样子填写日期"),
        ("q=早市&kind=secret", "选"),
        ("q=早市&building=-1", "1"),
        ("q=" + "长" * 201, "200"),
    ],
)
def test_a_wrong_filter_gets_its_sentence(at: At, query: str, sentence: str) -> None:
    page = at().get(f"/search?{query}")
    assert page.status == 422
    page.says("请再看一下", sentence)


def test_what_narrows_the_search_is_said_and_taken_away(cast: Cast, at: At) -> None:
    raised(cast, "早市占道", building_id=cast.buildings["2号楼"])
    query = f"kind=issue&category=living&building={cast.buildings['2号楼']}&status=waiting&since=2026-03-01"
    page = at().get(f"/search?q=早市&{query}&until=2026-03-02")
    page.says("事项居住环境2号楼待受理", "自3月1日起", "到3月2日", "找到1条")
    assert 'href="/gongfu/search?q=%E6%97%A9%E5%B8%82">清除' in page.text


def test_what_others_hang_on_an_address_is_ignored(cast: Cast, at: At) -> None:
    raised(cast, "游麟路早市占道")
    page = at().get("/search?q=早市&from=singlemessage&isappinstalled=0&page=abc")
    assert page.status == 200
    page.says("找到1条")


def test_days_in_the_wrong_order_are_turned(cast: Cast, at: At) -> None:
    raised(cast, "游麟路早市占道")
    at().get("/search?q=早市&since=2026-03-09&until=2026-03-01").says("找到1条")


def test_filters_without_words_list_what_fits(cast: Cast, at: At) -> None:
    raised(cast, "路灯不亮", category="repairs")
    raised(cast, "早市占道")
    page = at().get("/search?category=repairs")
    page.says("找到1条", "路灯不亮")
    assert "早市占道" not in page


def test_a_contribution_is_found_in_its_place(cast: Cast, at: At) -> None:
    _issue, topic = story.opened(cast)
    first = story.say(cast, "赵玉梅", topic, "秤砣别砸着人")
    page = at().get("/search?q=秤砣")
    page.says("游麟路早市占道", "秤砣别砸着人", "议事时说的")
    assert "赵" not in page
    address = f"/issues/GF-2026-001/views#c{first}"
    assert f'href="/gongfu{address}"' in page.text
    assert f'id="c{first}"' in at().get("/issues/GF-2026-001/views").text


def test_a_contribution_on_a_later_page_is_led_to(cast: Cast, at: At) -> None:
    _issue, topic = story.opened(cast)
    first = story.say(cast, "赵玉梅", topic, "秤砣别砸着人")
    people = ["王桂兰", "孙浩", "周建", "吴波", "郑丽"]
    for n in range(50):
        if n % 5 == 0:
            cast.clock.advance(minutes=11)
        story.say(cast, people[n % 5], topic, f"第{n}句")
    address = f"/issues/GF-2026-001/views?page=2#c{first}"
    assert f'href="/gongfu{address}"' in at().get("/search?q=秤砣").text
    assert f'id="c{first}"' in at().get("/issues/GF-2026-001/views?page=2").text


def test_a_notice_is_found(cast: Cast, at: At) -> None:
    story.opened(cast)
    page = at().get("/search?q=早市&kind=notice")
    page.says("找到1条", "议题公示")
    assert 'href="/gongfu/notices/1"' in page.text


def test_twenty_a_page_and_the_filters_go_along(cast: Cast, at: At) -> None:
    for n in range(23):
        raised(cast, f"早市第{n}次")
    page = at().get("/search?q=早市&category=living")
    page.says("找到23条", "早市第22次", "早市第3次", "第1页")
    assert page.text.count('<li class="item') == 20
    assert "q=%E6%97%A9%E5%B8%82&amp;category=living&amp;page=2" in page.text
    last = at().get("/search?q=早市&category=living&page=2")
    last.says("早市第0次", "早市第2次")
    assert "第2页" in last.text.split("<main")[0].replace(" ", "")
    assert at().get("/search?q=早市&page=99").says("早市第0次")


def test_more_than_a_thousand_are_not_counted(cast: Cast, at: At) -> None:
    issue = raised(cast, "早市")
    with cast.acting("刘敏") as work:
        values = the_one(work, "issue", issue)
        assert values
        more = [{**values, "kind": "notice", "row_id": n} for n in range(MOST)]
        work.session.execute(insert(Passage), more)
    at().get("/search?q=早市").says(f"找到{MOST}条以上", "共 50 页")


def test_the_next_communitys_page_knows_nothing_of_ours(cast: Cast, at: At) -> None:
    raised(cast, "游麟路早市占道")
    at("维托").get("/search?q=早市").says("没有找到")
    page = at("维托").get(f"/search?building={cast.buildings['2号楼']}")
    page.says("没有找到")


def test_the_page_takes_the_same_statements_however_much_is_found(cast: Cast, at: At) -> None:
    reader = at()
    counts = []
    for n in (1, 12):
        for number in range(n):
            raised(cast, f"早市{n}-{number}")
        reader.get("/search?q=早市")
        with statements(cast.workshop.database) as seen:
            reader.get("/search?q=早市")
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 4, counts


def test_in_english(cast: Cast, at: At) -> None:
    raised(cast, "Lamps are broken", building_id=cast.buildings["2号楼"])
    reader = at()
    reader.client.cookies.set("civic-look", "m.auto.en")
    reader.get("/search?q=lamp").says("1 found", "Lamps are broken", "Building 2", "Narrow the search")
    reader.get("/search?q=x+y").says("Nothing found", "All the words must be there")
    reader.get("/search?q=!").says("signs alone cannot be found")


def test_the_communitys_own_categories_narrow_it(cast: Cast, at: At) -> None:
    with cast.acting("刘敏") as work:
        dogs = Category("own1", "遛狗", answer_days=3, whole_days=30)
        work.own_community().categories = stored_from([*GIVEN.values(), dogs])
    raised(cast, "草坪上不拴狗绳", category="own1")
    raised(cast, "草坪积水")
    page = at().get("/search?q=草坪&category=own1")
    page.says("找到1条", "不拴狗绳", "遛狗")
    assert "积水" not in page
    assert at().get("/search?q=草坪&category=nothing").status == 200
    assert at().get("/search?q=草坪&category=%25").status == 422
