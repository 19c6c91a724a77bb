"""How many ballots came soon after a reset of the voter's sign-in, or of their helper's."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from civic.decide.events.ballots import BallotCast
from civic.decide.rules.resets import WATCHED, soon_after
from civic.decide.tables import Ballot, RollEntry, Vote
from civic.people.queries.resets import helped_by, resets_between
from civic.work import UnitOfWork


def ballots_after_reset(work: UnitOfWork, vote: Vote) -> int:
    """Ballots on the screen, cast or changed last within 24 hours after such a reset: four statements at most.

    Counted once, after the close, so that nothing about who has voted can be read off it before.
    """
    resets = resets_between(work, vote.opens_at - WATCHED, vote.closes_at)
    if not resets:
        return 0
    helped = helped_by(work, set(resets), BallotCast.kind, vote.issue_id)
    last = _cast_at(work, vote, {*resets, *(person for _helper, person, _at in helped)})
    found = {person for person, at in last.items() if soon_after(at, resets.get(person, ()))}
    found |= {
        person for helper, person, at in helped if last.get(person) == at and soon_after(at, resets[helper])
    }
    return len(found)


def _cast_at(work: UnitOfWork, vote: Vote, people: set[int]) -> Mapping[int, datetime]:
    rows = work.session.execute(
        select(RollEntry.person_id, Ballot.cast_at)
        .join(Ballot, Ballot.roll_entry_id == RollEntry.id)
        .where(RollEntry.vote_id == vote.id, RollEntry.person_id.in_(people), Ballot.channel == "online")
    )
    return {person: at for person, at in rows if person is not None}
