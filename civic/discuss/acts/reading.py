"""Read what became of one's own words or report."""

from civic.core.errors import Refusal
from civic.core.message import say
from civic.core.verdict import YES, Verdict, not_allowed
from civic.discuss import events, queries
from civic.discuss.acts.subject import helping, spoken_of
from civic.discuss.tables import Hiding, PaperQuestion, Report
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_see_talk_news(work: UnitOfWork) -> Verdict:
    """Whom it concerns, themselves: a helper does not see it in their place."""
    theirs = not_allowed(say("News like this is read by the person alone."))
    return work.may(P.CONTRIBUTE).then(lambda: theirs if helping(work) else YES)


def see_talk_news(work: UnitOfWork, contribution_id: int) -> None:
    """I have read what became of what I said, or of my report."""
    spoken = spoken_of(work, contribution_id)
    may_see_talk_news(work).demand()
    work.require(P.CONTRIBUTE)
    mine, report = queries.unseen_hidings(work, contribution_id), queries.my_report(work, contribution_id)
    question = queries.question_of(work, contribution_id) if spoken.own(work) else None
    news: list[Hiding | Report | PaperQuestion] = [
        *(mine if spoken.own(work) else []),
        *([report] if report and report.answer else []),
        *([question] if question and question.answered_at and question.answer_id != contribution_id else []),
    ]
    unread = [each for each in news if each.seen_at is None]
    if not unread:
        raise Refusal(say("There is no news of it."))
    for each in unread:
        each.seen_at = work.now
    work.record(events.TalkNewsSeen(issue_id=spoken.issue.id, contribution_id=contribution_id))
