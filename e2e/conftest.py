"""One demo world, copied for each story; one browser; four ways to look."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from civic.words.compile import compile_words
from e2e import server as servers
from e2e.browser import LOOKS, Look, Visitor, launch, visit
from e2e.door import Door
from e2e.people import Cast

TODAY = "2026-12-01"
"""The day on which the demo community lives in these stories."""


def pytest_configure() -> None:
    compile_words()


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the demo community at its printed dates; copy it, never change it."""
    data = tmp_path_factory.mktemp("world")
    servers.civic("demo", "--if-empty", data=data, CIVIC_DEMO_TODAY=TODAY)
    return data


@pytest.fixture(scope="module")
def server(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a demo community of this story's own."""
    data = servers.copy(world, tmp_path_factory.mktemp("story") / "data")
    with servers.serving(data, CIVIC_DEMO_TODAY=TODAY) as base:
        yield base


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all stories."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(params=LOOKS, ids=str)
def look(request: pytest.FixtureRequest) -> Look:
    """The way to look; `@pytest.mark.parametrize("look", [PHONE], indirect=True)` narrows it."""
    look: Look = request.param
    return look


@pytest.fixture
def newcomer(browser: Browser, server: str, look: Look) -> Iterator[Callable[[], Visitor]]:
    """Makes people, each with a browser of their own; at the end no page may have complained."""
    visitors: list[Visitor] = []

    def arrive() -> Visitor:
        visitors.append(visit(browser, look, server))
        return visitors[-1]

    yield arrive
    for visitor in visitors:
        visitor.context.close()
        visitor.check()


@pytest.fixture
def visitor(newcomer: Callable[[], Visitor]) -> Visitor:
    """A single person."""
    return newcomer()


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """A single person's page."""
    return visitor.page()


@pytest.fixture
def cast(browser: Browser, world: Path, tmp_path: Path, look: Look) -> Iterator[Cast]:
    """The people of a demo community that belongs to this one story; at the end no page may have complained."""
    data = servers.copy(world, tmp_path / "data")
    with servers.serving(data, CIVIC_DEMO_TODAY=TODAY) as base:
        cast = Cast(browser, look, base)
        yield cast
        cast.leave()


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A fresh community made on the console: the server's address, and the first administrator's code."""
    data = tmp_path_factory.mktemp("people")
    said = servers.civic(
        "init", "--slug", "weiwan", "--name", "苇湾社区", "--prefix", "WW", "--phone", "0536-1234567",
        "--help-name", "王芳", "--administrator", "关锋", data=data,
    ).stdout  # fmt: skip
    code = re.search(r"/weiwan/first/(\S+)", said)
    assert code, said
    with servers.serving(data) as base:
        yield base, code[1]


@pytest.fixture
def door(browser: Browser, console: tuple[str, str]) -> Iterator[Door]:
    """At the end no page may have complained."""
    door = Door(browser, console[0])
    yield door
    door.leave()
