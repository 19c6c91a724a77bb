"""Words that were typed when nobody was signed in any more: kept for an hour, for whoever typed them alone.

Whose they are the form itself tells (`typist`), even when the login session is gone. What is stored is unreadable without the code that
stands only in the address behind the sign-in. Passwords, ballots and files are never kept.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, select

from civic.core.entropy import derived, digest, token
from civic.permissions import Permission
from civic.store.tables import KeptWords
from civic.web.call import Call
from civic.web.forms import GUARDS
from civic.web.routing import Route
from civic.web.typist import Typist, typed_by, typist_of
from civic.work import UnitOfWork

P = Permission
NEVER = frozenset({P.CAST, P.KEY_SHEET, P.SIGN_IN, P.SIGN_OUT, P.SET_LOOK, P.KEEP_ACCOUNT})
"""Acts whose forms hold a secret choice or a password, or nothing worth keeping."""
KEPT_FOR = timedelta(hours=1)
MOST_BYTES = 200_000
MOST_EACH = 5
"""So many forms of one person are kept at a time; the oldest goes first."""


@dataclass(frozen=True)
class Words:
    """A form as it was sent, for the address to which it was sent."""

    address: str
    fields: tuple[tuple[str, str], ...]
    typist: Typist


def words_of(call: Call, typist: Typist) -> Words:
    """What was typed, without the guards and without a password."""
    left_out = GUARDS | {"again", "reopen"}
    fields = tuple((k, v) for k, v in call.sent if isinstance(v, str) and k not in left_out)
    return Words(call.here, fields, typist)


def keep_words(route: Route, call: Call) -> str:
    """Keep what was typed; the path below the community at which its writer finds it, "" where nothing is kept."""
    typist = typed_by(call)
    if typist is None or not (words := words_of(call, typist)).fields or _never(route, call):
        return ""
    text = json.dumps([words.address, *words.fields], ensure_ascii=False).encode()
    if len(text) > MOST_BYTES:
        return ""
    with call.opened(write=True) as work:
        if typist.community_id != work.community.id:
            return ""
        code = token(work.entropy)
        _make_room(work, typist)
        work.add(
            KeptWords(
                code_hash=digest(code), person_id=typist.person_id, helper_id=typist.helper_id,
                text=_crossed(work.secret, code, text), at=work.now,
            )
        )  # fmt: skip
    return f"/kept/{code}"


def kept_words(work: UnitOfWork, code: str) -> Words | None:
    """What was kept under this code, for whoever sat there when it was typed; None for anybody else, or later."""
    me = typist_of(work)
    row = work.session.scalar(
        select(KeptWords).where(
            KeptWords.community_id == work.community.id, KeptWords.code_hash == digest(code)
        )
    )
    if row is None or me is None or row.at + KEPT_FOR <= work.now:
        return None
    typist = Typist(row.community_id, row.person_id, row.helper_id)
    if me.human != typist.human:
        return None
    address, *fields = json.loads(_crossed(work.secret, code, row.text))
    return Words(address, tuple((name, value) for name, value in fields), typist)


def _never(route: Route, call: Call) -> bool:
    return route.permission in NEVER or route.before is not None or call.upload is not None


def _make_room(work: UnitOfWork, typist: Typist) -> None:
    """What is over goes; of one person's only the newest stay."""
    here = KeptWords.community_id == work.community.id
    work.session.execute(delete(KeptWords).where(here, KeptWords.at <= work.now - KEPT_FOR))
    own = select(KeptWords.id).where(here, KeptWords.person_id == typist.person_id)
    newest = work.session.scalars(own.order_by(KeptWords.id.desc()).limit(MOST_EACH - 1)).all()
    work.session.execute(
        delete(KeptWords).where(
            here, KeptWords.person_id == typist.person_id, KeptWords.id.not_in([*newest, 0])
        )
    )


def _crossed(secret: bytes, code: str, text: bytes) -> bytes:
    """Hidden, or shown again: crossed with a stream that code and server key give, used for this one text."""
    key = derived(secret, f"kept:{code}")
    stream = hashlib.shake_256(key).digest(len(text))
    return bytes(a ^ b for a, b in zip(text, stream, strict=True))
