"""Who gives which office to whom, over what, for how long; which offices do not go together."""

from civic.people.rules.appointing.conflicts import Held, kin_in_office, why_together_not
from civic.people.rules.appointing.giving import Giving, may_end, may_give, may_give_kind, offices_given_by
from civic.people.rules.appointing.kin import Tie, close_kin, kin_in_household
from civic.people.rules.appointing.kinds import LONGEST_YEARS, OBTAINED, SCOPES, Scope
from civic.people.rules.appointing.terms import (
    ends_soon,
    hand_over_by,
    hand_over_due,
    last_possible_day,
    overlaps,
)

__all__ = [
    "LONGEST_YEARS", "OBTAINED", "SCOPES", "Giving", "Held", "Scope", "Tie", "close_kin", "ends_soon",
    "hand_over_by", "hand_over_due", "kin_in_household", "kin_in_office", "last_possible_day", "may_end", "may_give",
    "may_give_kind", "offices_given_by", "overlaps", "why_together_not",
]  # fmt: skip
