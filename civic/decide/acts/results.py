"""Declare what the ballots come to; make it final, or void if an objection was right."""

from civic.core.message import say_n
from civic.core.phase import step
from civic.core.verdict import YES, Verdict, no
from civic.decide import events
from civic.decide.queries.counting import Counted, count_vote, open_objections, pending_sheets
from civic.decide.queries.resets import ballots_after_reset
from civic.decide.queries.votes import frozen_terms
from civic.decide.rules.assess import Assessment, evaluate
from civic.decide.rules.kinds import Counter
from civic.decide.rules.phases import TRANSITIONS, VotePhase, may_act
from civic.decide.rules.posting import may_finalise, posting_ends
from civic.decide.tables import Vote
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission


def may_declare_result(work: UnitOfWork, vote: Vote, pending: int) -> Verdict:
    """The committee, after the close, when each sheet has been keyed twice and no difference is left."""
    return (
        work.may(P.COUNT)
        .then(lambda: may_act(VotePhase(vote.phase), "declare"))
        .then(lambda: _nothing_pending(pending))
    )


def _nothing_pending(pending: int) -> Verdict:
    if pending == 0:
        return YES
    return no(
        say_n(
            "%(n)s sheet still has to be keyed a second time or settled.",
            "%(n)s sheets still have to be keyed a second time or settled.",
            pending,
        )
    )


def declare_result(work: UnitOfWork, vote_id: int) -> Vote:
    """Count all ballots against the frozen roll and rule, and post what they come to."""
    vote = work.get(Vote, vote_id, lock=True)
    may_declare_result(work, vote, pending_sheets(work.session, vote.id)).demand()
    work.require(P.COUNT)
    declare(work, vote)
    return vote


def declare(work: UnitOfWork, vote: Vote) -> None:
    """The count itself, whoever or whatever hour asked for it."""
    terms = frozen_terms(vote)
    counted = count_vote(work.session, vote.id, terms)
    found = evaluate(terms, counted.counts)
    vote.phase = step(TRANSITIONS, VotePhase(vote.phase), "declare").value
    vote.declared_at, vote.outcome, vote.counts = work.now, found.outcome.value, counted.stored()
    vote.after_reset = ballots_after_reset(work, vote)
    vote.posting_until_on = posting_ends(terms, work.today, work.calendar)
    work.record(_declared(vote, found, counted))


def _declared(vote: Vote, found: Assessment, counted: Counted) -> events.ResultDeclared:
    heads, area = counted.counts[found.terms.counters[0]], counted.counts.get(Counter.AREA)
    base = found.terms.approval_base
    assert vote.posting_until_on is not None
    return events.ResultDeclared(
        issue_id=vote.issue_id, vote_id=vote.id, preset=vote.preset, effect=found.terms.effect.value,
        outcome=found.outcome.value, due=heads.entitled, part=heads.took_part(base),
        need=found.quorum[0].need if found.quorum else 0, yes=heads.yes, no=heads.no, abstain=heads.abstain,
        posting_until_on=vote.posting_until_on, part_area=area.took_part(base) if area else None,
        due_area=area.entitled if area else None, yes_area=area.yes if area else None,
        after_reset=vote.after_reset or 0,
    )  # fmt: skip


def may_finalise_vote(work: UnitOfWork, vote: Vote, unanswered: int) -> Verdict:
    """When the last day for objections has passed and each one is answered."""
    last_day = vote.posting_until_on or work.today
    return may_finalise(VotePhase(vote.phase), work.today, last_day, unanswered)


def finalise_vote(work: UnitOfWork, vote_id: int) -> None:
    """The provisional result becomes final. Called by reactions alone; nothing happens before its time."""
    vote = work.get(Vote, vote_id, lock=True)
    if not may_finalise_vote(work, vote, open_objections(work.session, vote)):
        return
    vote.phase = step(TRANSITIONS, VotePhase(vote.phase), "finalise").value
    vote.finalised_at = work.now
    work.record(
        events.VoteFinalised(
            issue_id=vote.issue_id, vote_id=vote.id, preset=vote.preset, outcome=vote.outcome or ""
        )
    )


def may_void_vote(vote: Vote) -> Verdict:
    """While its result is provisional."""
    return may_act(VotePhase(vote.phase), "void")


def void_vote(work: UnitOfWork, vote_id: int) -> None:
    """An objection to the result was right, so it does not stand. Called by reactions alone."""
    vote = work.get(Vote, vote_id, lock=True)
    may_void_vote(vote).demand()
    vote.phase = step(TRANSITIONS, VotePhase(vote.phase), "void").value
    vote.voided_at = work.now
    work.record(events.VoteVoided(issue_id=vote.issue_id, vote_id=vote.id, outcome=vote.outcome or ""))
