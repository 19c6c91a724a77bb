"""The draft of a resolution in its versions, and the amendments proposed to it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class DraftVersion(Base):
    """One version of the draft; the one with the highest number holds."""

    __tablename__ = "draft_version"
    __table_args__ = (UniqueConstraint("topic_id", "number"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"))
    number: Mapped[int]
    text: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    """Why it came after the one before; empty for the first."""
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]


class Amendment(Base):
    """Text against text: one paragraph of the draft as it stands, and as somebody wants it."""

    __tablename__ = "amendment"
    __table_args__ = (
        CheckConstraint(
            "state IN ('open', 'accepted', 'declined', 'withdrawn', 'outdated')", name="known_state"
        ),
        CheckConstraint("(state = 'open') = (answered_at IS NULL)", name="answered"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), index=True)
    version: Mapped[int]
    """Of the draft, against which it was proposed."""
    old: Mapped[str]
    new: Mapped[str]
    """Empty once it is withdrawn, as is the reason."""
    why: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    shown_as: Mapped[str]
    at: Mapped[datetime]
    due_on: Mapped[date]
    due_end_at: Mapped[datetime]
    """24:00 of that day."""
    late_noted_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(default="open")
    answer: Mapped[str] = mapped_column(default="")
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    """When it stopped being open, whatever became of it."""
    seen_at: Mapped[datetime | None]
    """When whoever proposed it read what became of it."""
