"""Which statements speak for a group (counting.md, opinion map, step 7). Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass

from civic.discuss.rules.opinion.figures import (
    SIGNIFICANT,
    Tally,
    ratio,
    share,
    share_test,
    two_shares_test,
)

AT_MOST = 5
AGREE, DISAGREE = "agree", "disagree"


@dataclass(frozen=True)
class Side:
    """One side of a statement inside a group: its share, its ratio to the others, and both tests."""

    share: float
    test: float
    ratio: float
    against_others: float

    @property
    def rank(self) -> float:
        """What representative statements are ordered by, the greatest first."""
        return self.ratio * self.against_others * self.share * self.test

    @property
    def significant(self) -> bool:
        """In both tests."""
        return self.test > SIGNIFICANT and self.against_others > SIGNIFICANT


@dataclass(frozen=True)
class Standing:
    """A statement as one group stands to it."""

    statement: str
    tally: Tally
    agree: Side
    disagree: Side

    @property
    def side(self) -> str:
        """Direction: the larger of the two tests against the others; a tie is a disagree, as in Polis."""
        return AGREE if self.agree.against_others > self.disagree.against_others else DISAGREE

    @property
    def shown(self) -> Side:
        """The figures of that direction."""
        return self.agree if self.side == AGREE else self.disagree

    @property
    def sufficient(self) -> bool:
        """Significant for agree or for disagree."""
        return self.agree.significant or self.disagree.significant


@dataclass(frozen=True)
class Representative:
    """A statement that speaks for a group; `count` took that side, of so many `votes`."""

    statement: str
    side: str
    count: int
    votes: int


def standing(statement: str, inside: Tally, others: Tally) -> Standing:
    """How a group stands to a statement, all other groups taken together."""

    def side(count: int, outside: int) -> Side:
        return Side(
            share(count, inside.votes),
            share_test(count, inside.votes),
            ratio(count, outside, inside.votes, others.votes),
            two_shares_test(count, outside, inside.votes, others.votes),
        )

    return Standing(
        statement, inside, side(inside.agrees, others.agrees), side(inside.disagrees, others.disagrees)
    )


def representatives(inside: Mapping[str, Tally], others: Mapping[str, Tally]) -> tuple[Representative, ...]:
    """Five at most and one at least, the best agree kept, agrees before disagrees; in the order given."""
    best: Standing | None = None
    best_agree: Standing | None = None
    sufficient: list[Standing] = []
    for statement, tally in inside.items():
        each = standing(statement, tally, others[statement])
        if each.sufficient:
            sufficient.append(each)
        if not sufficient and (best is None or _by_test(each) > best.shown.against_others):
            best = each
        if _better_agree(each, best_agree):
            best_agree = each
    head = [each for each in [best_agree] if each]
    if sufficient:
        rest = [each for each in sufficient if each is not best_agree]
        chosen = [*head, *sorted(rest, key=lambda each: -each.shown.rank)][:AT_MOST]
    else:
        chosen = head or [each for each in [best] if each]
    return tuple(_shown(each) for each in sorted(chosen, key=lambda each: each.side != AGREE))


def _by_test(each: Standing) -> float:
    return max(each.agree.against_others, each.disagree.against_others)


def _better_agree(each: Standing, current: Standing | None) -> bool:
    """Polis's own order: by rank once the current one leans to this group, before by share alone."""
    if not each.tally.agrees and not each.tally.disagrees:
        return False
    if current is None:
        return each.agree.test > SIGNIFICANT or (each.agree.ratio > 1 and each.agree.share > 0.5)
    if current.agree.ratio > 1:
        return each.agree.rank > current.agree.rank
    return each.agree.share * each.agree.test > current.agree.share * current.agree.test


def _shown(each: Standing) -> Representative:
    count = each.tally.agrees if each.side == AGREE else each.tally.disagrees
    return Representative(each.statement, each.side, count, each.tally.votes)
