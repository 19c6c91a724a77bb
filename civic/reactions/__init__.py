"""When this is recorded, do these acts: the constitution's verbs on one screen.

Each reaction runs in the transaction of the act that was recorded; if one fails, nothing happened.
"""

from collections.abc import Callable

from civic.core.event import Event
from civic.decide import acts as decide
from civic.decide.events import ResultDeclared, VoteClosed, VoteFinalised, VoteNotified, VoteVoided
from civic.decide.posters import Poster, final_poster, notice_poster, result_poster
from civic.discuss import acts as discuss
from civic.discuss import events as discussed
from civic.discuss.events import ContributionMade, OutcomeStands, OutcomeWritten, TopicOpened
from civic.discuss.queries import promise_of
from civic.discuss.rules import outcome_lines, topic_lines
from civic.discuss.tables import Outcome
from civic.finding import acts as finding
from civic.manage.events import OrderCompleted, OrderIssued
from civic.manage.queries.facts import earliest_due
from civic.notices.acts import post_notice
from civic.notices.events import NoticeLapsed, NoticePosted, ObjectionAnswered
from civic.notices.tables import Notice
from civic.people.acts.helped import note_helped
from civic.propose import acts as propose
from civic.propose import events as proposed
from civic.propose.rules.invitation import invitation_of
from civic.propose.tables import Issue
from civic.reactions.petitions import count_petition, overtake_petition, put_on_agenda
from civic.reactions.words import issue_of, issuer, written
from civic.supervise import acts as supervise
from civic.supervise import events as supervised
from civic.work import Reaction, Reactions, UnitOfWork


def open_topic(work: UnitOfWork, event: proposed.IssueAccepted) -> None:
    """An accepted issue is discussed."""
    discuss.open_topic(work, issue_of(event), event.days)


def post_topic(work: UnitOfWork, event: TopicOpened) -> None:
    """A topic hangs on the board for its days."""
    issue = work.get(Issue, issue_of(event))
    until = event.speak_until_on or event.posted_until_on
    lines = topic_lines(issue.background, issue.scope, invitation_of(issue.invited), until)
    post_notice(
        work, issue_id=issue.id, subject="topic", subject_id=event.topic_id, title=issue.title,
        body=written(work, lines), issuer=issuer(work),
        until_on=event.posted_until_on,
    )  # fmt: skip


def post_outcome(work: UnitOfWork, event: OutcomeWritten) -> None:
    """An outcome moves the issue on and hangs on the board, open to comments first."""
    issue, outcome = work.get(Issue, issue_of(event)), work.get(Outcome, event.outcome_id)
    propose.advance_issue(work, issue.id, "post_outcome")
    propose.set_due(work, issue.id, event.posted_until_on)
    lines = outcome_lines(
        agreed=outcome.agreed, not_agreed=outcome.not_agreed, promise=promise_of(outcome),
        until=outcome.comments_until_on,
    )  # fmt: skip
    post_notice(
        work, issue_id=issue.id, subject="outcome", subject_id=outcome.id, title=issue.title,
        body=written(work, lines), issuer=issuer(work), until_on=event.posted_until_on,
        comments_until_on=event.comments_until_on,
    )  # fmt: skip


def carry_out(work: UnitOfWork, event: OutcomeStands) -> None:
    """What needs no vote is carried out when its posting has ended, or archived with its reason."""
    if event.carried_out:
        propose.advance_issue(work, issue_of(event), "carry_out")
    if event.archived:
        propose.archive_issue(work, issue_of(event), reason=work.get(Outcome, event.outcome_id).because)
        find_issue(work, event)


def call_vote(work: UnitOfWork, event: VoteNotified) -> None:
    """The notice of a vote moves the issue on and hangs until the day of the vote."""
    propose.advance_issue(work, issue_of(event), "call_vote")
    hang(work, notice_poster(work, event.vote_id))


def count_at_once(work: UnitOfWork, event: VoteClosed) -> None:
    """Online ballots are counted as the vote closes; sheets have their day."""
    propose.set_due(work, issue_of(event), event.declare_by)
    decide.declare_at_close(work, event.vote_id)


def post_result(work: UnitOfWork, event: ResultDeclared) -> None:
    """A result moves the issue on and hangs on the board, open to objections."""
    propose.advance_issue(work, issue_of(event), "adopt" if event.outcome == "adopted" else "fail")
    hang(work, result_poster(work, event.vote_id))


def take_up(work: UnitOfWork, event: VoteFinalised) -> None:
    """What was adopted goes on to be carried out."""
    if event.outcome == "adopted":
        propose.advance_issue(work, issue_of(event), "finalise")
    final = final_poster(work, event.vote_id)
    if final:
        hang(work, final)


def undo_result(work: UnitOfWork, event: VoteVoided) -> None:
    """What was adopted by a result that does not stand is not adopted."""
    if event.outcome == "adopted":
        propose.advance_issue(work, issue_of(event), "fail")


def after_answer(work: UnitOfWork, event: ObjectionAnswered) -> None:
    """An objection to a result: right, and the vote is void; wrong, and the result may become final."""
    notice = work.get(Notice, event.notice_id)
    if notice.subject in RESULTS:
        (decide.void_vote if event.upheld else decide.finalise_vote)(work, notice.subject_id)


RESULTS = ("provisional", "result")

AFTER_POSTING: dict[str, Callable[[UnitOfWork, int], None]] = {
    "topic": discuss.end_topic_posting,
    "outcome": discuss.end_posting,
    **dict.fromkeys(RESULTS, decide.finalise_vote),
}
"""What the end of a posting leads to, by what was posted."""


def after_posting(work: UnitOfWork, event: NoticeLapsed) -> None:
    """The days of a notice are over: whatever waited for that goes on."""
    if event.subject in AFTER_POSTING:
        AFTER_POSTING[event.subject](work, event.subject_id)


def moves(step: str, days: int | None = None) -> Reaction:
    """The issue takes this step of the road, promised for `days` if there are any."""

    def move(work: UnitOfWork, event: Event) -> None:
        propose.advance_issue(work, issue_of(event), step, days=days)

    return move


def promise_orders(work: UnitOfWork, event: Event) -> None:
    """An issue is promised for the day on which its first open work order is due."""
    propose.set_due(work, issue_of(event), earliest_due(work, issue_of(event)))


def open_rating(work: UnitOfWork, event: supervised.IssueClosedOut) -> None:
    """Whoever is affected says how it turned out."""
    supervise.open_rating(work, issue_of(event))


def find_issue(work: UnitOfWork, event: Event) -> None:
    """What an issue says now can be found."""
    finding.index_issue(work, issue_of(event))


def find_said(work: UnitOfWork, event: ContributionMade) -> None:
    """What was said can be found."""
    if event.contribution_id is not None:
        finding.index_row(work, "contribution", event.contribution_id)


def find_changed(work: UnitOfWork, event: discussed.OfContribution) -> None:
    """What was answered, reworded or shown again can be found; what was withdrawn or hidden cannot."""
    finding.index_row(work, "contribution", event.contribution_id)


def find_posted(work: UnitOfWork, event: NoticePosted) -> None:
    """What hangs on the board can be found."""
    finding.index_row(work, "notice", event.notice_id)


REACTIONS: Reactions = {
    Event: (note_helped,),
    proposed.IssueRaised: (find_issue,),
    proposed.IssueVerified: (find_issue, overtake_petition),
    proposed.SafetyTaken: (find_issue,),
    proposed.NatureCorrected: (find_issue, overtake_petition),
    proposed.IssueAccepted: (find_issue, open_topic, overtake_petition),
    proposed.IssueDeclined: (find_issue,),
    proposed.DeclineOverturned: (find_issue,),
    proposed.IssueMerged: (find_issue,),
    proposed.IssueRouted: (find_issue,),
    proposed.IssueHandedUp: (find_issue,),
    proposed.RouteAnswered: (find_issue,),
    proposed.IssueHandled: (find_issue,),
    proposed.PetitionSigned: (count_petition,),
    proposed.SignatureChecked: (count_petition,),
    proposed.PetitionSucceeded: (put_on_agenda, find_issue),
    ContributionMade: (find_said,),
    discussed.ReplyMade: (find_changed,),
    discussed.PaperQuestionAsked: (find_changed,),
    discussed.PaperQuestionAnswered: (find_changed,),
    discussed.ContributionEdited: (find_changed,),
    discussed.ContributionWithdrawn: (find_changed,),
    discussed.ContributionHidden: (find_changed,),
    discussed.ContributionShown: (find_changed,),
    discussed.AppealAnswered: (find_changed,),
    NoticePosted: (find_posted,),
    TopicOpened: (post_topic,),
    OutcomeWritten: (post_outcome,),
    OutcomeStands: (carry_out,),
    VoteNotified: (call_vote,),
    VoteClosed: (count_at_once,),
    ResultDeclared: (post_result,),
    VoteFinalised: (take_up,),
    VoteVoided: (undo_result,),
    NoticeLapsed: (after_posting,),
    ObjectionAnswered: (after_answer,),
    OrderIssued: (promise_orders,),
    OrderCompleted: (promise_orders,),
    supervised.WatchStarted: (moves("watch"), promise_orders),
    supervised.CloseOutAsked: (moves("ask_close"),),
    supervised.CloseOutRefused: (moves("refuse_close"),),
    supervised.IssueClosedOut: (moves("close_out"), open_rating),
    supervised.RatingEnded: (moves("end_rating"),),
    supervised.IssueReopened: (moves("reopen"),),
}


def hang(work: UnitOfWork, poster: Poster) -> None:
    """A sheet about a vote, under its question."""
    vote = poster.vote
    post_notice(
        work, issue_id=vote.issue_id, subject=poster.subject, subject_id=vote.id, title=vote.question,
        body=written(work, poster.lines), issuer=issuer(work, poster.issuer), until_on=poster.until_on,
        takes_objections=poster.takes_objections, owners_of=poster.owners_of,
    )  # fmt: skip
