"""Cookies: the sealed sentence, the form's token, login sessions that end when they should."""

import base64
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic.core.amount import Area, Money
from civic.core.entropy import SeededEntropy, digest, token
from civic.core.message import Message, say, say_n, say_p
from civic.people.acts.sessions import begin_session
from civic.people.rules.sign_in import ABSOLUTE, IDLE, OFFICER_ABSOLUTE, OFFICER_IDLE, SHARED_PHONE
from civic.store.engine import Database
from civic.store.tables import LoginSession
from civic.web.said import pack_said, read_said
from civic.web.security import comes_from_elsewhere, form_token, read_secret, token_fits
from civic.web.words import text_of
from tests.cast import ZONE, Cast, gather
from tests.web import browser

KEY = b"k" * 32


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


SENTENCES = [
    say("You are signed out."),
    say("Too many wrong passwords. Please wait until %(until)s.", until=datetime(2026, 3, 2, 9, tzinfo=ZONE)),
    say_n("%(n)s minute left", "%(n)s minutes left", 3),
    say_p("between offices", ", "),
    say(
        "%(a)s %(b)s %(c)s %(d)s %(e)s",
        a=date(2026, 3, 2),
        b=Money(685000),
        c=Area(5),
        d=say("Sign in"),
        e="王**",
    ),
]


@pytest.mark.parametrize("message", SENTENCES)
def test_a_sentence_survives_the_redirect(message: Message) -> None:
    back = read_said({"civic-said": pack_said(message, KEY)}, KEY)
    assert back == message
    assert text_of(back, "en") == text_of(message, "en")


def forged(content: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode()


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        ".",
        "x" * 5000,
        "é",
        forged(["Please pay ¥100", {}]),
        forged({"say": ["%(x)s", {}, None, 0, None]}) + ".0" * 16,
        forged([]) + "." + "0" * 32,
        pack_said(say("Signed"), b"other key" * 4),
        pack_said(say("Signed"), KEY)[:-1],
        "A" + pack_said(say("Signed"), KEY),
    ],
)
def test_a_tampered_sentence_is_not_heard(cookie: str) -> None:
    assert read_said({"civic-said": cookie}, KEY) is None


@given(st.text(max_size=200))
def test_whatever_the_cookie_holds_is_no_sentence(cookie: str) -> None:
    assert read_said({"civic-said": cookie}, KEY) is None


@pytest.mark.on_sqlite
def test_no_cookie_breaks_a_page(cast: Cast, tmp_path: Path) -> None:
    client = browser(cast, folder=tmp_path).client
    values = ["é", "%00", "a.b", forged(["Please pay %(x)s", {"x": 1}]), "%F0%9F", '"', "[" * 900, "x" * 64]
    for value in values:
        for name in ("civic-said", "civic-look", "__Host-civic"):
            answer = client.get("/gongfu/", headers={b"Cookie": f"{name}={value}".encode()})
            assert answer.status_code == 200, (name, value)
            assert "Please pay" not in answer.text


@given(st.text(max_size=100), st.text(max_size=100))
def test_a_form_token_fits_only_its_browser(session: str, guess: str) -> None:
    right = form_token(KEY, session)
    assert token_fits(KEY, session, right)
    assert not token_fits(KEY, session, guess)
    assert not token_fits(KEY, session + "x", right)
    assert not token_fits(b"other", session, right)


def test_the_key_survives_a_restart_and_is_nobody_elses(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "secret"
    first = read_secret(file, SeededEntropy("a"))
    assert read_secret(file, SeededEntropy("b")) == first
    assert len(first) == 32
    assert file.stat().st_mode & 0o077 == 0


OWN = "https://civic.example"


@pytest.mark.parametrize(
    ("headers", "elsewhere"),
    [
        ({}, False),
        ({"origin": OWN}, False),
        ({"sec-fetch-site": "same-origin", "origin": OWN}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site"}, True),
        ({"sec-fetch-site": "same-site"}, True),
        ({"origin": "https://evil.example"}, True),
        ({"origin": "http://civic.example"}, True),
        ({"origin": "https://civic.example.evil.example"}, True),
        ({"origin": "https://civic.example:8443"}, True),
        ({"origin": ""}, True),
    ],
)
def test_forms_from_elsewhere(headers: dict[str, str], elsewhere: bool) -> None:
    assert comes_from_elsewhere(headers, OWN) is elsewhere


def signed_in(cast: Cast, name: str, *, shared: bool = False) -> tuple[str, Callable[[Path], bool]]:
    """A fresh login session, and how to ask whether it is still known."""
    fresh = token(cast.workshop.entropy)
    with cast.acting(name) as work:
        begin_session(work, cast.people[name], fresh, shared_phone=shared)

    def known(folder: Path) -> bool:
        client = browser(cast, folder=folder).client
        client.cookies.set("__Host-civic", fresh)
        return client.get("/gongfu/me", follow_redirects=False).status_code == 200

    return fresh, known


SECOND = timedelta(seconds=1)


@pytest.mark.on_sqlite
@pytest.mark.parametrize(
    ("name", "shared", "idle"),
    [("赵玉梅", False, IDLE), ("赵玉梅", True, SHARED_PHONE), ("刘敏", False, OFFICER_IDLE)],
)
def test_a_session_ends_when_nobody_came(
    cast: Cast, tmp_path: Path, name: str, shared: bool, idle: timedelta
) -> None:
    began = cast.clock.now()
    _fresh, known = signed_in(cast, name, shared=shared)
    cast.clock.set(began + idle - SECOND)
    assert known(tmp_path)
    _fresh, known = signed_in(cast, name, shared=shared)
    cast.clock.set(began + idle - SECOND + idle)
    assert not known(tmp_path)


@pytest.mark.on_sqlite
@pytest.mark.parametrize(("name", "most"), [("赵玉梅", ABSOLUTE), ("刘敏", OFFICER_ABSOLUTE)])
def test_a_session_ends_at_last_whoever_comes(cast: Cast, tmp_path: Path, name: str, most: timedelta) -> None:
    began = cast.clock.now()
    _fresh, known = signed_in(cast, name)
    step = (IDLE if name == "赵玉梅" else OFFICER_IDLE) * 9 / 10
    at = began
    while (at := at + step) < began + most:
        cast.clock.set(at)
        assert known(tmp_path), at - began
    cast.clock.set(began + most)
    assert not known(tmp_path)


@pytest.mark.on_sqlite
def test_the_table_holds_no_usable_token(cast: Cast) -> None:
    fresh, _known = signed_in(cast, "赵玉梅")
    with cast.acting(None, write=False) as work:
        rows = work.session.query(LoginSession).all()
    assert [row.token_hash for row in rows] == [digest(fresh)]
    assert fresh not in str([vars(row) for row in rows])


@pytest.mark.on_sqlite
def test_signing_out_ends_it_at_once(cast: Cast, tmp_path: Path) -> None:
    at_home = browser(cast, "赵玉梅", folder=tmp_path)
    stolen = at_home.client.cookies.get("__Host-civic")
    at_home.get("/me")
    left = at_home.post("/out", follow=False)
    assert left.status == 303
    other = browser(cast, folder=tmp_path)
    other.client.cookies.set("__Host-civic", str(stolen))
    assert other.client.get("/gongfu/me", follow_redirects=False).status_code == 303
