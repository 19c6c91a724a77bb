"""What happens in Discuss, past tense."""

from civic.discuss.events.appealing import (
    AppealAnswered,
    AppealOverdue,
    HidingAppealed,
)
from civic.discuss.events.calling import TalkCalled, TalkCalledOff, TalkConcluded, TalkMoved, TalkOutcomeLate
from civic.discuss.events.contribution import (
    OfContribution,
)
from civic.discuss.events.drafting import (
    AmendmentAnswered,
    AmendmentOverdue,
    AmendmentProposed,
    AmendmentSeen,
    AmendmentWithdrawn,
    DraftWritten,
)
from civic.discuss.events.hiding import (
    ContributionHidden,
    ContributionShown,
)
from civic.discuss.events.mapping import MapClosed, MapOpened
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
from civic.discuss.events.papers import (
    OfPaper,
    OptionPaperFiled,
    OptionPaperRevised,
    PaperAnswerOverdue,
    PaperQuestionAnswered,
    PaperQuestionAsked,
)
from civic.discuss.events.statements import (
    LooksSeen,
    OpinionGiven,
    OpinionTakenBack,
    StatementLookedOver,
    StatementSuggested,
)
from civic.discuss.events.talk import (
    ContributionMade,
    ParlourRecorded,
    TalkExtended,
    TopicOpened,
    TopicPostingEnded,
)

__all__ = [
    "AmendmentAnswered",
    "AmendmentOverdue",
    "AmendmentProposed",
    "AmendmentSeen",
    "AmendmentWithdrawn",
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
    "DraftWritten",
    "HidingAppealed",
    "LooksSeen",
    "MapClosed",
    "MapOpened",
    "OfContribution",
    "OfPaper",
    "OpinionGiven",
    "OpinionTakenBack",
    "OptionPaperFiled",
    "OptionPaperRevised",
    "OutcomeStands",
    "OutcomeWritten",
    "PaperAnswerOverdue",
    "PaperQuestionAnswered",
    "PaperQuestionAsked",
    "ParlourRecorded",
    "ReplyMade",
    "ReportsAnswered",
    "StatementLookedOver",
    "StatementSuggested",
    "StudyRecorded",
    "TalkCalled",
    "TalkCalledOff",
    "TalkConcluded",
    "TalkExtended",
    "TalkMoved",
    "TalkNewsSeen",
    "TalkOutcomeLate",
    "TopicOpened",
    "TopicPostingEnded",
]
