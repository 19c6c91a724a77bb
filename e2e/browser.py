"""How a person looks at Civic: which screen, which language, with or without JavaScript."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Route, ViewportSize

ANSWERED = re.compile(r"status of (403|404|409|422)")
"""Chromium logs a refusal as an error; for us it is an answer."""


@dataclass(frozen=True)
class Look:
    """One way to look."""

    size: str = "phone"
    js: bool = True
    language: str = "zh_CN"

    @property
    def viewport(self) -> ViewportSize:
        width, height = {"phone": (360, 740), "wide": (1280, 800)}[self.size]
        return ViewportSize(width=width, height=height)

    def __str__(self) -> str:
        return f"{self.size}-{'js' if self.js else 'nojs'}-{self.language}"


PHONE, WIDE = Look("phone"), Look("wide")
PHONE_BARE, WIDE_BARE = Look("phone", js=False), Look("wide", js=False)
PHONE_ENGLISH = Look("phone", language="en")
LOOKS = [PHONE, WIDE, PHONE_BARE, WIDE_BARE]


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium, another one named by CIVIC_CHROMIUM, or Playwright's own."""
    wanted = os.environ.get("CIVIC_CHROMIUM") or "/usr/bin/chromium"
    return playwright.chromium.launch(
        executable_path=wanted if Path(wanted).exists() else None,
        args=["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        + (["--no-sandbox"] if os.geteuid() == 0 else []),
    )


@dataclass
class Visitor:
    """One person's browser: pages, and whatever went wrong on them."""

    context: BrowserContext
    look: Look
    base: str
    errors: list[str] = field(default_factory=list)

    def page(self) -> Page:
        """A new page; its errors are remembered."""
        page = self.context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        return page

    def keep_home(self) -> None:
        """Nothing may be fetched from anybody else."""
        self.context.route(lambda url: not url.startswith(self.base), self._refuse)

    def check(self) -> None:
        """Fail when a page complained."""
        assert not self.errors, "\n".join(self.errors)

    def axe(self, page: Page) -> None:
        """No accessibility violation; the console is read first, since axe itself adds inline styles."""
        assert self.look.js, "axe is a script: ask it on a look with JavaScript"
        self.check()
        results = Axe().run(page)
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
        self.errors.clear()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not ANSWERED.search(message.text):
            self.errors.append(f"{message.location.get('url')}: {message.text}")

    def _refuse(self, route: Route) -> None:
        self.errors.append(f"asked a third party: {route.request.url}")
        route.abort()


def visit(browser: Browser, look: Look, base: str) -> Visitor:
    """A new person, with empty pockets but for their choice of language."""
    context = browser.new_context(
        base_url=base,
        viewport=look.viewport,
        java_script_enabled=look.js,
        has_touch=look.size == "phone",
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
    )
    context.set_default_timeout(10_000)
    context.add_cookies([{"name": "civic-look", "value": f"m.auto.{look.language}", "url": base}])
    visitor = Visitor(context, look, base)
    visitor.keep_home()
    return visitor
