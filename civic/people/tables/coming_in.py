"""How people come in: household slips, imported lists, requests for correction."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.store.base import Base, Json, community_key, key


class Slip(Base):
    """A code on a dwelling's card: with a fact from the roll it opens one account, once."""

    __tablename__ = "slip"

    id: Mapped[key]
    community_id: Mapped[community_key]
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"), index=True)
    number: Mapped[int]
    """1 for the first adult of the dwelling who joins, 2 for the second …"""
    code_hash: Mapped[str] = mapped_column(unique=True)
    salt: Mapped[str]
    """With the server's secret it gives the code again, so that a card can be printed again."""
    issued_at: Mapped[datetime]
    issued_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    valid_until: Mapped[date]
    handed_at: Mapped[datetime | None]
    handed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    replaced_at: Mapped[datetime | None]


class BatchState(StrEnum):
    """Where an imported list stands."""

    PREVIEWED = "previewed"
    COMMITTED = "committed"
    DISCARDED = "discarded"


class ImportBatch(Base):
    """A list that was read: previewed, then committed as a whole or discarded."""

    __tablename__ = "import_batch"
    __table_args__ = (CheckConstraint(one_of_sql("state", BatchState), name="state"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    file_name: Mapped[str]
    sheet: Mapped[Any] = mapped_column(Json)
    """What was read; emptied once the list is committed or discarded."""
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default=BatchState.PREVIEWED.value)
    decided_at: Mapped[datetime | None]
    figures: Mapped[Any] = mapped_column(Json)
    """How many rows were new, changed, unchanged, refused."""


class Correction(Base):
    """Somebody says that the roll is wrong about them; the committee answers."""

    __tablename__ = "correction"

    id: Mapped[key]
    community_id: Mapped[community_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    about: Mapped[str]
    wanted: Mapped[str]
    asked_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    done: Mapped[bool | None]
    seen_at: Mapped[datetime | None]
    """When whoever is concerned had read the answer; until then Today names it."""
