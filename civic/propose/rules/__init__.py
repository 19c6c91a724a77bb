"""The rules of Propose: what may be raised, the road, and when a step may be taken."""

from civic.propose.rules.checks import (
    ANSWER_DAYS,
    due_of,
    late_by,
    left_out,
    may_endorse,
    may_move,
    reference_of,
)
from civic.propose.rules.matters import CATEGORIES, CHANNELS, DECIDERS, HANDLING, NATURES, Nature
from civic.propose.rules.road import ENDINGS, OVER, STAGE, STAGES, STATUS, STATUSES, TRANSITIONS, Phase

__all__ = [
    "ANSWER_DAYS",
    "CATEGORIES",
    "CHANNELS",
    "DECIDERS",
    "ENDINGS",
    "HANDLING",
    "NATURES",
    "OVER",
    "STAGE",
    "STAGES",
    "STATUS",
    "STATUSES",
    "TRANSITIONS",
    "Nature",
    "Phase",
    "due_of",
    "late_by",
    "left_out",
    "may_endorse",
    "may_move",
    "reference_of",
]
