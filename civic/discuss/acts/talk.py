"""Open a topic, speak on it or on its outcome."""

from civic.core.days import deadline
from civic.core.errors import NotFound
from civic.core.verdict import YES, Verdict
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import nature_of, topic_of
from civic.discuss.tables import Contribution, Outcome, Topic
from civic.people.tables import Building
from civic.permissions import NEIGHBOURS, Permission, Standing
from civic.propose.rules.invitation import Circle, invitation_of, may_take_part
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_open_topic(work: UnitOfWork, issue: Issue) -> Verdict:
    """Only what concerns the neighbours is put before them."""
    return rules.may_discuss(nature_of(issue))


def open_topic(work: UnitOfWork, issue_id: int, days: int) -> Topic:
    """The accepted issue becomes a topic, posted for `days`. A reaction on IssueAccepted."""
    issue = work.get(Issue, issue_id)
    may_open_topic(work, issue).demand()
    until = deadline(work.today, days, work.calendar)
    speak_until = issue.speak_until_on or until
    topic = work.add(
        Topic(issue_id=issue.id, opened_at=work.now, posted_until_on=until, speak_until_on=speak_until)
    )
    work.record(
        events.TopicOpened(
            issue_id=issue.id, topic_id=topic.id, posted_until_on=until, speak_until_on=speak_until,
            narrowed=invitation_of(issue.invited).circle is not Circle.ALL,
        )
    )  # fmt: skip
    return topic


def end_topic_posting(work: UnitOfWork, topic_id: int) -> None:
    """The topic hung for its days. A reaction on NoticeLapsed."""
    topic, issue = topic_of(work, topic_id)
    count, notice_id = queries.contributions(work, topic.id), queries.notice_of(work, topic.id)
    work.record(events.TopicPostingEnded(issue_id=issue.id, contributions=count, notice_id=notice_id))


def may_contribute(
    work: UnitOfWork, topic: Topic, issue: Issue, outcome: Outcome | None, *, on_outcome: bool = False, recent: int = 0
) -> Verdict:  # fmt: skip
    """Who is invited, on the topic until its last day; everybody here, on the outcome in its comment days."""
    return (
        work.may(P.CONTRIBUTE)
        .then(lambda: may_speak_now(work, topic, outcome, on_outcome=on_outcome, recent=recent))
        .then(lambda: YES if on_outcome else _invited(work, issue))
    )


def may_speak_now(
    work: UnitOfWork, topic: Topic, outcome: Outcome | None, *, on_outcome: bool, recent: int = 0
) -> Verdict:
    """Whether it is the time for it, whoever asks."""
    return rules.may_contribute(
        written=outcome is not None, on_outcome=on_outcome,
        comments_until_on=outcome.comments_until_on if outcome else None, today=work.today, recent=recent,
        speak_until_on=topic.speak_until_on,
    )  # fmt: skip


def _invited(work: UnitOfWork, issue: Issue) -> Verdict:
    assert work.actor is not None
    return may_take_part(invitation_of(issue.invited), work.actor.standings, work.actor.building_id)


def contribute(
    work: UnitOfWork, topic_id: int, *, stance: str, text: str, on_outcome: bool = False
) -> Contribution:
    """Say something with a stance; the public name and the HTML are kept as of now."""
    topic, issue = topic_of(work, topic_id)
    work.may(P.CONTRIBUTE).demand()
    recent = queries.recent_contributions(work, work.person_id, rules.window_from(work.now))
    outcome = queries.outcome_of(work, issue.id)
    may_contribute(work, topic, issue, outcome, on_outcome=on_outcome, recent=recent).demand()
    work.require(P.CONTRIBUTE)
    said = work.add(
        Contribution(
            topic_id=topic.id, person_id=work.person_id, role=work.role, stance=stance, text=text,
            html=rules.paragraphs(text), shown_as=public_name(work), on_outcome=on_outcome, at=work.now,
        )
    )  # fmt: skip
    work.record(
        events.ContributionMade(
            issue_id=issue.id,
            topic_id=topic.id,
            stance=stance,
            on_outcome=on_outcome,
            contribution_id=said.id,
        )
    )
    return said


def public_name(work: UnitOfWork) -> str:
    """As the actor's words are signed from now on."""
    if work.actor is None:
        raise NotFound
    home = work.actor.building_id
    building = work.get(Building, home).name if home is not None else ""
    in_office = Standing(work.role) not in NEIGHBOURS
    return rules.shown_as(work.actor.name, building, in_office=in_office)
