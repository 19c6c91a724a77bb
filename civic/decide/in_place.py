"""Casting for somebody else: never a secret ballot, in a named vote only as a proxy."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, not_allowed
from civic.decide.queries.votes import frozen_terms
from civic.decide.rules.kinds import Secrecy
from civic.decide.rules.presets import preset
from civic.decide.rules.proxies import may_appoint_proxy
from civic.decide.tables import Vote
from civic.people.queries.helped import voters_helped
from civic.people.queries.helping import helper_standings
from civic.people.rules.helping import may_cast_for
from civic.permissions import Standing
from civic.work import UnitOfWork

NOT_THEY = frozenset({Standing.CLERK, Standing.PROPERTY_FIRM})
"""Who counts ballots casts none for others; a property firm never handles them (domain paper, section 4)."""


def may_cast_in_place(work: UnitOfWork, vote_id: int) -> Verdict:
    """Yes for whoever acts themselves; for a helper what the terms say of proxies: three statements."""
    if work.actor is None or work.actor.helper_id is None:
        return YES
    vote, helper_id = work.get(Vote, vote_id), work.actor.helper_id
    if work.actor.agent:
        return _by_law(vote).then(lambda: _not_they(work))
    terms = frozen_terms(vote)
    may = may_cast_for(secret=terms.secrecy is Secrecy.SECRET, proxies=terms.proxy_cap != 0)
    return may.then(lambda: _not_they(work)).then(
        lambda: may_appoint_proxy(
            terms, held_already=voters_helped(work, helper_id, vote.issue_id, vote.notified_at)
        )
    )


def _by_law(vote: Vote) -> Verdict:
    """An owner's vote is cast by the guardian or representative (Guidance for owners' assemblies, art. 25; Weifang,
    art. 34); among residents everybody votes for themselves."""
    if preset(vote.preset).of_owners:
        return YES
    return not_allowed(say("A guardian or representative votes only where owners vote."))


def _not_they(work: UnitOfWork) -> Verdict:
    if helper_standings(work) & NOT_THEY:
        return not_allowed(say("Who counts ballots, or works for the property firm, casts none for others."))
    return YES
