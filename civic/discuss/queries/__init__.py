"""What was said and written on a topic: every SELECT of this room."""

from civic.discuss.queries.outcome import (
    CommentCount,
    comment_count,
    comments_ending,
    outcome_of,
)
from civic.discuss.queries.papers import (
    minutes_of,
    options_of,
    paper_of,
    studies_of,
    study_of_outcome,
)
from civic.discuss.queries.said import (
    Said,
    comments,
    contributions,
    recent_contributions,
    said,
    said_page,
    stance_counts,
)
from civic.discuss.queries.topic import (
    Discussion,
    discussion,
    notice_of,
)
from civic.discuss.queries.waiting import Waiting, waiting

__all__ = [
    "CommentCount",
    "Discussion",
    "Said",
    "Waiting",
    "comment_count",
    "comments",
    "comments_ending",
    "contributions",
    "discussion",
    "minutes_of",
    "notice_of",
    "options_of",
    "outcome_of",
    "paper_of",
    "recent_contributions",
    "said",
    "said_page",
    "stance_counts",
    "studies_of",
    "study_of_outcome",
    "waiting",
]
