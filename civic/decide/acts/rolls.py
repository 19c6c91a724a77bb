"""Correct the frozen roll: after an upheld objection, until voting opens, from the mended register."""

from civic.core.days import day_of
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.decide import events
from civic.decide.queries.roll import Drawn, draw_roll
from civic.decide.queries.rolls import corrected, lines_of
from civic.decide.queries.votes import phase_of
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.roll import RollChange, compare, roll_hash
from civic.decide.tables import RollCorrection, RollEntry, Vote
from civic.notices.tables import Notice, Objection
from civic.permissions import Permission
from civic.propose.tables import Issue
from civic.work import UnitOfWork

Line = tuple[int, int, int, str, str]
"""Heads, area in hundredths, units, office, label: what stands on one line."""


def may_correct_roll(work: UnitOfWork, vote: Vote, objection: Objection) -> Verdict:
    """Whoever gives notice, once for each upheld objection to this vote's notice, until voting opens."""
    return (
        work.may(Permission.NOTIFY_VOTE)
        .then(lambda: _before_opening(work, vote))
        .then(lambda: _upheld(work, vote, objection))
    )


def _before_opening(work: UnitOfWork, vote: Vote) -> Verdict:
    if phase_of(work, vote) is VotePhase.NOTIFIED:
        return YES
    return no(
        say("Voting has opened: the roll is final now. What is wrong with it can be said of the result.")
    )


def _upheld(work: UnitOfWork, vote: Vote, objection: Objection) -> Verdict:
    notice = work.get(Notice, objection.notice_id)
    if notice.subject != "vote" or notice.subject_id != vote.id or not objection.upheld:
        return no(say("A roll is corrected after an objection to it was found right, and only then."))
    if corrected(work, objection.id):
        return no(say("The roll was corrected for this objection already."))
    return YES


def change_of_roll(work: UnitOfWork, vote: Vote) -> tuple[RollChange[Line], list[Drawn]]:
    """What would change if the roll of the day of the notice were drawn from the register as it is now."""
    issue = work.get(Issue, vote.issue_id)
    drawn = draw_roll(work, issue, vote.preset, day_of(vote.notified_at, work.zone))
    after = {
        _who(seat.line.voter_id, seat.label): _line(
            seat.line.heads, seat.line.area, max(1, len(seat.line.dwelling_ids)), seat.office, seat.label
        )
        for seat in drawn
    }
    before = {
        _who(e.person_id or 0, e.label): _line(e.heads, e.area_hundredths, e.units, e.office, e.label)
        for e in lines_of(work, vote)
    }
    return compare(before, after), drawn


def _who(voter: int, label: str) -> tuple[int, str]:
    return voter, "" if voter else label


def _line(heads: int, area: int, units: int, office: str, label: str) -> Line:
    return heads, area, units, office, label


def correct_roll(work: UnitOfWork, vote_id: int, objection_id: int) -> RollCorrection:
    """Draw the roll of the day of the notice again. Numbers that stand on printed sheets stay with their
    voters; new lines get the next ones, so no sheet ever means somebody else."""
    vote = work.get(Vote, vote_id, lock=True)
    objection = work.get(Objection, objection_id)
    may_correct_roll(work, vote, objection).demand()
    work.require(Permission.NOTIFY_VOTE)
    change, drawn = change_of_roll(work, vote)
    may_change(change).demand()
    before = vote.roll_hash
    _draw_again(work, vote, drawn)
    vote.roll_hash = roll_hash(seat.line for seat in drawn)
    row = work.add(
        RollCorrection(
            vote_id=vote.id, objection_id=objection.id, by_id=work.person_id, at=work.now,
            added=len(change.added), removed=len(change.removed), changed=len(change.changed),
            hash_before=before, hash_after=vote.roll_hash,
        )
    )  # fmt: skip
    work.record(
        events.RollCorrected(
            issue_id=vote.issue_id, vote_id=vote.id, objection_id=objection.id, entitled=len(drawn),
            added=row.added, removed=row.removed, changed=row.changed, opens_at=vote.opens_at,
        )
    )  # fmt: skip
    return row


def may_change(change: RollChange[Line]) -> Verdict:
    """A correction that changes nothing is refused, with what to do first."""
    if change:
        return YES
    return no(say("The register still says the same. Please correct the dwelling or the owner there first."))


def _draw_again(work: UnitOfWork, vote: Vote, drawn: list[Drawn]) -> None:
    known = {_who(entry.person_id or 0, entry.label): entry for entry in lines_of(work, vote)}
    number = max((entry.number for entry in known.values()), default=0)
    for seat in drawn:
        entry = known.pop(_who(seat.line.voter_id, seat.label), None)
        if entry is None:
            number += 1
            entry = RollEntry(
                community_id=work.community.id, vote_id=vote.id, number=number,
                person_id=seat.line.voter_id or None,
            )  # fmt: skip
            work.session.add(entry)
        entry.office, entry.label = seat.office, seat.label
        entry.units, entry.heads = max(1, len(seat.line.dwelling_ids)), seat.line.heads
        entry.area_hundredths = seat.line.area
    for gone in known.values():
        work.session.delete(gone)
