"""What can be found: one row for each issue, contribution and notice that anybody may read."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, key
from civic.store.matching import Words


class Passage(Base):
    """Text that search reads, made from the rows of other rooms; `civic reindex` can make it anew at any time.

    Numbered in the order in which it came, so the newest is the highest number. A migration that makes this
    table anew on SQLite must make its triggers anew too.
    """

    __tablename__ = "passage"
    __table_args__ = (
        UniqueConstraint("kind", "row_id"),
        CheckConstraint("kind IN ('issue', 'contribution', 'notice')", name="kind"),
        # Newest first, with all that narrows, so that a search which finds nothing in 100,000 rows reads no texts.
        Index("ix_passage_newest", "community_id", "id", "kind", "category", "building_id", "at", "issue_id"),
    )

    id: Mapped[key]
    community_id: Mapped[int] = mapped_column(ForeignKey("community.id"))
    kind: Mapped[str]
    row_id: Mapped[int]
    """The issue, contribution or notice itself."""
    issue_id: Mapped[int] = mapped_column(index=True)
    category: Mapped[str]
    building_id: Mapped[int | None]
    at: Mapped[datetime]
    """When it was raised, said or posted."""
    title: Mapped[str]
    text: Mapped[str]
    words: Mapped[str] = mapped_column(Words)
    """Title, text and numbers as `store.search.prepared` gives them."""
