"""What happens in Discuss, past tense."""

from civic.discuss.events.appealing import AppealAnswered, AppealOverdue, HidingAppealed
from civic.discuss.events.contribution import OfContribution
from civic.discuss.events.hiding import ContributionHidden, ContributionShown
from civic.discuss.events.mending import (
    ContributionEdited,
    ContributionReported,
    ContributionWithdrawn,
    ReplyMade,
    ReportsAnswered,
    TalkNewsSeen,
)
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
    "AppealAnswered",
    "AppealOverdue",
    "CommentTreated",
    "CommentsEnded",
    "ContributionEdited",
    "ContributionHidden",
    "ContributionMade",
    "ContributionReported",
    "ContributionShown",
    "ContributionWithdrawn",
    "HidingAppealed",
    "OfContribution",
    "OptionPaperFiled",
    "OutcomeStands",
    "OutcomeWritten",
    "ParlourRecorded",
    "ReplyMade",
    "ReportsAnswered",
    "StudyRecorded",
    "TalkNewsSeen",
    "TopicOpened",
    "TopicPostingEnded",
]
