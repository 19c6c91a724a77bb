"""One press, one effect: what became of a form is kept in the act's own transaction."""

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session
from starlette.responses import Response

from civic.core.entropy import digest
from civic.store.tables import FormUse
from civic.work import UnitOfWork

INSERT = insert(cast(Table, FormUse.__table__))


def once_hash(session_token: str, address: str, sent: Sequence[tuple[str, Any]]) -> str | None:
    """What is kept of a form's one-use token; None for a form without one.

    All forms of a page carry one token, and Back shows a sent form again with its token: another
    address or other words are another intent, not a second press, or they would be lost silently.
    """
    if not any(name == "once" and value for name, value in sent):
        return None
    typed = [(name, getattr(value, "filename", value)) for name, value in sent if name != "csrf"]
    return digest(f"{session_token}:{address}:{typed!r}")


def remember(work: UnitOfWork, hashed: str, response: Response) -> None:
    """Keep the answer; a UNIQUE lets only one of two presses through."""
    location = response.headers.get("HX-Redirect") or response.headers.get("Location") or ""
    work.session.flush()
    work.session.connection().execute(
        INSERT,
        {"community_id": work.community.id, "once_hash": hashed, "location": location, "at": work.now},
    )


def first_answer(session: Session, hashed: str) -> str | None:
    """Where the first press was sent on to; None when this is the first."""
    return session.scalar(select(FormUse.location).where(FormUse.once_hash == hashed))
