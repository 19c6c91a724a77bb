"""A browser without JavaScript for tests: pages, forms with their tokens, statements counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sqlalchemy import event
from starlette.testclient import TestClient

from civic.app import build_house, create_app
from civic.core.entropy import token
from civic.people.acts.sessions import begin_session
from civic.settings import Settings, place_of
from civic.store.engine import Database
from civic.web.house import House
from civic.web.render import Renderer, load_assets
from tests.cast import Cast


@dataclass
class Page:
    """An answer: its status, its text, and the hidden fields of its forms by action."""

    status: int
    text: str
    location: str = ""
    forms: dict[str, dict[str, str]] = field(default_factory=dict)

    def says(self, *sentences: str) -> bool:
        """Whether every sentence stands on the page, clauses and all; fails with the page's words."""
        words = " ".join(plain(self.text).split())
        for sentence in sentences:
            assert sentence in words or sentence.replace(" ", "") in words.replace(" ", ""), (
                f"{sentence!r} is not in: {words}"
            )
        return True

    def __contains__(self, sentence: str) -> bool:
        words = plain(self.text).replace(" ", "").replace("\n", "")
        return sentence.replace(" ", "") in words


class Browser:
    """One person's browser at one community; paths are below the community."""

    def __init__(self, client: TestClient, slug: str) -> None:
        self.client, self.slug = client, slug
        self.page = Page(0, "")

    def get(self, path: str) -> Page:
        """Open a page, following redirects."""
        self.page = _page(self.client.get(f"/{self.slug}{path}"))
        return self.page

    def post(
        self, path: str, *, follow: bool = True, tokens: dict[str, str] | None = None, **typed: Any
    ) -> Page:
        """Send the form of the present page that goes to `path`, with its hidden fields."""
        action = f"/{self.slug}{path}"
        hidden = tokens if tokens is not None else self.hidden(path)
        answer = self.client.post(action, data={**hidden, **typed}, follow_redirects=follow)
        self.page = _page(answer)
        return self.page

    def hidden(self, path: str) -> dict[str, str]:
        """The hidden fields of the present page's form that goes to `path`."""
        action = f"/{self.slug}{path}"
        assert action in self.page.forms, f"no form for {action}, only {sorted(self.page.forms)}"
        return self.page.forms[action]

    def tokens(self) -> dict[str, str]:
        """The csrf and once of any form of the present page, to send something it does not offer."""
        found = next(iter(self.page.forms.values()))
        return {name: found[name] for name in ("csrf", "once")}


def browser(
    cast: Cast, name: str | None = None, *, folder: Path, slug: str = "gongfu", panels: Any = None
) -> Browser:
    """A browser at the cast's community; signed in as `name` when given."""
    client = TestClient(create_app(house_of(cast, folder), ticking=False), base_url="https://testserver")
    if name:
        client.cookies.set("__Host-civic", sign_in(cast, name))
    return Browser(client, slug)


def house_of(cast: Cast, folder: Path) -> House:
    """The house as `app` builds it, on the cast's workshop and clock."""
    settings = Settings(database_url="", data_dir=folder, secret_file=folder / "secret", host="0.0.0.0")
    return replace(build_house(settings, cast.workshop), renderer=renderer())


@cache
def renderer() -> Renderer:
    """Templates are compiled once for all tests."""
    return Renderer(place_of("templates"), load_assets(place_of("static")))


def sign_in(cast: Cast, name: str, *, strong: bool = True) -> str:
    """Begin a login session, with the second factor unless told otherwise; gives the cookie's token."""
    fresh = token(cast.workshop.entropy)
    with cast.acting(name) as work:
        begin_session(work, cast.people[name], fresh, shared_phone=False, strong=strong)
    return fresh


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """What was asked of the database inside, BEGIN and COMMIT not counted."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        if not sql.startswith(("BEGIN", "COMMIT", "PRAGMA")):
            seen.append(sql)

    for engine in (database.reader, database.writer):
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for engine in (database.reader, database.writer):
            event.remove(engine, "before_cursor_execute", note)


def plain(html: str) -> str:
    """The words of a page without its tags."""
    reader = _Words()
    reader.feed(html)
    return "".join(reader.words)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.forms: dict[str, dict[str, str]] = {}
        self._form: dict[str, str] | None = None

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = self.forms.setdefault(named.get("action", ""), {})
        elif tag == "input" and named.get("type") == "hidden" and self._form is not None:
            self._form[named.get("name", "")] = named.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None


def _page(answer: Any) -> Page:
    reader = _Words()
    reader.feed(answer.text)
    return Page(answer.status_code, answer.text, answer.headers.get("location", ""), reader.forms)
