"""What somebody is typing and has not sent."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Draft(Base):
    """What a person has typed so far: kept at every step of a journey."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("person_id", "journey"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    journey: Mapped[str]
    """raise, raise_for."""
    answers: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
