"""What was promised, and what was seen of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from civic.core.days import end_of
from civic.discuss.tables import Outcome
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.supervise.rules.promise import Look, Promise, Promised
from civic.supervise.tables import Observation, Reopening, Watch
from civic.work import UnitOfWork


def promised(work: UnitOfWork, issue_id: int) -> Promised | None:
    """The criterion of the issue's outcome; None for an issue without one, or with one that was archived."""
    row = work.session.execute(
        select(Outcome.criterion, Outcome.need, Outcome.of_days).where(
            Outcome.issue_id == issue_id, Outcome.community_id == work.community.id
        )
    ).one_or_none()
    return Promised(row.criterion, row.need, row.of_days) if row and row.criterion else None


@dataclass(frozen=True)
class Seen:
    """One observation as its sheet prints it."""

    look: Look
    note: str
    observer_id: int
    role: str
    at: datetime


@dataclass(frozen=True)
class Watched:
    """One watch with its observations, oldest first."""

    id: int
    started_at: datetime
    promise: Promise
    seen: list[Seen]
    counts: bool
    """Whether it was started since the issue was last reopened."""


def watches(work: UnitOfWork, issue_id: int) -> list[Watched]:
    """All watches of an issue, the newest first, with every observation: one statement."""
    reopened = select(func.max(Reopening.at)).where(Reopening.issue_id == Watch.issue_id).scalar_subquery()
    rows: Sequence[Any] = work.session.execute(
        select(Watch, Observation, reopened.label("reopened"))
        .outerjoin(Observation, Observation.watch_id == Watch.id)
        .where(Watch.issue_id == issue_id, Watch.community_id == work.community.id)
        .order_by(Watch.id.desc(), Observation.day)
    ).all()
    found: dict[int, tuple[Watch, bool, list[Seen]]] = {}
    for watch, observation, reopened_at in rows:
        counts = reopened_at is None or watch.started_at > reopened_at
        seen = found.setdefault(watch.id, (watch, counts, []))[2]
        if observation is not None:
            look = Look(observation.day, observation.kept, observation.cleared_at)
            seen.append(
                Seen(
                    look, observation.note, observation.observer_id, observation.observer_role, observation.at
                )
            )
    return [_watched(watch, counts, seen) for watch, counts, seen in found.values()]


def _watched(watch: Watch, counts: bool, seen: list[Seen]) -> Watched:
    promise = Promise(
        Promised(watch.criterion, watch.need, watch.of_days),
        watch.first_on,
        watch.last_on,
        tuple(s.look for s in seen),
    )
    return Watched(watch.id, watch.started_at, promise, seen, counts)


def newest_watch(work: UnitOfWork, issue_id: int) -> Watched | None:
    """The watch that counts now: the newest, unless the issue was reopened since."""
    return next((watched for watched in watches(work, issue_id) if watched.counts), None)


def watch_before(work: UnitOfWork, issue_id: int, at: datetime) -> Watched | None:
    """The watch that an older document rests on."""
    return next((watched for watched in watches(work, issue_id) if watched.started_at <= at), None)


def watch_ends(work: UnitOfWork) -> list[datetime]:
    """The instants at which the watches of this community are over."""
    days = work.session.scalars(
        select(Watch.last_on)
        .join(Issue, Issue.id == Watch.issue_id)
        .where(
            Watch.community_id == work.community.id,
            Issue.phase == Phase.WATCHED.value,
            Watch.last_on >= work.today,
        )
    )
    return [end_of(day, work.zone) for day in days]
