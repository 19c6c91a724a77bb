"""What somebody is typing and has not sent."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Draft(Base):
    """What a person has typed so far: kept at every step of a journey."""

    __tablename__ = "draft"
    __table_args__ = (
        UniqueConstraint("person_id", "journey"),
        Index("ix_draft_kept", "community_id", "kept_until_on"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    journey: Mapped[str]
    """raise, raise_for, pile; put by: raise_joined, raise_for_joined."""
    answers: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
    kept_until_on: Mapped[date | None]
    """Of one that is put by because the matter is there already: the last day on which it can be taken up again."""
