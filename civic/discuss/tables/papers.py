"""The option paper in its versions, and the questions about it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class OptionPaper(Base):
    """One version of the advisory panel's paper: its advice, its dissent; the options hang on it."""

    __tablename__ = "option_paper"
    __table_args__ = (UniqueConstraint("topic_id", "version"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"))
    version: Mapped[int] = mapped_column(default=1)
    reason: Mapped[str] = mapped_column(default="")
    """Why it came after the one before; empty for the first."""
    role: Mapped[str] = mapped_column(default="advisor")
    """The office under which it was published: whoever answers questions about it."""
    filed_at: Mapped[datetime]
    advised: Mapped[str]
    """Letter of the option that the panel advises."""
    for_advice: Mapped[int]
    against_advice: Mapped[int]
    law_basis: Mapped[str] = mapped_column(default="")
    dissent: Mapped[str] = mapped_column(default="")
    superseded_at: Mapped[datetime | None]
    """When the next version came; None of the one that holds."""


class Option(Base):
    """One answer in an option paper."""

    __tablename__ = "option"
    __table_args__ = (UniqueConstraint("paper_id", "letter"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    paper_id: Mapped[int] = mapped_column(ForeignKey("option_paper.id"))
    letter: Mapped[str]
    text: Mapped[str]
    cost_fen: Mapped[int]
    bearer: Mapped[str]
    risks: Mapped[str]
    effects: Mapped[str] = mapped_column(default="")
    """On whom it weighs and whom it helps, by group."""


class PaperQuestion(Base):
    """A contribution that asks about the option paper: whoever published it owes an answer by a day."""

    __tablename__ = "paper_question"
    __table_args__ = (CheckConstraint("(answered_at IS NULL) = (answer_id IS NULL)", name="answered"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), index=True)
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contribution.id"), unique=True)
    version: Mapped[int]
    """Of the paper, when it was asked."""
    owed_by: Mapped[str]
    due_on: Mapped[date]
    due_end_at: Mapped[datetime]
    """24:00 of that day."""
    late_noted_at: Mapped[datetime | None]
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("contribution.id"), unique=True)
    """The reply that is the answer."""
    answered_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    """When whoever asked read the answer."""
