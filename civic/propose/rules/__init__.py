"""The rules of Propose: what may be raised, the road, and when a step may be taken."""

from civic.propose.rules.categories import GIVEN, HANDS, Category, categories_of
from civic.propose.rules.checks import (
    due_of,
    late_by,
    left_out,
    may_endorse,
    may_move,
    may_settle,
    may_stay,
    may_withdraw,
    reference_of,
)
from civic.propose.rules.matters import CATEGORIES, CHANNELS, DECIDERS, HANDLING, NATURES, Nature
from civic.propose.rules.places import AFFECTS, COMMON_PARTS, Further, place_in_words, place_without_building
from civic.propose.rules.road import ENDINGS, OVER, STAGE, STAGES, STATUS, STATUSES, TRANSITIONS, Phase

__all__ = [
    "AFFECTS",
    "CATEGORIES",
    "CHANNELS",
    "COMMON_PARTS",
    "DECIDERS",
    "ENDINGS",
    "GIVEN",
    "HANDLING",
    "HANDS",
    "NATURES",
    "OVER",
    "STAGE",
    "STAGES",
    "STATUS",
    "STATUSES",
    "TRANSITIONS",
    "Category",
    "Further",
    "Nature",
    "Phase",
    "categories_of",
    "due_of",
    "late_by",
    "left_out",
    "may_endorse",
    "may_move",
    "may_settle",
    "may_stay",
    "may_withdraw",
    "place_in_words",
    "place_without_building",
    "reference_of",
]
