"""Notices 公示 and the objections to them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Notice(Base):
    """Something posted on the board from one day to another."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_until", "community_id", "ends_at"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    code: Mapped[str] = mapped_column(unique=True)
    issue_id: Mapped[int] = mapped_column(index=True)
    subject: Mapped[str]
    """topic, outcome, vote, provisional, result."""
    subject_id: Mapped[int]
    title: Mapped[str]
    body: Mapped[str]
    issuer: Mapped[str]
    posted_at: Mapped[datetime]
    until_on: Mapped[date]
    ends_at: Mapped[datetime]
    """24:00 of the last day."""
    takes_objections: Mapped[bool] = mapped_column(default=False)
    owners_of: Mapped[str | None]
    """Fixed by whoever posts it: only owners of this estate (empty: of the whole community) may object;
    None: any neighbour."""
    comments_until_on: Mapped[date | None]
    lapsed_at: Mapped[datetime | None]


class Objection(Base):
    """Somebody does not agree, with a reason, and must be answered."""

    __tablename__ = "objection"

    id: Mapped[key]
    community_id: Mapped[community_key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str]
    made_at: Mapped[datetime]
    answer_due_on: Mapped[date]
    answer: Mapped[str] = mapped_column(default="")
    upheld: Mapped[bool | None]
    answered_at: Mapped[datetime | None]
