"""The first view is small, and holds what matters above the fold of a phone (ux.md §3.3)."""

import pytest
from playwright.sync_api import Page

from e2e.browser import PHONE
from e2e.people import Cast, Person

phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)
FOLD, FOLD_LARGE = 560, 640
BUDGET_BYTES, BUDGET_REQUESTS = 60_000, 6


@phone
def test_the_issue_page_arrives_in_few_small_pieces(cast: Cast) -> None:
    visitor = cast[""].opens_issue("游麟路早市占道")
    at = visitor.page.url
    visitor.page.context.clear_cookies()
    fresh = visitor.page.context.new_page()
    network = fresh.context.new_cdp_session(fresh)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked: list[str] = []
    received: list[int] = []
    network.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    fresh.goto(at, wait_until="networkidle")
    assert len(asked) <= BUDGET_REQUESTS, asked
    assert sum(received) <= BUDGET_BYTES, dict(zip(asked, received, strict=False))
    assert len(received) >= len(asked) - 1, "all but the icon that browsers ask for by themselves"


@phone
def test_a_ballot_is_above_the_fold(cast: Cast) -> None:
    sun = cast["孙浩"].opens("/")
    assert bottom(sun.page, "main .next .btn") <= FOLD
    sun.presses("Vote")
    assert sun.page.locator(".choice").count() == 3
    assert bottom(sun.page, ".choice") <= FOLD
    enlarge(sun)
    assert bottom(sun.page, "#continue") <= FOLD_LARGE


@phone
@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("孙浩", "中心花园划出遛狗"),
        ("刘敏", "长椅坏了"),
        ("刘志强", "2号楼雨水管断了"),
        ("马军", "12号楼单元门禁"),
    ],
)
def test_what_is_asked_of_me_is_above_the_fold(cast: Cast, name: str, title: str) -> None:
    who = cast[name].opens_issue(title)
    assert bottom(who.page, "main .next .btn") <= FOLD
    enlarge(who)
    assert bottom(who.page, "main .next .btn") <= FOLD_LARGE


@phone
def test_the_first_question_is_above_the_fold(cast: Cast) -> None:
    zhao = cast["赵玉梅"].opens("/issues/new")
    assert bottom(zhao.page, "main form .btn") <= FOLD
    enlarge(zhao)
    assert bottom(zhao.page, "main form .btn") <= FOLD_LARGE


def bottom(page: Page, selector: str) -> float:
    """Where the last of these ends at rest; the strip that only a demo has does not count."""
    page.evaluate("scrollTo(0, 0)")
    boxes = [each.bounding_box() for each in page.locator(selector).all()]
    strip = page.locator("header .demo").bounding_box()
    assert strip is not None
    return max(box["y"] + box["height"] for box in boxes if box) - strip["height"]


def enlarge(who: Person) -> None:
    """To large text, as the switch in the header does."""
    who.page.evaluate("document.documentElement.dataset.size = 'l'")
