"""The words of a matter that is not public: in a table of their own, so that no list can show them by mistake."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, community_key, key


class PrivateWords(Base):
    """What was said about an issue that is a quarrel or one person's service; the issue itself keeps none of it."""

    __tablename__ = "private_words"
    __table_args__ = (CheckConstraint("(agreed_at IS NULL) = (agreed_by IS NULL)", name="agreed"),)

    id: Mapped[key]
    community_id: Mapped[community_key]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), unique=True)
    title: Mapped[str]
    facts: Mapped[str]
    wish: Mapped[str]
    findings: Mapped[str] = mapped_column(default="")
    background: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    done: Mapped[str] = mapped_column(default="")
    """What was done about it, why it was handed on, what the responsible body answered."""
    receipt: Mapped[str] = mapped_column(default="")
    agreed_at: Mapped[datetime | None]
    """When the raiser agreed that it becomes public."""
    agreed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Who tapped: the raiser, or whoever entered it for them and heard them say so."""
