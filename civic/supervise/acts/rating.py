"""The rating round 满意度评议: opened by a close-out, online and on paper, ended by the clock."""

from datetime import timedelta

from civic.core.days import days_late, end_of
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Permission
from civic.propose.tables import Issue
from civic.supervise.events import CallBackRecorded, FormsCounted, RatingEnded, RatingGiven, RatingOpened
from civic.supervise.queries import ratings
from civic.supervise.queries.ratings import Rater
from civic.supervise.rules import grades as rules
from civic.supervise.standing import as_rater, may_judge
from civic.supervise.tables import Rating, RatingRound
from civic.work import UnitOfWork

P = Permission


def open_rating(work: UnitOfWork, issue_id: int) -> RatingRound:
    """Ask everybody affected for seven days. A reaction to the close-out; asks nobody.

    The round is ours and no period of the law, so a last day that is a holiday does not move.
    """
    until_on = work.today + timedelta(days=rules.ROUND_DAYS)
    found = work.add(
        RatingRound(
            issue_id=issue_id, opened_at=work.now, until_on=until_on, ends_at=end_of(until_on, work.zone)
        )
    )
    work.record(RatingOpened(issue_id=issue_id, round_id=found.id, until_on=until_on))
    return found


def _ended(work: UnitOfWork, found: RatingRound) -> bool:
    return not rules.open_at(work.now, found.ends_at, found.ended_at)


def may_rate_issue(work: UnitOfWork, issue: Issue, found: RatingRound, rater: Rater) -> Verdict:
    """Everybody affected, once each, until the round ends."""
    return (
        work.may(P.RATE, *as_rater(work, issue, rater))
        .then(lambda: may_judge(work, P.RATE, issue))
        .then(
            lambda: rules.may_rate(ended=_ended(work, found), affected=rater.affected, already=rater.already)
        )
    )


def rate_issue(work: UnitOfWork, round_id: int, *, grade: int, text: str) -> Rating:
    """Give one's own grade, five (very satisfied) to one, and a sentence if one likes."""
    found = work.get(RatingRound, round_id)
    issue = work.get(Issue, found.issue_id)
    rater = ratings.own_rater(work, issue, found)
    may_rate_issue(work, issue, found, rater).demand()
    work.require(P.RATE, *as_rater(work, issue, rater))
    rating = work.add(
        Rating(
            round_id=found.id, person_id=work.person_id, grade=grade, text=text, channel="online", at=work.now
        )
    )
    work.record(RatingGiven(issue_id=issue.id, round_id=found.id, paper=False))
    return rating


def may_enter_rating(work: UnitOfWork, found: RatingRound, rater: Rater | None = None) -> Verdict:
    """Building heads, clerks and volunteers, for a person affected whose form they hold."""
    person = rater or Rater(affected=True, already=False)
    return work.may(P.ENTER_RATING).then(
        lambda: rules.may_rate(ended=_ended(work, found), affected=person.affected, already=person.already)
    )


def enter_rating(work: UnitOfWork, round_id: int, *, person_id: int, grade: int) -> Rating:
    """代录 a paper form: one person, one grade; the record names who entered it."""
    found = work.get(RatingRound, round_id)
    issue = work.get(Issue, found.issue_id)
    may_enter_rating(work, found, ratings.rater(work, issue, found.id, person_id)).demand()
    work.require(P.ENTER_RATING)
    rating = work.add(
        Rating(
            round_id=found.id, person_id=person_id, grade=grade, text="", channel="paper",
            entered_by_id=work.person_id, at=work.now,
        )
    )  # fmt: skip
    work.record(RatingGiven(issue_id=issue.id, round_id=found.id, paper=True))
    return rating


def may_record_forms(work: UnitOfWork, found: RatingRound, *, given: int = 0, spoiled: int = 0) -> Verdict:
    """Those who enter forms also count them, before the round ends."""
    return work.may(P.ENTER_RATING).then(
        lambda: rules.may_count_forms(ended=_ended(work, found), given=given, spoiled=spoiled)
    )


def record_forms(work: UnitOfWork, round_id: int, *, given: int, spoiled: int) -> None:
    """How many forms were given out in all, and how many of them came back unusable."""
    found = work.get(RatingRound, round_id, lock=True)
    may_record_forms(work, found, given=given, spoiled=spoiled).demand()
    work.require(P.ENTER_RATING)
    found.forms_given, found.spoiled = given, spoiled
    work.record(FormsCounted(issue_id=found.issue_id, round_id=found.id, given=given, spoiled=spoiled))


def end_rating(work: UnitOfWork, round_id: int) -> None:
    """The round is over and its result public; a duty of the timetable, once."""
    found = work.get(RatingRound, round_id, lock=True)
    if found.ended_at is not None or work.now < found.ends_at:
        return
    found.ended_at = work.now
    result, _channel = ratings.result_of(work, found.id)
    five, four, three, two, one = (row.count for row in result.rows)
    work.record(
        RatingEnded(
            issue_id=found.issue_id, round_id=found.id, given=found.forms_given, spoiled=found.spoiled,
            valid=result.valid, five=five, four=four, three=three, two=two, one=one,
        )
    )  # fmt: skip


def may_record_call_back(work: UnitOfWork, found: RatingRound, rating: Rating | None = None) -> Verdict:
    """The committee, after the round, once for each person who was not satisfied."""
    return work.may(P.CALL_BACK).then(lambda: _may_call(work, found, rating))


def _may_call(work: UnitOfWork, found: RatingRound, rating: Rating | None) -> Verdict:
    if not _ended(work, found):
        return no(say("The rating is still open. Grades are opened when it ends."))
    if rating and (rating.grade > rules.BAD or rating.called_back_at):
        return no(say("This person needs no call, or was called already."))
    return YES


def record_call_back(work: UnitOfWork, rating_id: int, *, note: str) -> None:
    """Somebody who was not satisfied was called back; `note` stays with the committee."""
    rating = work.get(Rating, rating_id, lock=True)
    found = work.get(RatingRound, rating.round_id)
    may_record_call_back(work, found, rating).demand()
    work.require(P.CALL_BACK)
    rating.called_back_at, rating.call_back_note = work.now, note
    work.session.flush()
    listed = ratings.call_backs(work, found.id)
    due_on = rules.call_back_by(found.until_on, work.calendar)
    work.record(
        CallBackRecorded(
            issue_id=found.issue_id, round_id=found.id, rating_id=rating.id,
            done=sum(c.called_back_at is not None for c in listed), of=len(listed),
            days_late=days_late(due_on, work.today),
        )
    )  # fmt: skip
