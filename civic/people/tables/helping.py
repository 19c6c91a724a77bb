"""Who may act for whom, with whose consent, until when, and what was done."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.store.base import Base, community_key, key


class HelperKind(StrEnum):
    """Who the helper is to the person."""

    RELATIVE = "relative"
    BUILDING_HEAD = "building_head"
    VOLUNTEER = "volunteer"
    GUARDIAN = "guardian"
    """Of a minor, or of whoever a court found without capacity: acts by law (Civil Code, arts 23, 27, 28)."""
    REPRESENTATIVE = "representative"
    """Acts for an organisation that owns here (Weifang, art. 34)."""


class Consent(StrEnum):
    """How the person agreed."""

    OWN_ACCOUNT = "own_account"
    PAPER = "paper"
    IN_PERSON = "in_person"
    DOCUMENT = "document"
    """No consent: a document was seen that makes somebody a guardian or representative."""


class Helping(Base):
    """A recorded consent: `helper` acts for `person` from one day to another."""

    __tablename__ = "helping"
    __table_args__ = (
        CheckConstraint(one_of_sql("kind", HelperKind), name="kind"),
        CheckConstraint(one_of_sql("consent", Consent), name="consent"),
        CheckConstraint("helper_id <> person_id", name="two_people"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    helper_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    consent: Mapped[str]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    witness_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
    from_on: Mapped[date]
    until_on: Mapped[date]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    document: Mapped[str] = mapped_column(default="")
    """Of a guardian or representative: which kind of document was seen."""
    document_on: Mapped[date | None]
    """Its date."""
    told_at: Mapped[datetime | None]
    """When the person knew of a consent that another recorded; None while nobody told them."""


class Helped(Base):
    """One act done for somebody: shown to them, and printed for whoever has no phone."""

    __tablename__ = "helped"

    id: Mapped[key]
    community_id: Mapped[community_key]
    helping_id: Mapped[int] = mapped_column(ForeignKey("helping.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    helper_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    """The event that was recorded, e.g. propose:issue_raised."""
    issue_id: Mapped[int | None]
    at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    """When the person saw it, or a building head told them at the door."""
