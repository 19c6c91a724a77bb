"""An organisation's sign-in: linked by its owner, then a way in; everything that comes back is compared."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import RSAKey
from sqlalchemy import select
from starlette.testclient import TestClient

from civic.app import create_app
from civic.people.queries.accounts import account_of
from civic.people.tables import Account
from civic.store.engine import Database
from civic.store.tables import LoginSession
from tests.cast import Cast, gather
from tests.people.issuer import CLIENT, SECRET, Issuer, issuing
from tests.web import Browser, house_of, sign_in


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def issuer(cast: Cast) -> Iterator[Issuer]:
    with issuing(int(cast.clock.now().timestamp())) as found:
        yield found


def arriving(cast: Cast, issuer: Issuer, folder: Path, name: str | None = None) -> Browser:
    """A browser at a community whose operator set the organisation."""
    house = house_of(cast, folder)
    settings = replace(
        house.settings, oidc_issuer=issuer.base, oidc_client_id=CLIENT, oidc_secret=SECRET, oidc_name="街道统一登录"
    )  # fmt: skip
    client = TestClient(
        create_app(replace(house, settings=settings), ticking=False), base_url="https://testserver"
    )
    if name:
        client.cookies.set("__Host-civic", sign_in(cast, name))
    found = Browser(client, "gongfu")
    found.get("/in")
    return found


def linked(cast: Cast, issuer: Issuer, name: str = "刘敏") -> None:
    with cast.acting(None) as work:
        account = account_of(work, cast.people[name])
        if account is None:
            account = work.add(Account(person_id=cast.people[name], login=name, password_hash=""))
        account.oidc_subject = f"{issuer.base} {issuer.subject}"


def there_and_back(somebody: Browser, issuer: Issuer, way: str = "", **changed: str) -> None:
    """To the issuer's page and back; the page after it is the present one."""
    out = somebody.client.get(f"/gongfu/in/oidc{way}", follow_redirects=False)
    assert out.status_code == 303, out.text
    path = issuer.visit(out.headers["location"], **changed).removeprefix("/gongfu")
    somebody.get(path)


def sessions(cast: Cast) -> list[Any]:
    with cast.acting(None, write=False) as work:
        return [(row.person_id, row.strong) for row in work.session.scalars(select(LoginSession))]


def test_the_happy_way(cast: Cast, issuer: Issuer, tmp_path: Path) -> None:
    linked(cast, issuer)
    liu = arriving(cast, issuer, tmp_path)
    assert liu.page.says("街道统一登录")
    there_and_back(liu, issuer, "?next=/gongfu/me/sessions")
    assert liu.page.says("这是您吗？", "刘敏")
    assert sessions(cast) == []  # a page changes nothing
    liu.post("/in/oidc/as")
    assert liu.page.says("已登录的设备")
    assert sessions(cast) == [(cast.people["刘敏"], False)]
    assert issuer.asked["scope"] == "openid"
    assert issuer.asked["code_challenge_method"] == "S256"
    assert issuer.asked["redirect_uri"] == "https://testserver/gongfu/in/oidc/back"
    form, authorization = issuer.token_requests[0]
    assert b64decode(authorization.removeprefix("Basic ")).decode() == "civic:between+us"
    assert "client_secret" not in form
    # The proof is used up with the session that it began.
    liu.get("/in/oidc/as")
    assert "这是您吗" not in liu.page


LIES: dict[str, dict[str, Any]] = {
    "another nonce": {"claims": {"nonce": "0" * 64}},
    "no nonce": {"claims": {"nonce": None}},
    "another audience": {"claims": {"aud": "somebody else"}},
    "two audiences, nobody named": {"claims": {"aud": [CLIENT, "other"]}},
    "two audiences, another named": {"claims": {"aud": [CLIENT, "other"], "azp": "other"}},
    "another issuer": {"claims": {"iss": "https://evil.example"}},
    "no subject": {"claims": {"sub": None}},
    "an empty subject": {"claims": {"sub": ""}},
    "an endless subject": {"claims": {"sub": "x" * 256}},
    "a subject that is no text": {"claims": {"sub": ["liu-min-7"]}},
    "expired": {"claims": {"exp": 1}},
    "no end": {"claims": {"exp": None}},
    "from tomorrow": {"claims": {"iat": 4_000_000_000}},
    "unsigned": {"alg": "none"},
    "signed with the public key as a secret": {"alg": "HS256"},
    "signed by another": {"signs_with": RSAKey.generate_key(2048)},
}


@pytest.mark.on_sqlite
@pytest.mark.parametrize("lie", LIES)
def test_what_is_not_true_signs_nobody_in(cast: Cast, issuer: Issuer, tmp_path: Path, lie: str) -> None:
    linked(cast, issuer)
    for name, value in LIES[lie].items():
        setattr(issuer, name, value)
    liu = arriving(cast, issuer, tmp_path)
    there_and_back(liu, issuer)
    assert liu.page.status == 422
    assert liu.page.says("传回的内容核对不上")
    liu.post("/in/oidc/as", tokens=liu.tokens())
    assert sessions(cast) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"state": "0" * 64}, "传回的内容核对不上"),
        ({"state": "é"}, "传回的内容核对不上"),
        ({"iss": "https://evil.example"}, "传回的内容核对不上"),
        ({"code": "", "error": "access_denied"}, "登录已中止"),
    ],
)
def test_a_way_back_that_is_not_ours(
    cast: Cast, issuer: Issuer, tmp_path: Path, changed: dict[str, str], sentence: str
) -> None:
    linked(cast, issuer)
    liu = arriving(cast, issuer, tmp_path)
    there_and_back(liu, issuer, **changed)
    assert liu.page.status == 422
    assert liu.page.says(sentence)
    assert issuer.token_requests == []


def test_another_browser_or_a_late_one_does_not_come_back(cast: Cast, issuer: Issuer, tmp_path: Path) -> None:
    linked(cast, issuer)
    liu = arriving(cast, issuer, tmp_path)
    out = liu.client.get("/gongfu/in/oidc", follow_redirects=False)
    back = issuer.visit(out.headers["location"]).removeprefix("/gongfu")
    thief = arriving(cast, issuer, tmp_path)
    assert thief.get(back).says("不是在这个浏览器里开始的")
    thief.client.cookies.set("civic-oidc", liu.client.cookies["civic-oidc"])
    assert thief.get(back).says("不是在这个浏览器里开始的")
    cast.clock.advance(minutes=11)
    assert liu.get(back).says("时间太长")


def test_whom_nobody_linked(cast: Cast, issuer: Issuer, tmp_path: Path) -> None:
    stranger = arriving(cast, issuer, tmp_path)
    there_and_back(stranger, issuer)
    assert stranger.page.status == 403
    assert stranger.page.says("还没有绑定账号", "请先用登录码或密码登录一次")
    assert sessions(cast) == []


def test_it_is_linked_by_whoever_is_signed_in(cast: Cast, issuer: Issuer, tmp_path: Path) -> None:
    with cast.acting(None) as work:
        for name in ("刘敏", "陈书"):
            if account_of(work, cast.people[name]) is None:
                work.add(Account(person_id=cast.people[name], login=name, password_hash=""))
    liu = arriving(cast, issuer, tmp_path, "刘敏")
    assert liu.get("/me/organisation").says("去那边登录并绑定")
    there_and_back(liu, issuer, "?for=link")
    assert liu.page.says("绑定到您的账号吗？")
    liu.post("/me/organisation")
    assert liu.page.says("已绑定")
    chen = arriving(cast, issuer, tmp_path, "陈书")
    there_and_back(chen, issuer, "?for=link")
    assert chen.page.says("已经绑定了另一个账号")
    liu.post("/me/organisation/unlink")
    assert liu.page.says("已解除绑定")
    with cast.acting(None, write=False) as work:
        assert {row.oidc_subject for row in work.session.scalars(select(Account))} == {None}


def test_a_stale_session_links_nothing(cast: Cast, issuer: Issuer, tmp_path: Path) -> None:
    with cast.acting(None) as work:
        if account_of(work, cast.people["刘敏"]) is None:
            work.add(Account(person_id=cast.people["刘敏"], login="刘敏", password_hash=""))
    liu = arriving(cast, issuer, tmp_path, "刘敏")
    cast.clock.advance(minutes=11)
    issuer.now = int(cast.clock.now().timestamp())
    there_and_back(liu, issuer, "?for=link")
    assert liu.page.says("请先再输入一次密码")
    liu.post("/me/organisation", tokens=liu.tokens())
    with cast.acting(None, write=False) as work:
        assert {row.oidc_subject for row in work.session.scalars(select(Account))} == {None}


def test_our_second_factor_is_asked_whatever_they_say(cast: Cast, issuer: Issuer, tmp_path: Path) -> None:
    linked(cast, issuer)
    with cast.acting(None) as work:
        account = account_of(work, cast.people["刘敏"])
        assert account is not None
        account.totp_since, account.totp_salt = work.now, "salt"
    liu = arriving(cast, issuer, tmp_path)
    there_and_back(liu, issuer)
    liu.post("/in/oidc/as")
    assert liu.page.says("手机上的六位数字")
    assert sessions(cast) == []


@pytest.mark.parametrize(
    "broken",
    [
        {"status": 500},
        {"status": 302},
        {"raw": b"<html>"},
        {"raw": b"[]"},
        {"raw": b"{" + b" " * 300_000 + b"}"},
        {"document": {"issuer": "https://evil.example"}},
        {"document": {"token_endpoint": "http://192.0.2.1/token"}},
        {"document": {"authorization_endpoint": None}},
        {"document": {"jwks_uri": "file:///etc/passwd"}},
    ],
)
@pytest.mark.on_sqlite
def test_an_issuer_that_is_broken_is_a_sentence(
    cast: Cast, issuer: Issuer, tmp_path: Path, broken: dict[str, Any]
) -> None:
    for name, value in broken.items():
        setattr(issuer, name, value)
    liu = arriving(cast, issuer, tmp_path)
    liu.get("/in/oidc")
    assert liu.page.status == 503
    assert liu.page.says("没有回应", "回到登录页")


def test_an_issuer_that_is_down_is_a_sentence(cast: Cast, tmp_path: Path) -> None:
    with issuing(0) as gone:
        pass
    liu = arriving(cast, gone, tmp_path)
    liu.get("/in/oidc")
    assert liu.page.status == 503
    assert liu.page.says("没有回应")


def test_no_organisation_no_button_no_address(cast: Cast, tmp_path: Path) -> None:
    client = TestClient(create_app(house_of(cast, tmp_path), ticking=False), base_url="https://testserver")
    visitor = Browser(client, "gongfu")
    assert "/in/oidc" not in visitor.get("/in").text
    assert visitor.get("/in/oidc").status == 404
    assert visitor.get("/in/oidc/back?code=x&state=y").status == 404
