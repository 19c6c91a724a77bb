"""Write the draft of a resolution; propose, withdraw and answer amendments to it."""

from civic.core.days import days_late, end_of, working_days_after
from civic.core.errors import NotFound
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.discuss import events, queries, rules
from civic.discuss.acts.reading import may_see_talk_news
from civic.discuss.acts.subject import helping, topic_of
from civic.discuss.acts.talk import may_contribute, public_name
from civic.discuss.queries import drafting as found
from civic.discuss.rules import drafting
from civic.discuss.rules.talk import may_speak_again
from civic.discuss.tables import Amendment, DraftVersion, Outcome, Topic
from civic.permissions import Permission
from civic.propose.rules import Phase
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_write_draft(work: UnitOfWork, issue: Issue, *, written: bool) -> Verdict:
    """Whoever writes the outcome, once, before the vote is called."""
    return work.may(P.WRITE_OUTCOME).then(
        lambda: drafting.may_write_draft(written=written, phase=Phase(issue.phase))
    )


def write_draft(work: UnitOfWork, topic_id: int, *, text: str) -> DraftVersion:
    """Version 1, public at once."""
    topic, issue = topic_of(work, topic_id)
    may_write_draft(work, issue, written=found.draft_of(work, topic.id) is not None).demand()
    work.require(P.WRITE_OUTCOME)
    draft = work.add(
        DraftVersion(topic_id=topic.id, number=1, text=drafting.tidy(text), by_id=work.person_id, at=work.now)
    )
    work.record(events.DraftWritten(issue_id=issue.id, reference=issue.reference, version=1))
    return draft


def may_propose_amendment(
    work: UnitOfWork, topic: Topic, issue: Issue, outcome: Outcome | None, text: str, *, recent: int = 0
) -> Verdict:
    """Whoever may speak on the topic; on the outcome, whoever may comment on it."""
    return (
        work.may(P.CONTRIBUTE)
        .then(lambda: drafting.may_amend(text=text, phase=Phase(issue.phase)))
        .then(lambda: may_contribute(work, topic, issue, outcome, on_outcome=outcome is not None))
        .then(lambda: may_speak_again(recent))
    )


def propose_amendment(work: UnitOfWork, topic_id: int, *, old: str, new: str, why: str) -> Amendment:
    """Text against text; the committee owes an answer within five working days."""
    topic, issue = topic_of(work, topic_id)
    work.may(P.CONTRIBUTE).demand()
    draft, outcome = found.draft_of(work, topic.id), queries.outcome_of(work, issue.id)
    recent = found.recent_amendments(work, rules.window_from(work.now))
    text = draft.text if draft else ""
    may_propose_amendment(work, topic, issue, outcome, text, recent=recent).then(
        lambda: drafting.amendment_holds(text=text, old=old, new=new)
    ).demand()
    work.require(P.CONTRIBUTE)
    if draft is None:
        raise NotFound
    due = working_days_after(work.today, drafting.AMEND_DAYS, work.calendar)
    amendment = work.add(
        Amendment(
            topic_id=topic.id, version=draft.number, old=old, new=drafting.tidy(new), why=why,
            person_id=work.person_id, role=work.role, shown_as=public_name(work), at=work.now, due_on=due,
            due_end_at=end_of(due, work.zone),
        )
    )  # fmt: skip
    work.record(
        events.AmendmentProposed(
            issue_id=issue.id, reference=issue.reference, amendment_id=amendment.id, version=draft.number,
            due_on=due,
        )
    )  # fmt: skip
    return amendment


def amendment_of(work: UnitOfWork, amendment_id: int, *, lock: bool = False) -> tuple[Amendment, Issue]:
    """It and its issue; `NotFound` if they are not of this community."""
    amendment = work.get(Amendment, amendment_id, lock=lock)
    return amendment, topic_of(work, amendment.topic_id)[1]


def may_withdraw_amendment(work: UnitOfWork, amendment: Amendment) -> Verdict:
    """Whoever proposed it, themselves, until it is answered."""
    own = work.actor is not None and work.actor.person_id == amendment.person_id
    return (
        work.may(P.CONTRIBUTE)
        .then(lambda: rules.own_words(own=own, helping=helping(work)))
        .then(lambda: drafting.may_withdraw_amendment(state=amendment.state))
    )


def withdraw_amendment(work: UnitOfWork, amendment_id: int) -> None:
    """Its text is gone, its place stays."""
    amendment, issue = amendment_of(work, amendment_id, lock=True)
    may_withdraw_amendment(work, amendment).demand()
    work.require(P.CONTRIBUTE)
    amendment.state, amendment.answered_at, amendment.seen_at = drafting.TAKEN_BACK, work.now, work.now
    amendment.new = amendment.why = ""
    work.record(
        events.AmendmentWithdrawn(issue_id=issue.id, reference=issue.reference, amendment_id=amendment.id)
    )


def may_answer_amendment(work: UnitOfWork, amendment: Amendment) -> Verdict:
    """Whoever writes the outcome wrote the draft, and answers."""
    return work.may(P.WRITE_OUTCOME).then(lambda: drafting.may_answer_amendment(state=amendment.state))


def may_accept_amendment(work: UnitOfWork, amendment: Amendment, issue: Issue) -> Verdict:
    """While the draft can still change, and holds the paragraph."""
    draft = found.draft_of(work, amendment.topic_id)
    return may_answer_amendment(work, amendment).then(
        lambda: drafting.may_accept(
            text=draft.text if draft else "", old=amendment.old, new=amendment.new, phase=Phase(issue.phase)
        )
    )


def answer_amendment(work: UnitOfWork, amendment_id: int, *, accepted: bool, reason: str = "") -> None:
    """Accepted, it makes the next version, and whoever wanted the same paragraph otherwise is told; declined,
    everybody reads why."""
    amendment, issue = amendment_of(work, amendment_id, lock=True)
    may = (
        may_accept_amendment(work, amendment, issue)
        if accepted
        else may_answer_amendment(work, amendment).then(lambda: drafting.may_decline(reason=reason))
    )
    may.demand()
    work.require(P.WRITE_OUTCOME)
    draft = found.draft_of(work, amendment.topic_id)
    if draft is None:
        raise NotFound
    number, outdated = draft.number, 0
    amendment.state = drafting.ACCEPTED if accepted else drafting.DECLINED
    amendment.answer, amendment.answered_by, amendment.answered_at = reason, work.person_id, work.now
    if accepted:
        number, outdated = number + 1, _take_up(work, amendment, draft)
    work.record(
        events.AmendmentAnswered(
            issue_id=issue.id, reference=issue.reference, amendment_id=amendment.id, accepted=accepted,
            version=number, outdated=outdated, late_days=days_late(amendment.due_on, work.today),
        )
    )  # fmt: skip


def _take_up(work: UnitOfWork, amendment: Amendment, draft: DraftVersion) -> int:
    """The next version; how many others lost their paragraph."""
    text = drafting.replaced(draft.text, amendment.old, amendment.new)
    if text is None:
        raise NotFound
    work.add(
        DraftVersion(
            topic_id=draft.topic_id, number=draft.number + 1, text=text, why=amendment.why,
            by_id=work.person_id, at=work.now,
        )
    )  # fmt: skip
    waiting = {each.id: each for each in found.amendments_waiting(work, draft.topic_id)}
    others = [(number, each.old) for number, each in waiting.items() if number != amendment.id]
    lost = drafting.outdated_by(amendment.old, others)
    for number in lost:
        waiting[number].state, waiting[number].answered_at = drafting.OUTDATED, work.now
    return len(lost)


def may_see_amendment_answer(work: UnitOfWork, amendment: Amendment) -> Verdict:
    """Whoever proposed it, once something became of it."""
    own = work.actor is not None and work.actor.person_id == amendment.person_id
    unread = own and amendment.answered_at is not None and amendment.seen_at is None
    return may_see_talk_news(work).then(lambda: YES if unread else no(say("There is no news of it.")))


def see_amendment_answer(work: UnitOfWork, amendment_id: int) -> None:
    """I have read what became of my amendment."""
    amendment, issue = amendment_of(work, amendment_id, lock=True)
    may_see_amendment_answer(work, amendment).demand()
    work.require(P.CONTRIBUTE)
    amendment.seen_at = work.now
    work.record(events.AmendmentSeen(issue_id=issue.id, reference=issue.reference, amendment_id=amendment.id))


def note_amendment_late(work: UnitOfWork, amendment_id: int) -> None:
    """The day of the answer has passed; a duty of the timetable, once."""
    amendment, issue = amendment_of(work, amendment_id, lock=True)
    if amendment.answered_at or amendment.late_noted_at or work.now < amendment.due_end_at:
        return
    amendment.late_noted_at = work.now
    work.record(
        events.AmendmentOverdue(
            issue_id=issue.id, reference=issue.reference, amendment_id=amendment.id, due_on=amendment.due_on
        )
    )
