"""What happens in Discuss, past tense."""

from civic.discuss.events.outcome import (
    CommentsEnded,
    CommentTreated,
    OutcomeStands,
    OutcomeWritten,
    StudyRecorded,
)
from civic.discuss.events.talk import (
    ContributionMade,
    OptionPaperFiled,
    ParlourRecorded,
    TopicOpened,
    TopicPostingEnded,
)

__all__ = [
    "CommentTreated",
    "CommentsEnded",
    "ContributionMade",
    "OptionPaperFiled",
    "OutcomeStands",
    "OutcomeWritten",
    "ParlourRecorded",
    "StudyRecorded",
    "TopicOpened",
    "TopicPostingEnded",
]
