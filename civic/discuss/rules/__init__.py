"""When one may speak, what papers and outcomes must hold, which way a matter may take."""

from civic.discuss.rules.outcome import (
    COMMENT_DAYS,
    POSTING_DAYS,
    criterion_holds,
    may_treat,
    may_write_outcome,
)
from civic.discuss.rules.papers import (
    COUNTED,
    LETTERS,
    PARTIES,
    TypedOption,
    day_fits,
    listed,
    may_add,
    may_file_paper,
    paper_holds,
    somebody_present,
)
from civic.discuss.rules.posting import outcome_lines, topic_lines
from civic.discuss.rules.talk import (
    OFTEN,
    STANCES,
    TEXT_LIMIT,
    may_contribute,
    paragraphs,
    shown_as,
    window_from,
)
from civic.discuss.rules.ways import PATHS, WAYS, Way, may_discuss, may_take_way, needs_study

__all__ = [
    "COMMENT_DAYS",
    "COUNTED",
    "LETTERS",
    "OFTEN",
    "PARTIES",
    "PATHS",
    "POSTING_DAYS",
    "STANCES",
    "TEXT_LIMIT",
    "WAYS",
    "TypedOption",
    "Way",
    "criterion_holds",
    "day_fits",
    "listed",
    "may_add",
    "may_contribute",
    "may_discuss",
    "may_file_paper",
    "may_take_way",
    "may_treat",
    "may_write_outcome",
    "needs_study",
    "outcome_lines",
    "paper_holds",
    "paragraphs",
    "shown_as",
    "somebody_present",
    "topic_lines",
    "window_from",
]
