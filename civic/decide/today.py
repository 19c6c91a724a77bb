"""What Decide asks of a reader today: a ballot; of clerks and committees sheets, results, objections."""

from collections.abc import Sequence
from datetime import datetime

from civic.core.days import day_of, end_of
from civic.core.message import Message, say, say_n
from civic.decide.in_place import may_cast_in_place
from civic.decide.queries.votes import frozen_terms, waiting_for
from civic.decide.queries.waiting import Objected, ToCount, to_count, unanswered
from civic.decide.rules.notice import declare_by
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.presets import preset
from civic.permissions import Permission, Standing
from civic.web.house import Ask
from civic.work import UnitOfWork


def asks(work: UnitOfWork) -> Sequence[Ask]:
    """One statement for a voter, one more for a clerk, two more for a committee."""
    found = [
        Ask("vote", question, say("Vote"), f"/votes/{ident}", closes)
        for ident, question, closes in waiting_for(work)
        if may_cast_in_place(work, ident)
    ]
    keys, counts = work.may(Permission.KEY_SHEET), work.may(Permission.COUNT)
    for row in to_count(work) if keys or counts else ():
        found += _of_clerk(row, work) if keys else []
        found += _of_committee(row, work) if counts and _theirs(work, row.vote.preset) else []
    if work.may(Permission.ANSWER_OBJECTION):
        found += [_answer(row, work) for row in unanswered(work) if _theirs(work, row.preset)]
    return found


def _theirs(work: UnitOfWork, name: str) -> bool:
    """The residents' committee counts every vote, the owners' committee those of the owners."""
    held = work.actor.standings if work.actor else ()
    return Standing.COMMITTEE in held or preset(name).of_owners


def _of_clerk(row: ToCount, work: UnitOfWork) -> list[Ask]:
    """Sheets that this clerk may key: not keyed at all, or once by another."""
    unread = row.unread if row.vote.channel == "paper" else 0
    if not unread and row.once == row.once_by_me:
        return []
    return [
        Ask(
            "check", row.title, say("Key in sheets"), f"/votes/{row.vote.id}/sheets", _until(row, work),
            say("Not keyed yet: %(unread)s. Waiting for a second clerk: %(once)s.", unread=unread, once=row.once),
        )
    ]  # fmt: skip


def _of_committee(row: ToCount, work: UnitOfWork) -> list[Ask]:
    """Readings that differ; then, after the close, the declaration."""
    path, until = f"/votes/{row.vote.id}", _until(row, work)
    if row.differing:
        label = say_n("Settle %(n)s difference", "Settle %(n)s differences", row.differing)
        return [Ask("check", row.title, label, f"{path}/sheets?state=differs", until)]
    if row.vote.phase != VotePhase.CLOSED.value or row.once:
        return []
    return [
        Ask("answer", row.title, say("Declare the result"), f"{path}/declaration", until, _left_out(row)),
    ]


def _left_out(row: ToCount) -> Message | None:
    """How many of the roll would not be in the count."""
    if not row.unread:
        return None
    return say_n("%(n)s on the roll has no sheet.", "%(n)s on the roll have no sheet.", row.unread)


def _until(row: ToCount, work: UnitOfWork) -> datetime | None:
    """The close; afterwards the last day for the result, if the law sets one (Shandong rules, art. 32)."""
    if work.now < row.vote.closes_at:
        return row.vote.closes_at
    by = declare_by(frozen_terms(row.vote), day_of(row.vote.closes_at, work.zone), work.calendar)
    return end_of(by, work.zone) if by else None


def _answer(row: Objected, work: UnitOfWork) -> Ask:
    label = say_n("Answer %(n)s objection", "Answer %(n)s objections", row.objections)
    return Ask("answer", row.title, label, f"/notices/{row.notice_id}", end_of(row.due_on, work.zone))
