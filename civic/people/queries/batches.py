"""Lists that were uploaded."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from civic.people.tables import ImportBatch, Person
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Uploaded:
    """A list and who brought it."""

    id: int
    file_name: str
    by: str
    at: datetime
    state: str
    figures: dict[str, int]


def uploaded(work: UnitOfWork, most: int = 20) -> list[Uploaded]:
    """The newest lists, newest first."""
    rows = work.session.execute(
        select(
            ImportBatch.id, ImportBatch.file_name, Person.name, ImportBatch.at, ImportBatch.state,
            ImportBatch.figures,
        )
        .join(Person, Person.id == ImportBatch.by_id)
        .where(ImportBatch.community_id == work.community.id)
        .order_by(ImportBatch.id.desc())
        .limit(most)
    )  # fmt: skip
    return [Uploaded(*row) for row in rows]
