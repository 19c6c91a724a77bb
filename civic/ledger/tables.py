"""The ledger's one table. Triggers in the migration refuse UPDATE and DELETE."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Entry(Base):
    """One thing that happened."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("community_id", "height"),
        Index("ix_entry_issue", "community_id", "issue_id", "height"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    height: Mapped[int]
    kind: Mapped[str]
    issue_id: Mapped[int | None]
    at: Mapped[datetime]
    actor_id: Mapped[int | None]
    role: Mapped[str] = mapped_column(default="timetable")
    """The standing under which the actor acted; `timetable` when the hour struck."""
    payload: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]
