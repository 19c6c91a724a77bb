"""Opinion maps: their statements, what each person says to each."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class TopicMap(Base):
    """The opinion map of a topic: open until a day, then drawn once more, for good."""

    __tablename__ = "opinion_map"

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), unique=True)
    seed: Mapped[str]
    """From which all chance of the drawing comes: the issue's number, which everybody knows."""
    opened_at: Mapped[datetime]
    closes_on: Mapped[date]
    closes_at: Mapped[datetime]
    """24:00 of that day."""
    closed_at: Mapped[datetime | None]
    drawn_at: Mapped[datetime | None]
    """As of when the picture speaks."""
    drawn: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)
    """What it says, in figures and unnamed dots: public (`rules.drawn_form`)."""
    kept: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)
    """Who is in which group, for telling each their own, and what the next drawing takes over: never public."""


class Statement(Base):
    """One short statement of a map. Who suggested it is told to nobody."""

    __tablename__ = "statement"
    __table_args__ = (
        UniqueConstraint("map_id", "number"),
        UniqueConstraint("map_id", "words"),
        CheckConstraint("kind IN ('seed', 'resident')", name="kind"),
        CheckConstraint("state IN ('waiting', 'shown', 'left_out')", name="state"),
        CheckConstraint("(state = 'left_out') = (reason <> '')", name="reason"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    map_id: Mapped[int] = mapped_column(ForeignKey("opinion_map.id"))
    number: Mapped[int]
    text: Mapped[str]
    words: Mapped[str]
    """By what it is known again (`rules.plain_words`)."""
    kind: Mapped[str]
    """seed (by whoever opened the map), resident."""
    state: Mapped[str]
    """waiting (for a look), shown, left_out (with the reason)."""
    reason: Mapped[str] = mapped_column(default="")
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    told: Mapped[bool] = mapped_column(default=True)
    """Whether its author has seen what became of it."""


class Opinion(Base):
    """What a person says to a statement; to be changed until the map closes."""

    __tablename__ = "opinion"
    __table_args__ = (
        UniqueConstraint("person_id", "statement_id"),
        CheckConstraint("vote IN (-1, 0, 1)", name="vote"),
        Index("ix_opinion_map", "map_id", "at"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    map_id: Mapped[int] = mapped_column(ForeignKey("opinion_map.id"))
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    vote: Mapped[int]
    """1 agree, -1 disagree, 0 pass."""
    at: Mapped[datetime]
