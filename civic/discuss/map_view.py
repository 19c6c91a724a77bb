"""What the pages of an opinion map show: the statement that is put next, and what the picture says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from civic.discuss.queries import mapping as maps
from civic.discuss.queries import opinions
from civic.discuss.rules.opinion import Tally, drawn, priority
from civic.discuss.rules.statements import State
from civic.discuss.tables import Statement, TopicMap
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Asking:
    """One statement for the reader, out of how many; None when all are answered, or nobody is asked."""

    found: TopicMap
    statement: Statement | None
    total: int
    answered: int
    before: int | None
    """What the reader said to it before."""
    last: tuple[Statement, int] | None
    """What they answered last, and how."""


def asking(work: UnitOfWork, found: TopicMap, *, again: int | None = None) -> Asking:
    """The statement `again`, else one drawn by priority out of those not answered: two statements of SQL."""
    shown = {each.id: each for each in maps.statements_of(work, found.id, State.SHOWN)}
    mine = opinions.own_answers(work, found.id, work.person_id) if work.actor else {}
    mine = {ident: vote for ident, vote in mine.items() if ident in shown}
    wanted = next((each for each in shown.values() if each.number == again), None)
    if wanted is None and work.actor:
        chance = int.from_bytes(work.entropy.bytes(8), "big")
        left = [each for ident, each in shown.items() if ident not in mine]
        wanted = _drawn(left, found.drawn or {}, chance)
    last = next(((shown[ident], mine[ident]) for ident in reversed(mine)), None)
    return Asking(found, wanted, len(shown), len(mine), mine.get(wanted.id) if wanted else None, last)


def _drawn(open_ones: Sequence[Statement], picture: Mapping[str, Any], chance: int) -> Statement | None:
    weights = {}
    for each in open_ones:
        agrees, disagrees, passes = picture.get("tallies", {}).get(str(each.number), (0, 0, 0))
        tally = Tally(agrees, disagrees, agrees + disagrees + passes)
        weights[str(each.number)] = priority(tally, picture.get("extremity", {}).get(str(each.number), 0.0))
    chosen = drawn(weights, chance)
    return next((each for each in open_ones if str(each.number) == chosen), None)
