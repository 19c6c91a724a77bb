"""The page of an issue with everything that was said: complete, cheap, open to whoever may speak."""

import re
from pathlib import Path

import pytest

from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.story import at, concluded, opened, say
from tests.web import browser, statements

PAGE = "/issues/GF-2026-001"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def test_two_hundred_contributions_stand_on_the_page_in_eight_statements(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    for number in range(200):
        if number % 10 == 0:
            cast.clock.advance(minutes=11)
        say(cast, "王桂兰", topic, f"第{number}句", ("for", "against", "question")[number % 3])
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get(PAGE)
    with statements(cast.workshop.database) as seen:
        page = zhao.get(PAGE)
    assert page.status == 200
    assert all(f"第{number}句" in page.text for number in range(200))
    page.says("赞成 67", "反对 67", "疑问 66", "王**，2号楼")
    assert "王桂兰" not in page.text
    assert len(seen) <= 8, seen


def test_a_visitor_reads_and_is_led_to_sign_in(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    say(cast, "刘敏", topic, "请大家都来说")
    visitor = browser(cast, folder=tmp_path)
    page = visitor.get(PAGE)
    page.says("刘敏 居民委员会", "请大家都来说", "登录后发表意见")
    assert "contributions" not in "".join(page.forms)


def test_who_is_signed_in_speaks_from_the_page(cast: Cast, tmp_path: Path) -> None:
    opened(cast)
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get(PAGE)
    page = zhao.post(f"{PAGE}/contributions", stance="for", text="我赞成\n\n<b>早点收</b>")
    page.says("已发表，谢谢您的意见。", "赵**，2号楼", "我赞成")
    assert "&lt;b&gt;早点收&lt;/b&gt;" in page.text


def test_a_form_without_stance_comes_back_with_what_was_typed(cast: Cast, tmp_path: Path) -> None:
    opened(cast)
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get(PAGE)
    page = zhao.post(f"{PAGE}/contributions", text="没有选态度")
    assert page.status == 422
    page.says("没有选态度")


def test_outcome_and_its_comments_stand_on_the_page(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 30)
    concluded(cast, topic)
    say(cast, "赵玉梅", topic, "再早一点", on_outcome=True)
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    page = zhao.get(PAGE)
    page.says(
        "按乙方案，7 点前不用喇叭", "承诺：30 天里至少 27 天。", "1 条对成果的意见", "再早一点", "还没答复"
    )


def test_htmx_gets_the_form_alone_or_is_sent_on(cast: Cast, tmp_path: Path) -> None:
    opened(cast)
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    zhao.get(PAGE)
    htmx = {"HX-Request": "true", "HX-Request-Type": "partial"}
    tokens = zhao.tokens()
    path = f"/gongfu{PAGE}/contributions"
    answer = zhao.client.post(path, data={**tokens, "about": "topic", "text": "没有选态度"}, headers=htmx)
    assert answer.status_code == 422
    assert answer.text.strip().startswith('<div class="no-print" id="contribute">')
    assert "没有选态度" in answer.text
    sent = {**tokens, "about": "topic", "stance": "for", "text": "好"}
    answer = zhao.client.post(path, data=sent, headers=htmx)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, f"/gongfu{PAGE}")
    zhao.client.post(path, data=sent, headers=htmx)
    assert zhao.get(f"{PAGE}/views").says("1 条意见"), "pressed twice is said once"


def black_buttons(html: str) -> list[str]:
    """The words of every main button on the page, in its order."""
    return re.findall(r'<(?:a|button) class="btn"[^>]*>([^<]+)<', html)


def test_the_one_black_button_is_what_the_card_asks_for(cast: Cast, tmp_path: Path) -> None:
    opened(cast)
    page = browser(cast, "孙浩", folder=tmp_path).get(PAGE)
    page.says("说说您的看法", "附议")
    assert black_buttons(page.text) == ["我来说几句"]


def test_endorsing_is_quiet_while_the_outcome_hangs(cast: Cast, tmp_path: Path) -> None:
    _issue, topic = opened(cast)
    at(cast, 3, 10)
    concluded(cast, topic)
    assert black_buttons(browser(cast, "孙浩", folder=tmp_path).get(PAGE).text) == ["我来说几句"]
