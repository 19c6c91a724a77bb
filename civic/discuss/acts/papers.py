"""File what a discussion rests on: minutes of the parlour, Party studies."""

from collections.abc import Mapping
from datetime import date, datetime

from civic.core.days import day_of
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import topic_of
from civic.discuss.tables import Outcome, Parlour, Study
from civic.permissions import Permission
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_record_parlour(work: UnitOfWork, outcome: Outcome | None) -> Verdict:
    """Committee and building heads, until the outcome is written."""
    return work.may(P.RECORD_PARLOUR).then(lambda: rules.may_add(written=outcome is not None))


def record_parlour(
    work: UnitOfWork, topic_id: int, *, held_on: date, place: str, present: Mapping[str, int],
    consensus: str, dissent: str,
) -> Parlour:  # fmt: skip
    """Minutes of a meeting in the parlour; `present` counts heads by `rules.PARTIES`."""
    topic, issue = topic_of(work, topic_id)
    opened_on = day_of(topic.opened_at, work.zone)
    may_record_parlour(work, queries.outcome_of(work, issue.id)).then(
        lambda: rules.somebody_present(present)
    ).then(lambda: rules.day_fits(held_on, opened_on, work.today)).demand()
    work.require(P.RECORD_PARLOUR)
    heads = {party: n for party, n in present.items() if n}
    minutes = work.add(
        Parlour(
            topic_id=topic.id, held_on=held_on, place=place, present=heads, consensus=consensus,
            dissent=dissent, recorded_at=work.now,
        )
    )  # fmt: skip
    work.record(
        events.ParlourRecorded(
            issue_id=issue.id, reference=issue.reference, parlour_id=minutes.id, held_on=held_on,
            present=sum(heads.values()),
        )
    )  # fmt: skip
    return minutes


STUDIED_IN = {"topic": (Phase.VERIFIED, Phase.TOPIC), "outcome": (Phase.OUTCOME, Phase.NOT_ADOPTED)}


def study_now(issue: Issue) -> str:
    """What there is to study of an issue at present: its topic or its outcome."""
    return "outcome" if Phase(issue.phase) in STUDIED_IN["outcome"] else "topic"


def studied_since(work: UnitOfWork, issue: Issue, subject: str) -> datetime:
    """From when on there was something to study: the issue raised, the outcome written."""
    outcome = queries.outcome_of(work, issue.id) if subject == "outcome" else None
    return outcome.written_at if outcome else issue.raised_at


def may_record_study(work: UnitOfWork, issue: Issue, subject: str) -> Verdict:
    """The Party committee: of a topic before its outcome, of an outcome before the vote (art. 30)."""
    fits = Phase(issue.phase) in STUDIED_IN.get(subject, ())
    return work.may(P.RECORD_STUDY).then(
        lambda: YES if fits else no(say("There is nothing of that kind to study now."))
    )


def record_study(
    work: UnitOfWork, issue_id: int, *, subject: str, held_on: date, present: int, opinion: str, agreed: bool
) -> Study:
    """A dated record of the Party committee's study, with its opinion; a gate, not a vote."""
    issue = work.get(Issue, issue_id)
    outcome = queries.outcome_of(work, issue.id)
    since = studied_since(work, issue, subject)
    may_record_study(work, issue, subject).then(
        lambda: rules.day_fits(held_on, day_of(since, work.zone), work.today)
    ).demand()
    work.require(P.RECORD_STUDY)
    study = work.add(
        Study(
            issue_id=issue.id, subject=subject, held_on=held_on, present=present, opinion=opinion,
            agreed=agreed, recorded_at=work.now,
        )
    )  # fmt: skip
    vote_next = bool(outcome and subject == "outcome" and work.today > outcome.comments_until_on)
    work.record(
        events.StudyRecorded(
            issue_id=issue.id, reference=issue.reference, subject=subject, held_on=held_on, agreed=agreed,
            vote_next=vote_next, posted_until_on=outcome.posted_until_on if outcome else None,
        )
    )  # fmt: skip
    return study
