"""Votes and what was frozen on them."""

from civic.decide.rules.phases import VotePhase, phase_now
from civic.decide.rules.terms import Terms
from civic.decide.rules.terms_text import terms_from_json
from civic.decide.tables import Vote
from civic.store.base import canonical_json
from civic.work import UnitOfWork


def frozen_terms(vote: Vote) -> Terms:
    """The rule as it was copied when the notice went out."""
    return terms_from_json(canonical_json(vote.terms))


def phase_of(work: UnitOfWork, vote: Vote) -> VotePhase:
    """Where the vote stands now, whatever is written down yet."""
    return phase_now(VotePhase(vote.phase), vote.opens_at, vote.closes_at, work.now)
