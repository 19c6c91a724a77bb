"""The first page a stranger sees, in every look and both languages."""

import pytest
from playwright.sync_api import Page

from e2e.browser import LOOKS, PHONE_ENGLISH, Look, Visitor


@pytest.mark.parametrize("look", [*LOOKS, PHONE_ENGLISH], indirect=True, ids=str)
def test_the_first_page_speaks_the_readers_language(visitor: Visitor, page: Page, look: Look) -> None:
    answer = page.goto("/")
    assert answer is not None
    assert answer.ok
    assert page.locator("html").get_attribute("lang") == {"zh_CN": "zh-CN", "en": "en"}[look.language]
    assert page.evaluate("document.documentElement.scrollWidth") <= look.viewport["width"]
    if look.js:
        visitor.axe(page)
