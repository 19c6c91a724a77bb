"""Who looked at whose data and what was taken out."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.store.base import Base, community_key, key


class Looked(StrEnum):
    """At what."""

    PERSON = "person"
    EXPORT = "export"
    GLASS = "glass"
    """An administrator broke the glass: the roll lies open for an hour."""
    OWNERS = "owners"
    """The owners' committee had the names on the roll of an owners' vote shown."""


class Look(Base):
    """One look at private data: who, under which standing, at whom, why."""

    __tablename__ = "look"
    __table_args__ = (
        CheckConstraint(one_of_sql("what", Looked), name="what"),
        Index("ix_look_person", "person_id", "id"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    viewer_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    standing: Mapped[str]
    what: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    building_id: Mapped[int | None] = mapped_column(ForeignKey("building.id"))
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class Export(Base):
    """A file that was asked for: its maker may fetch it until it expires."""

    __tablename__ = "export"

    id: Mapped[key]
    community_id: Mapped[community_key]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(default="")
    masked: Mapped[bool]
    building_id: Mapped[int | None] = mapped_column(ForeignKey("building.id"))
    at: Mapped[datetime]
    expires_at: Mapped[datetime]
