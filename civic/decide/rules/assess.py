"""What a count means under the terms: adopted, rejected, inquorate or void."""

from dataclasses import dataclass

from civic.core.message import Message, say
from civic.decide.rules.arithmetic import abstention, conclusion, lines
from civic.decide.rules.checks import Check, approval_checks, quorum_checks
from civic.decide.rules.kinds import Outcome
from civic.decide.rules.silence import followed_majority
from civic.decide.rules.tally import Counts
from civic.decide.rules.terms import Terms
from civic.decide.rules.whatif import Supposition, suppose


@dataclass(frozen=True)
class Assessment:
    """The outcome of a vote with every check that led to it."""

    terms: Terms
    counts: Counts
    quorum: tuple[Check, ...]
    approval: tuple[Check, ...]
    outcome: Outcome
    void_because: Message | None = None

    @property
    def adopted(self) -> bool:
        """Whether the motion is adopted."""
        return self.outcome is Outcome.ADOPTED

    def arithmetic(self) -> tuple[Message, ...]:
        """The sum in sentences, to be checked by hand: one a counter; why, if the vote is void."""
        if self.void_because is not None:
            return (self.void_because,)
        return lines(self.terms, self.counts, self.quorum, self.approval, self.outcome)

    def conclusion(self) -> Message:
        """The outcome in one sentence."""
        return conclusion(self.terms, self.counts, self.approval, self.outcome)

    def abstention(self) -> Message:
        """What an abstention does under the base of this vote."""
        return abstention(self.terms)

    def if_rule(self, other: Terms) -> Supposition:
        """The teaching panel: the same ballots under another rule; nothing is decided by it."""
        there = evaluate(other, self.counts)
        return suppose(there.outcome, there.quorum, there.approval)

    def if_silence_followed(self) -> Supposition:
        """The other tally: what if ballots that never came back went with the majority."""
        there = evaluate(self.terms, followed_majority(self.counts))
        return suppose(there.outcome, there.quorum, there.approval)


def evaluate(terms: Terms, counts: Counts, void_because: Message | None = None) -> Assessment:
    """Put the count to the terms; the counts must hold every counter that the terms name (KeyError).

    Areas are hundredths of a square metre. Adopted needs every share, or one where the terms say
    so, and more votes for than against: a tie is not adopted. Too few taking part is inquorate,
    not rejected. More ballots than there are votes make the vote void (counting 5a).
    """
    quorum, approval = quorum_checks(terms, counts), approval_checks(terms, counts)
    void = void_because or _overfull(counts)
    outcome = Outcome.VOID if void else _outcome(terms, counts, quorum, approval)
    return Assessment(terms, counts, quorum, approval, outcome, void)


def _outcome(terms: Terms, counts: Counts, quorum: tuple[Check, ...], approval: tuple[Check, ...]) -> Outcome:
    if not all(check.met for check in quorum):
        return Outcome.INQUORATE
    passed = [check.met and counts[check.counter].yes > counts[check.counter].no for check in approval]
    enough = any(passed) if terms.need == "any" else bool(passed) and all(passed)
    return Outcome.ADOPTED if enough else Outcome.REJECTED


def _overfull(counts: Counts) -> Message | None:
    if all(max(count.returned, count.attended) <= count.entitled for count in counts.values()):
        return None
    return say("More ballots were counted than there are votes on the roll. The vote is void.")
