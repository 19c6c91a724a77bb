"""Who is entitled to which vote on which day: dated facts in, the lines of a roll or a sentence out.

`electorate(kind, citizens, dwellings, day)` is the roll, `may_vote(…, person_id)` the answer for one person,
`electorates_of(preset_id)` the electorate of each line of the decision rules.
"""

from civic.people.rules.entitlement.asking import may_vote
from civic.people.rules.entitlement.drawing import electorate
from civic.people.rules.entitlement.facts import Citizen, Holding, Home, Term, Unit
from civic.people.rules.entitlement.kinds import Electorate
from civic.people.rules.entitlement.lines import Gap, Line, Roll
from civic.people.rules.entitlement.presets import electorates_of, not_ours_yet

__all__ = [
    "Citizen", "Electorate", "Gap", "Holding", "Home", "Line", "Roll", "Term", "Unit",
    "electorate", "electorates_of", "may_vote", "not_ours_yet",
]  # fmt: skip
