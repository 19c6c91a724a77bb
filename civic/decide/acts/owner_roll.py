"""The owners' committee looks at the names on the roll of its owners' vote, while that vote is on; each look logged."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.decide.queries.roll import estate_of
from civic.decide.queries.votes import phase_of
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.presets import preset
from civic.decide.tables import Vote
from civic.notices.queries import owns_in
from civic.people.events.keeping import OwnerRollShown
from civic.people.tables import Look, Looked
from civic.permissions import Permission
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission
ON = frozenset({VotePhase.NOTIFIED, VotePhase.OPEN})


def may_show_owner_roll(work: UnitOfWork, vote: Vote) -> Verdict:
    """A member of the owners' committee who owns in that estate, from the notice until the vote closes (domain paper,
    section 4, "See identity data")."""
    return (
        work.may(P.READ_OWNER_ROLL)
        .then(lambda: YES if preset(vote.preset).of_owners else no(say("This is no vote of owners.")))
        .then(lambda: _theirs(work, vote))
        .then(lambda: YES if phase_of(work, vote) in ON else no(OVER))
    )


OVER = say("The names stand open to the owners' committee from the notice until the vote closes.")


def _theirs(work: UnitOfWork, vote: Vote) -> Verdict:
    estate = estate_of(work, work.get(Issue, vote.issue_id).building_id) or ""
    if owns_in(work, estate):
        return YES
    return not_allowed(say("This vote is of another estate. Its names are for the owners' committee there."))


def show_owner_roll(work: UnitOfWork, vote_id: int) -> Look:
    """Log the look; names then lie open to this viewer for an hour, as long as the vote is on."""
    may_show_owner_roll(work, work.get(Vote, vote_id)).demand()
    work.require(P.READ_OWNER_ROLL)
    look = work.add(
        Look(viewer_id=work.person_id, standing=work.role, what=Looked.OWNERS.value, reason="", at=work.now)
    )
    work.record(OwnerRollShown(look_id=look.id, vote_id=vote_id))
    return look
