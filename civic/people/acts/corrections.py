"""Ask for a correction of the roll, take the request back, answer it."""

from civic.core.days import days_late
from civic.core.message import say
from civic.core.verdict import YES, Verdict, not_allowed
from civic.people.events.corrections import (
    AnswerSeen,
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionWithdrawn,
)
from civic.people.queries.corrections import asked, open_lines, request
from civic.people.queries.reach import reach_of
from civic.people.queries.roll import entry_of
from civic.people.rules import corrections as rules
from civic.people.tables import Correction
from civic.permissions import Permission, Standing
from civic.work import UnitOfWork

P = Permission


def may_ask_correction(work: UnitOfWork, person_id: int) -> Verdict:
    """Everybody about themselves; at the door, whoever keeps that part of the roll. `NotFound` beyond it."""
    if work.actor is not None and work.actor.person_id == person_id:
        return work.may(P.ASK_CORRECTION)
    return work.may(P.READ_ROLL).then(lambda: _at_the_door(work, person_id))


def _at_the_door(work: UnitOfWork, person_id: int) -> Verdict:
    reach = reach_of(work)
    if reach.standing is Standing.ADMINISTRATOR:
        return not_allowed(say("Administrators read the roll in an emergency; they ask for no corrections."))
    entry_of(work, reach, person_id)
    return YES


def ask_correction(work: UnitOfWork, person_id: int, *, about: str, wanted: str) -> Correction:
    """Which line is wrong and what is right, to be answered within five working days."""
    may = may_ask_correction(work, person_id)
    may.then(lambda: rules.may_ask(about, open_lines(work, person_id))).demand()
    work.require(P.ASK_CORRECTION if person_id == work.person_id else P.READ_ROLL)
    row = work.add(
        Correction(
            person_id=person_id, asked_by=work.person_id, about=about, wanted=wanted, asked_at=work.now
        )
    )
    due = rules.due_on(work.today, work.calendar)
    work.record(CorrectionAsked(correction_id=row.id, person_id=person_id, due_on=due))
    return row


def may_withdraw_correction(work: UnitOfWork, found: Correction) -> Verdict:
    """Whoever asked or is concerned, until it is answered."""
    return work.may(P.ASK_CORRECTION).then(lambda: rules.may_withdraw(asked(found), work.person_id))


def withdraw_correction(work: UnitOfWork, correction_id: int) -> Correction:
    """Take it back; it stays on record as taken back."""
    found = work.get(Correction, correction_id, lock=True)
    may_withdraw_correction(work, found).demand()
    work.require(P.ASK_CORRECTION)
    found.answered_at, found.answered_by = work.now, work.person_id
    work.record(CorrectionWithdrawn(correction_id=found.id, person_id=found.person_id))
    return found


def may_see_answer(work: UnitOfWork, found: Correction) -> Verdict:
    """Whom it is about, themselves."""
    helping = work.actor is not None and work.actor.helper_id is not None
    return work.may(P.ASK_CORRECTION).then(
        lambda: rules.may_see(asked(found), work.person_id, helping=helping)
    )


def see_answer(work: UnitOfWork, correction_id: int) -> None:
    """I have read it: Today names it no more."""
    found = work.get(Correction, correction_id, lock=True)
    may_see_answer(work, found).demand()
    work.require(P.ASK_CORRECTION)
    found.seen_at = work.now
    work.record(AnswerSeen(correction_id=found.id, person_id=found.person_id))


def may_answer_correction(work: UnitOfWork, found: Correction) -> Verdict:
    """The committee; nobody answers their own."""
    return work.may(P.ANSWER_CORRECTION).then(lambda: rules.may_answer(asked(found), work.person_id))


def answer_correction(work: UnitOfWork, correction_id: int, *, done: bool, answer: str) -> None:
    """The roll was corrected before (by a list), or it stays, with the reason."""
    found = work.get(Correction, correction_id, lock=True)
    may_answer_correction(work, found).demand()
    work.require(P.ANSWER_CORRECTION)
    late = days_late(request(work, found.id).due_on, work.today)
    found.done, found.answer = done, answer
    found.answered_at, found.answered_by = work.now, work.person_id
    work.record(
        CorrectionAnswered(correction_id=found.id, person_id=found.person_id, done=done, days_late=late)
    )
