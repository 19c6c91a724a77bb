"""What lies below all rooms: the community, login sessions, the one-use tokens of forms."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class Community(Base):
    """A residents' community: the first part of every address."""

    __tablename__ = "community"

    id: Mapped[key]
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    city: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    """The subdistrict office or town above the community."""
    prefix: Mapped[str]
    """Letters before an issue's number, GF in GF-2026-017."""
    zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    language: Mapped[str] = mapped_column(default="zh_CN")
    phone: Mapped[str]
    help_name: Mapped[str]
    help_hours: Mapped[str]
    demo: Mapped[bool] = mapped_column(default=False)
    res_rep_authority: Mapped[str] = mapped_column(default="")
    """Reference of the residents' meeting that authorised the representatives (art. 30)."""
    categories: Mapped[list[dict[str, Any]] | None]
    """Kinds of matter in its own order, names and days (`propose.rules.categories`); None: the given ones. Here,
    because every page reads its community anyway."""


class LoginSession(Base):
    """A signed-in browser: the cookie holds the token, the table only its SHA-256."""

    __tablename__ = "login_session"

    id: Mapped[key]
    community_id: Mapped[community_key]
    token_hash: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    idle_until: Mapped[datetime]
    ends_at: Mapped[datetime]
    officer: Mapped[bool] = mapped_column(default=False)
    confirmed_at: Mapped[datetime | None]
    """When whoever sits there last proved who they are: by signing in, or once more before a dangerous act."""
    strong: Mapped[bool] = mapped_column(default=False)
    """Whether the second factor was given."""
    device: Mapped[str] = mapped_column(default="")
    """phone, computer or wechat: enough to know one's own sessions apart."""
    helping_id: Mapped[int | None] = mapped_column(ForeignKey("helping.id"))
    """For whom this browser acts at present."""


class Tries(Base):
    """Wrong tries at a door, by what was tried or from where; kept here so that a restart forgives nothing."""

    __tablename__ = "tries"

    id: Mapped[key]
    community_id: Mapped[community_key]
    key_hash: Mapped[str] = mapped_column(unique=True)
    count: Mapped[int]
    since: Mapped[datetime]
    wait_until: Mapped[datetime | None]


class FormUse(Base):
    """What became of a form: a second press gets the first one's answer."""

    __tablename__ = "form_use"

    id: Mapped[key]
    community_id: Mapped[community_key]
    once_hash: Mapped[str] = mapped_column(unique=True)
    location: Mapped[str]
    at: Mapped[datetime]


class KeptWords(Base):
    """A form that was sent when its writer was signed out: unreadable without the code, gone after an hour."""

    __tablename__ = "kept_words"

    id: Mapped[key]
    community_id: Mapped[community_key]
    code_hash: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(index=True)
    helper_id: Mapped[int] = mapped_column(default=0)
    """Who sat there in that person's place; 0: nobody."""
    text: Mapped[bytes]
    at: Mapped[datetime]
