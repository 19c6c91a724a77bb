"""The sum in sentences: figures with the bound beside them, for anyone to check."""

from collections.abc import Sequence

from civic.core.message import Message, say
from civic.decide.rules.checks import Check, figure
from civic.decide.rules.kinds import Base, Effect, Outcome
from civic.decide.rules.lines import (
    Due,
    approval_line,
    full_line,
    meeting_line,
    quorum_line,
    short_meeting_line,
)
from civic.decide.rules.tally import Counts
from civic.decide.rules.terms import Terms

CONCLUSIONS = {
    Outcome.ADOPTED: say("Adopted."),
    Outcome.REJECTED: say("Not adopted."),
    Outcome.INQUORATE: say("Too few took part, so nothing was decided. This is not a rejection."),
    Outcome.VOID: say("The vote is void."),
}


def lines(
    terms: Terms, counts: Counts, quorum: Sequence[Check], approval: Sequence[Check], outcome: Outcome
) -> tuple[Message, ...]:
    """A sentence for each counter: who was due, who took part, who was for, against which bound."""
    of_quorum = {check.counter: check for check in quorum}
    of_approval = {} if outcome is Outcome.INQUORATE else {check.counter: check for check in approval}
    named = dict.fromkeys([*of_quorum, *of_approval])
    return tuple(
        _line(terms, figure(c, counts[c].entitled), of_quorum.get(c), of_approval.get(c)) for c in named
    )


def conclusion(terms: Terms, counts: Counts, approval: Sequence[Check], outcome: Outcome) -> Message:
    """The outcome in one sentence; a tie is said to be one, and an opinion to bind nobody."""
    tied = any(counts[check.counter].yes == counts[check.counter].no > 0 for check in approval)
    if outcome is Outcome.REJECTED and tied:
        return say("As many for as against: a tie is not adopted.")
    if outcome is Outcome.ADOPTED and terms.effect is Effect.OPINION:
        return say("Adopted as the residents' opinion. It goes to the departments and does not bind them.")
    return CONCLUSIONS[outcome]


def abstention(terms: Terms) -> Message:
    """What an abstention does under this base (counting 5a)."""
    if terms.approval_base is Base.DECIDED:
        return say("An abstention counts as taking part, and neither for nor against.")
    return say(
        "An abstention counts as taking part but not as a vote for: it has the effect of a vote against."
    )


def _line(terms: Terms, due: Due, quorum: Check | None, approval: Check | None) -> Message:
    if quorum is None:
        assert approval is not None
        return approval_line(due, approval)
    if approval is None:
        return short_meeting_line(due, quorum) if terms.at_meeting else quorum_line(due, quorum)
    return meeting_line(due, quorum, approval) if terms.at_meeting else full_line(due, quorum, approval)
