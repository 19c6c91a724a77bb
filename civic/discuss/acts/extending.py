"""Let people speak longer: the old day and the reason stay for everybody."""

from datetime import date

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.discuss import events, queries
from civic.discuss.acts.subject import topic_of
from civic.discuss.rules.circle import may_extend
from civic.discuss.tables import MovedTalk, Outcome, Topic
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_extend_talk(
    work: UnitOfWork, topic: Topic, outcome: Outcome | None, to_on: date | None = None
) -> Verdict:
    """The committee, until the outcome is written; without a day: whether there is one to move."""
    if to_on is None:
        open_ended = topic.speak_until_on is None or outcome is not None
        return work.may(P.MOVE_DATES).then(
            lambda: no(say("This date does not run any more.")) if open_ended else YES
        )
    return work.may(P.MOVE_DATES).then(
        lambda: may_extend(topic.speak_until_on, to_on, work.today, written=outcome is not None)
    )


def extend_talk(work: UnitOfWork, topic_id: int, *, to_on: date, reason: str) -> None:
    """A later last day, with its public reason."""
    topic, issue = topic_of(work, topic_id)
    may_extend_talk(work, topic, queries.outcome_of(work, issue.id), to_on).demand()
    work.require(P.MOVE_DATES)
    was = topic.speak_until_on
    assert was is not None
    topic.speak_until_on = to_on
    topic.talk_moved += 1
    work.add(
        MovedTalk(
            topic_id=topic.id, was_on=was, now_on=to_on, reason=reason, by_id=work.person_id, at=work.now
        )
    )
    work.record(events.TalkExtended(issue_id=issue.id, topic_id=topic.id, was_on=was, now_on=to_on))
