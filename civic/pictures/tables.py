"""Photos: whose, of which draft or issue, their pixels, whether they are hidden and why."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from civic.store.base import Base, Json, community_key, key


class Picture(Base):
    """A photo as it was redrawn; the file that was sent is kept nowhere."""

    __tablename__ = "picture"
    __table_args__ = (
        CheckConstraint("(draft_id IS NULL) <> (issue_id IS NULL)", name="belongs"),
        CheckConstraint("(hidden_at IS NULL) = (hidden_because = '')", name="hidden"),
    )

    id: Mapped[key]
    community_id: Mapped[community_key]
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    """Who sent it; nobody else sees it before it is posted."""
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    """The draft it waits in: thrown away with it, by the database itself."""
    issue_id: Mapped[int | None] = mapped_column(ForeignKey("issue.id"), index=True)
    sha256: Mapped[str]
    """Of the large picture; its address carries it, so what a browser keeps is never out of date."""
    width: Mapped[int]
    height: Mapped[int]
    boxes: Mapped[list[Any]] = mapped_column(Json, default=list)
    """What is to be black, as `rules.Box`; empty once it is burnt in."""
    seen: Mapped[str] = mapped_column(default="")
    """What can be seen, for whoever cannot see it."""
    at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]
    hidden_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    hidden_because: Mapped[str] = mapped_column(default="")
    small: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    large: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    """JPEG, at most 1600 pixels and about 300 KB; both last in the row and read only where they are shown."""

    @property
    def large_path(self) -> str:
        """Where the JPEG stands below the community: nothing of the name under which it was sent."""
        return f"/pictures/{self.id}/large-{self.sha256[:24]}.jpg"

    @property
    def small_path(self) -> str:
        """The same of the small one."""
        return f"/pictures/{self.id}/small-{self.sha256[:24]}.jpg"
