"""Headers, cookies, the form's token: what every answer carries and every form must bring."""

import hashlib
import hmac
from collections.abc import Mapping
from pathlib import Path

from civic.core.entropy import Entropy

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Strict-Transport-Security": "max-age=31536000",
}


def form_token(secret: bytes, session_token: str) -> str:
    """The `csrf` field: bound to the browser's cookie by a key that survives restarts."""
    return hmac.new(secret, b"csrf:" + session_token.encode(), hashlib.sha256).hexdigest()


def token_fits(secret: bytes, session_token: str, given: str) -> bool:
    """Whether the form came from a page of ours to this browser; what stands behind a dot says who was signed in."""
    own = given.partition(".")[0]
    return hmac.compare_digest(form_token(secret, session_token).encode(), own.encode())


def sealed(secret: bytes, text: str) -> str:
    """The text with a mark that only this installation can make."""
    mark = hmac.new(secret, b"seal:" + text.encode(), hashlib.sha256).hexdigest()[:32]
    return f"{text}.{mark}"


def unsealed(secret: bytes, given: str) -> str | None:
    """The text, when the mark is ours."""
    text = given.rpartition(".")[0]
    return text if hmac.compare_digest(sealed(secret, text).encode(), given.encode()) else None


def comes_from_elsewhere(headers: Mapping[str, str], own_origin: str) -> bool:
    """Whether the browser itself says that another site sent the form."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = headers.get("origin")
    return origin is not None and origin not in {own_origin, "null"}


def read_secret(path: Path, entropy: Entropy) -> bytes:
    """The installation's key: made at the first start, readable by the owner alone.

    It appears whole or not at all, so servers that start together agree on one.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{entropy.bytes(8).hex()}")
        fresh.touch(mode=0o600)
        fresh.write_bytes(entropy.bytes(32))
        _appear(fresh, path)
    return path.read_bytes()


def _appear(fresh: Path, path: Path) -> None:
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        pass
    except OSError:  # a disk without links: the last one to come wins
        fresh.replace(path)
    fresh.unlink(missing_ok=True)
