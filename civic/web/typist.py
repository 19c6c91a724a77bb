"""Who had opened a form: said beside its token, so that it is known when the login session is gone."""

from dataclasses import dataclass
from typing import Any

from civic.web.security import sealed, unsealed
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Typist:
    """In whose name, and who sat there in their place (0: nobody)."""

    community_id: int
    person_id: int
    helper_id: int

    @property
    def human(self) -> int:
        """Who sat there."""
        return self.helper_id or self.person_id


def typist_of(work: UnitOfWork) -> Typist | None:
    """Whoever is signed in."""
    actor = work.actor
    return Typist(work.community.id, actor.person_id, actor.helper_id or 0) if actor else None


def typist_mark(secret: bytes, work: UnitOfWork | None) -> str:
    """What a form carries behind its token: who is signed in, sealed; nothing for a visitor."""
    who = typist_of(work) if work else None
    if who is None:
        return ""
    return "." + sealed(secret, f"typist:{who.community_id}:{who.person_id}:{who.helper_id}")


def typed_by(call: Any) -> Typist | None:
    """Who had opened the form that was sent."""
    given = next((v for k, v in call.sent if k == "csrf" and isinstance(v, str)), "").partition(".")[2]
    parts = (unsealed(call.house.secret, given) or "").split(":")
    return Typist(*map(int, parts[1:])) if parts[0] == "typist" and len(parts) == 4 else None
