"""A tiny issuer of identities on loopback, which can be told to lie."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "civic", "between us"


@dataclass
class Issuer:
    """What it answers; `claims` and `header` change what it says of whoever signs in."""

    base: str = ""
    now: int = 0
    subject: str = "liu-min-7"
    claims: dict[str, Any] = field(default_factory=dict)
    alg: str = "RS256"
    document: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    raw: bytes | None = None
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, auto_kid=True))
    signs_with: RSAKey | None = None
    asked: dict[str, str] = field(default_factory=dict)
    token_requests: list[tuple[dict[str, str], str]] = field(default_factory=list)

    def visit(self, location: str, **changed: str) -> str:
        """What its page does with a browser that comes from ours: back with a code."""
        asked = dict(parse_qsl(urlsplit(location).query))
        self.asked = asked
        answer = {"code": "once", "state": asked["state"], **changed}
        return urlsplit(asked["redirect_uri"]).path + "?" + urlencode(answer)

    def answer(self, path: str, body: str, authorization: str) -> dict[str, Any]:
        if path.endswith("/openid-configuration"):
            return {
                "issuer": self.base, "authorization_endpoint": f"{self.base}/authorize?tenant=7",
                "token_endpoint": f"{self.base}/token", "jwks_uri": f"{self.base}/keys", **self.document,
            }  # fmt: skip
        if path == "/keys":
            return {
                "keys": [{"kty": "oct", "k": "c2VjcmV0"}, self.key.as_dict(private=False), {"kty": "RSA"}]
            }
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self.token_requests.append((form, authorization))
        challenge = _packed(sha256(form["code_verifier"].encode()).digest())
        if challenge != self.asked["code_challenge"] or form["redirect_uri"] != self.asked["redirect_uri"]:
            return {}
        return {"id_token": self.id_token(), "token_type": "Bearer", "access_token": "unused"}

    def id_token(self) -> str:
        said = {
            "iss": self.base, "aud": CLIENT, "sub": self.subject, "iat": self.now, "exp": self.now + 300,
            "nonce": self.asked["nonce"], "amr": ["mfa"], **self.claims,
        }  # fmt: skip
        said = {name: value for name, value in said.items() if value is not None}
        if self.alg in {"none", "HS256"}:
            return self._forged(said)
        return jwt.encode({"alg": self.alg}, said, self.signs_with or self.key)

    def _forged(self, said: dict[str, Any]) -> str:
        """Without a signature, or signed with what everybody knows: the public key."""
        text = ".".join(_packed(json.dumps(each).encode()) for each in ({"alg": self.alg}, said))
        public = self.key.as_pem(private=False)
        mark = b"" if self.alg == "none" else hmac.new(public, text.encode(), sha256).digest()
        return f"{text}.{_packed(mark)}"


def _packed(part: bytes) -> str:
    return urlsafe_b64encode(part).rstrip(b"=").decode()


@contextmanager
def issuing(now: int) -> Iterator[Issuer]:
    """The issuer, while the test lasts."""
    issuer = Issuer(now=now)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer("")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _answer(self, body: str) -> None:
            content = issuer.raw
            if content is None:
                content = json.dumps(
                    issuer.answer(self.path, body, self.headers.get("Authorization", ""))
                ).encode()
            self.send_response(issuer.status)
            if issuer.status == 302:
                self.send_header("Location", f"{issuer.base}/elsewhere")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
