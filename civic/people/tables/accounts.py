"""The means to sign in: accounts, recovery codes, one-time codes given in person."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.store.base import Base, community_key, key


class Account(Base):
    """The means to sign in; a person on paper has none."""

    __tablename__ = "account"
    __table_args__ = (
        UniqueConstraint("community_id", "login"),
        UniqueConstraint("community_id", "oidc_subject"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    login: Mapped[str]
    """Folded (NFKC, casefold): one spelling, one account."""
    password_hash: Mapped[str]
    """Argon2id; "" where somebody signs in by codes alone."""
    oidc_subject: Mapped[str | None]
    """Issuer and subject at the organisation's own sign-in, once linked."""
    totp_salt: Mapped[str] = mapped_column(default="")
    """With the server's secret it gives the second factor's key, which is stored nowhere."""
    totp_since: Mapped[datetime | None]
    totp_step: Mapped[int] = mapped_column(default=0)
    """The last time step used: a second factor works once."""


class RecoveryCode(Base):
    """Instead of the second factor when the phone is lost; each works once."""

    __tablename__ = "recovery_code"

    id: Mapped[key]
    community_id: Mapped[community_key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    code_hash: Mapped[str]
    used_at: Mapped[datetime | None]


class Purpose(StrEnum):
    """What a person's one-time code is for."""

    SETUP = "setup"
    """From the console: an administrator sets a password."""
    IN_PERSON = "in_person"
    """Read out or printed by a building head: signs in once."""


class PersonCode(Base):
    """A one-time code for one person; only its hash."""

    __tablename__ = "person_code"
    __table_args__ = (CheckConstraint(one_of_sql("purpose", Purpose), name="purpose"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[str] = mapped_column(default=Purpose.SETUP.value)
    code_hash: Mapped[str] = mapped_column(unique=True)
    salt: Mapped[str] = mapped_column(default="")
    """With the server's secret it gives the code again, for whoever issued it."""
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    issued_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
