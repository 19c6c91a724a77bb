"""Write the outcome, treat its comments, let its days end."""

from civic.core.days import deadline, end_of
from civic.core.verdict import YES, Verdict, no
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import nature_of, topic_of
from civic.discuss.rules import Promise, Way
from civic.discuss.tables import Contribution, Outcome, Topic
from civic.permissions import Permission
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_write_outcome(work: UnitOfWork, topic: Topic, outcome: Outcome | None) -> Verdict:
    """The committee, once, after the topic's posting."""
    return work.may(P.WRITE_OUTCOME).then(
        lambda: rules.may_write_outcome(
            written=outcome is not None,
            posted_until_on=topic.posted_until_on,
            today=work.today,
            speak_until_on=topic.speak_until_on,
        )
    )


def write_outcome(
    work: UnitOfWork, topic_id: int, *, agreed: str, not_agreed: str, way: str, promise: Promise
) -> Outcome:
    """What was agreed and not, a promise that can be counted, and the way on; posted 15 days (art. 34)."""
    topic, issue = topic_of(work, topic_id)
    may_write_outcome(work, topic, queries.outcome_of(work, issue.id)).then(
        lambda: _holds(promise, Way(way), work)
    ).then(lambda: rules.may_take_way(nature_of(issue), Way(way))).demand()
    work.require(P.WRITE_OUTCOME)
    until = deadline(work.today, rules.POSTING_DAYS, work.calendar)
    comments_until = deadline(work.today, rules.COMMENT_DAYS, work.calendar)
    outcome = work.add(
        Outcome(
            topic_id=topic.id, issue_id=issue.id, agreed=agreed, not_agreed=not_agreed, **vars(promise), way=way,
            written_at=work.now, posted_until_on=until, comments_until_on=comments_until,
            comments_end_at=end_of(comments_until, work.zone),
        )
    )  # fmt: skip
    work.record(
        events.OutcomeWritten(
            issue_id=issue.id, reference=issue.reference, outcome_id=outcome.id, need=promise.need,
            of_days=promise.of_days, cost_fen=promise.cost_fen, way=way, posted_until_on=until,
            comments_until_on=comments_until, deadline_on=promise.deadline_on,
        )
    )  # fmt: skip
    return outcome


def _holds(promise: Promise, way: Way, work: UnitOfWork) -> Verdict:
    because = next(iter(rules.promise_faults(promise, way, work.today).values()), None)
    return YES if because is None else no(because)


def may_treat_comment(work: UnitOfWork, comment: Contribution, outcome: Outcome | None) -> Verdict:
    """The committee, while the outcome hangs; a slip of the finger can be put right."""
    ended = outcome is None or outcome.posting_ended_at is not None
    return work.may(P.WRITE_OUTCOME).then(
        lambda: rules.may_treat(
            on_outcome=comment.on_outcome and comment.stance not in rules.NO_STANCE, posting_ended=ended
        )
    )


def treat_comment(work: UnitOfWork, contribution_id: int, *, adopted: bool, treatment: str) -> None:
    """Say in public whether a comment on the outcome is taken up, and what changed or why nothing does."""
    comment = work.get(Contribution, contribution_id, lock=True)
    topic, issue = topic_of(work, comment.topic_id)
    outcome = queries.outcome_of(work, issue.id)
    may_treat_comment(work, comment, outcome).demand()
    work.require(P.WRITE_OUTCOME)
    comment.adopted, comment.treatment = adopted, treatment
    work.session.flush()
    count = queries.comment_count(work, topic.id)
    work.record(
        events.CommentTreated(
            issue_id=issue.id, reference=issue.reference, contribution_id=comment.id, taken_up=adopted,
            ended=bool(outcome and work.today > outcome.comments_until_on), **vars(count),
        )
    )  # fmt: skip


def end_comments(work: UnitOfWork, outcome_id: int) -> None:
    """The comment days are over; a duty of the timetable, once."""
    outcome = work.get(Outcome, outcome_id, lock=True)
    if outcome.comments_ended_at is not None or work.now < outcome.comments_end_at:
        return
    outcome.comments_ended_at = work.now
    issue = work.get(Issue, outcome.issue_id)
    study = queries.study_of_outcome(work, issue.id)
    needed = rules.needs_study(nature_of(issue), Way(outcome.way))
    work.record(
        events.CommentsEnded(
            issue_id=issue.id, reference=issue.reference, way=outcome.way,
            study_missing=needed and not (study and study.agreed), posted_until_on=outcome.posted_until_on,
            **vars(queries.comment_count(work, outcome.topic_id)),
        )
    )  # fmt: skip


def end_posting(work: UnitOfWork, outcome_id: int) -> None:
    """The outcome hung for its days. A reaction on NoticeLapsed; without a vote it is now carried out or archived."""
    outcome = work.get(Outcome, outcome_id, lock=True)
    issue = work.get(Issue, outcome.issue_id)
    outcome.posting_ended_at = work.now
    waits = issue.phase == Phase.OUTCOME.value
    work.record(
        events.OutcomeStands(
            issue_id=issue.id, reference=issue.reference, outcome_id=outcome.id, way=outcome.way,
            carried_out=waits and outcome.way == Way.CARRY_OUT.value,
            archived=waits and outcome.way == Way.ARCHIVE.value,
        )
    )  # fmt: skip
