"""Object to a decline, online or on paper; the supervisory committee answers."""

from collections.abc import Sequence

from civic.core.days import day_of, working_days_after
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.tables import Person
from civic.permissions import Permission, Standing
from civic.propose import events
from civic.propose.acts.checking import step_on
from civic.propose.acts.clock import move_date
from civic.propose.acts.supporting import has_endorsed
from civic.propose.queries.dates import clocks_of
from civic.propose.queries.objecting import Supporter, objections_to, sat_on_committee
from civic.propose.reach import reach_of
from civic.propose.rules import Phase, categories_of
from civic.propose.rules.categories import answer_days
from civic.propose.rules.clock import Term, next_note, stood
from civic.propose.rules.objecting import SUPERVISORS_DAYS, back_by, may_answer, may_object
from civic.propose.tables import DeclineObjection, Issue
from civic.work import UnitOfWork

P = Permission
Made = Sequence[DeclineObjection]


def may_object_to_decline(work: UnitOfWork, issue: Issue, made: Made, *, endorsed: bool) -> Verdict:
    """The raiser or an endorser, within the days; `made` are all objections so far."""
    return work.may(P.OBJECT_DECLINE, *_as(work, issue, endorsed)).then(
        lambda: _in_time(work, issue, made, work.person_id)
    )


def object_to_decline(work: UnitOfWork, issue_id: int, *, text: str) -> None:
    """One's own objection; the supervisory committee's clock begins."""
    issue = work.get(Issue, issue_id, lock=True)
    endorsed = work.actor is not None and has_endorsed(work, issue.id)
    may_object_to_decline(work, issue, objections_to(work, issue.id), endorsed=endorsed).demand()
    work.require(P.OBJECT_DECLINE, *_as(work, issue, endorsed))
    work.record(_enter(work, issue, work.person_id, text, "online", None))


def may_enter_objection(
    work: UnitOfWork, issue: Issue, made: Made, supporter: Supporter | None = None
) -> Verdict:
    """Those who collect, for a supporter of the issue within their reach, within the days."""
    who = supporter.person_id if supporter else None
    return (
        work.may(P.ENTER_OBJECTION)
        .then(lambda: _in_time(work, issue, made, who))
        .then(lambda: _within(work, supporter))
    )


def enter_objection(
    work: UnitOfWork, issue_id: int, *, supporter: Supporter, text: str, channel: str
) -> None:
    """代录: the objection is the neighbour's; the record names channel and collector."""
    issue, person = work.get(Issue, issue_id, lock=True), work.get(Person, supporter.person_id)
    may_enter_objection(work, issue, objections_to(work, issue.id), supporter).demand()
    work.require(P.ENTER_OBJECTION)
    work.record(_enter(work, issue, person.id, text, channel, work.person_id))


def may_answer_decline(work: UnitOfWork, issue: Issue, objection: DeclineObjection) -> Verdict:
    """The supervisory committee, once; never the committee that declined."""
    return work.may(P.ANSWER_DECLINE).then(
        lambda: may_answer(
            answered=objection.answered_at is not None,
            of_the_committee=_sat(work, issue),
            own=work.person_id in {objection.person_id, issue.raiser_id},
        )
    )


def answer_decline(work: UnitOfWork, objection_id: int, *, answer: str, upheld: bool) -> None:
    """In public. Right, and the issue goes back with a new clock for its first answer; wrong, and it stays declined."""
    objection = work.get(DeclineObjection, objection_id, lock=True)
    issue = work.get(Issue, objection.issue_id, lock=True)
    may_answer_decline(work, issue, objection).demand()
    work.require(P.ANSWER_DECLINE)
    objection.answer, objection.upheld = answer, upheld
    objection.answered_at, objection.answered_by_id = work.now, work.person_id
    if objection.person_id != issue.raiser_id:
        issue.told_at = None
    if upheld:
        _take_up_again(issue, work, answer)
        work.record(
            events.DeclineOverturned(
                issue_id=issue.id, objection_id=objection.id, answer_due_on=issue.answer_due_on,
                verified=issue.nature is not None,
            )
        )  # fmt: skip
    else:
        work.record(events.DeclineConfirmed(issue_id=issue.id, objection_id=objection.id))


def note_objection_missed(work: UnitOfWork, objection_id: int) -> None:
    """An answer that became late is written down: a duty of the timetable, once."""
    objection = work.get(DeclineObjection, objection_id, lock=True)
    if objection.noted or objection.answered_at is not None or work.today <= objection.answer_due_on:
        return
    objection.noted = True
    work.record(
        events.ContestUnanswered(
            issue_id=objection.issue_id, objection_id=objection.id, due_on=objection.answer_due_on
        )
    )


def _as(work: UnitOfWork, issue: Issue, endorsed: bool) -> tuple[Standing, ...]:
    if work.actor is not None and work.actor.person_id == issue.raiser_id:
        return (Standing.RAISER,)
    return (Standing.AFFECTED,) if endorsed else ()


def _in_time(work: UnitOfWork, issue: Issue, made: Made, person_id: int | None) -> Verdict:
    now = [each for each in made if issue.settled_at is None or each.made_at >= issue.settled_at]
    return may_object(
        Phase(issue.phase), issue.object_until_on, work.today,
        waiting=any(each.answered_at is None for each in now),
        already=any(each.person_id == person_id for each in now),
    )  # fmt: skip


def _within(work: UnitOfWork, supporter: Supporter | None) -> Verdict:
    assert work.actor is not None
    if supporter is None or reach_of(work.actor).holds(supporter.building_id, supporter.entrance):
        return YES
    return no(
        say("You enter objections for people of your own building. Please ask the committee for others.")
    )


def _enter(
    work: UnitOfWork, issue: Issue, person_id: int, text: str, channel: str, collector_id: int | None
) -> events.DeclineContested:
    """The row, and what is to be recorded about it."""
    due = working_days_after(work.today, SUPERVISORS_DAYS, work.calendar)
    if person_id == issue.raiser_id:
        issue.told_at = work.now
    row = work.add(
        DeclineObjection(
            issue_id=issue.id, person_id=person_id, declined_for=issue.reason, text=text, channel=channel,
            collector_id=collector_id, made_at=work.now, answer_due_on=due,
        )
    )  # fmt: skip
    return events.DeclineContested(
        issue_id=issue.id, objection_id=row.id, answer_due_on=due, channel=channel,
        by_raiser=person_id == issue.raiser_id,
    )  # fmt: skip


def _sat(work: UnitOfWork, issue: Issue) -> bool:
    assert work.actor is not None
    if Standing.COMMITTEE in work.actor.standings:
        return True
    return issue.settled_at is not None and sat_on_committee(work, work.person_id, issue.settled_at)


def _take_up_again(issue: Issue, work: UnitOfWork, reason: str) -> None:
    """Back on the road with a new first date, and with the working days that the decline took added to the whole."""
    stood_from = issue.settled_at or work.now
    step_on(issue, back_by(issue.nature), work.now)
    issue.object_until_on = None
    kind = categories_of(work.community.categories)[issue.category]
    first = working_days_after(work.today, answer_days(kind, danger=issue.danger), work.calendar)
    move_date(issue, work, Term.ANSWER, first, reason=reason)
    whole = clocks_of(work, issue).due(Term.WHOLE)
    if whole is not None:
        began = day_of(stood_from, work.zone)
        move_date(issue, work, Term.WHOLE, stood(whole, began, work.today, work.calendar), reason=reason)
    issue.note_on = next_note(clocks_of(work, issue))
