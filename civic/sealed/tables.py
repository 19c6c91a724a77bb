"""The sealed box: a table of its own that nothing else reads."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Complaint(Base):
    """One complaint about a body or somebody in office."""

    __tablename__ = "complaint"
    __table_args__ = (
        UniqueConstraint("community_id", "year", "number"),
        CheckConstraint("channel IN ('online', 'paper')", name="channel"),
        CheckConstraint("(channel = 'paper') = (person_id IS NULL)", name="paper"),
        CheckConstraint("(first_at IS NULL) = (first_answer = '')", name="first"),
        CheckConstraint("(final_at IS NULL) = (final_answer = '')", name="final"),
        Index("ix_complaint_open", "community_id", "final_at", "id"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    year: Mapped[int]
    number: Mapped[int]
    code_hash: Mapped[str] = mapped_column(unique=True)
    """Of the code to come back with, which is made again from `salt` and stored nowhere."""
    salt: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """Who complains; None where it came on paper."""
    named: Mapped[bool] = mapped_column(default=False)
    """Whether the supervisors may know who that is."""
    body: Mapped[str]
    """The office, one of `rules.PEOPLE`."""
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Who in that office; None for the body as a whole."""
    text: Mapped[str]
    channel: Mapped[str]
    filed_at: Mapped[datetime]
    first_due_on: Mapped[date]
    whole_due_on: Mapped[date]
    first_answer: Mapped[str] = mapped_column(default="")
    first_at: Mapped[datetime | None]
    final_answer: Mapped[str] = mapped_column(default="")
    final_at: Mapped[datetime | None]

    @property
    def label(self) -> str:
        """Its own number, behind the word for a letter: 2026-003."""
        return f"{self.year}-{self.number:03d}"

    @property
    def due_on(self) -> date | None:
        """By when the supervisory committee answers next; None when it is settled."""
        if self.final_at is not None:
            return None
        return self.whole_due_on if self.first_at is not None else self.first_due_on
