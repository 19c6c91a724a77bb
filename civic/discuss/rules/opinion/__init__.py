"""The opinion map: who thinks alike, what all agree on (counting.md, opinion map; the Polis algorithm).

Two kinds of files. Plain Python: what is counted, tested, shown and asked next (`figures`, `representing`,
`consensus`, `asking`, `people`, `answer`). Numpy, from the extra `opinion`: axes, clustering, stability,
drawing. Importing this package loads no numpy; `draw_map` does when it is called.

Meant to be computed outside the request: the timetable draws the map of each open topic whose votes changed
and keeps what it says; pages only show that. The votes read, the drawing touches no database, so it holds
no transaction open. Floats are allowed in here, and here alone: the map is a picture and decides nothing.
"""

from collections.abc import Set
from importlib.util import find_spec

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.discuss.rules.opinion.answer import WHY_UNCLEAR, Earlier, Group, OpinionMap, Unclear
from civic.discuss.rules.opinion.asking import drawn, priority
from civic.discuss.rules.opinion.consensus import Agreed, Common, Consensus
from civic.discuss.rules.opinion.counted import counted
from civic.discuss.rules.opinion.figures import Tally
from civic.discuss.rules.opinion.people import FEWEST, Votes
from civic.discuss.rules.opinion.personal import earlier_of, personal
from civic.discuss.rules.opinion.pictured import pictured
from civic.discuss.rules.opinion.published import figured
from civic.discuss.rules.opinion.representing import Representative

__all__ = [
    "FEWEST",
    "WHY_UNCLEAR",
    "Agreed",
    "Common",
    "Consensus",
    "Earlier",
    "Group",
    "OpinionMap",
    "Representative",
    "Tally",
    "Unclear",
    "Votes",
    "counted",
    "draw_map",
    "drawn",
    "earlier_of",
    "figured",
    "may_draw_map",
    "personal",
    "pictured",
    "priority",
]

ENABLE = "pip install 'civic[opinion]'"
"""What brings numpy: beside a source tree and beside a wheel that is installed already."""


def may_draw_map() -> Verdict:
    """Whether numpy is there; the no says how to enable the map."""
    if find_spec("numpy") is None:
        return no(
            say(
                "The opinion map is not switched on here. Whoever runs the server installs it: %(command)s",
                command=ENABLE,
            )
        )
    return YES


def draw_map(
    votes: Votes, *, moderated: Set[str] = frozenset(), seed: str = "", earlier: Earlier | None = None
) -> OpinionMap:
    """The map of these votes; the order in which they come plays no part.

    `moderated`: statements left out of everything that is shown. `seed`: an id that everybody knows (the
    decision's or topic's), from which all chance is drawn. `earlier`: what the last drawing left, so that a
    living map does not jump; a map that others are to check is drawn without it. Refused without numpy."""
    may_draw_map().demand()
    from civic.discuss.rules.opinion.drawing import drawn_map

    return drawn_map(votes, moderated, seed, earlier)
