"""Addresses: where one may be sent on to, and odd ones that must never break a page."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest

from civic.people.routes.entering import safe_next
from civic.store.engine import Database
from civic.web.call import Call
from tests.cast import Cast, gather
from tests.web import Browser, browser


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def visitor(cast: Cast, tmp_path: Path) -> Browser:
    return browser(cast, folder=tmp_path)


HERE: Any = SimpleNamespace(to=lambda path: f"/gongfu{path}")

GOOD = [
    "/gongfu/",
    "/gongfu/issues",
    "/gongfu/issues?status=voting&page=2",
    "/gongfu/issues/GF-2026-017#views",
]

EVIL = [
    "", "/", "//evil.example", "///evil.example", "https://evil.example", "HTTPS://evil.example/gongfu/",
    "/\\evil.example", "\\\\evil.example", "/gongfu", "/gongfuevil/", "/weiwan/", "gongfu/", " /gongfu/",
    "/gongfu//evil.example", "/gongfu/\\evil.example", "/gongfu/@evil.example", "javascript:alert(1)",
    "/gongfu/\r\nSet-Cookie: a=b", "/gongfu/\nx", "/gongfu/\tx", "/gongfu/\x00", "/gongfu/\x0b", "/gongfu/\x7f",
    "/gongfu/\u2028", "/gongfu/\u202e", "\t//evil.example", "/%2Fevil.example", "data:text/html,x", "?next=//evil",
]  # fmt: skip


@pytest.mark.parametrize("then", GOOD)
def test_addresses_of_this_community_are_followed(then: str) -> None:
    assert safe_next(HERE, then) == then


@pytest.mark.parametrize("then", EVIL)
def test_everything_else_leads_home(then: str) -> None:
    assert safe_next(HERE, then) == "/gongfu/"


@pytest.mark.on_sqlite
@pytest.mark.parametrize("then", [*EVIL, *GOOD, "/gongfu/issues?q=王"])
@pytest.mark.parametrize("htmx", [False, True])
def test_no_form_sends_anybody_elsewhere(visitor: Browser, then: str, htmx: bool) -> None:
    visitor.get("/")
    headers = {"HX-Request": "true"} if htmx else {}
    tokens = visitor.hidden("/settings/look")
    answer = visitor.client.post(
        "/gongfu/settings/look",
        data={**tokens, "size": "l", "then": then},
        headers=headers,
        follow_redirects=False,
    )
    assert answer.status_code == (204 if htmx else 303)
    target = urlsplit(answer.headers["HX-Redirect" if htmx else "Location"])
    assert (target.scheme, target.netloc) == ("", "")
    assert target.path.startswith("/gongfu/")


@pytest.mark.on_sqlite
def test_whoever_must_sign_in_comes_back_to_the_whole_address(visitor: Browser) -> None:
    answer = visitor.client.get("/gongfu/me?a=1&b=王", follow_redirects=False)
    assert answer.status_code == 303
    page = visitor.client.get(answer.headers["Location"])
    assert 'name="then" value="/gongfu/me?a=1&amp;b=' in page.text


ODD = [
    "/gongfu/notices/0", "/gongfu/notices/-1", "/gongfu/notices/2147483648", "/gongfu/notices/99999999999999999999",
    "/gongfu/notices/1e3", "/gongfu/notices/%D9%A1", "/gongfu/notices/1%00", "/gongfu/n/%00", "/n/%00", "/n/ABC%00",
    "/gongfu/n/%F0%9F%8F%A0", "/gongfu/issues/%00", "/gongfu/issues/%FF%FE", "/gongfu/issues/..%2f..%2fetc",
    "/gongfu/issues/" + "9" * 3000, "/gongfu/i/%00", "/%00/", "/%FF/", "/nowhere/", "/gongfu/issues/'%20OR%201=1",
    "/static/..%2fsettings.py", "/static/civic.css", "/.git/config", "/gongfu/.env",
]  # fmt: skip


def test_odd_addresses_are_a_plain_404(visitor: Browser) -> None:
    for path in ODD:
        assert visitor.client.get(path, follow_redirects=False).status_code == 404, path


QUERIES = ["page=0", "page=-1", "page=99999999999999999999", "page=x", "page=%00", "status=%00", "category=%00",
           "page=1&page=2", "%00=1", "q=%FF", "page=" + "1" * 5000, "next=%00", "stance=%00"]  # fmt: skip


def test_odd_queries_break_nothing(visitor: Browser) -> None:
    for query in QUERIES:
        for path in ("/", "/in", "/issues", "/notices"):
            assert visitor.client.get(f"/gongfu{path}?{query}").status_code == 200, (path, query)


@pytest.mark.on_sqlite
def test_an_odd_host_changes_no_verdict(visitor: Browser) -> None:
    for host in ["evil.example", "testserver@evil.example", "a/b", "x y", "测试", ""]:
        headers = {b"Host": host.encode()}
        answer = visitor.client.get("/gongfu/me", headers=headers, follow_redirects=False)
        assert answer.status_code == 303, host
        assert answer.headers["Location"].startswith("/gongfu/in?"), host


@pytest.mark.on_sqlite
def test_variants_of_an_address_open_nothing(visitor: Browser) -> None:
    for path in ["/gongfu/me/", "//gongfu/me", "/gongfu//me", "/gongfu/me;x", "/GONGFU/me"]:
        assert visitor.client.get(path, follow_redirects=False).status_code in {303, 307, 404}, path


def test_numbers_in_an_address() -> None:
    call = Call.__new__(Call)
    call.path = {"id": "17", "most": "2147483647"}
    assert call.number("id") == 17
    assert call.number("most") == 2147483647
