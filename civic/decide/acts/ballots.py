"""Cast a ballot, and change it until the vote closes."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, insert, update

from civic.core.entropy import code
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.decide import events
from civic.decide.in_place import may_cast_in_place
from civic.decide.queries.seat import Seat, seat_of
from civic.decide.rules import ballots as rules
from civic.decide.rules.holding import PAPER
from civic.decide.rules.kinds import Choice
from civic.decide.rules.receipts import NAMED_LENGTH
from civic.decide.tables import Ballot
from civic.people.rules.helping import may_change_for
from civic.permissions import Permission, Standing
from civic.work import UnitOfWork

P = Permission
INSERT = insert(cast(Table, Ballot.__table__))
CHANGE = (
    update(cast(Table, Ballot.__table__))
    .where(Ballot.id == bindparam("ballot"))
    .values(choice=bindparam("to"), cast_at=bindparam("now"), channel="online", changes=Ballot.changes + 1)
)


@dataclass(frozen=True)
class Receipt:
    """What the voter takes home: it proves that the ballot is counted, not what it says."""

    vote_id: int
    receipt: str
    cast_at: datetime


def may_cast_ballot(work: UnitOfWork, seat: Seat) -> Verdict:
    """Whoever is on the roll, once, in time, where the vote takes ballots on the screen."""
    return (
        rules.may_cast(
            seat.phase, seat.opens_at, seat.closes_at, work.now, on_roll=seat.on_roll, already=seat.voted
        )
        .then(lambda: _on_screen(seat))
        .then(lambda: work.may(P.CAST, Standing.ON_THE_ROLL))
        .then(lambda: may_cast_in_place(work, seat.vote_id))
    )


def _helped(work: UnitOfWork) -> bool:
    return work.actor is not None and work.actor.helper_id is not None and not work.actor.agent


def _on_screen(seat: Seat) -> Verdict:
    if seat.channel == PAPER:
        return no(say("This vote is held on paper. Please fill in your sheet and hand it in."))
    return YES


def cast_ballot(work: UnitOfWork, vote_id: int, choice: str) -> Receipt:
    """One right, one ballot; a UNIQUE of vote and roll entry keeps it to one, whatever the channel."""
    seat = seat_of(work, vote_id)
    may_cast_ballot(work, seat).demand()
    work.require(P.CAST, Standing.ON_THE_ROLL)
    receipt = Receipt(vote_id, code(work.entropy, NAMED_LENGTH), work.now)
    work.session.connection().execute(
        INSERT,
        {
            "community_id": work.community.id, "vote_id": vote_id, "roll_entry_id": seat.entry_id,
            "choice": Choice(choice).value, "invalid_reason": "", "channel": "online",
            "receipt": receipt.receipt, "cast_at": work.now, "changes": 0,
        },
    )  # fmt: skip
    work.record(events.BallotCast(issue_id=seat.issue_id, vote_id=vote_id))
    return receipt


def may_change_ballot(work: UnitOfWork, seat: Seat) -> Verdict:
    """The own ballot, until the vote closes."""
    return (
        rules.may_change(
            seat.phase, seat.opens_at, seat.closes_at, work.now, on_roll=seat.on_roll, already=seat.voted
        )
        .then(lambda: _on_screen(seat))
        .then(lambda: work.may(P.CAST, Standing.ON_THE_ROLL))
        .then(lambda: may_change_for(helping=_helped(work)))
    )


def change_ballot(work: UnitOfWork, vote_id: int, choice: str) -> Receipt:
    """Another choice under the same receipt; that it was changed is recorded."""
    seat = seat_of(work, vote_id)
    may_change_ballot(work, seat).demand()
    work.require(P.CAST, Standing.ON_THE_ROLL)
    work.session.connection().execute(
        CHANGE, {"ballot": seat.ballot_id, "to": Choice(choice).value, "now": work.now}
    )
    work.record(events.BallotChanged(issue_id=seat.issue_id, vote_id=vote_id))
    return Receipt(vote_id, seat.receipt or "", work.now)
