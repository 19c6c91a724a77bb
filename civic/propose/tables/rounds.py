"""Rounds of the listening team, 民情服务队, and what is noted of each door: never a word about people."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.propose.rules.rounds import Outcome
from civic.store.base import Base, community_key, key


class Round(Base):
    """One of the team goes from door to door in a building or an entrance of it."""

    __tablename__ = "round"
    __table_args__ = (Index("ix_round_open", "community_id", "ended_at", "walk_on"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    building_id: Mapped[int] = mapped_column(ForeignKey("building.id"), index=True)
    entrance: Mapped[int | None]
    walker_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    planned_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    walk_on: Mapped[date]
    planned_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class RoundDoor(Base):
    """A door on the sheet of a round."""

    __tablename__ = "round_door"
    __table_args__ = (
        UniqueConstraint("round_id", "dwelling_id"),
        CheckConstraint(f"outcome IS NULL OR {one_of_sql('outcome', Outcome)}", name="outcome"),
        CheckConstraint("(outcome IS NULL) = (seen_on IS NULL)", name="seen"),
        Index("ix_round_door_seen", "dwelling_id", "outcome", "seen_on"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"))
    again: Mapped[bool] = mapped_column(default=False)
    """Nobody was at home the last time: these stand first on the sheet."""
    outcome: Mapped[str | None]
    seen_on: Mapped[date | None]
