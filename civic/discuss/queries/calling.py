"""Talks: of a topic, those that wait for somebody, those whose outcome is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from civic.discuss.rules.calling import EVERYBODY
from civic.discuss.tables import Outcome, Parlour, Talk, TalkInvited, TalkMove, Topic
from civic.permissions import HEADS, NEIGHBOURS, Standing
from civic.propose.queries.following import chosen_by, raised_or_endorsed
from civic.propose.tables import Issue
from civic.work import UnitOfWork

STILL_ON = and_(Talk.called_off_at.is_(None), Talk.concluded_at.is_(None))
WRITTEN = exists().where(Outcome.topic_id == Talk.topic_id)


def talks_of(work: UnitOfWork, topic_id: int) -> Sequence[Talk]:
    """All talks about a topic, the newest first."""
    return work.session.scalars(
        select(Talk)
        .where(Talk.topic_id == topic_id, Talk.community_id == work.community.id)
        .order_by(Talk.starts_at.desc(), Talk.id.desc())
    ).all()


def invited_to(work: UnitOfWork, talk_id: int) -> Sequence[str]:
    """The bodies that are invited."""
    return work.session.scalars(
        select(TalkInvited.body).where(
            TalkInvited.talk_id == talk_id, TalkInvited.community_id == work.community.id
        )
    ).all()


def moves_of(work: UnitOfWork, talk_id: int) -> Sequence[TalkMove]:
    """How often it was moved, the newest first."""
    return work.session.scalars(
        select(TalkMove)
        .where(TalkMove.talk_id == talk_id, TalkMove.community_id == work.community.id)
        .order_by(TalkMove.id.desc())
    ).all()


def minutes_of_talk(work: UnitOfWork, talk_id: int) -> Parlour | None:
    """What came of it."""
    return work.session.scalar(
        select(Parlour).where(Parlour.talk_id == talk_id, Parlour.community_id == work.community.id)
    )


@dataclass(frozen=True)
class TalkWaiting:
    """A talk ahead to which the reader is invited or whose issue they follow; or one that wants its outcome."""

    talk: Talk
    reference: str
    title: str


def talks_waiting(work: UnitOfWork, limit: int = 5) -> list[TalkWaiting]:
    """The soonest first: one statement."""
    ahead = and_(Talk.starts_at > work.now, or_(_invited(work), _follows(work)))
    behind = and_(Talk.starts_at <= work.now, _owes(work), ~WRITTEN)
    rows = work.session.execute(
        select(Talk, Issue.reference, Issue.title)
        .join(Topic, Topic.id == Talk.topic_id)
        .join(Issue, Issue.id == Topic.issue_id)
        .where(Talk.community_id == work.community.id, STILL_ON, or_(ahead, behind))
        .order_by(Talk.starts_at, Talk.id)
        .limit(limit)
    )
    return [TalkWaiting(*row) for row in rows]


def _invited(work: UnitOfWork) -> ColumnElement[bool]:
    held = set(work.actor.standings) if work.actor else set()
    bodies = {standing.value for standing in held}
    if held & HEADS:
        bodies.add(Standing.BUILDING_HEAD.value)
    if held & NEIGHBOURS:
        bodies.add(EVERYBODY)
    return exists().where(TalkInvited.talk_id == Talk.id, TalkInvited.body.in_(sorted(bodies)))


def _follows(work: UnitOfWork) -> ColumnElement[bool]:
    """Whoever raised it, stands behind it or chose to follow it, unless they want to hear no more of it."""
    return and_(
        or_(Issue.id.in_(raised_or_endorsed(work)), Issue.id.in_(chosen_by(work, muted=False))),
        Issue.id.not_in(chosen_by(work, muted=True)),
    )


def _owes(work: UnitOfWork) -> ColumnElement[bool]:
    """Whoever called it; once it is late, the whole committee."""
    own = Talk.called_by_id == work.person_id
    if work.actor is None or Standing.COMMITTEE not in work.actor.standings:
        return own
    return or_(own, Talk.due_end_at <= work.now)


def talk_outcomes_late(session: Session, community_id: int) -> list[tuple[datetime, int]]:
    """Talks whose day of outcome was not yet written down as missed: the instant, the talk."""
    rows = session.execute(
        select(Talk.due_end_at, Talk.id).where(
            Talk.community_id == community_id, STILL_ON, Talk.late_noted_at.is_(None), ~WRITTEN
        )
    )
    return [(row.due_end_at, row.id) for row in rows]
