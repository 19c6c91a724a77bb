"""People, where they live from when to when, what they own, whose kin they are."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.store.base import Base, community_key, key


class PersonKind(StrEnum):
    """A natural person, or an organisation that owns: a developer, a firm."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Relation(StrEnum):
    """To the householder of one's household."""

    HOUSEHOLDER = "householder"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    KIN = "kin"
    OTHER = "other"
    TENANT = "tenant"


class Kin(StrEnum):
    """Close kin (Residents' Committees Law, art. 36)."""

    SPOUSE = "spouse"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"


class Person(Base):
    """Somebody of this community; never shown to the public by name unless in office."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint(one_of_sql("kind", PersonKind), name="kind"),
        Index("ix_person_initials", "community_id", "initials"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    name: Mapped[str]
    initials: Mapped[str] = mapped_column(default="")
    """First letters of the name in pinyin, wgl: people are searched by them."""
    phone: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date | None]
    kind: Mapped[str] = mapped_column(default=PersonKind.PERSON.value)
    suspended: Mapped[bool] = mapped_column(default=False)
    gone_on: Mapped[date | None]
    """Died, or left for good: the first day without any right here."""


class Residence(Base):
    """Who lives in a dwelling, from when to when. A household is a dwelling and a number in it."""

    __tablename__ = "residence"
    __table_args__ = (
        CheckConstraint(one_of_sql("relation", Relation), name="relation"),
        Index(
            "uq_residence_open",
            "person_id",
            unique=True,
            sqlite_where=text("to_on IS NULL"),
            postgresql_where=text("to_on IS NULL"),
        ),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"), index=True)
    household: Mapped[int] = mapped_column(default=1)
    relation: Mapped[str] = mapped_column(default=Relation.OTHER.value)
    registered: Mapped[bool | None] = mapped_column(Boolean().evaluates_none(), default=True)
    """Household register here, or registered as living here: who votes in the residents' meeting (art. 2.1);
    None while nobody has said."""
    from_on: Mapped[date]
    """The first day; `core.days.LONG_AGO` where nobody knows it."""
    to_on: Mapped[date | None]
    """The last day."""


class Ownership(Base):
    """Who owns which share of a dwelling, from when to when; of several owners one votes."""

    __tablename__ = "ownership"
    __table_args__ = (CheckConstraint("share_num > 0 AND share_num <= share_den", name="share"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    share_num: Mapped[int] = mapped_column(default=1)
    share_den: Mapped[int] = mapped_column(default=1)
    share_known: Mapped[bool] = mapped_column(default=True)
    """False where several own it and no paper says how much: taken as equal (Civil Code, art. 309)."""
    named_voter: Mapped[bool] = mapped_column(default=False)
    """Whom the co-owners named to vote (Ningbo, art. 18); a sole owner needs no naming."""
    from_on: Mapped[date]
    """As of a residence."""
    to_on: Mapped[date | None]


class Kinship(Base):
    """Close kin who live apart, as declared; within a household it follows from the relations."""

    __tablename__ = "kinship"
    __table_args__ = (
        UniqueConstraint("person_id", "other_id"),
        CheckConstraint(one_of_sql("relation", Kin), name="relation"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    relation: Mapped[str]
    """What `other` is to `person`."""
