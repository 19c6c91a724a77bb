"""Petitions on an issue, and who signed them, on the phone and on paper."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.propose.rules.petition import Channel, Counted, Ended, Way
from civic.store.base import Base, community_key, key


class Petition(Base):
    """Neighbours want an issue on the agenda: who is entitled and how many it takes stay as they were at its start."""

    __tablename__ = "petition"
    __table_args__ = (CheckConstraint(f"ended IS NULL OR {one_of_sql('ended', Ended)}", name="ended"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    starter_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    started_at: Mapped[datetime]
    roll_on: Mapped[date]
    """Whoever was entitled on that day may sign; who moves away later still counts."""
    ends_on: Mapped[date]
    ends_at: Mapped[datetime]
    """24:00 of its last day."""
    checks_end_at: Mapped[datetime]
    """Until then sheets that were entered in time may still be checked."""
    of_residents: Mapped[int]
    needed_residents: Mapped[int]
    of_representatives: Mapped[int]
    needed_representatives: Mapped[int]
    of_owners: Mapped[int] = mapped_column(default=0)
    needed_owners: Mapped[int] = mapped_column(default=0)
    """0 where owners do not sign it as owners."""
    ended_at: Mapped[datetime | None]
    ended: Mapped[str | None]
    refused: Mapped[str] = mapped_column(default="")
    """Why the committee had declined the issue, once the petition put it on the agenda all the same; public."""


class Signature(Base):
    """One person's signature, one way; on the phone and on paper are two rows, counted once."""

    __tablename__ = "petition_signature"
    __table_args__ = (
        UniqueConstraint("petition_id", "person_id", "way", "channel"),
        CheckConstraint(one_of_sql("way", Way), name="way"),
        CheckConstraint(one_of_sql("channel", Channel), name="channel"),
        CheckConstraint(one_of_sql("state", Counted), name="state"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    way: Mapped[str]
    channel: Mapped[str]
    state: Mapped[str]
    at: Mapped[datetime]
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """On paper: who entered it and who compared it with the sheet, never the same person."""
