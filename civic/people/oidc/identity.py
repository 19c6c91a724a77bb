"""Whether an id token is true: signed by the issuer, for us, for this very sign-in, and not too old."""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from civic.people.oidc.organisation import Organisation

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures with a public key alone: neither `none` nor a secret that both sides know."""
LEEWAY = 60
"""Seconds by which two clocks may differ."""
LONGEST_SUBJECT = 255

log = logging.getLogger("civic")


class Untrue(Exception):
    """The token says something else than it should, or was not signed by the issuer."""


def subject_in(
    id_token: str, keys: Sequence[dict[str, Any]], organisation: Organisation, *, nonce: str, now: datetime
) -> str:
    """Issuer and subject, as an account keeps them (OpenID Connect Core 1.0, §3.1.3.7). `amr` is not asked:
    whoever turned on our second factor gives ours."""
    from joserfc.errors import JoseError
    from joserfc.jwt import JWTClaimsRegistry

    registry = JWTClaimsRegistry(
        now=int(now.timestamp()), leeway=LEEWAY,
        iss={"essential": True, "value": organisation.issuer},
        aud={"essential": True, "value": organisation.client_id},
        nonce={"essential": True, "value": nonce},
        exp={"essential": True}, iat={"essential": True}, sub={"essential": True},
    )  # fmt: skip
    claims = _signed(id_token, keys)
    try:
        registry.validate(claims)
    except (JoseError, ValueError, TypeError) as wrong:
        log.warning("oidc: %s", type(wrong).__name__)
        raise Untrue from None
    if claims.get("azp", organisation.client_id) != organisation.client_id:
        raise Untrue
    if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and "azp" not in claims:
        raise Untrue
    subject = claims["sub"]
    if not subject or len(subject) > LONGEST_SUBJECT or not subject.isprintable():
        raise Untrue
    return f"{organisation.issuer} {subject}"


def _signed(id_token: str, keys: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The claims, if one of the issuer's keys signed them."""
    from joserfc import jwt
    from joserfc.errors import JoseError

    for key in _usable(keys):
        try:
            return dict(jwt.decode(id_token, key, algorithms=ALGORITHMS).claims)
        except (JoseError, ValueError, TypeError):
            continue
    log.warning("oidc: no key fits the signature")
    raise Untrue


def _usable(keys: Sequence[dict[str, Any]]) -> Iterator[Any]:
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey, OKPKey, RSAKey

    kinds: dict[str, Any] = {"RSA": RSAKey, "EC": ECKey, "OKP": OKPKey}
    for key in keys:
        kind = kinds.get(str(key.get("kty")))
        if kind is None or key.get("use", "sig") != "sig":
            continue
        try:
            yield kind.import_key(key)
        except (JoseError, ValueError, TypeError, KeyError):
            continue
