"""What follows from a settlement: supporters carried over, objections to a decline, hand-ups."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.propose.rules.ladder import Level
from civic.store.base import Base, community_key, key


class Carried(Base):
    """A supporter or raiser of a merged issue who was taken along to the one it became part of."""

    __tablename__ = "carried"
    __table_args__ = (UniqueConstraint("issue_id", "person_id"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"))
    """The issue that was merged."""
    into_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    """When they said that they know; until then it stands on their page Today."""
    stayed_at: Mapped[datetime | None]
    """When they chose to stay behind the merged issue alone."""


class DeclineObjection(Base):
    """Somebody who raised or endorsed an issue says why it should not have been declined."""

    __tablename__ = "decline_objection"
    __table_args__ = (
        CheckConstraint("(answered_at IS NULL) = (upheld IS NULL)", name="answered"),
        Index("ix_decline_objection_open", "community_id", "answered_at", "answer_due_on"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    declined_for: Mapped[str]
    """The reason of the decline, kept when the issue goes on."""
    text: Mapped[str]
    channel: Mapped[str]
    collector_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    answer_due_on: Mapped[date]
    noted: Mapped[bool] = mapped_column(default=False)
    """Whether its lateness is written down."""
    answer: Mapped[str] = mapped_column(default="")
    upheld: Mapped[bool | None]
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    told_at: Mapped[datetime | None]
    """When whoever objected read the answer, or was told it by whoever entered the objection."""


class HandUp(Base):
    """An issue was handed on: a step up the ladder, or outside at the same level."""

    __tablename__ = "hand_up"
    __table_args__ = (
        CheckConstraint(one_of_sql("level_from", Level), name="level_from"),
        CheckConstraint(one_of_sql("level_to", Level), name="level_to"),
        Index("ix_hand_up_open", "community_id", "ended_on", "due_on"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    level_from: Mapped[str]
    level_to: Mapped[str]
    receiver: Mapped[str]
    receipt: Mapped[str]
    """The receiver's number or name; empty where it stays in the community's own hands."""
    note: Mapped[str]
    skipped: Mapped[str]
    """Why a level was left out; empty where none was."""
    at: Mapped[datetime]
    due_on: Mapped[date]
    noted: Mapped[bool] = mapped_column(default=False)
    """Whether its lateness is written down."""
    ended_on: Mapped[date | None]
    """When it was answered or handed on again."""
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
