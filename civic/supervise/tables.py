"""Observations, demands, close-outs with two keys, ratings."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Watch(Base):
    """The promise and the days on which it is looked at."""

    __tablename__ = "watch"

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    """A reopened issue may be watched again; only a watch started since then counts."""
    started_at: Mapped[datetime]
    criterion: Mapped[str]
    need: Mapped[int]
    of_days: Mapped[int]
    first_on: Mapped[date]
    last_on: Mapped[date]


class Observation(Base):
    """One dated look: was the promise kept that day."""

    __tablename__ = "observation"
    __table_args__ = (UniqueConstraint("watch_id", "day"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    watch_id: Mapped[int] = mapped_column(ForeignKey("watch.id"))
    day: Mapped[date]
    kept: Mapped[bool]
    note: Mapped[str] = mapped_column(default="")
    cleared_at: Mapped[str] = mapped_column(default="")
    """HH:MM when it was put right, if it was late."""
    observer_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    observer_role: Mapped[str]
    at: Mapped[datetime]


class Demand(Base):
    """督办单: the supervisory committee demands an answer about lateness."""

    __tablename__ = "demand"
    __table_args__ = (UniqueConstraint("issue_id", "number"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("work_order.id"))
    number: Mapped[int]
    """Counted for each issue: the second demand."""
    text: Mapped[str]
    days_late: Mapped[int]
    due_on: Mapped[date]
    made_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    answered_role: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]


class CloseOut(Base):
    """销号单: closed only when two keys were turned, never by the doer alone."""

    __tablename__ = "close_out"
    __table_args__ = (
        CheckConstraint(
            "closed_at IS NULL OR (first_key_id IS NOT NULL AND second_key_id IS NOT NULL)", name="two_keys"
        ),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_role: Mapped[str]
    asked_at: Mapped[datetime]
    proof: Mapped[str]
    criterion_met: Mapped[bool | None]
    """Counted from the observations; None when nothing was watched."""
    raiser_view: Mapped[str] = mapped_column(default="")
    first_key_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    first_key_role: Mapped[str] = mapped_column(default="")
    first_key_at: Mapped[datetime | None]
    second_key_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    second_key_role: Mapped[str] = mapped_column(default="")
    second_key_at: Mapped[datetime | None]
    refused_reason: Mapped[str] = mapped_column(default="")
    refused_role: Mapped[str] = mapped_column(default="")
    refused_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class RatingRound(Base):
    """The days in which the people affected say how satisfied they are."""

    __tablename__ = "rating_round"

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    opened_at: Mapped[datetime]
    until_on: Mapped[date]
    ends_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    forms_given: Mapped[int] = mapped_column(default=0)
    spoiled: Mapped[int] = mapped_column(default=0)


class Rating(Base):
    """One person's grade, five (very satisfied) to one."""

    __tablename__ = "rating"
    __table_args__ = (
        UniqueConstraint("round_id", "person_id"),
        CheckConstraint("grade BETWEEN 1 AND 5", name="grade"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    round_id: Mapped[int] = mapped_column(ForeignKey("rating_round.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    grade: Mapped[int]
    text: Mapped[str] = mapped_column(default="")
    channel: Mapped[str]
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    called_back_at: Mapped[datetime | None]
    call_back_note: Mapped[str] = mapped_column(default="")
    """What was found when somebody who was not satisfied was called back."""


class Reopening(Base):
    """An issue goes back to work, with the reason."""

    __tablename__ = "reopening"

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    reason: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    by_role: Mapped[str]
    at: Mapped[datetime]
