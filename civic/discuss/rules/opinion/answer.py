"""What a map says. Plain Python, so that pages and tables can hold one without numpy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from civic.core.message import Message, say
from civic.discuss.rules.opinion.consensus import Common, Consensus
from civic.discuss.rules.opinion.figures import Tally
from civic.discuss.rules.opinion.representing import Representative

Place = tuple[float, float]


class Unclear(StrEnum):
    """Why no groups are shown."""

    FEW = "few"
    ALIKE = "alike"
    SMALL = "small"
    UNSTABLE = "unstable"


WHY_UNCLEAR: dict[Unclear, Message] = {
    Unclear.FEW: say("No clear groups: fewer than 15 people have answered."),
    Unclear.ALIKE: say("No clear groups: the answers do not fall apart into camps."),
    Unclear.SMALL: say("No clear groups: only a handful of people answer differently from all others."),
    Unclear.UNSTABLE: say("No clear groups: with a few other people the picture would be another one."),
}


@dataclass(frozen=True)
class Group:
    """A group by its letter: how many are in it, what speaks for it, what it answered to each statement."""

    letter: str
    members: int
    representative: tuple[Representative, ...]
    tallies: Mapping[str, Tally]


@dataclass(frozen=True)
class Earlier:
    """What a recomputation takes over from the last one; `OpinionMap.later` is the next one's.

    `k` is shown; `tried` fitted best the last `times` times; who was `clustered` stays in."""

    k: int
    tried: int
    times: int
    centres: tuple[Place, ...]
    clustered: frozenset[str] = frozenset()


@dataclass(frozen=True)
class OpinionMap:
    """The whole map. `groups` is None when there are no clear ones, and `unclear` says why.

    `k`, `silhouette` and `stability` are those of the best split, shown or not; None if none was tried.
    `places` and `group_of` name participants: they are for drawing unnamed dots and for telling a person
    their own group, never for a list of members on a page."""

    participants: int
    statements: tuple[str, ...]
    clustered: int
    axes: tuple[Mapping[str, float], Mapping[str, float]]
    k: int | None
    silhouette: float | None
    stability: float | None
    unclear: Unclear | None
    groups: tuple[Group, ...] | None
    consensus: Consensus
    common: tuple[Common, ...]
    tallies: Mapping[str, Tally]
    extremity: Mapping[str, float]
    places: Mapping[str, Place] = field(repr=False)
    group_of: Mapping[str, str] = field(repr=False)
    later: Earlier | None = field(repr=False)
