"""Ask about the option paper; answer; and when the answer is late."""

from civic.core.days import days_late, end_of, working_days_after
from civic.core.errors import NotFound
from civic.core.verdict import Verdict
from civic.discuss import events, queries, rules
from civic.discuss.acts.subject import Spoken, spoken_of, topic_of
from civic.discuss.acts.talk import public_name
from civic.discuss.rules import REPLY
from civic.discuss.tables import Contribution, OptionPaper, Outcome, PaperQuestion
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_ask_about_paper(
    work: UnitOfWork, paper: OptionPaper | None, outcome: Outcome | None, *, recent: int = 0
) -> Verdict:
    """Everybody here, once there is a paper: also after the last day to speak, because papers often come later."""
    return (
        work.may(P.CONTRIBUTE)
        .then(
            lambda: rules.may_contribute(
                written=outcome is not None, on_outcome=False, comments_until_on=None, today=work.today, recent=recent
            )
        )
        .then(lambda: rules.may_ask(filed=paper is not None))
    )  # fmt: skip


def ask_about_paper(work: UnitOfWork, topic_id: int, *, text: str) -> PaperQuestion:
    """A contribution like any other, and besides somebody owes an answer within five working days."""
    topic, issue = topic_of(work, topic_id)
    work.may(P.CONTRIBUTE).demand()
    paper, outcome = queries.paper_of(work, topic.id), queries.outcome_of(work, issue.id)
    recent = queries.recent_contributions(work, work.person_id, rules.window_from(work.now))
    may_ask_about_paper(work, paper, outcome, recent=recent).demand()
    work.require(P.CONTRIBUTE)
    if paper is None:
        raise NotFound
    said = work.add(
        Contribution(
            topic_id=topic.id, person_id=work.person_id, role=work.role, stance="question", text=text,
            html=rules.paragraphs(text), shown_as=public_name(work), at=work.now,
        )
    )  # fmt: skip
    due = working_days_after(work.today, rules.QUESTION_DAYS, work.calendar)
    question = work.add(
        PaperQuestion(
            topic_id=topic.id, contribution_id=said.id, version=paper.version, owed_by=paper.role, due_on=due,
            due_end_at=end_of(due, work.zone),
        )
    )  # fmt: skip
    work.record(
        events.PaperQuestionAsked(
            issue_id=issue.id, contribution_id=said.id, version=paper.version, owed_by=paper.role, due_on=due
        )
    )
    return question


def may_answer_question(work: UnitOfWork, spoken: Spoken, question: PaperQuestion | None) -> Verdict:
    """Whoever holds the office under which the paper was published."""
    held = [standing.value for standing in work.actor.standings] if work.actor else []
    return work.may(P.FILE_OPTIONS).then(
        lambda: rules.may_answer_question(
            asked=question is not None,
            answered=question is not None and question.answered_at is not None,
            withdrawn=spoken.withdrawn,
            hidden=spoken.hidden,
            owes=question is not None and question.owed_by in held,
        )
    )


def answer_question(work: UnitOfWork, contribution_id: int, *, text: str) -> Contribution:
    """A reply under the question, which is its answer from now on, however late."""
    spoken = spoken_of(work, contribution_id, lock=True)
    question = queries.question_of(work, contribution_id)
    may_answer_question(work, spoken, question).demand()
    work.require(P.FILE_OPTIONS)
    if question is None:
        raise NotFound
    asked = spoken.said
    asked.replies += 1
    answer = work.add(
        Contribution(
            topic_id=asked.topic_id, person_id=work.person_id, role=work.role, stance=REPLY, text=text,
            html=rules.paragraphs(text), shown_as=public_name(work), at=work.now, parent_id=asked.id,
            place=asked.replies,
        )
    )  # fmt: skip
    question.answer_id, question.answered_at = answer.id, work.now
    work.record(
        events.PaperQuestionAnswered(
            issue_id=spoken.issue.id, reference=spoken.issue.reference, contribution_id=answer.id,
            question_id=asked.id, owed_by=question.owed_by, late_days=days_late(question.due_on, work.today),
        )
    )  # fmt: skip
    return answer


def note_question_late(work: UnitOfWork, question_id: int) -> None:
    """The day of the answer has passed; a duty of the timetable, once."""
    question = work.get(PaperQuestion, question_id, lock=True)
    over = question.answered_at or question.withdrawn_at or question.late_noted_at
    if over or work.now < question.due_end_at:
        return
    question.late_noted_at = work.now
    spoken = spoken_of(work, question.contribution_id)
    work.record(
        events.PaperAnswerOverdue(
            issue_id=spoken.issue.id, reference=spoken.issue.reference, contribution_id=spoken.said.id,
            owed_by=question.owed_by, due_on=question.due_on,
        )
    )  # fmt: skip
