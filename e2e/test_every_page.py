"""Every page of the demo, for five readers: whole, narrow enough, in one language, accessible, at home."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from e2e.browser import PHONE, PHONE_ENGLISH
from e2e.crawl import Seen, Walk
from e2e.people import Cast, catalogue

READERS = {"": (150, 6), "赵玉梅": (30, 1), "刘敏": (120, 1), "周建": (40, 1), "林娜": (40, 1)}
"""Pages a reader meets at most, and how many of one shape."""
PLACE = "工福街社区（演示）"
LATIN = re.compile(r"[A-Za-z]{2,}(?:[ ,;:]+[A-Za-z]{2,}){3,}")
QUICK = {"runOnly": ["color-contrast", "target-size", "label", "link-in-text-block", "html-has-lang"]}


@pytest.fixture(scope="module")
def cast(browser: Browser, server: str) -> Iterator[Cast]:
    cast = Cast(browser, PHONE, server)
    yield cast
    cast.leave()


@pytest.fixture(scope="module")
def pages(cast: Cast) -> list[Seen]:
    """All pages of all readers."""
    return [seen for name, (most, each) in READERS.items() for seen in Walk(cast[name], most, each).go()]


@pytest.fixture(scope="module")
def screens(pages: list[Seen]) -> list[Seen]:
    """All but the sheets of paper."""
    return [seen for seen in pages if not seen.is_paper]


@pytest.fixture(scope="module")
def samples(screens: list[Seen]) -> list[Seen]:
    """One page of each shape."""
    return list({seen.shape: seen for seen in reversed(screens)}.values())


def wrong(pages: list[Seen], why: str) -> list[str]:
    return [f"{seen}: {seen.found.get(why, seen.status)}" for seen in pages]


def test_every_link_leads_to_a_page(pages: list[Seen]) -> None:
    assert len(pages) > 100
    assert wrong([seen for seen in pages if seen.status != 200], "status") == []


def test_every_page_has_one_heading_one_title_and_goes_on(screens: list[Seen]) -> None:
    assert wrong([seen for seen in screens if seen.found["h1"] != 1], "h1") == []
    assert wrong([seen for seen in screens if seen.found["main"] != 1], "main") == []
    assert wrong([seen for seen in screens if not seen.found["title"].endswith(PLACE)], "title") == []
    assert wrong([seen for seen in screens if not seen.found["out"]], "out") == []
    assert wrong([seen for seen in screens if not seen.found["print"]], "print") == []


def test_no_page_is_wider_than_a_phone(pages: list[Seen]) -> None:
    """Sheets of paper too: they are looked at on a phone before they are printed."""
    assert wrong([seen for seen in pages if max(seen.found["widths"].values()) > 360], "widths") == []


def test_no_page_in_chinese_speaks_english(pages: list[Seen]) -> None:
    found = {(str(seen), text) for seen in pages for text in seen.found["said"] if LATIN.search(text)}
    assert sorted(found) == []


def test_no_page_in_english_speaks_chinese_of_its_own(
    browser: Browser, server: str, samples: list[Seen]
) -> None:
    """Data stays as people wrote it; whatever the product itself says is translated."""
    known = {words for words in catalogue().values() if re.search(r"[\u4e00-\u9fff]", words)}
    # The titles that stand for what is private are kept in the community's language; an option is borne by the 街道 or,
    # where it costs nothing, by 无; a post is called as the demo calls it.
    data = {
        "居民代表", "居民委员会", "系统管理员", PLACE, "中文", "街道", "无", "邻里纠纷（不公开）", "个人服务事项（不公开）",
    }  # fmt: skip
    english = Cast(browser, PHONE_ENGLISH, server)
    found = set()
    for sample in samples:
        for seen in Walk(english[sample.reader], 1, 1).go(sample.path):
            posted = seen.path.startswith("/notices/")  # stays as it was posted
            found |= {(str(seen), text) for text in seen.found["said"] if text in known - data and not posted}
            assert max(seen.found["widths"].values()) <= 360, seen
    english.leave()
    assert sorted(found) == []


def test_every_template_is_accessible(cast: Cast, samples: list[Seen]) -> None:
    """Standard and light in full; very large and dark, and high contrast, for what colours and sizes change."""
    axe, report = Axe(), []
    for seen in samples:
        page = cast[seen.reader].opens(seen.path).page
        cast[seen.reader].visitor.check()
        for size, theme in (("m", "light"), ("xl", "dark"), ("m", "hc")):
            page.evaluate(
                "([size, theme]) => Object.assign(document.documentElement.dataset, {size, theme})",
                [size, theme],
            )
            results = axe.run(page, options=None if theme == "light" else QUICK)
            if results.violations_count:
                report.append(f"{seen} {size} {theme}\n{results.generate_report()}")
        cast[seen.reader].visitor.errors.clear()  # axe itself adds styles that our policy refuses
    assert not report, "\n".join(report)
