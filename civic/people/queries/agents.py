"""Who acts by law in whose name today."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, select

from civic.people.rules.agents import AGENTS
from civic.people.tables import Helping, Person
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Acting:
    """A guardian or representative, with the document that was seen."""

    helping_id: int
    person_id: int
    agent_id: int
    name: str
    kind: str
    document: str
    document_on: date | None
    until_on: date


def acting(today: date) -> ColumnElement[bool]:
    """Of helpings: guardians and representatives who act that day; of one person at most one."""
    return and_(
        Helping.kind.in_(sorted(AGENTS)), Helping.ended_at.is_(None), Helping.from_on <= today,
        Helping.until_on >= today,
    )  # fmt: skip


def agents_of(work: UnitOfWork, people: Collection[int]) -> dict[int, Acting]:
    """By the person in whose name they act: one statement."""
    rows = work.session.execute(
        select(
            Helping.id, Helping.person_id, Person.id, Person.name, Helping.kind, Helping.document,
            Helping.document_on, Helping.until_on,
        )
        .join(Person, Person.id == Helping.helper_id)
        .where(Helping.community_id == work.community.id, Helping.person_id.in_(list(people)), acting(work.today))
        .order_by(Helping.id)
    )  # fmt: skip
    return {row[1]: Acting(*row) for row in rows}
