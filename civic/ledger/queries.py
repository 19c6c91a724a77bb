"""Reading the ledger: the journey of an issue, and whether the chain is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from json import loads
from typing import cast

from sqlalchemy import Table, bindparam, insert, select
from sqlalchemy.orm import Session

from civic.core.event import Event, event_from, silent_kinds
from civic.ledger.chain import GENESIS, Link, canonical, entry_hash, first_wrong, payload_hash
from civic.ledger.tables import Entry


@dataclass(frozen=True)
class Told:
    """An entry that this version understands, with its moment and the role that acted."""

    at: datetime
    role: str
    actor_id: int | None
    event: Event


HEAD = (
    select(Entry.height, Entry.hash)
    .where(Entry.community_id == bindparam("community"))
    .order_by(Entry.height.desc())
    .limit(1)
)
INSERT = insert(cast(Table, Entry.__table__))
"""Put together once: every act asks them."""


def append(
    session: Session,
    community_id: int,
    event: Event,
    at: datetime,
    actor_id: int | None,
    role: str,
    helper_id: int | None = None,
) -> None:
    """Chain one event; the caller holds the community's write lock. Who helped the actor is chained too."""
    connection = session.connection()
    head = connection.execute(HEAD, {"community": community_id}).first()
    height, previous = (head.height + 1, head.hash) if head else (1, GENESIS)
    # Who and when are part of what is chained, or they could be changed unnoticed.
    by = {"_at": at.isoformat(), "_actor": actor_id, "_role": role}
    payload = canonical({**event.payload(), **by, **({"_helper": helper_id} if helper_id else {})})
    connection.execute(
        INSERT,
        {
            "community_id": community_id, "height": height, "kind": event.kind, "issue_id": event.issue_id,
            "at": at, "actor_id": actor_id, "role": role, "payload": payload, "previous": previous,
            "hash": entry_hash(previous, height, event.kind, payload_hash(payload)),
        },
    )  # fmt: skip


def journey(session: Session, community_id: int, issue_id: int) -> list[Told]:
    """What an issue went through, oldest first, without what says nothing (two hundred endorsements)."""
    rows = session.execute(
        select(Entry.at, Entry.role, Entry.actor_id, Entry.kind, Entry.payload)
        .where(
            Entry.community_id == community_id,
            Entry.issue_id == issue_id,
            Entry.kind.not_in(silent_kinds()),
        )
        .order_by(Entry.height)
    )
    found = ((row, event_from(row.kind, loads(row.payload))) for row in rows)
    return [Told(row.at, row.role, row.actor_id, event) for row, event in found if event]


def head_of(session: Session, community_id: int) -> tuple[int, str]:
    """Height and hash of the newest entry; (0, zeros) before the first."""
    row = session.execute(
        select(Entry.height, Entry.hash)
        .where(Entry.community_id == community_id)
        .order_by(Entry.height.desc())
        .limit(1)
    ).first()
    return (row.height, row.hash) if row else (0, GENESIS)


def first_wrong_entry(session: Session, community_id: int) -> int | None:
    """Height of the first entry that breaks the chain; None when it is whole."""
    return first_wrong(_links(session, community_id))


def _links(session: Session, community_id: int, at_once: int = 1000) -> Iterator[Link]:
    """All entries, so many at once: a server-side cursor would need a transaction."""
    last = 0
    while True:
        rows = session.execute(
            select(Entry.height, Entry.kind, Entry.payload, Entry.previous, Entry.hash)
            .where(Entry.community_id == community_id, Entry.height > last)
            .order_by(Entry.height)
            .limit(at_once)
        ).all()
        for row in rows:
            yield Link(row.height, row.kind, row.payload, row.previous, row.hash)
        if len(rows) < at_once:
            return
        last = rows[-1].height
