"""What somebody found: which passages fit, and one page of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import aliased

from civic.core.days import end_of, start_of
from civic.discuss.tables import Contribution
from civic.finding.rules import MOST
from civic.finding.tables import Passage
from civic.notices.tables import Notice
from civic.people.tables import Building
from civic.propose.rules import STATUS, Phase
from civic.propose.tables import Issue
from civic.store.matching import holding
from civic.store.search import Phrase
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Wanted:
    """What the reader asked for; what is empty does not narrow."""

    phrases: tuple[Phrase, ...] = ()
    kind: str = ""
    category: str = ""
    building_id: int | None = None
    status: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def narrowed(self) -> bool:
        """Whether it asks for less than everything with these words."""
        return bool(self.kind or self.category or self.building_id or self.status or self.since or self.until)


def numbers(work: UnitOfWork, wanted: Wanted) -> list[int]:
    """The passages that fit, newest first, `MOST` and one more at most: one statement."""
    statement = _narrowed(select(Passage.id).where(Passage.community_id == work.community.id), work, wanted)
    sqlite = work.session.get_bind().dialect.name == "sqlite"
    fitting = holding(
        statement, Passage.id, Passage.words, wanted.phrases, work.community.id, sqlite=sqlite
    )  # fmt: skip
    return list(work.session.scalars(fitting.limit(MOST + 1)))


def _narrowed(
    statement: Select[*tuple[Any, ...]], work: UnitOfWork, wanted: Wanted
) -> Select[*tuple[Any, ...]]:
    if wanted.kind:
        statement = statement.where(Passage.kind == wanted.kind)
    if wanted.category:
        statement = statement.where(Passage.category == wanted.category)
    if wanted.building_id:
        statement = statement.where(Passage.building_id == wanted.building_id)
    if wanted.since:
        statement = statement.where(Passage.at >= start_of(wanted.since, work.zone))
    if wanted.until:
        statement = statement.where(Passage.at < end_of(wanted.until, work.zone))
    if wanted.status:
        stands = exists().where(Issue.id == Passage.issue_id, Issue.status == wanted.status)
        statement = statement.where(stands)
    return statement


@dataclass(frozen=True)
class Found:
    """One passage in the list."""

    kind: str
    row_id: int
    title: str
    text: str
    at: datetime
    reference: str
    issue_title: str
    status: str
    building: str
    ahead: int
    """Of a contribution: how many newer ones its topic has."""
    subject: str
    """Of a notice: what it is about."""
    reply: bool
    """Of a contribution: whether it answers another."""


def found(work: UnitOfWork, ids: Sequence[int]) -> list[Found]:
    """These passages with the issue around them: one statement, none for none."""
    if not ids:
        return []
    newer, said = aliased(Contribution), aliased(Contribution)
    ahead = (
        select(func.count())
        .where(
            Passage.kind == "contribution",
            said.id == Passage.row_id,
            newer.topic_id == said.topic_id,
            newer.parent_id.is_(None),
            newer.id > said.id,
        )
        .scalar_subquery()
    )
    reply = exists().where(
        Passage.kind == "contribution", said.id == Passage.row_id, said.parent_id.is_not(None)
    )
    rows = work.session.execute(
        select(
            Passage.kind, Passage.row_id, Passage.title, Passage.text, Passage.at, Issue.reference,
            Issue.title.label("issue_title"), Issue.phase, Building.name.label("building"),
            ahead.label("ahead"), Notice.subject, reply.label("reply"),
        )
        .join(Issue, Issue.id == Passage.issue_id)
        .outerjoin(Building, Building.id == Passage.building_id)
        .outerjoin(Notice, (Passage.kind == "notice") & (Notice.id == Passage.row_id))
        .where(Passage.community_id == work.community.id, Passage.id.in_(ids))
        .order_by(Passage.id.desc())
    )  # fmt: skip
    return [
        Found(
            row.kind, row.row_id, row.title, row.text, row.at, row.reference, row.issue_title,
            STATUS[Phase(row.phase)], row.building or "", row.ahead, row.subject or "", bool(row.reply),
        )
        for row in rows
    ]  # fmt: skip
