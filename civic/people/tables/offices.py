"""Offices with terms, and what their holders hold in trust."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.store.base import Base, community_key, key


class OfficeKind(StrEnum):
    """Offices; the words are those of `permissions.Standing`."""

    BUILDING_HEAD = "building_head"
    ENTRANCE_HEAD = "entrance_head"
    REPRESENTATIVE = "representative"
    COMMITTEE = "committee"
    PARTY_COMMITTEE = "party_committee"
    GRID_WORKER = "grid_worker"
    OWNERS_COMMITTEE = "owners_committee"
    PROPERTY_FIRM = "property_firm"
    SUPERVISOR = "supervisor"
    ADVISOR = "advisor"
    CITIZEN_WATCH = "citizen_watch"
    VOLUNTEER = "volunteer"
    DEPARTMENT = "department"
    CLERK = "clerk"
    ADMINISTRATOR = "administrator"


class Obtained(StrEnum):
    """How somebody came by an office."""

    ELECTED = "elected"
    APPOINTED = "appointed"
    EMPLOYED = "employed"
    RECOMMENDED = "recommended"
    DRAWN = "drawn"


class Office(Base):
    """A role with a term."""

    __tablename__ = "office"
    __table_args__ = (
        CheckConstraint(one_of_sql("kind", OfficeKind), name="kind"),
        CheckConstraint(one_of_sql("obtained", Obtained), name="obtained"),
        Index("ix_office_person", "person_id", "kind"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    building_id: Mapped[int | None] = mapped_column(ForeignKey("building.id"))
    entrance: Mapped[int | None]
    """Of an entrance head: which entrance of the building."""
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    """The last day of the term; ending an office early moves it."""
    title: Mapped[str] = mapped_column(default="")
    """Said with the name in public, e.g. 综合执法中队."""
    obtained: Mapped[str] = mapped_column(default=Obtained.APPOINTED.value)
    basis: Mapped[str] = mapped_column(default="")
    """The document: minutes of the election, letter of appointment."""
    given_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    end_reason: Mapped[str] = mapped_column(default="")


class HeldKind(StrEnum):
    """What is handed over with an office."""

    KEY = "key"
    CONTACT = "contact"
    PAPER = "paper"
    PROMISE = "promise"


class Held(Base):
    """A key, contact, paper or promise that goes with an office, until it is handed over."""

    __tablename__ = "held"
    __table_args__ = (CheckConstraint(one_of_sql("kind", HeldKind), name="kind"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    handed_to: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    handed_on: Mapped[date | None]
