"""Talks that are called: kind, day and place, who is invited, and the days they were moved from."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.discuss.rules.calling import Kind
from civic.store.base import Base, community_key, key


class Talk(Base):
    """A talk about a topic. Its minutes are a `Parlour`; the meeting itself is kept elsewhere."""

    __tablename__ = "talk"
    __table_args__ = (
        CheckConstraint(one_of_sql("kind", Kind), name="kind"),
        CheckConstraint("called_off_at IS NULL OR concluded_at IS NULL", name="ended"),
        Index("ix_talk_waiting", "community_id", "starts_at"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), index=True)
    kind: Mapped[str]
    starts_at: Mapped[datetime]
    place: Mapped[str]
    about: Mapped[str]
    """What is to be talked over."""
    called_at: Mapped[datetime]
    called_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str]
    """The office under which it was called."""
    was_at: Mapped[datetime | None]
    """When it was to begin before it was last moved."""
    due_on: Mapped[date]
    """By when everybody reads what came of it."""
    due_end_at: Mapped[datetime]
    """24:00 of that day."""
    late_noted_at: Mapped[datetime | None]
    called_off_at: Mapped[datetime | None]
    called_off_because: Mapped[str] = mapped_column(default="")
    concluded_at: Mapped[datetime | None]


class TalkInvited(Base):
    """A body that is invited to a talk."""

    __tablename__ = "talk_invited"
    __table_args__ = (UniqueConstraint("talk_id", "body"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    talk_id: Mapped[int] = mapped_column(ForeignKey("talk.id"))
    body: Mapped[str]
    """One of `rules.BODIES`."""


class TalkMove(Base):
    """Where and when it was to be before it was moved, and why; public."""

    __tablename__ = "talk_move"

    id: Mapped[key]
    community_id: Mapped[community_key]
    talk_id: Mapped[int] = mapped_column(ForeignKey("talk.id"), index=True)
    from_at: Mapped[datetime]
    from_place: Mapped[str]
    because: Mapped[str]
    moved_at: Mapped[datetime]
