"""The statistics of one statement, by Polis (counting.md, opinion map, step 6). Plain Python."""

from dataclasses import dataclass
from math import sqrt

SIGNIFICANT = 1.2816
"""z above this is significant, one-sided at 90 %."""


@dataclass(frozen=True)
class Tally:
    """What was answered to one statement: agrees, disagrees, and all votes, passes included."""

    agrees: int = 0
    disagrees: int = 0
    votes: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(self.agrees + other.agrees, self.disagrees + other.disagrees, self.votes + other.votes)

    @property
    def passes(self) -> int:
        """Votes for neither side."""
        return self.votes - self.agrees - self.disagrees


def share(count: int, votes: int) -> float:
    """(count + 1) / (votes + 2): a share that is one half before anybody voted."""
    return (count + 1) / (votes + 2)


def share_test(count: int, votes: int) -> float:
    """z of one share against one half: 2·sqrt(S+1)·((A+1)/(S+1) - 1/2). Without any vote it is 1."""
    return 2 * sqrt(votes + 1) * ((count + 1) / (votes + 1) - 0.5)


def two_shares_test(count: int, others: int, votes: int, others_votes: int) -> float:
    """z of a group's share against all others', every count + 1, pooled variance; 0 if the pool is 1."""
    inside, outside, n_inside, n_outside = count + 1, others + 1, votes + 1, others_votes + 1
    if inside + outside == n_inside + n_outside:
        return 0.0
    pooled = (inside + outside) / (n_inside + n_outside)
    spread = sqrt(pooled * (1 - pooled) * (1 / n_inside + 1 / n_outside))
    return (inside / n_inside - outside / n_outside) / spread


def ratio(count: int, others: int, votes: int, others_votes: int) -> float:
    """How many times as likely the answer is inside the group as outside."""
    return share(count, votes) / share(others, others_votes)


def group_informed(tallies: list[Tally]) -> float:
    """Consensus across groups: the product of each group's smoothed share of agrees (step 8)."""
    product = 1.0
    for tally in tallies:
        product *= share(tally.agrees, tally.votes)
    return product


def stretch(statements: int, votes: int) -> float:
    """What a person's projection is multiplied with: sqrt(statements / own votes) (step 3)."""
    return sqrt(statements / max(votes, 1))
