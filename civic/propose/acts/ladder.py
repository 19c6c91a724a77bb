"""The ladder: take a matter on in the building, settle it there, hand it up step by step."""

from datetime import date

from sqlalchemy import update

from civic.core.days import working_days_after
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Permission
from civic.propose import events, rules
from civic.propose.acts.checking import step_on
from civic.propose.acts.private import say_done
from civic.propose.reach import covers
from civic.propose.rules import STAGE, Phase
from civic.propose.rules.ladder import Level, may_be_in_building, may_step
from civic.propose.rules.petition import may_settle_beside
from civic.propose.rules.private import is_private
from civic.propose.tables import HandUp, Issue
from civic.work import UnitOfWork

P = Permission
MEDIATED = say("It is being mediated; what comes of it is for the mediator to say.")


def may_take_on(work: UnitOfWork, issue: Issue) -> Verdict:
    """A head of its building, once it is checked and before it was handed up."""
    return _may_here(work, issue).then(
        lambda: no(say("It is taken on in the building already.")) if issue.level == Level.BUILDING else YES
    )


def take_on(work: UnitOfWork, issue_id: int) -> None:
    """The building tries first; the day promised to the raiser stays."""
    issue = work.get(Issue, issue_id, lock=True)
    may_take_on(work, issue).demand()
    work.require(P.SETTLE_BUILDING)
    issue.level = Level.BUILDING.value
    work.record(events.IssueTakenOn(issue_id=issue.id, answer_due_on=issue.answer_due_on))


def may_settle_in_building(work: UnitOfWork, issue: Issue) -> Verdict:
    """A head of its building, taken on before or not."""
    return _may_here(work, issue).then(
        lambda: may_settle_beside("handle", issue.petitioned_until_on, work.today)
    )


def settle_in_building(work: UnitOfWork, issue_id: int, *, mode: str, what: str, trips: int) -> None:
    """Done in the building: at once (即时), on the person's behalf (代为) or by guidance (指导)."""
    issue = work.get(Issue, issue_id, lock=True)
    may_settle_in_building(work, issue).demand()
    work.require(P.SETTLE_BUILDING)
    step_on(issue, "handle", work.now)
    issue.level = Level.BUILDING.value
    say_done(issue, work, what)
    work.record(events.IssueHandled(issue_id=issue.id, mode=mode, trips=trips, level=Level.BUILDING))


def may_hand_to_community(work: UnitOfWork, issue: Issue) -> Verdict:
    """A head of its building, while the building has it."""
    there = issue.level == Level.BUILDING
    return _may_here(work, issue).then(
        lambda: YES if there else no(say("The committee has this matter already."))
    )


def hand_to_community(work: UnitOfWork, issue_id: int, *, note: str) -> None:
    """What the building cannot settle goes to the committee, with what was tried; the day promised stays."""
    issue = work.get(Issue, issue_id, lock=True)
    may_hand_to_community(work, issue).demand()
    work.require(P.SETTLE_BUILDING)
    if is_private(issue.nature):
        say_done(issue, work, note)
    row = _row(issue, work, Level.COMMUNITY, issue.answer_due_on, note=note)
    # The first answer's own clock writes down when this is late.
    row.noted = True
    work.record(_handed(issue, row))


def may_hand_up(work: UnitOfWork, issue: Issue, to: Level | None = None, skipped: str = "") -> Verdict:
    """The committee, once it is checked or as long as an answer from outside is awaited; upwards alone."""
    return (
        work.may(P.SETTLE)
        .then(lambda: rules.may_move(Phase(issue.phase), "route"))
        .then(lambda: no(MEDIATED) if issue.mediation == "open" else YES)
        .then(lambda: may_settle_beside("route", issue.petitioned_until_on, work.today))
        .then(lambda: may_step(Level(issue.level), to or Level.DEPARTMENT, skipped if to else "-"))
    )


def hand_up(
    work: UnitOfWork, issue_id: int, *, level: Level, receiver: str, receipt: str, note: str, days: int,
    skipped: str = "",
) -> None:  # fmt: skip
    """To the subdistrict or a department, against a receipt; the answer is due in `days` working days."""
    issue = work.get(Issue, issue_id, lock=True)
    may_hand_up(work, issue, level, skipped).demand()
    work.require(P.SETTLE)
    step_on(issue, "route", work.now)
    issue.receiver = receiver
    say_done(issue, work, f"{note}\n{skipped}".strip() if is_private(issue.nature) else note, receipt)
    issue.due_on = working_days_after(work.today, days, work.calendar)
    row = _row(
        issue, work, level, issue.due_on, note=note, receiver=receiver, receipt=receipt, skipped=skipped
    )
    work.record(_handed(issue, row))


def note_hand_up_missed(work: UnitOfWork, hand_up_id: int) -> None:
    """An answer that became late is written down: a duty of the timetable, once."""
    row = work.get(HandUp, hand_up_id, lock=True)
    if row.noted or row.ended_on is not None or work.today <= row.due_on:
        return
    row.noted = True
    work.record(
        events.HandUpMissed(
            issue_id=row.issue_id, hand_up_id=row.id, level=Level(row.level_to), due_on=row.due_on
        )
    )


def enter_route(issue: Issue, work: UnitOfWork, due_on: date) -> None:
    """Handed outside at the same level, as to a water company; part of an act, never one by itself."""
    _row(
        issue, work, Level(issue.level), due_on, note=issue.reason, receiver=issue.receiver,
        receipt=issue.receipt,
    )  # fmt: skip


def end_hand_ups(issue: Issue, work: UnitOfWork) -> None:
    """What was handed on was answered or handed on again; part of an act, never one by itself."""
    if issue.hand_ups:
        work.session.execute(
            update(HandUp)
            .where(HandUp.issue_id == issue.id, HandUp.ended_on.is_(None))
            .values(ended_on=work.today)
        )


def _may_here(work: UnitOfWork, issue: Issue) -> Verdict:
    return work.may(P.SETTLE_BUILDING).then(
        lambda: may_be_in_building(
            Phase(issue.phase), Level(issue.level), issue.hand_ups,
            own=issue.building_id is not None and work.actor is not None
            and covers(work.actor, issue.building_id, issue.entrance),
        )
    )  # fmt: skip


def _row(
    issue: Issue, work: UnitOfWork, to: Level, due_on: date, *, note: str, receiver: str = "",
    receipt: str = "", skipped: str = "",
) -> HandUp:  # fmt: skip
    """The next line of the issue's hand-ups; the one before has ended."""
    end_hand_ups(issue, work)
    if is_private(issue.nature):  # what was said stays beside the private words
        note = receipt = skipped = ""
    row = work.add(
        HandUp(
            issue_id=issue.id, level_from=issue.level, level_to=to.value, receiver=receiver, receipt=receipt,
            note=note, skipped=skipped, at=work.now, due_on=due_on, by_id=work.person_id,
        )
    )  # fmt: skip
    issue.level = to.value
    issue.hand_ups += 1
    return row


def _handed(issue: Issue, row: HandUp) -> events.IssueHandedUp:
    return events.IssueHandedUp(
        issue_id=issue.id, stage_no=STAGE[Phase(issue.phase)], level_from=Level(row.level_from),
        level_to=Level(row.level_to), due_on=row.due_on, skipped=bool(row.skipped),
    )  # fmt: skip
