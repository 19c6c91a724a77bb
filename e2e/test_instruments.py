"""The browser tests see what they claim to see: planted faults on a page of nobody's."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from e2e.browser import PHONE, PHONE_BARE, Visitor, visit
from e2e.server import free_port

PAGES = {
    "good.html": "<h1>好</h1>",
    "scripted.html": "<h1>好</h1><script>document.title = 'ran'; console.error('planted')</script>",
    "stranger.html": '<h1>好</h1><img alt="" src="http://stranger.invalid/a.png">',
    "mute.html": '<h1>好</h1><button></button><img src="good.html">',
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A plain server with the planted pages."""
    folder = tmp_path_factory.mktemp("shelf")
    for name, body in PAGES.items():
        (folder / name).write_text(
            f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>t</title>'
            f'<link rel="icon" href="data:,"><main>{body}</main></html>'
        )
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "-d", str(folder)],
        stderr=subprocess.DEVNULL,
    ) as server:
        _wait(f"http://127.0.0.1:{port}/good.html")
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture
def visitor(browser: Browser, shelf: str) -> Iterator[Visitor]:
    visitor = visit(browser, PHONE, shelf)
    yield visitor
    visitor.context.close()


def test_a_good_page_passes(visitor: Visitor) -> None:
    page = visitor.page()
    page.goto("/good.html")
    assert page.viewport_size == {"width": 360, "height": 740}
    visitor.axe(page)
    visitor.check()


@pytest.mark.parametrize(("name", "complaint"), [("scripted", "planted"), ("stranger", "third party")])
def test_a_complaint_is_heard(visitor: Visitor, name: str, complaint: str) -> None:
    visitor.page().goto(f"/{name}.html")
    with pytest.raises(AssertionError, match=complaint):
        visitor.check()


def test_a_mute_button_is_found(visitor: Visitor) -> None:
    page = visitor.page()
    page.goto("/mute.html")
    with pytest.raises(AssertionError, match="button-name"):
        visitor.axe(page)


def test_without_javascript_nothing_runs(browser: Browser, shelf: str) -> None:
    visitor = visit(browser, PHONE_BARE, shelf)
    page = visitor.page()
    page.goto("/scripted.html")
    assert page.title() == "t"
    visitor.check()
    visitor.context.close()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nobody answers at {address}")
