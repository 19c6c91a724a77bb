"""Answer what was said; reword or take back one's own."""

from sqlalchemy import delete

from civic.core.message import say
from civic.core.verdict import Verdict, no
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import Spoken, helping, spoken_of
from civic.discuss.acts.talk import may_contribute, public_name
from civic.discuss.rules import REPLY, WITHDRAWN
from civic.discuss.tables import Contribution, Wording
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_reply(work: UnitOfWork, spoken: Spoken, *, recent: int = 0) -> Verdict:
    """Whoever may speak at this moment, under a contribution that can be read."""
    on_outcome = spoken.said.on_outcome
    return may_contribute(
        work, spoken.topic, spoken.issue, spoken.outcome, on_outcome=on_outcome, recent=recent
    ).then(
        lambda: rules.may_reply(
            is_reply=spoken.said.parent_id is not None, withdrawn=spoken.withdrawn, hidden=spoken.hidden
        )
    )


def reply(work: UnitOfWork, contribution_id: int, *, text: str) -> Contribution:
    """An answer under a contribution; it takes no side in the figures."""
    spoken = spoken_of(work, contribution_id, lock=True)
    work.may(P.CONTRIBUTE).demand()
    recent = queries.recent_contributions(work, work.person_id, rules.window_from(work.now))
    may_reply(work, spoken, recent=recent).demand()
    work.require(P.CONTRIBUTE)
    parent = spoken.said
    parent.replies += 1
    answer = work.add(
        Contribution(
            topic_id=parent.topic_id, person_id=work.person_id, role=work.role, stance=REPLY, text=text,
            html=rules.paragraphs(text), shown_as=public_name(work), on_outcome=parent.on_outcome, at=work.now,
            parent_id=parent.id, place=parent.replies,
        )
    )  # fmt: skip
    work.record(
        events.ReplyMade(issue_id=spoken.issue.id, contribution_id=answer.id, parent_id=parent.id)
    )  # fmt: skip
    return answer


def may_edit_contribution(work: UnitOfWork, spoken: Spoken) -> Verdict:
    """Its author, in the window and while the discussion is open."""
    said = spoken.said
    return (
        work.may(P.CONTRIBUTE)
        .then(lambda: rules.own_words(own=spoken.own(work), helping=helping(work)))
        .then(
            lambda: rules.may_edit(
                withdrawn=spoken.withdrawn, hidden=spoken.hidden, replies=said.replies, edits=said.edits,
                said_at=said.at, now=work.now,
            )
        )
        .then(
            lambda: may_contribute(
                work, spoken.topic, spoken.issue, spoken.outcome, on_outcome=said.on_outcome
            )
        )
    )  # fmt: skip


def edit_contribution(work: UnitOfWork, contribution_id: int, *, stance: str, text: str) -> None:
    """Say it in other words, or from another side; how it read is kept and can be read."""
    spoken = spoken_of(work, contribution_id, lock=True)
    said = spoken.said
    may_edit_contribution(work, spoken).demand()
    stance = stance if said.parent_id is None else REPLY
    if (stance, text) == (said.stance, said.text):
        no(say("Nothing was changed.")).demand()
    work.require(P.CONTRIBUTE)
    work.add(Wording(contribution_id=said.id, stance=said.stance, html=said.html, until_at=work.now))
    said.stance, said.text, said.html = stance, text, rules.paragraphs(text)
    said.edits += 1
    work.record(
        events.ContributionEdited(
            issue_id=spoken.issue.id, contribution_id=said.id, stance=stance, edits=said.edits
        )
    )


def may_withdraw_contribution(work: UnitOfWork, spoken: Spoken, *, appealed: bool) -> Verdict:
    """Its author, at any time; not while an appeal about it is open."""
    return (
        work.may(P.CONTRIBUTE)
        .then(lambda: rules.own_words(own=spoken.own(work), helping=helping(work)))
        .then(lambda: rules.may_withdraw(withdrawn=spoken.withdrawn, appealed=appealed))
        .then(lambda: _may_take_back(work, spoken.said))
    )


def _may_take_back(work: UnitOfWork, said: Contribution) -> Verdict:
    """What was asked about the option paper and answered stays, and so does the answer."""
    question = queries.question_of(work, said.id)
    return rules.may_take_back(
        answered=question is not None and question.answered_at is not None,
        is_answer=question is not None and question.answer_id == said.id,
    )


def withdraw_contribution(work: UnitOfWork, contribution_id: int) -> None:
    """The text goes, here and as it read before; its place stays, for no side."""
    spoken = spoken_of(work, contribution_id, lock=True)
    said = spoken.said
    may_withdraw_contribution(work, spoken, appealed=queries.appeal_open(work, said.id)).demand()
    work.require(P.CONTRIBUTE)
    said.stance, said.text, said.html, said.edits = WITHDRAWN, "", "", 0
    work.session.execute(delete(Wording).where(Wording.contribution_id == said.id))
    for report in queries.open_reports(work, said.id):
        report.answer = WITHDRAWN
    if question := queries.question_of(work, said.id):
        question.withdrawn_at = work.now
    work.record(events.ContributionWithdrawn(issue_id=spoken.issue.id, contribution_id=said.id))
