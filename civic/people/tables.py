"""Buildings, dwellings, people, offices with terms, accounts."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.store.base import Base, community_key, key


class OfficeKind(StrEnum):
    """Offices; the words are those of `permissions.Standing`."""

    BUILDING_HEAD = "building_head"
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


class Building(Base):
    """A building of the community."""

    __tablename__ = "building"
    __table_args__ = (UniqueConstraint("community_id", "name"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    name: Mapped[str]
    """As people say it, 2号楼."""
    estate: Mapped[str] = mapped_column(default="")
    entrances: Mapped[int] = mapped_column(default=1)


class Dwelling(Base):
    """A home: the unit of area; through its owners, of heads."""

    __tablename__ = "dwelling"
    __table_args__ = (UniqueConstraint("building_id", "entrance", "door"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    building_id: Mapped[int] = mapped_column(ForeignKey("building.id"), index=True)
    entrance: Mapped[int]
    door: Mapped[str]
    area_hundredths: Mapped[int]
    """Exclusive area in 0.01 m² by the register (Interpretation of 2020, art. 8)."""


class Person(Base):
    """Somebody of this community; never shown to the public by name unless in office."""

    __tablename__ = "person"

    id: Mapped[key]
    community_id: Mapped[community_key]
    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="resident")
    """resident, tenant, owner (lives elsewhere), firm, official."""
    dwelling_id: Mapped[int | None] = mapped_column(ForeignKey("dwelling.id"))
    suspended: Mapped[bool] = mapped_column(default=False)


class Ownership(Base):
    """Who owns a dwelling, from when to when; the named voter where there are several owners."""

    __tablename__ = "ownership"

    id: Mapped[key]
    community_id: Mapped[community_key]
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class Office(Base):
    """A role with a term."""

    __tablename__ = "office"
    __table_args__ = (
        CheckConstraint(one_of_sql("kind", OfficeKind), name="kind"),
        Index("ix_office_person", "person_id", "kind"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    building_id: Mapped[int | None] = mapped_column(ForeignKey("building.id"))
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    title: Mapped[str] = mapped_column(default="")
    """Said with the name in public, e.g. 综合执法中队."""


class Account(Base):
    """The means to sign in; a person on paper has none."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("community_id", "login"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    login: Mapped[str]
    password_hash: Mapped[str]
    failed: Mapped[int] = mapped_column(default=0)
    wait_until: Mapped[datetime | None]


class SetupCode(Base):
    """The one-time code from the console with which an administrator sets a password; only its hash."""

    __tablename__ = "setup_code"

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    code_hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
