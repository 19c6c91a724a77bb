"""What was promised, and what was seen of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from civic.discuss.tables import Outcome
from civic.supervise.rules.promise import Look, Promise, Promised
from civic.supervise.tables import Observation, Watch
from civic.work import UnitOfWork


def promised(work: UnitOfWork, issue_id: int) -> Promised | None:
    """The criterion of the issue's outcome; None for an issue without one."""
    row = work.session.execute(
        select(Outcome.criterion, Outcome.need, Outcome.of_days).where(
            Outcome.issue_id == issue_id, Outcome.community_id == work.community.id
        )
    ).one_or_none()
    return Promised(row.criterion, row.need, row.of_days) if row else None


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
    promise: Promise
    seen: list[Seen]


def watches(work: UnitOfWork, issue_id: int) -> list[Watched]:
    """All watches of an issue, the newest first, with every observation: one statement."""
    rows = work.session.execute(
        select(Watch, Observation)
        .outerjoin(Observation, Observation.watch_id == Watch.id)
        .where(Watch.issue_id == issue_id, Watch.community_id == work.community.id)
        .order_by(Watch.id.desc(), Observation.day)
    ).all()
    found: dict[int, tuple[Watch, list[Seen]]] = {}
    for watch, observation in rows:
        seen = found.setdefault(watch.id, (watch, []))[1]
        if observation is not None:
            look = Look(observation.day, observation.kept, observation.cleared_at)
            seen.append(
                Seen(
                    look, observation.note, observation.observer_id, observation.observer_role, observation.at
                )
            )
    return [_watched(watch, seen) for watch, seen in found.values()]


def _watched(watch: Watch, seen: list[Seen]) -> Watched:
    promise = Promise(
        Promised(watch.criterion, watch.need, watch.of_days),
        watch.first_on,
        watch.last_on,
        tuple(s.look for s in seen),
    )
    return Watched(watch.id, promise, seen)


def newest_watch(work: UnitOfWork, issue_id: int) -> Watched | None:
    """The watch that counts now."""
    return next(iter(watches(work, issue_id)), None)
