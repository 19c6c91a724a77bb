"""Mediation in private: who mediates whom, when they meet, what they agreed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.propose.rules.mediation import Settled
from civic.store.base import Base, community_key, key


class Mediation(Base):
    """One mediation of a quarrel; the issue keeps no more than whether it runs and whether it settled."""

    __tablename__ = "mediation"
    __table_args__ = (
        CheckConstraint(f"outcome IS NULL OR {one_of_sql('outcome', Settled)}", name="outcome"),
        CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="ended"),
        CheckConstraint("(kept IS NULL) = (reviewed_at IS NULL)", name="reviewed"),
        CheckConstraint("outcome = 'agreed' OR (agreement = '' AND review_on IS NULL)", name="agreement"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    mediator_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    post: Mapped[str]
    """The office in which the mediator was asked."""
    begun_at: Mapped[datetime]
    begun_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    until_on: Mapped[date]
    outcome: Mapped[str | None]
    ended_at: Mapped[datetime | None]
    agreement: Mapped[str] = mapped_column(default="")
    """For the two sides and the mediator alone."""
    review_on: Mapped[date | None]
    """From when it is looked at whether it is kept."""
    kept: Mapped[bool | None]
    reviewed_at: Mapped[datetime | None]


class MediationParty(Base):
    """One side, and how it agreed to be mediated."""

    __tablename__ = "mediation_party"

    id: Mapped[key]
    community_id: Mapped[community_key]
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """None for whoever is not on the roll."""
    name: Mapped[str]
    consent: Mapped[str]
    """phone, paper, person."""
    consent_on: Mapped[date]


class MediationSession(Base):
    """When and where they meet."""

    __tablename__ = "mediation_session"

    id: Mapped[key]
    community_id: Mapped[community_key]
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id"), index=True)
    on: Mapped[date]
    hour: Mapped[str]
    place: Mapped[str]
