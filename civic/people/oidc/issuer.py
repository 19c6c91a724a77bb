"""What the issuer says of itself, and what it gives for a code."""

import base64
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus, urlencode

from civic.people.oidc.fetching import Unreachable, fetch_json, safe
from civic.people.oidc.organisation import Organisation


@dataclass(frozen=True)
class Issuer:
    """Its addresses, as its own document names them."""

    authorize: str
    token: str
    keys: str
    by_post: bool
    """Whether it wants the secret in the form, not in the header."""


def discover(organisation: Organisation) -> Issuer:
    """Read the document of the issuer that was set, and of no other (OpenID Connect Discovery 1.0, §4)."""
    said = fetch_json(organisation.issuer.rstrip("/") + "/.well-known/openid-configuration")
    addresses = [said.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    if said.get("issuer") != organisation.issuer or not all(safe(each) for each in addresses):
        raise Unreachable("document")
    ways = said.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    authorize, token, keys = (str(each) for each in addresses)
    return Issuer(authorize, token, keys, by_post="client_secret_basic" not in ways)


def way_out(
    issuer: Issuer, organisation: Organisation, *, back: str, state: str, nonce: str, challenge: str
) -> str:
    """Where the browser goes: nothing is asked for but who it is; with PKCE (RFC 7636)."""
    asked = {
        "response_type": "code", "client_id": organisation.client_id, "redirect_uri": back, "scope": "openid",
        "state": state, "nonce": nonce, "code_challenge": challenge, "code_challenge_method": "S256",
    }  # fmt: skip
    joint = "&" if "?" in issuer.authorize else "?"
    return issuer.authorize + joint + urlencode(asked)


def id_token_for(issuer: Issuer, organisation: Organisation, *, code: str, verifier: str, back: str) -> str:
    """The identity for a code; `Unreachable` where the issuer gives none."""
    form = {
        "grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier,
    }  # fmt: skip
    headers = {}
    if issuer.by_post or not organisation.secret:
        form["client_id"] = organisation.client_id
        form |= {"client_secret": organisation.secret} if organisation.secret else {}
    else:
        pair = f"{quote_plus(organisation.client_id)}:{quote_plus(organisation.secret)}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    given = fetch_json(issuer.token, urlencode(form), headers).get("id_token")
    if not isinstance(given, str):
        raise Unreachable("no id_token")
    return given


def keys_of(issuer: Issuer) -> list[dict[str, Any]]:
    """The public keys with which it signs."""
    keys = fetch_json(issuer.keys).get("keys")
    if not isinstance(keys, list):
        raise Unreachable("no keys")
    return [key for key in keys if isinstance(key, dict)]
