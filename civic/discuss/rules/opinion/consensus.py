"""What people agree on: as a whole, and across groups (counting.md, opinion map, step 8). Plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from civic.discuss.rules.opinion.figures import SIGNIFICANT, Tally, group_informed, share, share_test

AT_MOST = 5


@dataclass(frozen=True)
class Agreed:
    """A statement on which the whole conversation is of one mind; `count` of `votes` are."""

    statement: str
    count: int
    votes: int


@dataclass(frozen=True)
class Consensus:
    """What all agree with and what all disagree with, five each at most, the best first."""

    agree: tuple[Agreed, ...] = ()
    disagree: tuple[Agreed, ...] = ()


@dataclass(frozen=True)
class Common:
    """A statement across groups: the product of every group's share of agrees, and each group's tally."""

    statement: str
    value: float
    tallies: tuple[Tally, ...]

    @property
    def shared(self) -> bool:
        """Whether every group agrees by more than half of its votes (smoothed)."""
        return all(share(tally.agrees, tally.votes) > 0.5 for tally in self.tallies)


def consensus(tallies: Mapping[str, Tally]) -> Consensus:
    """Over everybody, in a group or not: share above one half, significant, ranked by share x z."""
    return Consensus(
        _best({name: (tally.agrees, tally.votes) for name, tally in tallies.items()}),
        _best({name: (tally.disagrees, tally.votes) for name, tally in tallies.items()}),
    )


def across_groups(groups: Sequence[Mapping[str, Tally]]) -> tuple[Common, ...]:
    """Every statement by its group-informed consensus, the best first; nothing without groups."""
    if not groups:
        return ()
    rows = [(name, [group[name] for group in groups]) for name in groups[0]]
    found = [Common(name, group_informed(tallies), tuple(tallies)) for name, tallies in rows]
    return tuple(sorted(found, key=lambda each: -each.value))


def _best(counts: Mapping[str, tuple[int, int]]) -> tuple[Agreed, ...]:
    found = [
        Agreed(name, count, votes)
        for name, (count, votes) in counts.items()
        if share(count, votes) > 0.5 and share_test(count, votes) > SIGNIFICANT
    ]
    found.sort(key=lambda each: -share(each.count, each.votes) * share_test(each.count, each.votes))
    return tuple(found[:AT_MOST])
