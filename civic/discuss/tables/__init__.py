"""What Discuss keeps."""

from civic.discuss.tables.opinion import Opinion, Statement, TopicMap
from civic.discuss.tables.talk import (
    Contribution,
    Hiding,
    Option,
    OptionPaper,
    Outcome,
    Parlour,
    Report,
    Study,
    Topic,
    Wording,
)

__all__ = [
    "Contribution",
    "Hiding",
    "Opinion",
    "Option",
    "OptionPaper",
    "Outcome",
    "Parlour",
    "Report",
    "Statement",
    "Study",
    "Topic",
    "TopicMap",
    "Wording",
]
