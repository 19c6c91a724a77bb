"""Work orders 交办单 and what is reported on them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.core.phase import one_of_sql
from civic.manage.rules import OrderPhase, TaskNature
from civic.store.base import Base, community_key, key


class WorkOrder(Base):
    """Who does what by when, measured how, with which money."""

    __tablename__ = "work_order"
    __table_args__ = (
        CheckConstraint(one_of_sql("phase", OrderPhase), name="phase"),
        CheckConstraint(one_of_sql("nature", TaskNature), name="nature"),
        CheckConstraint("phase <> 'done' OR done_at IS NOT NULL", name="done"),
        CheckConstraint("phase <> 'returned' OR return_reason <> ''", name="returned"),
        CheckConstraint("phase NOT IN ('accepted', 'returned') OR answered_at IS NOT NULL", name="answered"),
        UniqueConstraint("issue_id", "number"),
        Index("ix_work_order_board", "community_id", "phase", "due_on"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    vote_id: Mapped[int | None] = mapped_column(ForeignKey("vote.id"))
    """The resolution it carries out, if there was a vote."""
    number: Mapped[int]
    """Counted for each issue."""
    task: Mapped[str]
    nature: Mapped[str]
    """Kind of task, for the guard on what a community may be made responsible for."""
    lead_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    lead_office: Mapped[str]
    lead_title: Mapped[str]
    """Said with the name in public, as it was when the order went out."""
    helpers: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date]
    criterion: Mapped[str]
    cost_fen: Mapped[int] = mapped_column(default=0)
    payer: Mapped[str] = mapped_column(default="")
    phase: Mapped[str]
    issued_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    return_reason: Mapped[str] = mapped_column(default="")
    rerouted_from_office: Mapped[str] = mapped_column(default="")
    rerouted_from: Mapped[str] = mapped_column(default="")
    """The title of the lead that returned it."""
    done_at: Mapped[datetime | None]


class Progress(Base):
    """What its lead said on a work order: how far it is, why it goes back, what proves that it is done."""

    __tablename__ = "progress"
    __table_args__ = (CheckConstraint("kind IN ('report', 'return', 'done')", name="kind"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    order_id: Mapped[int] = mapped_column(ForeignKey("work_order.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    office: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    kind: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]
