"""Call a talk from a topic, move it, call it off, write down what came of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from civic.core.days import day_of, days_late, end_of, working_days_after
from civic.core.verdict import Verdict
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import topic_of
from civic.discuss.rules import calling
from civic.discuss.rules.calling import Kind
from civic.discuss.tables import Outcome, Parlour, Talk, TalkInvited, TalkMove
from civic.permissions import Permission, Standing
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


@dataclass(frozen=True)
class Invitation:
    """What a call says: kind, who is invited (`rules.BODIES`), when, where, about what."""

    kind: Kind
    bodies: Collection[str]
    starts_at: datetime
    place: str
    about: str


def may_call_talk(work: UnitOfWork, outcome: Outcome | None) -> Verdict:
    """Committee and heads, until the outcome is written, which rests on what was talked over."""
    return work.may(P.CALL_TALK).then(lambda: rules.may_add(written=outcome is not None))


def call_talk(work: UnitOfWork, topic_id: int, to: Invitation) -> Talk:
    """A day, an hour, a place; those invited and those who follow the issue find it under Today."""
    topic, issue = topic_of(work, topic_id)
    may_call_talk(work, queries.outcome_of(work, issue.id)).then(
        lambda: calling.invitation_fits(to.kind, to.bodies)
    ).then(lambda: calling.hour_fits(to.starts_at, work.now)).demand()
    work.require(P.CALL_TALK)
    talk = Talk(
        topic_id=topic.id, kind=to.kind.value, place=to.place, about=to.about, called_at=work.now,
        called_by_id=work.person_id, role=work.role,
    )  # fmt: skip
    _set(work, talk, to.starts_at)
    work.add(talk)
    for body in to.bodies:
        work.add(TalkInvited(talk_id=talk.id, body=body))
    work.record(events.TalkCalled(**_of(issue, talk), starts_at=talk.starts_at))
    return talk


def may_move_talk(work: UnitOfWork, talk: Talk) -> Verdict:
    """Whoever called it, or the committee, until it is over."""
    return _may_change(work, talk)


def move_talk(work: UnitOfWork, talk_id: int, *, starts_at: datetime, place: str, because: str) -> None:
    """Another hour or place, with a public reason; the old one stays readable."""
    talk = work.get(Talk, talk_id, lock=True)
    _topic, issue = topic_of(work, talk.topic_id)
    may_move_talk(work, talk).then(lambda: calling.hour_fits(starts_at, work.now)).then(
        lambda: calling.move_fits(talk.starts_at, talk.place, starts_at, place)
    ).demand()
    work.require(P.CALL_TALK)
    from_at = talk.starts_at
    work.add(
        TalkMove(
            talk_id=talk.id, from_at=from_at, from_place=talk.place, because=because, moved_at=work.now
        )
    )  # fmt: skip
    talk.place, talk.late_noted_at = place, None
    talk.was_at = talk.was_at if starts_at == from_at else from_at
    _set(work, talk, starts_at)
    work.record(events.TalkMoved(**_of(issue, talk), starts_at=starts_at, from_at=from_at))


def may_call_off_talk(work: UnitOfWork, talk: Talk) -> Verdict:
    """Whoever called it, or the committee, until it is over; afterwards too, where nobody met."""
    return _may_change(work, talk)


def call_off_talk(work: UnitOfWork, talk_id: int, *, because: str) -> None:
    """It does not take place; the reason is public."""
    talk = work.get(Talk, talk_id, lock=True)
    _topic, issue = topic_of(work, talk.topic_id)
    may_call_off_talk(work, talk).demand()
    work.require(P.CALL_TALK)
    talk.called_off_at, talk.called_off_because = work.now, because
    work.record(events.TalkCalledOff(**_of(issue, talk), starts_at=talk.starts_at))


def may_conclude_talk(work: UnitOfWork, talk: Talk, outcome: Outcome | None) -> Verdict:
    """Whoever may record minutes, once it has begun."""
    return (
        work.may(P.RECORD_PARLOUR)
        .then(
            lambda: calling.still_on(
                called_off=talk.called_off_at is not None, concluded=talk.concluded_at is not None
            )
        )
        .then(lambda: rules.may_add(written=outcome is not None))
        .then(lambda: calling.may_conclude(starts_at=talk.starts_at, now=work.now))
    )


def conclude_talk(
    work: UnitOfWork, talk_id: int, *, present: Mapping[str, int], consensus: str, not_agreed: str, dissent: str
) -> Parlour:  # fmt: skip
    """Its minutes: what was agreed and what not, how many were there of each body (`rules.PARTIES`)."""
    talk = work.get(Talk, talk_id, lock=True)
    _topic, issue = topic_of(work, talk.topic_id)
    may_conclude_talk(work, talk, queries.outcome_of(work, issue.id)).then(
        lambda: rules.somebody_present(present)
    ).demand()
    work.require(P.RECORD_PARLOUR)
    heads = {party: n for party, n in present.items() if n}
    minutes = work.add(
        Parlour(
            topic_id=talk.topic_id, talk_id=talk.id, held_on=day_of(talk.starts_at, work.zone), place=talk.place,
            present=heads, consensus=consensus, not_agreed=not_agreed, dissent=dissent, recorded_at=work.now,
        )
    )  # fmt: skip
    talk.concluded_at = work.now
    work.record(
        events.TalkConcluded(
            **_of(issue, talk), parlour_id=minutes.id, present=sum(heads.values()),
            late_days=days_late(talk.due_on, work.today),
        )
    )  # fmt: skip
    return minutes


def note_talk_late(work: UnitOfWork, talk_id: int) -> None:
    """Nobody has written what came of it; a duty of the timetable, once."""
    talk = work.get(Talk, talk_id, lock=True)
    _topic, issue = topic_of(work, talk.topic_id)
    over = talk.called_off_at or talk.concluded_at or talk.late_noted_at
    if over or work.now < talk.due_end_at or queries.outcome_of(work, issue.id):
        return
    talk.late_noted_at = work.now
    held_on = day_of(talk.starts_at, work.zone)
    work.record(events.TalkOutcomeLate(**_of(issue, talk), held_on=held_on, due_on=talk.due_on))


def _may_change(work: UnitOfWork, talk: Talk) -> Verdict:
    actor = work.actor
    own = actor is not None and (
        actor.person_id == talk.called_by_id or Standing.COMMITTEE in actor.standings
    )
    return work.may(P.CALL_TALK).then(
        lambda: calling.may_change(
            own=own, called_off=talk.called_off_at is not None, concluded=talk.concluded_at is not None
        )
    )


def _set(work: UnitOfWork, talk: Talk, starts_at: datetime) -> None:
    """The hour, and by when everybody reads what came of it."""
    talk.starts_at = starts_at
    talk.due_on = working_days_after(day_of(starts_at, work.zone), calling.OUTCOME_DAYS, work.calendar)
    talk.due_end_at = end_of(talk.due_on, work.zone)


def _of(issue: Issue, talk: Talk) -> dict[str, Any]:
    return {
        "issue_id": issue.id, "reference": issue.reference, "talk_id": talk.id, "talk": Kind(talk.kind),
    }  # fmt: skip
