"""Votes with their frozen terms, the roll, ballots, paper sheets."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql, pairing_sql
from civic.decide.rules.phases import STAMPS, VotePhase
from civic.store.base import Base, community_key, key


class Vote(Base):
    """The occasion. All terms are copied onto it when its notice goes out."""

    __tablename__ = "vote"
    __table_args__ = (
        CheckConstraint(one_of_sql("phase", VotePhase), name="phase"),
        CheckConstraint(pairing_sql("phase", STAMPS), name="paired"),
        CheckConstraint("opens_at < closes_at", name="order"),
        Index("ix_vote_issue", "community_id", "issue_id"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    code: Mapped[str] = mapped_column(unique=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"))
    number: Mapped[str]
    """As it is quoted on the resolution, 工福居决〔2026〕3号."""
    question: Mapped[str]
    """The whole agenda: one motion a vote."""
    text: Mapped[str]
    preset: Mapped[str]
    terms: Mapped[dict[str, Any]]
    terms_hash: Mapped[str]
    text_hash: Mapped[str]
    roll_hash: Mapped[str]
    channel: Mapped[str]
    """online (the representatives' meeting) or paper (owners' sheets, keyed twice)."""
    place: Mapped[str] = mapped_column(default="")
    phase: Mapped[str]
    notified_at: Mapped[datetime]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    declared_at: Mapped[datetime | None]
    finalised_at: Mapped[datetime | None]
    voided_at: Mapped[datetime | None]
    posting_until_on: Mapped[date | None]
    outcome: Mapped[str | None]
    """adopted, rejected, inquorate, void."""
    counts: Mapped[dict[str, Any] | None]
    """What was counted: the figures of each counter, and the invalid sheets by their reason."""
    after_reset: Mapped[int | None]
    """Ballots soon after a reset of the voter's sign-in (V8); None until it is declared."""
    sheets_delivered: Mapped[int] = mapped_column(default=0)
    sheets_posted: Mapped[int] = mapped_column(default=0)


class RollEntry(Base):
    """One entitled unit with its weights, frozen with the notice."""

    __tablename__ = "roll_entry"
    __table_args__ = (
        UniqueConstraint("vote_id", "number"),
        UniqueConstraint("vote_id", "person_id"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    vote_id: Mapped[int] = mapped_column(ForeignKey("vote.id"))
    number: Mapped[int]
    """Serial on the roll and on the paper sheet."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """None where nobody can vote yet: co-owners who named none, an owner who died. The line counts in the whole."""
    office: Mapped[str] = mapped_column(default="")
    """The office that gives the vote; none for owners."""
    label: Mapped[str] = mapped_column(default="")
    """Building or doors, never a name: 2号楼, 3号楼 501."""
    units: Mapped[int] = mapped_column(default=1)
    heads: Mapped[int] = mapped_column(default=1)
    area_hundredths: Mapped[int] = mapped_column(default=0)


class Ballot(Base):
    """One unit's named ballot: one right, one ballot, whatever the channel."""

    __tablename__ = "ballot"
    __table_args__ = (
        UniqueConstraint("vote_id", "roll_entry_id"),
        CheckConstraint("choice IN ('yes', 'no', 'abstain', 'invalid')", name="choice"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    vote_id: Mapped[int] = mapped_column(ForeignKey("vote.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entry.id"))
    choice: Mapped[str]
    invalid_reason: Mapped[str] = mapped_column(default="")
    channel: Mapped[str]
    receipt: Mapped[str] = mapped_column(unique=True)
    cast_at: Mapped[datetime]
    changes: Mapped[int] = mapped_column(default=0)


class Sheet(Base):
    """A paper ballot as keyed: twice, by two clerks, blind."""

    __tablename__ = "sheet"
    __table_args__ = (UniqueConstraint("vote_id", "roll_entry_id"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    vote_id: Mapped[int] = mapped_column(ForeignKey("vote.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entry.id"))
    first_choice: Mapped[str]
    first_reason: Mapped[str] = mapped_column(default="")
    first_clerk_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    first_at: Mapped[datetime]
    second_choice: Mapped[str | None]
    second_reason: Mapped[str] = mapped_column(default="")
    second_clerk_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    second_at: Mapped[datetime | None]
    settled_choice: Mapped[str | None]
    """What counts: both clerks read the same, or a third person settled it from the paper."""
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]


class RollCorrection(Base):
    """The roll was drawn again after an upheld objection, before voting opened."""

    __tablename__ = "roll_correction"

    id: Mapped[key]
    community_id: Mapped[community_key]
    vote_id: Mapped[int] = mapped_column(ForeignKey("vote.id"), index=True)
    objection_id: Mapped[int] = mapped_column(ForeignKey("objection.id"), unique=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    added: Mapped[int]
    removed: Mapped[int]
    changed: Mapped[int]
    hash_before: Mapped[str]
    hash_after: Mapped[str]
