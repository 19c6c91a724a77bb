"""Who follows what, for nobody but themselves: no page, count or export shows it, and the ledger does not tell it."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Following(Base):
    """Somebody follows an issue, or wants to hear no more of one that they raised, entered or endorsed."""

    __tablename__ = "following"
    __table_args__ = (UniqueConstraint("issue_id", "person_id"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    muted: Mapped[bool]
    since: Mapped[int]
    """The height of the ledger when they began: what happened before is no news."""
    at: Mapped[datetime]


class LastLook(Base):
    """Up to which entry of the ledger somebody has read what changed."""

    __tablename__ = "last_look"
    __table_args__ = (UniqueConstraint("person_id"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    height: Mapped[int]
    at: Mapped[datetime]
