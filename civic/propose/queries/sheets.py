"""Signatures on paper: what somebody entered, what waits for a second person."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from civic.people.queries.named import named
from civic.propose.rules.petition import Channel, Counted, Way
from civic.propose.tables import Issue, Petition, Signature
from civic.work import UnitOfWork

SHOWN = 50


@dataclass(frozen=True)
class Entry:
    """A signature from paper as whoever checks it sees it: masked, with the building."""

    signature: Signature
    name: str
    building: str
    way: Way


def entries(work: UnitOfWork, petition: Petition) -> list[Entry]:
    """What waits for a check, in the order in which it was entered: two statements."""
    rows = list(
        work.session.scalars(
            select(Signature)
            .where(
                Signature.petition_id == petition.id, Signature.community_id == work.community.id,
                Signature.channel == Channel.PAPER.value, Signature.state == Counted.WAITING.value,
            )
            .order_by(Signature.id)
            .limit(SHOWN)
        )
    )  # fmt: skip
    people = named(work, {row.person_id for row in rows})
    return [
        Entry(row, people[row.person_id].public, people[row.person_id].building, Way(row.way)) for row in rows
    ]


def entered_by(work: UnitOfWork, petition: Petition) -> int:
    """How many of the reader's own entries wait for somebody else."""
    return (
        work.session.scalar(
            select(func.count()).where(
                Signature.petition_id == petition.id, Signature.state == Counted.WAITING.value,
                Signature.entered_by_id == work.person_id,
            )
        )
        or 0
    )  # fmt: skip


@dataclass(frozen=True)
class Sheets:
    """Sheets of a petition that wait for a check by the reader."""

    reference: str
    title: str
    n: int
    until: datetime


def to_check(work: UnitOfWork) -> list[Sheets]:
    """What others entered and the reader may check, the soonest end first: one statement."""
    rows = work.session.execute(
        select(Issue.reference, Issue.title, Petition.checks_end_at, func.count().label("n"))
        .join(Petition, Petition.issue_id == Issue.id)
        .join(Signature, Signature.petition_id == Petition.id)
        .where(
            Issue.community_id == work.community.id, Petition.ended.is_(None),
            Signature.state == Counted.WAITING.value, Signature.entered_by_id != work.person_id,
            Signature.person_id != work.person_id,
        )
        .group_by(Issue.reference, Issue.title, Petition.checks_end_at, Petition.id)
        .order_by(Petition.checks_end_at, Petition.id)
        .limit(5)
    )  # fmt: skip
    return [Sheets(row.reference, row.title, row.n, row.checks_end_at) for row in rows]
