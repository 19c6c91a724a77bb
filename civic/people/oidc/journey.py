"""From our door to the organisation's and back: what the browser keeps meanwhile, sealed."""

import base64
import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime

from civic.core.entropy import Entropy, digest, token
from civic.web.security import sealed, unsealed

MINUTES_AWAY = 10
MINUTES_PROVEN = 5


@dataclass(frozen=True)
class Journey:
    """One sign-in under way; or, with a `subject`, at its end."""

    community_id: int
    browser: str
    """Hash of the cookie of the browser that set out: nobody else comes back with it."""
    until: int
    link: bool
    """To link the signed-in account; else to sign in."""
    then: str
    state: str = ""
    nonce: str = ""
    verifier: str = ""
    subject: str = ""

    @property
    def challenge(self) -> str:
        """What the issuer hears first of the verifier (S256)."""
        hashed = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(hashed).rstrip(b"=").decode()


def set_out(
    entropy: Entropy, now: datetime, community_id: int, browser: str, *, link: bool, then: str
) -> Journey:
    """With a fresh state, nonce and verifier."""
    until = int(now.timestamp()) + 60 * MINUTES_AWAY
    state, nonce, verifier = (token(entropy) for _each in range(3))
    return Journey(community_id, digest(browser), until, link, then[:500], state, nonce, verifier)


def arrived(journey: Journey, now: datetime, subject: str) -> Journey:
    """The end of the way: who it is, for five minutes; state, nonce and verifier have done their work."""
    until = int(now.timestamp()) + 60 * MINUTES_PROVEN
    return Journey(journey.community_id, journey.browser, until, journey.link, journey.then, subject=subject)


def pack(journey: Journey, secret: bytes) -> str:
    """As a cookie carries it."""
    text = json.dumps(asdict(journey), separators=(",", ":"))
    return sealed(secret, "oidc:" + base64.urlsafe_b64encode(text.encode()).decode())


def unpack(given: str, secret: bytes, now: datetime, community_id: int, browser: str) -> Journey | None:
    """The journey that this browser set out on here; None when it is over, or was another's."""
    text = unsealed(secret, given) or ""
    if not text.startswith("oidc:"):
        return None
    journey = Journey(**json.loads(base64.urlsafe_b64decode(text.removeprefix("oidc:"))))
    mine = (journey.community_id, journey.browser) == (community_id, digest(browser))
    return journey if mine and journey.until > now.timestamp() else None
