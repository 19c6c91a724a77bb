"""Who stands behind the lines of an owners' roll, as far as the reader may see it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from civic.decide.tables import RollEntry
from civic.people.rules.keeping import GLASS, still_open
from civic.people.seeing import owner_named
from civic.people.tables import Look, Looked, Person
from civic.work import UnitOfWork


def open_until(work: UnitOfWork) -> datetime | None:
    """Until when names of owners' rolls lie open to the reader, who asked for them: one statement."""
    asked = work.session.scalar(
        select(func.max(Look.at)).where(
            Look.community_id == work.community.id, Look.viewer_id == work.person_id,
            Look.what == Looked.OWNERS.value,
        )
    )  # fmt: skip
    return still_open(asked, GLASS, work.now)


def owner_names(work: UnitOfWork, rows: Sequence[RollEntry]) -> dict[int, str]:
    """The name beside each line's number; "" where nobody is named yet: one statement."""
    people = {row.person_id for row in rows if row.person_id is not None}
    found = work.session.execute(
        select(Person.id, Person.name).where(Person.id.in_(people), Person.community_id == work.community.id)
    )
    names = {row.id: owner_named(work, row.id, row.name) for row in found}
    return {row.number: names.get(row.person_id or 0, "") for row in rows}
