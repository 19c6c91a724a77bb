"""Beside what an office is given: the offices of the person and of their close kin."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased

from civic.people.queries.home import current
from civic.people.rules.appointing import Held, Tie, close_kin, kin_in_household
from civic.people.tables import Kinship, Office, Residence
from civic.permissions import Standing
from civic.work import UnitOfWork


def ties_of(work: UnitOfWork, person_id: int) -> frozenset[Tie]:
    """Ties as declared, and those that follow from today's households of the person and of declared kin: two
    statements."""
    return ties_around(work, {person_id})


def ties_around(work: UnitOfWork, people: Collection[int]) -> frozenset[Tie]:
    """The same around several people at once: two statements."""
    declared = {
        (row.person_id, row.other_id, row.relation)
        for row in work.session.execute(
            select(Kinship.person_id, Kinship.other_id, Kinship.relation).where(
                Kinship.community_id == work.community.id
            )
        )
    }
    mate = aliased(Residence)
    rows = work.session.execute(
        select(mate.dwelling_id, mate.household, mate.person_id, mate.relation)
        .join(
            Residence,
            and_(Residence.dwelling_id == mate.dwelling_id, Residence.household == mate.household),
        )
        .where(
            Residence.person_id.in_({*people}.union(*(close_kin(each, declared) for each in people))),
            current(Residence, work.today), current(mate, work.today),
        )
        .distinct()
        .order_by(mate.dwelling_id, mate.household, mate.person_id)
    )  # fmt: skip
    homes: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        homes[row.dwelling_id, row.household].append((row.person_id, row.relation))
    return frozenset(declared).union(*(kin_in_household(members) for members in homes.values()))


def held_beside(work: UnitOfWork, person_id: int, ties: frozenset[Tie]) -> list[Held]:
    """All offices of the person and of their close kin, past ones too: one statement."""
    rows = work.session.execute(
        select(
            Office.person_id, Office.kind, Office.from_on, Office.to_on, Office.building_id, Office.entrance
        )
        .where(Office.community_id == work.community.id)
        .where(Office.person_id.in_({person_id, *close_kin(person_id, ties)}))
        .order_by(Office.id)
    )
    return [
        Held(row.person_id, Standing(row.kind), row.from_on, row.to_on, row.building_id, row.entrance)
        for row in rows
    ]
