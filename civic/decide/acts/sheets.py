"""Paper: delivery, two blind readings, and a third person for the differences."""

from civic.core.entropy import code
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.decide import events
from civic.decide.queries.counting import entitled_in
from civic.decide.queries.sheets import Numbered, keyings_of, numbered
from civic.decide.queries.votes import phase_of
from civic.decide.rules import sheets as rules
from civic.decide.rules.kinds import Choice
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.receipts import NAMED_LENGTH
from civic.decide.tables import Ballot, Sheet, Vote
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission
INVALID = "invalid"
NOBODY_YET = say("Nobody may vote on this line: its owners have not named one of them, or the owner is gone.")


def may_record_delivery(work: UnitOfWork, vote: Vote) -> Verdict:
    """Clerks and committee, until the result is declared."""
    who = work.may(P.KEY_SHEET) or work.may(P.COUNT)
    return who.then(
        lambda: (
            YES
            if VotePhase(vote.phase) in (VotePhase.NOTIFIED, VotePhase.OPEN, VotePhase.CLOSED)
            else no(say("The result is declared; nothing more is entered."))
        )
    )


def record_delivery(work: UnitOfWork, vote_id: int, *, delivered: int, posted: int) -> None:
    """How many sheets were handed over, and how many could only be served by posted notice."""
    vote = work.get(Vote, vote_id, lock=True)
    may_record_delivery(work, vote).then(lambda: _enough(work, vote, delivered + posted)).demand()
    work.require(P.KEY_SHEET if work.may(P.KEY_SHEET) else P.COUNT)
    vote.sheets_delivered, vote.sheets_posted = delivered, posted
    work.record(
        events.DeliveryRecorded(issue_id=vote.issue_id, vote_id=vote.id, delivered=delivered, posted=posted)
    )


def _enough(work: UnitOfWork, vote: Vote, sheets: int) -> Verdict:
    due = entitled_in(work.session, vote.id)
    if sheets <= due:
        return YES
    return no(say("There are only %(due)s on the roll; more sheets than that cannot go out.", due=due))


def may_key_sheet(work: UnitOfWork, vote: Vote, found: Numbered | None) -> Verdict:
    """Two different clerks, from the opening until the result; a number on the roll, with no ballot yet."""
    if found is None:
        return work.may(P.KEY_SHEET).then(lambda: no(say("There is no sheet with this number.")))
    return (
        work.may(P.KEY_SHEET)
        .then(lambda: YES if found.entry.person_id else no(NOBODY_YET))
        .then(lambda: rules.may_key_sheet(phase_of(work, vote), found.keyings, work.person_id))
        .then(lambda: no(say("A ballot for this number is on record already.")) if found.voted else YES)
    )


def key_sheet(work: UnitOfWork, vote_id: int, *, number: int, choice: str, reason: str = "") -> Sheet:
    """The first or the second reading, blind; two equal ones make the ballot."""
    vote = work.get(Vote, vote_id, lock=True)
    found = numbered(work.session, vote, number)
    may_key_sheet(work, vote, found).then(lambda: may_read(choice, reason)).demand()
    work.require(P.KEY_SHEET)
    assert found is not None
    sheet = found.sheet or _first(work, vote, found, choice, reason)
    if found.sheet is not None:
        _second(work, vote, sheet, choice, reason)
    reading = 2 if found.sheet else 1
    work.record(
        events.SheetKeyed(issue_id=vote.issue_id, vote_id=vote.id, sheet_id=sheet.id, reading=reading)
    )
    return sheet


def may_read(choice: str, reason: str) -> Verdict:
    """A choice of the ballot, or invalid with one of the reasons."""
    if choice == INVALID and reason not in rules.INVALID_REASONS:
        return no(say("Please say why the sheet is invalid."))
    if choice != INVALID and (reason or choice not in list(Choice)):
        return no(say("Please choose what the sheet says."))
    return YES


def _first(work: UnitOfWork, vote: Vote, found: Numbered, choice: str, reason: str) -> Sheet:
    return work.add(
        Sheet(
            vote_id=vote.id, roll_entry_id=found.entry.id, first_choice=choice, first_reason=reason,
            first_clerk_id=work.person_id, first_at=work.now,
        )
    )  # fmt: skip


def _second(work: UnitOfWork, vote: Vote, sheet: Sheet, choice: str, reason: str) -> None:
    sheet.second_choice, sheet.second_reason = choice, reason
    sheet.second_clerk_id, sheet.second_at = work.person_id, work.now
    if not rules.must_settle(keyings_of(sheet)):
        _settle(work, vote, sheet, choice, reason)


def _settle(work: UnitOfWork, vote: Vote, sheet: Sheet, choice: str, reason: str) -> None:
    sheet.settled_choice = choice
    work.add(
        Ballot(
            vote_id=vote.id, roll_entry_id=sheet.roll_entry_id, choice=choice, invalid_reason=reason,
            channel="paper", receipt=code(work.entropy, NAMED_LENGTH), cast_at=work.now,
        )
    )  # fmt: skip


def may_settle_sheet(work: UnitOfWork, vote: Vote, sheet: Sheet) -> Verdict:
    """A committee member who keyed neither reading, until the result is declared."""
    return (
        work.may(P.COUNT)
        .then(lambda: rules.may_settle_sheet(keyings_of(sheet), work.person_id))
        .then(lambda: no(say("This sheet is settled already.")) if sheet.settled_choice else YES)
        .then(lambda: rules.may_still_settle(phase_of(work, vote)))
    )


def settle_sheet(work: UnitOfWork, sheet_id: int, *, choice: str, reason: str = "") -> None:
    """What the paper says, read by a third person with the sheet in hand."""
    sheet = work.get(Sheet, sheet_id, lock=True)
    vote = work.get(Vote, sheet.vote_id)
    may_settle_sheet(work, vote, sheet).then(lambda: may_read(choice, reason)).demand()
    work.require(P.COUNT)
    _settle(work, vote, sheet, choice, reason)
    sheet.settled_by_id, sheet.settled_at = work.person_id, work.now
    work.record(events.SheetSettled(issue_id=vote.issue_id, vote_id=vote.id, sheet_id=sheet.id))
