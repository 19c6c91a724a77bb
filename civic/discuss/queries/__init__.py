"""What was said and written on a topic: every SELECT of this room."""

from civic.discuss.queries.cases import Case, appealed, reported
from civic.discuss.queries.hiding import (
    appeal_open,
    appeals_late,
    hidings_of,
    my_report,
    newest_hiding,
    open_reports,
    reports_since,
    unseen_hidings,
    wordings_of,
)
from civic.discuss.queries.news import OwnNews, own_report_news, own_words_news
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
    places,
    recent_contributions,
    replies_page,
    replies_under,
    said,
    said_numbers,
    said_page,
    said_these,
    stance_counts,
    standing,
)
from civic.discuss.queries.topic import (
    Discussion,
    discussion,
    notice_of,
)
from civic.discuss.queries.waiting import Waiting, waiting

__all__ = [
    "Case",
    "CommentCount",
    "Discussion",
    "OwnNews",
    "Said",
    "Waiting",
    "appeal_open",
    "appealed",
    "appeals_late",
    "comment_count",
    "comments",
    "comments_ending",
    "contributions",
    "discussion",
    "hidings_of",
    "minutes_of",
    "my_report",
    "newest_hiding",
    "notice_of",
    "open_reports",
    "options_of",
    "outcome_of",
    "own_report_news",
    "own_words_news",
    "paper_of",
    "places",
    "recent_contributions",
    "replies_page",
    "replies_under",
    "reported",
    "reports_since",
    "said",
    "said_numbers",
    "said_page",
    "said_these",
    "stance_counts",
    "standing",
    "studies_of",
    "study_of_outcome",
    "unseen_hidings",
    "waiting",
    "wordings_of",
]
