"""What somebody had typed when they found that the matter is there already."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Addition(Base):
    """The words that came along with one endorsement; they leave with it."""

    __tablename__ = "addition"
    __table_args__ = (UniqueConstraint("issue_id", "person_id"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[str]
    private: Mapped[bool]
    """Typed as a private matter: the committee alone reads it, besides whoever typed it."""
    hide_building: Mapped[bool]
    at: Mapped[datetime]
