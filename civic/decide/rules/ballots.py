"""Casting and changing a ballot: one right, one vote, in time."""

from datetime import datetime

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no, not_allowed
from civic.decide.rules.kinds import Secrecy
from civic.decide.rules.phases import VotePhase


def may_cast(
    phase: VotePhase,
    opens_at: datetime,
    closes_at: datetime,
    now: datetime,
    *,
    on_roll: bool,
    already: bool,
    secrecy: Secrecy = Secrecy.NAMED,
    paper_taken: bool = False,
) -> Verdict:
    """Whether this voter may cast a ballot now, by any channel.

    The hours are compared with `now`, never with a job that ran: from `opens_at` on, until just
    before `closes_at`. A voter who took the paper of a secret vote votes on paper (counting, paper).
    """
    return (
        _on_roll(on_roll)
        .then(lambda: may_vote_now(phase, opens_at, closes_at, now))
        .then(lambda: _first(already, secrecy, closes_at))
        .then(lambda: _one_channel(secrecy, paper_taken))
    )


def may_change(
    phase: VotePhase,
    opens_at: datetime,
    closes_at: datetime,
    now: datetime,
    *,
    on_roll: bool,
    already: bool,
    secrecy: Secrecy = Secrecy.NAMED,
) -> Verdict:
    """Whether a ballot on record may be changed: until the vote closes, a secret one never."""
    if not on_roll:
        return _on_roll(on_roll)
    if secrecy is Secrecy.SECRET:
        return no(say("A secret ballot is cast once and cannot be changed."))
    if not already:
        return no(say("You have not voted yet, so there is nothing to change."))
    return may_vote_now(phase, opens_at, closes_at, now)


def may_vote_now(phase: VotePhase, opens_at: datetime, closes_at: datetime, now: datetime) -> Verdict:
    """Whether the vote takes ballots at this instant, whoever brings them."""
    if phase is VotePhase.VOID:
        return no(say("This vote was declared void. It takes no more ballots."))
    if now >= closes_at:
        return no(say("Voting closed on %(at)s. A ballot can no longer be counted.", at=closes_at))
    if now < opens_at:
        return no(say("Voting has not begun. It opens on %(at)s.", at=opens_at))
    if phase not in (VotePhase.NOTIFIED, VotePhase.OPEN):
        return no(say("Voting is closed. A ballot can no longer be counted."))
    return YES


def _on_roll(on_roll: bool) -> Verdict:
    if on_roll:
        return YES
    return not_allowed(
        say("You are not on the roll of this vote. If that is wrong, please tell the committee.")
    )


def _first(already: bool, secrecy: Secrecy, closes_at: datetime) -> Verdict:
    if not already:
        return YES
    if secrecy is Secrecy.SECRET:
        return no(say("You have already voted. A secret ballot is cast once and cannot be changed."))
    return no(
        say("You have already voted. Until %(at)s you can use “Change my ballot”.", at=closes_at),
    )


def _one_channel(secrecy: Secrecy, paper_taken: bool) -> Verdict:
    if paper_taken and secrecy is Secrecy.SECRET:
        return no(say("A paper ballot was handed out to you. Please vote with it."))
    return YES
