"""Dates of a discussion that were moved."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class MovedTalk(Base):
    """People were given longer to speak: the old day and the reason stay."""

    __tablename__ = "moved_talk"

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), index=True)
    was_on: Mapped[date]
    now_on: Mapped[date]
    reason: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
