"""People of the demo at their own browsers: they sign in, read, fill in, press, and wait for the hour."""

import gettext
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Locator, Page

from civic.words import DOMAIN, WORDS
from e2e.browser import Look, Visitor, visit

HOME = "/gongfu"
MOST_DEADLINES = 150
"""More presses of the clock than any road here has deadlines."""

PATIENCE = 40
"""Looks, a twentieth of a second apart, until a sentence has to be there."""
MADE = "[document.querySelectorAll('h1').length, document.documentElement.scrollWidth]"


@dataclass
class Person:
    """Somebody at a browser of their own; what they press is named by its English words."""

    name: str
    visitor: Visitor
    page: Page
    status: int = 200

    def opens(self, path: str, status: int = 200) -> "Person":
        """Go to a page of the community, `/issues/new`."""
        answer = self.page.goto(HOME + path)
        assert answer is not None
        return self._arrives(answer.status, status)

    def opens_issue(self, title: str) -> "Person":
        """From the list to the issue with these words in its title."""
        self.opens("/issues").page.locator("main .list a", has_text=title).first.click()
        self.page.wait_for_url(re.compile(r"/issues/[A-Z]+-\d+-\d+$"))
        return self

    def presses(self, words: str, status: int = 200) -> "Person":
        """A button or a link in the page itself that leads to another page."""
        target = self.finds(words)
        assert target is not None, f"{self.page.url}: no “{self.say(words)}”\n{self.text}"
        return self._goes(target, status)

    def sends(self, words: str) -> "Person":
        """A button whose answer replaces a part of the page where there is JavaScript."""
        target = self.finds(words)
        assert target is not None, f"{self.page.url}: no “{self.say(words)}”\n{self.text}"
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            target.click()
        self.page.wait_for_load_state("networkidle")
        return self

    def may_press(self, words: str) -> bool:
        """Whether a button or link with just these words is there to be pressed."""
        return any(found.count() for found in self._named(words))

    def finds(self, words: str) -> Locator | None:
        """The button or link with these words, or else the link that begins with them."""
        begins = re.compile("^" + re.escape(self.say(words)))
        loose = self.page.locator("main").get_by_role("link", name=begins)
        return next((found.first for found in (*self._named(words), loose) if found.count()), None)

    def _named(self, words: str) -> list[Locator]:
        name, main = self.say(words), self.page.locator("main")
        return [
            main.get_by_role("button", name=name, exact=True),
            main.get_by_role("link", name=name, exact=True),
        ]

    def unfolds(self, words: str) -> "Person":
        """Open what is folded away under these words."""
        self.page.locator("main summary", has_text=self.say(words)).click()
        return self

    def fills(self, **answers: object) -> "Person":
        """Every field by its name: texts are typed, choices are taken by their value or by their words."""
        for name, answer in answers.items():
            self._answer(self.page.locator(f"main [name='{name}']:not([type=hidden])"), name, str(answer))
        return self

    def holds(self, name: str) -> str:
        """What stands in a field."""
        return self.page.locator(f"main [name='{name}']").first.input_value()

    def reads(self, *sentences: str) -> "Person":
        """All of these stand on the page; line breaks do not matter."""
        for sentence in sentences:
            for _ in range(PATIENCE):
                if self.sees(sentence):
                    break
                self.page.wait_for_timeout(50)
            assert self.sees(sentence), f"{self.page.url}: not “{sentence}” in\n{self.text}"
        return self

    def sees(self, sentence: str) -> bool:
        """Whether this stands on the page."""
        return _bare(sentence) in _bare(self.text)

    @property
    def text(self) -> str:
        """What the page says, without its frame."""
        return self.page.locator("main").inner_text()

    @property
    def path(self) -> str:
        """Where they are, below the community."""
        return self.page.url.removeprefix(self.visitor.base).removeprefix(HOME)

    @property
    def today(self) -> date:
        """The day in the demo, as the public board says it."""
        board = self.page.request.get(f"{self.visitor.base}{HOME}/board").text()
        found = re.search(r'<h1>.*?datetime="([^"]+)', board, re.DOTALL)
        assert found is not None
        return datetime.fromisoformat(found[1]).astimezone(ZoneInfo("Asia/Shanghai")).date()

    def day(self, ahead: int = 0) -> str:
        """So many days from today, as a date field takes it."""
        return (self.today + timedelta(ahead)).isoformat()

    def moves_clock(self) -> "Person":
        """One press of the button in the demo's banner: to the next deadline, back to this page."""
        return self._goes(self.page.locator("header form.demo button").first, 200)

    def waits_until(self, arrived: Callable[[], object]) -> "Person":
        """Press the clock until it is so."""
        for _ in range(MOST_DEADLINES):
            if arrived():
                return self
            self.moves_clock()
        raise AssertionError(f"{self.page.url}: waited in vain\n{self.text}")

    def say(self, words: str) -> str:
        """These English words in the language of this person."""
        return words if self.visitor.look.language == "en" else translated(words)

    def _goes(self, target: Locator, status: int) -> "Person":
        with self.page.expect_navigation() as going:
            target.click()
        return self._arrives(going.value.status, status)

    def _arrives(self, status: int, wanted: int) -> "Person":
        """Every page on the way is the one expected, has one heading and fits the screen."""
        self.status = status
        assert status == wanted, f"{self.page.url}: {status}\n{self.text}"
        headings, width = self.page.evaluate(MADE)
        assert headings == 1, f"{self.page.url}: {headings} headings"
        assert width <= self.visitor.look.viewport["width"], f"{self.page.url}: {width} pixels wide"
        return self

    def _answer(self, fields: Locator, name: str, answer: str) -> None:
        assert fields.count(), f"{self.page.url}: no field {name}\n{self.text}"
        kind = fields.first.evaluate("it => it.type || it.tagName.toLowerCase()")
        if kind in {"radio", "checkbox"}:
            exact = self.page.locator(f"main label:has([name='{name}'][value='{answer}'])")
            known = self.page.locator(f"main label:has([name='{name}'])", has_text=answer)
            (exact if exact.count() else known).first.click()
        elif kind == "select-one":
            chosen = fields.locator("option").filter(has_text=answer)
            value = str(chosen.first.get_attribute("value")) if chosen.count() else answer
            fields.select_option(value)
        else:
            fields.first.fill(answer)


@dataclass
class Cast:
    """The people of one demo community; each comes when first called."""

    browser: Browser
    look: Look
    base: str
    here: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        """Somebody by name, signed in; an empty name is a visitor."""
        if name not in self.here:
            visitor = visit(self.browser, self.look, self.base)
            self.here[name] = Person(name, visitor, visitor.page())
            if name:
                sign_in(self.here[name])
        return self.here[name]

    def leave(self) -> None:
        """All go home; no page may have complained."""
        for person in self.here.values():
            person.visitor.context.close()
        for person in self.here.values():
            person.visitor.check()


def sign_in(person: Person) -> None:
    """One tap on the demo's page of people."""
    person.opens("/in")
    row = person.page.locator("main li button", has_text=person.name)
    with person.page.expect_navigation():
        row.first.click()


def translated(words: str) -> str:
    """English words of the product in Chinese, whatever their context; an issue's own words stay."""
    for key, value in catalogue().items():
        if key == words or key.endswith(f"\x04{words}"):
            return value
        if "%(number)s" in key and re.fullmatch(re.escape(key).replace(r"%\(number\)s", r"\d+"), words):
            return value.replace("%(number)s", words.split()[-1])
    return words


@cache
def catalogue(language: str = "zh_CN") -> dict[str, str]:
    """What the product says in English, and in this language."""
    with (WORDS / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        raw = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {key if isinstance(key, str) else key[0]: value for key, value in raw.items()}


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
